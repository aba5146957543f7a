/**
 * Cues and their scopes, after ConText (Harkema et al. 2009) and NegEx
 * (Chapman et al. 2001): a cue reaches forward or backward from itself until a
 * termination, the end of its clause, another negation of the same list, or
 * its own reach ends it.
 */

import type { CompiledProfile } from '../profile/compile.js';
import type { Cue } from '../profile/model.js';
import { Break, type Token } from './lex.js';
import { findAll, type Hit, longestFirst } from './match.js';

/** A cue with the token ranges that it reaches. */
export interface ScopedCue {
  readonly hit: Hit<Cue>;
  /** `[from, to)` in tokens; the cue's own words are in none. */
  readonly scopes: readonly (readonly [from: number, to: number])[];
}

const LINKS = new Set(['and', 'or', 'nor', 'but']);

/** The cues of a sentence: longest first, and a word belongs to one cue. `clauses`: the clause of each token. */
export function findCues(
  tokens: readonly Token[],
  clauses: readonly number[],
  profile: CompiledProfile,
): ScopedCue[] {
  const hits = longestFirst(findAll(profile.cues, tokens, profile));
  const stops = new Set<number>();
  for (const { pattern, from } of hits) {
    const { kind } = pattern.meaning;
    if (kind === 'termination' || (kind === 'negation' && isListed(tokens, from))) stops.add(from);
  }
  return hits
    .filter(({ pattern }) => pattern.meaning.kind !== 'termination' && pattern.meaning.kind !== 'pseudo')
    .map((hit) => ({ hit, scopes: scopesOf(hit, tokens, clauses, stops) }));
}

/** "no masses, no nodes": the second negation is no denial of the first, but the next of a list. */
function isListed(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return token.before >= Break.comma || token.word === 'nor' || LINKS.has(tokens[at - 1]?.word ?? '');
}

type Range = readonly [from: number, to: number];

function scopesOf(
  hit: Hit<Cue>,
  tokens: readonly Token[],
  clauses: readonly number[],
  stops: ReadonlySet<number>,
): Range[] {
  const { direction, reach, scope } = hit.pattern.meaning;
  const ends = (inner: number, outer: number) =>
    scope === 'clause' && (stops.has(outer) || clauses[inner] !== clauses[outer]);
  const scopes: Range[] = [];
  if (direction !== 'backward') {
    const last = Math.min(tokens.length, hit.to + (reach ?? tokens.length));
    let to = hit.to;
    // "No, it does": a comma right behind the cue makes it an answer of its own.
    if (tokens[to]?.before !== Break.comma) {
      while (to < last && !ends(to === hit.to ? to : to - 1, to)) to++;
    }
    scopes.push([hit.to, to]);
  }
  if (direction !== 'forward') {
    const first = Math.max(0, hit.from - (reach ?? tokens.length));
    let from = hit.from;
    // "Necrosis: not identified": a cue that begins its clause speaks of the one before.
    if (from > first && !stops.has(from - 1)) from--;
    while (from > first && !ends(from, from - 1)) from--;
    scopes.push([from, hit.from]);
  }
  // The gap inside a cue's own words is in its scope: "no … was seen".
  if (hit.matched.length < hit.to - hit.from) scopes.push([hit.from, hit.to]);
  return scopes.filter(([from, to]) => from < to);
}
