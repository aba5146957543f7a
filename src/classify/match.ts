import type {
  CompiledFamily,
  CompiledPattern,
  CompiledProfile,
  PatternIndex,
  Step,
} from '../profile/compile.js';
import { Break, type Token } from './lex.js';
import { readQuantity } from './quantity.js';

/** A pattern found in a sentence. Positions are token indexes. */
export interface Hit<T> {
  readonly pattern: CompiledPattern<T>;
  readonly from: number;
  /** Behind the last matched token. */
  readonly to: number;
  /** The tokens that its words matched; those of a gap are not among them. */
  readonly matched: readonly number[];
}

/** Finds every pattern of the index in the tokens from `from` to `to`. */
export function findAll<T>(
  index: PatternIndex<T>,
  tokens: readonly Token[],
  profile: CompiledProfile,
  from = 0,
  to = tokens.length,
): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = from; at < to; at++) findAt(index, tokens, at, to, profile, hits);
  return hits;
}

/** Finds the patterns that begin at one token. */
export function findAt<T>(
  index: PatternIndex<T>,
  tokens: readonly Token[],
  at: number,
  to: number,
  profile: CompiledProfile,
  hits: Hit<T>[],
): void {
  const { elements } = tokens[at] as Token;
  for (const element of elements) {
    const candidates = index.get(element);
    if (candidates === undefined) continue;
    for (const pattern of candidates) {
      const matched: number[] = [];
      const end = matchSteps(pattern.steps, 0, tokens, at, to, profile, matched);
      if (end >= 0 && !hits.some((hit) => hit.pattern === pattern && hit.from === at)) {
        hits.push({ pattern, from: at, to: end, matched });
      }
    }
  }
}

/**
 * Matches the steps from `step` on at token `at`; the shortest gaps win.
 *
 * @returns the index behind the last token, or -1; `matched` holds the matched tokens.
 */
function matchSteps(
  steps: readonly Step[],
  step: number,
  tokens: readonly Token[],
  at: number,
  to: number,
  profile: CompiledProfile,
  matched: number[],
): number {
  const current = steps[step];
  if (current === undefined) return at;
  if (current.kind === 'gap') {
    for (let skip = 0; skip <= current.most; skip++) {
      const end = matchSteps(steps, step + 1, tokens, at + skip, to, profile, matched);
      if (end >= 0) return end;
      const next = tokens[at + skip];
      if (next === undefined || next.before >= Break.clause) return -1;
    }
    return -1;
  }
  const token = at < to ? tokens[at] : undefined;
  if (token !== undefined && (step === 0 || token.before < Break.clause)) {
    const behind = matchOne(current, tokens, at, to, profile);
    if (behind > at) {
      const mark = matched.length;
      for (let index = at; index < behind; index++) matched.push(index);
      const end = matchSteps(steps, step + 1, tokens, behind, to, profile, matched);
      if (end >= 0) return end;
      matched.length = mark;
    }
  }
  return current.optional ? matchSteps(steps, step + 1, tokens, at, to, profile, matched) : -1;
}

function matchOne(
  step: Exclude<Step, { kind: 'gap' }>,
  tokens: readonly Token[],
  at: number,
  to: number,
  profile: CompiledProfile,
): number {
  if (step.kind === 'word') return step.test.matches((tokens[at] as Token).word) ? at + 1 : -1;
  return matchFamily(step.family, tokens, at, to, profile);
}

/** The index behind the family's longest entry at `at`, or -1. */
export function matchFamily(
  family: CompiledFamily,
  tokens: readonly Token[],
  at: number,
  to: number,
  profile: CompiledProfile,
): number {
  if (family.kind === 'patterns') {
    let longest = -1;
    for (const element of (tokens[at] as Token).elements) {
      for (const { steps } of family.index.get(element) ?? []) {
        longest = Math.max(longest, matchSteps(steps, 0, tokens, at, to, profile, []));
      }
    }
    return longest;
  }
  const { unit, from, to: most } = family;
  const units = profile.quantities.units;
  const unitOf =
    unit === 'time'
      ? ({ word }: Token) => units.get(word) ?? units.get(word.replace(/'?s?'?$/, ''))
      : ({ word }: Token) => (unit.matches(word) ? 1 : undefined);
  const quantity = readQuantity(tokens, at, { unitOf, isTime: unit === 'time' }, profile.quantities);
  if (quantity === null || quantity.end > to) return -1;
  return quantity.low >= from && quantity.low <= most ? quantity.end : -1;
}

/**
 * Keeps the longest of hits that share a word; of equals, the one that comes first.
 * Length is counted in matched words, so that a gap wins nothing.
 *
 * @param last hits that give way to all others, however long.
 */
export function longestFirst<T>(
  hits: readonly Hit<T>[],
  last: (meaning: T) => boolean = () => false,
): Hit<T>[] {
  const taken = new Set<number>();
  const order = (hit: Hit<T>) => Number(last(hit.pattern.meaning));
  return [...hits]
    .sort(
      (a, b) => order(a) - order(b) || b.matched.length - a.matched.length || a.from - b.from || a.to - b.to,
    )
    .filter(({ matched }) => {
      if (matched.some((index) => taken.has(index))) return false;
      for (const index of matched) taken.add(index);
      return true;
    })
    .sort((a, b) => a.from - b.from);
}
