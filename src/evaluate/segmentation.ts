/** How well a parser cuts: boundary F1, whole answers, Pk and WindowDiff. */

import type { Answer } from '../model.js';

/** Where an answer truly stands, as a person noted it. */
export interface TrueCut {
  readonly heading: string | null;
  /** First words of the body, as written. */
  readonly starts_with: string;
  /** Last words of the body, as written. */
  readonly ends_with: string;
}

export interface BoundaryScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of found places against true ones; a place counts where it is the same to the unit. */
export function boundaryScore(truth: readonly number[], found: readonly number[]): BoundaryScore {
  const places = new Set(truth);
  const hits = new Set(found.filter((place) => places.has(place))).size;
  return scoreOf(hits, new Set(truth).size, new Set(found).size);
}

/** Precision, recall and F1 from counts; all are 1 where there was nothing to find and nothing was found. */
export function scoreOf(hits: number, truth: number, found: number): BoundaryScore {
  if (truth === 0 && found === 0) return { precision: 1, recall: 1, f1: 1 };
  const precision = found === 0 ? 0 : hits / found;
  const recall = truth === 0 ? 0 : hits / truth;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/**
 * Pk (Beeferman, Berger and Lafferty 1999): the share of windows of `k` units whose two ends the two segmentations
 * disagree on, whether they are of one segment. 0 is best. `truth` and `found` are the first units of all
 * segments but the first, of `units` units; `k` is half the mean length of a true segment unless it is given.
 */
export function pk(
  truth: readonly number[],
  found: readonly number[],
  units: number,
  k = windowOf(truth, units),
): number {
  return windows(truth, found, units, k, (a, b) => (a === 0) !== (b === 0));
}

/**
 * WindowDiff (Pevzner and Hearst 2002): the share of windows of `k` units in which the two segmentations have not
 * the same number of boundaries. 0 is best. Arguments as for `pk`.
 */
export function windowDiff(
  truth: readonly number[],
  found: readonly number[],
  units: number,
  k = windowOf(truth, units),
): number {
  return windows(truth, found, units, k, (a, b) => a !== b);
}

/** Half the mean length of a true segment, at least 1. */
export function windowOf(truth: readonly number[], units: number): number {
  return Math.max(1, Math.round(units / (truth.length + 1) / 2));
}

function windows(
  truth: readonly number[],
  found: readonly number[],
  units: number,
  k: number,
  differ: (truth: number, found: number) => boolean,
): number {
  if (units <= k) return 0;
  const a = boundariesUpTo(truth, units);
  const b = boundariesUpTo(found, units);
  let wrong = 0;
  for (let i = 0; i + k < units; i++) {
    const inTruth = (a[i + k] as number) - (a[i] as number);
    const inFound = (b[i + k] as number) - (b[i] as number);
    if (differ(inTruth, inFound)) wrong++;
  }
  return wrong / (units - k);
}

/** For each unit, how many segments have started up to and with it. */
function boundariesUpTo(starts: readonly number[], units: number): Uint32Array {
  const upTo = new Uint32Array(units);
  for (const start of new Set(starts)) if (start > 0 && start < units) upTo[start] = 1;
  for (let i = 1; i < units; i++) upTo[i] = (upTo[i] as number) + (upTo[i - 1] as number);
  return upTo;
}

/** Where the true cuts stand in the text: the start of heading or body, and the body's start. */
export interface Placed {
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Finds the true cuts in the text, in order. Throws where a cut's words are not found: the labels are wrong then. */
export function placeCuts(text: string, cuts: readonly TrueCut[]): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  for (const cut of cuts) {
    const bodyStart = text.indexOf(cut.starts_with, at);
    const last = text.indexOf(cut.ends_with, bodyStart);
    if (bodyStart < 0 || last < 0)
      throw new Error(`No such words behind ${at}: ${cut.starts_with} … ${cut.ends_with}`);
    const bodyEnd = last + cut.ends_with.length;
    const heading = cut.heading ? text.lastIndexOf(cut.heading, bodyStart - 1) : -1;
    placed.push({ start: heading >= at ? heading : bodyStart, bodyStart, bodyEnd });
    at = bodyEnd;
  }
  return placed;
}

/** Whether an answer is the true one: the same heading, the same first and last words. */
export function isWhole(answer: Answer, cut: TrueCut): boolean {
  return (
    fold(answer.heading ?? '') === fold(cut.heading ?? '') &&
    fold(answer.body).startsWith(fold(cut.starts_with)) &&
    fold(answer.body).endsWith(fold(cut.ends_with))
  );
}

/** How many true answers were found whole; each answer found is used once, in order. */
export function wholeAnswers(answers: readonly Answer[], cuts: readonly TrueCut[]): number {
  let from = 0;
  let whole = 0;
  for (const cut of cuts) {
    const at = answers.findIndex((answer, i) => i >= from && isWhole(answer, cut));
    if (at < 0) continue;
    whole++;
    from = at + 1;
  }
  return whole;
}

function fold(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** Offsets of the words of `text`, as the units of Pk and WindowDiff. */
export function wordStarts(text: string): number[] {
  return [...text.matchAll(/\S+/g)].map((word) => word.index);
}

/** The index of the first word at or behind `offset`. */
export function wordAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export interface CutScore {
  readonly truth: number;
  readonly found: number;
  /** Answers that start where a true one starts. */
  readonly hits: number;
  readonly whole: number;
  readonly pk: number;
  readonly windowDiff: number;
}

/** Measures the answers found in `text` against the true cuts. */
export function measureCuts(text: string, answers: readonly Answer[], cuts: readonly TrueCut[]): CutScore {
  const placed = placeCuts(text, cuts).map(({ start }) => start);
  const found = answers.map(({ span }) => span[0]);
  const words = wordStarts(text);
  const inWords = (offsets: readonly number[]) => offsets.map((offset) => wordAt(words, offset));
  const places = new Set(placed);
  return {
    truth: cuts.length,
    found: answers.length,
    hits: found.filter((start) => places.has(start)).length,
    whole: wholeAnswers(answers, cuts),
    pk: pk(inWords(placed), inWords(found), words.length),
    windowDiff: windowDiff(inWords(placed), inWords(found), words.length),
  };
}
