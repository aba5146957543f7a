/**
 * Cues and their scopes, after ConText (Harkema et al. 2009) and NegEx
 * (Chapman et al. 2001): a cue reaches forward or backward from itself until a
 * termination, the end of its clause, another negation of the same list, or
 * its own reach ends it.
 */

import type { CueKind } from '../model.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Cue } from '../profile/model.js';
import { givenBehind } from './given.js';
import { Break, type Token } from './lex.js';
import {
  hasVerb,
  isAffirmed,
  isItem,
  isItemAffirmed,
  isLinked,
  isListed,
  isOtherSubject,
  itemAt,
  LINKS,
  RELATIVES,
  subjectEndsAt,
} from './lists.js';
import { type Hit, longestFirst, type Matcher } from './match.js';

/** A cue with the token ranges that it reaches. */
export interface ScopedCue {
  readonly hit: Hit<Cue>;
  /** What it is to a term in its scopes, or one that has words of it. */
  readonly kind: CueKind;
  /** Behind the first denial that is part of it; for a term that has the words which made more of it. */
  readonly denialEnd: number;
  /** `[from, to)` in tokens; the cue's own words are in none. */
  readonly scopes: readonly (readonly [from: number, to: number])[];
}

/** Denials that may stand behind what they deny. */
const POSTPOSED = new Set(['no', 'none', 'nil', 'denied', 'excluded', 'neg', 'ruled out']);

/** The cues of a sentence: longest first, and a word belongs to one cue. `clauses`: the clause of each token. */
export function findCues(
  tokens: readonly Token[],
  clauses: readonly number[],
  matcher: Matcher,
  profile: CompiledProfile,
): ScopedCue[] {
  const all = matcher.findAll(profile.cues);
  const hits = longestFirst(withoutFalse(all), tokens);
  const stops = new Set<number>();
  const denied = new Set<number>();
  for (const { pattern, from, matched } of hits) {
    const { kind } = pattern.meaning;
    if (kind === 'termination' || (kind === 'negation' && isListed(tokens, from, denied))) stops.add(from);
    if (kind === 'negation') for (const at of matched) denied.add(at);
  }
  const [asserting, affirming] = [profile.family('asserting'), profile.family('affirming')];
  const sentence: Heard = {
    tokens,
    clauses,
    stops,
    denied,
    isAsserting: (at) => asserting === undefined || matcher.endOf(asserting, at) > at,
    isAffirming: (at) => affirming !== undefined && matcher.endOf(affirming, at) > at,
  };
  return hits.flatMap((hit): ScopedCue[] => {
    const { kind, direction } = hit.pattern.meaning;
    if (kind === 'termination') return [];
    // "no increase in fever" denies no fever; the increase it denies.
    if (kind === 'pseudo') return [{ hit, kind: 'negation', denialEnd: endOfDenial(hit, all), scopes: [] }];
    const denialEnd = direction === 'backward' ? endOfDenial(hit, all) : Number.POSITIVE_INFINITY;
    return [{ hit, kind, denialEnd, scopes: scopesOf(hit, sentence) }];
  });
}

