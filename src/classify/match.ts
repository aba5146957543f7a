import type { Located } from '../profile/anchored.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Lazy } from '../profile/lazy.js';
import type { PatternIndex } from '../profile/pattern-index.js';
import type { CompiledFamily, CompiledPattern, Step } from '../profile/steps.js';
import type { WordIndex } from '../profile/word-index.js';
import { Break, type Token } from './lex.js';
import { QuantityReader } from './quantity.js';

/** A pattern found in a sentence. Positions are token indexes. */
export interface Hit<T> {
  readonly pattern: CompiledPattern<T>;
  readonly from: number;
  /** Behind the last matched token. */
  readonly to: number;
  /** The tokens that its words matched; those of a gap are not among them. */
  readonly matched: readonly number[];
}

/** Matches patterns with the words of one sentence. */
export class Matcher {
  readonly #tokens: readonly Token[];
  readonly #quantities: QuantityReader;
  /** The tokens matched so far, up to the count. */
  readonly #matched: number[] = [];
  #count = 0;

  constructor(tokens: readonly Token[], { quantities }: CompiledProfile) {
    this.#tokens = tokens;
    this.#quantities = new QuantityReader(tokens, quantities);
  }

  /** Finds every pattern of the index in the sentence; in the order of their beginnings. */
  findAll<T>(index: PatternIndex<T>): Hit<T>[] {
    const hits: Hit<T>[] = [];
    index.search(this.#tokens, (located, at) => this.#findAround(at, located, hits));
    return hits;
  }

  /** Finds the patterns that begin at one token. */
  findAt<T>(index: WordIndex<Lazy<CompiledPattern<T>>>, at: number): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (const { value } of index.at((this.#tokens[at] as Token).word)) this.#match(value, at, hits);
    return hits;
  }

  /** Finds a pattern that has its anchor at `at`. */
  #findAround<T>(at: number, { pattern, least, most }: Located<T>, hits: Hit<T>[]): void {
    const first = Math.max(0, at - most);
    const last = at - least;
    const step = pattern.steps[0];
    if (step?.kind === 'family' && step.family.kind === 'quantity') {
      for (const from of this.#quantities.startsOf(step.family)) {
        if (from >= first && from <= last) this.#match(pattern, from, hits);
      }
      return;
    }
    if (most === 0) {
      // The anchor is the first word itself.
      this.#match(pattern, at, hits);
      return;
    }
    for (let from = first; from <= last; from++) {
      if ((this.#tokens[from] as Token).word.is(pattern.first)) this.#match(pattern, from, hits);
    }
  }

  /** Matches a pattern at a word that satisfies its first element. */
  #match<T>(pattern: CompiledPattern<T>, from: number, hits: Hit<T>[]): void {
    const { steps } = pattern;
    let to: number;
    if (steps[0]?.kind === 'word') {
      this.#matched[0] = from;
      this.#count = 1;
      to = this.#endOfSteps(steps, 1, from + 1);
    } else {
      this.#count = 0;
      to = this.#endOfSteps(steps, 0, from);
    }
    if (to >= 0) insert(hits, { pattern, from, to, matched: this.#matched.slice(0, this.#count) });
  }

  /** The index behind the family's longest entry at `at`, or -1, as behind the last token. */
  endOf(family: CompiledFamily, at: number): number {
    if (family.kind === 'quantity') {
      const quantity = this.#quantities.read(at, family);
      return quantity !== null && quantity.low >= family.from && quantity.low <= family.to
        ? quantity.end
        : -1;
    }
    const word = this.#tokens[at]?.word;
    // "No fever, and" may end there.
    if (word === undefined) return -1;
    const mark = this.#count;
    let longest = -1;
    for (const { value } of family.index.at(word)) {
      longest = Math.max(longest, this.#endOfSteps(value.steps, 0, at));
      this.#count = mark;
    }
    return longest;
  }

  /**
   * Matches the steps from `step` on at token `at`; the shortest gaps win.
   *
   * @returns the index behind the last token, or -1.
   */
  #endOfSteps(steps: readonly Step[], step: number, at: number): number {
    const current = steps[step];
    if (current === undefined) return at;
    if (current.kind === 'gap') return this.#endBehindGap(steps, step + 1, at, current.most);
    const token = this.#tokens[at];
    if (token !== undefined && (step === 0 || token.before < Break.clause)) {
      const behind = this.#endOfStep(current, token, at);
      if (behind > at) {
        const mark = this.#count;
        for (let index = at; index < behind; index++) this.#matched[this.#count++] = index;
        const end = this.#endOfSteps(steps, step + 1, behind);
        if (end >= 0) return end;
        this.#count = mark;
      }
    }
    return current.optional ? this.#endOfSteps(steps, step + 1, at) : -1;
  }

  #endBehindGap(steps: readonly Step[], step: number, from: number, most: number): number {
    for (let at = from; at <= from + most; at++) {
      const end = this.#endOfSteps(steps, step, at);
      if (end >= 0) return end;
      const next = this.#tokens[at];
      if (next === undefined || next.before >= Break.clause) return -1;
    }
    return -1;
  }

  #endOfStep(step: Exclude<Step, { kind: 'gap' }>, { word }: Token, at: number): number {
    if (step.kind === 'word') return word.is(step.element) ? at + 1 : -1;
    return this.endOf(step.family, at);
  }
}

/** Keeps hits in order. A pattern that has more than one word like its anchor may be found twice. */
function insert<T>(hits: Hit<T>[], hit: Hit<T>): void {
  let place = hits.length;
  for (; place > 0; place--) {
    const before = hits[place - 1] as Hit<T>;
    if (before.from < hit.from) break;
    if (before.from === hit.from && before.pattern === hit.pattern) return;
  }
  if (place === hits.length) hits.push(hit);
  else hits.splice(place, 0, hit);
}

/**
 * Keeps the longest of hits that share a word; of equals, the one that comes first. Length is counted in
 * matched words, so that a gap wins nothing.
 *
 * @param hits in the order of their beginnings.
 * @param givesWay whether a hit gives way to all others, however long.
 */
export function longestFirst<T>(hits: readonly Hit<T>[], tokens: readonly Token[]): readonly Hit<T>[] {
  if (areApart(hits)) return hits;
  const kept: Hit<T>[] = [];
  for (const hit of hits.toSorted(
    (a, b) =>
      b.matched.length - a.matched.length ||
      a.from - b.from ||
      a.to - b.to ||
      exactness(a, tokens) - exactness(b, tokens) ||
      a.pattern.firstOrder() - b.pattern.firstOrder() ||
      a.pattern.order - b.pattern.order,
  )) {
    if (!kept.some((longer) => shareWord(longer, hit))) kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function shareWord(a: Hit<unknown>, b: Hit<unknown>): boolean {
  return a.from < b.to && b.from < a.to && a.matched.some((index) => b.matched.includes(index));
}

/** Whether each hit ends before the next one begins. */
function areApart(hits: readonly Hit<unknown>[]): boolean {
  let end = 0;
  for (const { from, to } of hits) {
    if (from < end) return false;
    end = to;
  }
  return true;
}

/** How closely its word is that by which the hit begins: a word's own comes before that of its stem, or a glob. */
function exactness({ pattern, from }: Hit<unknown>, tokens: readonly Token[]): number {
  return (tokens[from] as Token).word.fit(pattern.first);
}
