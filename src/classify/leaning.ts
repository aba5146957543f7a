/** Words that lean to values without saying them: where they stand, and what they add up to. */

import type { Span } from '../model.js';
import type { LeaningIndex, LeaningRows } from '../profile/leaning-index.js';
import type { Facet } from '../profile/model.js';
import type { Excepted } from './assert.js';
import type { HeardSentence } from './heard.js';
import { Break, type Token } from './lex.js';

/** Leaning words where an answer has them first. */
export interface FoundLeaning {
  /** Their number among the profile's. */
  readonly row: number;
  readonly span: Span;
  readonly isDenied: boolean;
  /** The facets in which it says nothing where it stands. */
  readonly without: readonly Facet[];
}

const IN_ALL: readonly Facet[] = [];

/**
 * The leaning words of an answer, each once, in the order of the text. A pair has no mark between its words. What a
 * negation reaches is another word ("not_heavy"), after Das & Chen 2001 and Pang et al. 2002; a pair stays itself. What
 * is somebody else's view leans to nothing, nor does a courtesy, nor in its facet what an exception has.
 */
export function leaningWordsIn(
  sentences: readonly HeardSentence[],
  index: LeaningIndex,
  excepted: readonly Excepted[] = [],
): FoundLeaning[] {
  const found: FoundLeaning[] = [];
  if (index.isEmpty) return found;
  index.begin();
  const take = (row: number, span: Span, isDenied: boolean) => {
    index.meet(row);
    found.push({ row, span, isDenied, without: facetsWithout(span, excepted) });
  };
  for (const heard of sentences) {
    if (isCourtesy(heard)) continue;
    const { tokens } = heard.sentence;
    let before: readonly number[] = [];
    let start = 0;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      const numbers = index.numbersOf(token.word);
      const pair = token.before === Break.none ? pairOf(index, before, numbers) : undefined;
      const number = singleIn(index, numbers);
      // Whose view it is takes longest to tell, and most words do not lean, or have been met.
      if ((pair !== undefined || number !== undefined) && !heard.isOthers(at)) {
        if (pair !== undefined) take(pair, [start, token.end], false);
        const isDenied = number !== undefined && heard.isDenied(at);
        const alone = number === undefined ? undefined : index.alone(number, isDenied);
        if (alone !== undefined) take(alone, [token.start, token.end], isDenied);
      }
      before = numbers;
      start = token.start;
    }
  }
  return found;
}

function facetsWithout([from, to]: Span, excepted: readonly Excepted[]): readonly Facet[] {
  if (excepted.length === 0) return IN_ALL;
  const own = excepted.filter(({ span }) => span[0] <= from && to <= span[1]);
  return own.length === 0 ? IN_ALL : own.map(({ facet }) => facet);
}

function pairOf(
  index: LeaningIndex,
  firsts: readonly number[],
  seconds: readonly number[],
): number | undefined {
  for (let i = 0; i < firsts.length; i++) {
    for (let j = 0; j < seconds.length; j++) {
      const row = index.pair(firsts[i] as number, seconds[j] as number);
      if (row !== undefined) return row;
    }
  }
  return undefined;
}

/** The first of a word's numbers that leans alone, or denied. */
function singleIn(index: LeaningIndex, numbers: readonly number[]): number | undefined {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    if ((index.alone(number, false) ?? index.alone(number, true)) !== undefined) return number;
  }
  return undefined;
}

/** What is said to anybody: "Hi Kelly,", "Thank you for your question.", "Best of luck, Dr. Roe". */
const COURTESY =
  /^(?:(?:hi|hello|hey|dear|greetings)\b.{0,40}|(?:hi|hello)?.{0,12}\b(?:thanks?|thank you)\b.{0,60}|(?:good|best of) luck\b.{0,40}|(?:good|great|excellent) question\b.{0,20}|(?:best|kind|warm(?:est)?)(?: regards| wishes)\b.{0,40}|(?:i )?hope (?:this|that|it) helps\b.{0,20})$/;
const LONGEST_COURTESY = 90;

/** Who is polite leans to nothing by it: it is a habit of writers, whatever they think. */
function isCourtesy({ sentence: { tokens } }: HeardSentence): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || last.end - first.start > LONGEST_COURTESY) return false;
  return COURTESY.test(tokens.map(({ word }) => word.text).join(' '));
}

/** Finer than any weight: sums are cut to it, so that the order of the words makes no difference. */
const FINEST = 1e6;

/** Facet id → value → what the words weigh for it together. */
export function leaningTotals(
  found: readonly FoundLeaning[],
  rows: LeaningRows,
): Map<string, Map<string, number>> {
  const sums = new Float64Array(rows.columns.length);
  for (const { row, without } of found) {
    const weights = rows.weights(row) as Float64Array;
    for (let column = 0; column < sums.length; column++) {
      if (without.length > 0 && without.some(({ id }) => id === rows.columns[column]?.[0])) continue;
      sums[column] = (sums[column] as number) + (weights[column] as number);
    }
  }
  const totals = new Map<string, Map<string, number>>();
  for (const [column, [facet, value]] of rows.columns.entries()) {
    const sum = Math.round((sums[column] as number) * FINEST) / FINEST;
    const ofFacet = totals.get(facet);
    if (ofFacet === undefined) totals.set(facet, new Map([[value, sum]]));
    else ofFacet.set(value, sum);
  }
  return totals;
}
