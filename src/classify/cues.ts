/**
 * Cues and their scopes, after ConText (Harkema et al. 2009) and NegEx
 * (Chapman et al. 2001): a cue reaches forward or backward from itself until a
 * termination, the end of its clause, another negation of the same list, or
 * its own reach ends it.
 */

import type { CompiledProfile } from '../profile/compile.js';
import type { Cue } from '../profile/model.js';
import { givenBehind } from './given.js';
import { Break, type Token } from './lex.js';
import { type Hit, longestFirst, type Matcher } from './match.js';

/** A cue with the token ranges that it reaches. */
export interface ScopedCue {
  readonly hit: Hit<Cue>;
  /** `[from, to)` in tokens; the cue's own words are in none. */
  readonly scopes: readonly (readonly [from: number, to: number])[];
}

const LINKS = new Set(['and', 'or', 'nor', 'but']);
/** Denials that may stand behind what they deny. */
const POSTPOSED = new Set(['no', 'denied', 'neg']);
/** Words of an item before the last, in a list that is denied behind it. */
const MOST_ITEM_WORDS = 3;
/** Words between the link of a list and its next negation: "and almost certainly no …". */
const MOST_ADVERBS = 2;

/** The cues of a sentence: longest first, and a word belongs to one cue. `clauses`: the clause of each token. */
export function findCues(
  tokens: readonly Token[],
  clauses: readonly number[],
  matcher: Matcher,
  profile: CompiledProfile,
): ScopedCue[] {
  const hits = longestFirst(withoutFalse(matcher.findAll(profile.cues)), tokens);
  const stops = new Set<number>();
  const denied = new Set<number>();
  for (const { pattern, from, matched } of hits) {
    const { kind } = pattern.meaning;
    if (kind === 'termination' || (kind === 'negation' && isListed(tokens, from, denied))) stops.add(from);
    if (kind === 'negation') for (const at of matched) denied.add(at);
  }
  const [asserting, affirming] = [profile.family('asserting'), profile.family('affirming')];
  const isAsserting = (at: number) => asserting === undefined || matcher.endOf(asserting, at) > at;
  const isAffirming = (at: number) => affirming !== undefined && matcher.endOf(affirming, at) > at;
  return hits
    .filter(({ pattern }) => pattern.meaning.kind !== 'termination' && pattern.meaning.kind !== 'pseudo')
    .map((hit) => ({ hit, scopes: scopesOf(hit, tokens, clauses, stops, isAsserting, isAffirming) }));
}

/** "is not | uncommon": of equals it is the pseudo cue that the writer meant. */
function withoutFalse(hits: readonly Hit<Cue>[]): Hit<Cue>[] {
  const pseudo = new Map<number, number>();
  for (const { pattern, matched } of hits) {
    if (pattern.meaning.kind !== 'pseudo') continue;
    for (const at of matched) pseudo.set(at, Math.max(pseudo.get(at) ?? 0, matched.length));
  }
  return hits.filter(
    ({ pattern, matched }) =>
      pattern.meaning.kind === 'pseudo' || !matched.some((at) => (pseudo.get(at) ?? 0) >= matched.length),
  );
}

/**
 * "no masses, no nodes", "no masses and certainly no nodes": the second negation
 * is no denial of the first, but the next of a list. "not without" is one denial
 * of another. `denied`: the words of the negations before it.
 */
function isListed(tokens: readonly Token[], at: number, denied: ReadonlySet<number>): boolean {
  for (let first = at; first >= Math.max(1, at - MOST_ADVERBS); first--) {
    if (denied.has(first)) return false;
    const { before, word } = tokens[first] as Token;
    if (before >= Break.comma || word.text === 'nor' || LINKS.has(tokens[first - 1]?.word.text ?? ''))
      return true;
  }
  return false;
}

/** "No, it does", "No: it does": the cue is an answer of its own; not so in "will not, in general, …" or "Denies: …". */
function isAnswer(
  { matched, from, to }: Hit<Cue>,
  tokens: readonly Token[],
  clauses: readonly number[],
): boolean {
  const before = tokens[to]?.before;
  if (before === Break.clause) return matched.length === 1 && (tokens[from] as Token).word.text === 'no';
  return (
    before === Break.comma && (matched.length === 1 || from === 0 || clauses[from - 1] !== clauses[from])
  );
}

