/**
 * Cues and their scopes, after ConText (Harkema et al. 2009) and NegEx
 * (Chapman et al. 2001): a cue reaches forward or backward from itself until a
 * termination, the end of its clause, or its own reach ends it.
 */

import type { CompiledProfile } from '../profile/compile.js';
import type { Cue } from '../profile/model.js';
import { Break, type Sentence, type Token } from './lex.js';
import { findAll, type Hit, longestFirst } from './match.js';

/** A cue with the token ranges that it reaches. */
export interface ScopedCue {
  readonly hit: Hit<Cue>;
  /** `[from, to)` in tokens; the cue's own words are in none. */
  readonly scopes: readonly (readonly [from: number, to: number])[];
}

const CONJUNCTIONS = new Set(['and', 'or', 'so', 'but', 'nor', 'then']);

/** The cues of a sentence: longest first, and a word belongs to one cue. */
export function findCues(sentence: Sentence, profile: CompiledProfile): ScopedCue[] {
  const { tokens } = sentence;
  const hits = longestFirst(findAll(profile.cues, tokens, profile));
  const stops = new Set<number>();
  for (const { pattern, from } of hits) if (pattern.meaning.kind === 'termination') stops.add(from);
  return hits
    .filter(({ pattern }) => pattern.meaning.kind !== 'termination' && pattern.meaning.kind !== 'pseudo')
    .map((hit) => ({ hit, scopes: scopesOf(hit, tokens, stops, profile) }));
}

function scopesOf(
  hit: Hit<Cue>,
  tokens: readonly Token[],
  stops: ReadonlySet<number>,
  profile: CompiledProfile,
): (readonly [number, number])[] {
  const { direction } = hit.pattern.meaning;
  const scopes: (readonly [number, number])[] = [];
  if (direction !== 'backward') scopes.push([hit.to, forwardEnd(hit, tokens, stops, profile)]);
  if (direction !== 'forward') scopes.push([backwardStart(hit, tokens, stops, profile), hit.from]);
  // The gap inside a cue's own words is in its scope: "no … was seen".
  if (hit.matched.length < hit.to - hit.from) scopes.push([hit.from, hit.to]);
  return scopes.filter(([from, to]) => from < to);
}

function forwardEnd({ to, pattern }: Hit<Cue>, tokens: readonly Token[], stops: ReadonlySet<number>, profile: CompiledProfile): number {
  const { reach, scope } = pattern.meaning;
  const last = Math.min(tokens.length, to + (reach ?? tokens.length));
  // "No, it does": a comma right behind the cue makes it an answer of its own.
  if (tokens[to]?.before === Break.comma) return to;
  let at = to;
  for (; at < last; at++) {
    if (scope === 'sentence') continue;
    if (stops.has(at) || (at > to && opensClause(tokens, at, profile))) break;
  }
  return at;
}

function backwardStart({ from, pattern }: Hit<Cue>, tokens: readonly Token[], stops: ReadonlySet<number>, profile: CompiledProfile): number {
  const { reach, scope } = pattern.meaning;
  const first = Math.max(0, from - (reach ?? tokens.length));
  let at = from;
  for (; at > first; at--) {
    if (scope === 'sentence') continue;
    if (opensClause(tokens, at, profile)) break;
    if (stops.has(at - 1)) break;
  }
  return at;
}

/** Whether a clause of its own begins at this token. */
export function opensClause(tokens: readonly Token[], at: number, profile: CompiledProfile): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.before >= Break.clause) return true;
  const opener = (index: number) => tokens[index]?.elements.has(profile.clauseOpeners) ?? false;
  if (token.before === Break.comma) {
    return opener(at) || (CONJUNCTIONS.has(token.word) && (token.word === 'but' || token.word === 'so' || opener(at + 1)));
  }
  return (token.word === 'and' || token.word === 'or') && opener(at + 1);
}