/** Where the first denial ends that a cue is made of: "was not | met", "no | increase"; infinity where it has none. */
function endOfDenial({ from, to }: Hit<Cue>, all: readonly Hit<Cue>[]): number {
  const ends = all
    .filter(({ pattern }) => pattern.meaning.kind === 'negation' && pattern.meaning.direction !== 'backward')
    .filter((part) => part.from >= from && part.to < to)
    .map((part) => part.to);
  return Math.min(...ends);
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

const SUBJECT = /^(?:i|it|he|she|they|we|you|there)(?:'.*)?$/;
/** Behind "no" these begin a sentence of their own, wherever it stands: "well no they don't", "haha no my muscles did not". */
const OWN_SUBJECT = /^(?:i|it|he|she|they|we|my|our|your|their|his|her|mine)(?:'.*)?$/;

/**
 * "No, it does", "No: it does", "No it does": the cue is an answer of its own; not so in "will not, in general, …" or
 * "Denies: …".
 */
function isAnswer(
  { matched, from, to }: Hit<Cue>,
  tokens: readonly Token[],
  clauses: readonly number[],
): boolean {
  const { before, word } = tokens[to] ?? {};
  const isNo = matched.length === 1 && (tokens[from] as Token).word.text === 'no';
  if (isNo && (from === 0 ? SUBJECT : OWN_SUBJECT).test(word?.text ?? '')) return true;
  if (before === Break.clause) return isNo;
  return (
    before === Break.comma && (matched.length === 1 || from === 0 || clauses[from - 1] !== clauses[from])
  );
}

/**
 * "Chest pain: denied", "Cough - no": a denial that is all of its clause speaks of the one before. "Cough denied": one
 * that ends its clause, of what stands in it. "It never comes back, some say": who says it may stand at the end.
 */
function speaksBack({ pattern, from, to }: Hit<Cue>, tokens: readonly Token[]): boolean {
  const { kind } = pattern.meaning;
  if (kind === 'attribution') return tokens[to] === undefined && tokens[from]?.before === Break.comma;
  if (kind !== 'negation' || from === 0) return false;
  if ((tokens[to]?.before ?? Break.sentence) < Break.comma) return false;
  const { before } = tokens[from] as Token;
  const words = tokens.slice(from, to).map(({ word }) => word.text);
  return before === Break.clause || (before === Break.none && POSTPOSED.has(words.join(' ')));
}

/** So many words before it a sentence still begins with what is absent: "In patients without …, there was …". */
const OPENING = 4;
/** How such a denial begins: "In the absence of …, there was …". */
const OPENERS = new Set(['without', 'in', 'for']);

/** Whether what a denial denies is over at `at`, though its clause goes on. */
function isOver(at: number, hit: Hit<Cue>, heard: Heard): boolean {
  const { tokens, denied, isAffirming } = heard;
  if (isAffirmed(at, tokens, denied, isAffirming)) return true;
  if (isNominal(hit, tokens) && subjectEndsAt(at, tokens, hit.from === 0)) return true;
  return !isLinked(at, tokens) && (isOfOne(hit, heard) || isSubject(hit, at, tokens));
}

/** "Absence of fever does not exclude …", "without his CPAP the …": such a denial is of the thing that it names. */
const NOMINAL = new Set(['absence', 'lack', 'without']);

function isNominal({ matched }: Hit<Cue>, tokens: readonly Token[]): boolean {
  return matched.some((at) => NOMINAL.has((tokens[at] as Token).word.text));
}

/** "No insulin was needed, sugars settling": behind the comma at `at` the denied subject has had its verb. */
function isSubject({ from, to, matched }: Hit<Cue>, at: number, tokens: readonly Token[]): boolean {
  return matched.length === 1 && (tokens[from] as Token).word.text === 'no' && hasVerb(to, at, tokens);
}

/** Whether a denial is of one thing: the next of a list where each has its own ("no …, no …"), or at the beginning. */
function isOfOne({ from }: Hit<Cue>, { tokens, stops, denied }: Heard): boolean {
  if (stops.has(from)) return Math.min(...denied) < from;
  if (tokens[from - 1]?.word.text === 'despite') return true;
  return from <= OPENING && OPENERS.has((tokens[from] as Token).word.text);
}

type Range = readonly [from: number, to: number];

/** What a cue stands in. */
interface Heard {
  readonly tokens: readonly Token[];
  /** The clause of each token. */
  readonly clauses: readonly number[];
  /** Where other cues end its scope. */
  readonly stops: ReadonlySet<number>;
  /** The words of denials. */
  readonly denied: ReadonlySet<number>;
  readonly isAsserting: (at: number) => boolean;
  readonly isAffirming: (at: number) => boolean;
}

/** Words of what a clause tells more of. */
const MOST_ANTECEDENT = 4;

/** Where that begins which stands before the relative pronoun at `at`. */
function antecedentAt(at: number, { tokens, stops, denied }: Heard): number {
  let from = at;
  while (from > 0 && at - from < MOST_ANTECEDENT && !stops.has(from - 1) && !denied.has(from - 1)) {
    from--;
    if ((tokens[from] as Token).before >= Break.comma) break;
  }
  return from;
}

function scopesOf(hit: Hit<Cue>, heard: Heard): Range[] {
  const { tokens, clauses, stops, denied, isAsserting } = heard;
  const { pattern } = hit;
  const { direction, reach, scope } = pattern.meaning;
  const ends = (inner: number, outer: number) =>
    scope === 'clause' && (stops.has(outer) || clauses[inner] !== clauses[outer]);
  const isDenial = pattern.meaning.kind === 'negation' && scope === 'clause';
  const scopes: Range[] = [];
  const isBack = direction !== 'forward' || speaksBack(hit, tokens);
  // "HIV neg; hep C pos": what speaks back at its clause's end speaks of nothing else.
  if (direction !== 'backward' && !(isBack && tokens[hit.to]?.before === Break.clause)) {
    const last = Math.min(tokens.length, hit.to + (reach ?? tokens.length));
    let to = hit.to;
    if (!isAnswer(hit, tokens, clauses)) {
      while (to < last && !ends(to === hit.to ? to : to - 1, to)) {
        if (isDenial && to > hit.to && isOver(to, hit, heard)) break;
        to++;
      }
    }
    const given = pattern.meaning.kind === 'negation' ? givenBehind(hit.to, tokens, isAsserting) : null;
    if (given === null) scopes.push([hit.to, to]);
    else scopes.push([hit.to, Math.min(to, given[0])], [Math.min(to, given[1]), to]);
  }
  if (isBack) {
    const first = Math.max(0, hit.from - (reach ?? tokens.length));
    let from = hit.from;
    // "was considered but has been excluded": the subject stands before the "but".
    if (from > first && hit.matched.length > 1 && LINKS.has(tokens[from - 1]?.word.text ?? '')) from--;
    // "Necrosis: not identified": a cue that begins its clause speaks of the one before.
    const isOther = isDenial && isItemAffirmed(hit.from, tokens, heard.isAffirming);
    if (from > first && (from < hit.from || !(stops.has(from - 1) || isOther))) from--;
    while (from > first && !ends(from, from - 1)) {
      if (isDenial && from < hit.from) {
        if (
          denied.has(from - 1) ||
          !isItem(from, hit.from, tokens, heard.isAffirming) ||
          isOtherSubject(from, tokens)
        )
          break;
      }
      from--;
    }
    // "No fever, chills denied": the item before denies itself.
    if (isDenial && denied.has(from - 1)) from = itemAt(from, hit.from, tokens);
    scopes.push([from, hit.from]);
    // "tumor lysis, which did not occur": the clause tells of what stands before it.
    if (isDenial && RELATIVES.has(tokens[hit.from - 1]?.word.text ?? ''))
      scopes.push([antecedentAt(hit.from - 1, heard), hit.from - 1]);
  }
  // The gap inside a cue's own words is in its scope: "no … was seen"; not so in "too … to".
  if (hit.matched.length < hit.to - hit.from && tokens[hit.from]?.word.text !== 'too')
    scopes.push([hit.from, hit.to]);
  return scopes.filter(([from, to]) => from < to);
}
