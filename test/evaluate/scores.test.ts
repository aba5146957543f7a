import { describe, expect, it } from 'vitest';
import { agreement } from '../../src/evaluate/agreement.js';
import { confusion } from '../../src/evaluate/confusion.js';
import { accuracy, macroF1, valueScores } from '../../src/evaluate/scores.js';
import { tableOf } from './confusion-of.js';

describe('precision, recall and F1', () => {
  it('equal the example of scikit-learn’s precision_recall_fscore_support (cat, dog, pig)', () => {
    const gold = ['cat', 'dog', 'pig', 'cat', 'dog', 'pig'];
    const found = ['cat', 'pig', 'dog', 'cat', 'cat', 'dog'];
    const matrix = confusion(gold.map((value, i) => [value, found[i] as string] as const));
    expect(valueScores(matrix)).toEqual([
      { gold: 2, found: 3, both: 2, precision: 2 / 3, recall: 1, f1: 0.8 },
      { gold: 2, found: 2, both: 0, precision: 0, recall: 0, f1: 0 },
      { gold: 2, found: 1, both: 0, precision: 0, recall: 0, f1: 0 },
    ]);
    expect(macroF1(matrix)).toBeCloseTo(0.8 / 3, 12);
    expect(accuracy(matrix)).toBeCloseTo(1 / 3, 12);
  });

  it('equal Manning, Raghavan & Schütze 2008, table 13.8: precision .5 and .9', () => {
    expect(valueScores(tableOf([10, 10], [10, 970]))[0]?.precision).toBe(0.5);
    expect(valueScores(tableOf([90, 10], [10, 890]))[0]?.precision).toBe(0.9);
  });

  it('leave values that nobody used out of the mean, and count those that one coder used', () => {
    expect(macroF1(confusion([['a', 'a']], ['a', 'b', 'c']))).toBe(1);
    expect(
      macroF1(
        confusion([
          ['a', 'a'],
          ['a', 'b'],
        ]),
      ),
    ).toBeCloseTo((2 / 3 + 0) / 2, 12);
  });

  it('are undefined where there is nothing to divide by', () => {
    expect(valueScores(confusion([['a', 'a']], ['a', 'b']))[1]).toEqual({
      gold: 0,
      found: 0,
      both: 0,
      precision: null,
      recall: null,
      f1: null,
    });
    expect(agreement([], ['a']).macroF1).toEqual({ value: null, interval: null });
  });
});
