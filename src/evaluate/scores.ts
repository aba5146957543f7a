import { agreeing, type Confusion, cell, margins } from './confusion.js';

/** How one value fares. A figure is null where it is undefined: nothing to divide by. */
export interface ValueScore {
  /** Answers that the first coder (the gold labels) gave the value. */
  readonly gold: number;
  /** Answers that the second (the program) gave it. */
  readonly found: number;
  readonly both: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Precision, recall and F1 of each value (van Rijsbergen 1979), the rows being the truth. */
export function valueScores(matrix: Confusion): ValueScore[] {
  const { rows, columns } = margins(matrix);
  return matrix.values.map((_, i) => {
    const gold = rows[i] as number;
    const found = columns[i] as number;
    const both = cell(matrix, i, i);
    return {
      gold,
      found,
      both,
      precision: ratio(both, found),
      recall: ratio(both, gold),
      f1: ratio(2 * both, gold + found),
    };
  });
}

/** The mean F1 of the values that either coder used; null without answers. */
export function macroF1(matrix: Confusion): number | null {
  const { rows, columns } = margins(matrix);
  let sum = 0;
  let used = 0;
  for (let i = 0; i < matrix.values.length; i++) {
    const f1 = ratio(2 * cell(matrix, i, i), (rows[i] as number) + (columns[i] as number));
    if (f1 === null) continue;
    sum += f1;
    used++;
  }
  return ratio(sum, used);
}

/** The share of pairs that agree; null without answers. */
export function accuracy(matrix: Confusion): number | null {
  return ratio(agreeing(matrix), matrix.total);
}

export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