/**
 * "Chest pain: denied", "Cough - no": a denial that is all of its clause speaks of the one before. "Cough denied": one
 * that ends its clause, of what stands in it.
 */
function speaksBack({ pattern, from, to }: Hit<Cue>, tokens: readonly Token[]): boolean {
  if (pattern.meaning.kind !== 'negation' || from === 0) return false;
  if ((tokens[to]?.before ?? Break.sentence) < Break.comma) return false;
  const { before, word } = tokens[from] as Token;
  return before === Break.clause || (before === Break.none && to === from + 1 && POSTPOSED.has(word.text));
}

/** "no ascites, splenomegaly of 15 cm", "no leak, emphysema unchanged": behind the comma at `from` something is there. */
function isAffirmed(from: number, tokens: readonly Token[], affirming: (at: number) => boolean): boolean {
  if (tokens[from]?.before !== Break.comma) return false;
  for (let at = from; at < tokens.length; at++) {
    const { before, word } = tokens[at] as Token;
    if (at > from && before >= Break.comma) return false;
    if (LINKS.has(word.text)) return false;
    if (/^\d/.test(word.text) || affirming(at)) return true;
  }
  return false;
}

/**
 * "Fever, chills, sweats denied": whether what stands before the comma at `from` is an item of the list that ends at
 * `to`; not so in "Widespread rash sparing the face, blisters not seen".
 */
function isItem(from: number, to: number, tokens: readonly Token[]): boolean {
  if (tokens[from]?.before !== Break.comma) return true;
  for (let at = from; at < to; at++) if (LINKS.has((tokens[at] as Token).word.text)) return true;
  for (let at = from - 1; at >= from - MOST_ITEM_WORDS; at--) {
    if (at <= 0 || (tokens[at] as Token).before >= Break.comma) return true;
  }
  return false;
}

type Range = readonly [from: number, to: number];

function scopesOf(
  hit: Hit<Cue>,
  tokens: readonly Token[],
  clauses: readonly number[],
  stops: ReadonlySet<number>,
  asserting: (at: number) => boolean,
  affirming: (at: number) => boolean,
): Range[] {
  const { pattern } = hit;
  const { direction, reach, scope } = pattern.meaning;
  const ends = (inner: number, outer: number) =>
    scope === 'clause' && (stops.has(outer) || clauses[inner] !== clauses[outer]);
  const isDenial = pattern.meaning.kind === 'negation' && scope === 'clause';
  const scopes: Range[] = [];
  if (direction !== 'backward') {
    const last = Math.min(tokens.length, hit.to + (reach ?? tokens.length));
    let to = hit.to;
    if (!isAnswer(hit, tokens, clauses)) {
      while (to < last && !ends(to === hit.to ? to : to - 1, to)) {
        if (isDenial && to > hit.to && isAffirmed(to, tokens, affirming)) break;
        to++;
      }
    }
    const given = pattern.meaning.kind === 'negation' ? givenBehind(hit.to, tokens, asserting) : null;
    if (given === null) scopes.push([hit.to, to]);
    else scopes.push([hit.to, Math.min(to, given[0])], [Math.min(to, given[1]), to]);
  }
  if (direction !== 'forward' || speaksBack(hit, tokens)) {
    const first = Math.max(0, hit.from - (reach ?? tokens.length));
    let from = hit.from;
    // "was considered but has been excluded": the subject stands before the "but".
    if (from > first && hit.matched.length > 1 && LINKS.has(tokens[from - 1]?.word.text ?? '')) from--;
    // "Necrosis: not identified": a cue that begins its clause speaks of the one before.
    if (from > first && (from < hit.from || !stops.has(from - 1))) from--;
    while (from > first && !ends(from, from - 1)) {
      if (isDenial && from < hit.from && !isItem(from, hit.from, tokens)) break;
      from--;
    }
    scopes.push([from, hit.from]);
  }
  // The gap inside a cue's own words is in its scope: "no … was seen".
  if (hit.matched.length < hit.to - hit.from) scopes.push([hit.from, hit.to]);
  return scopes.filter(([from, to]) => from < to);
}
