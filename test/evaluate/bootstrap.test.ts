import { describe, expect, it } from 'vitest';
import { agreement } from '../../src/evaluate/agreement.js';
import { bootstrap } from '../../src/evaluate/bootstrap.js';
import { randomNumbers } from '../../src/evaluate/random.js';
import { pairsOf } from './confusion-of.js';

/** Efron & Tibshirani 1993, table 14.1: the spatial test data, test A, of 26 children. */
const SPATIAL_TEST = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
];

function variance(data: readonly number[]): number {
  const mean = data.reduce((sum, x) => sum + x, 0) / data.length;
  return data.reduce((sum, x) => sum + (x - mean) ** 2, 0) / data.length;
}

describe('bootstrap intervals', () => {
  it('equal those of Efron & Tibshirani 1993, table 14.2: variance 171.5, 90 % percentile interval 100.8 to 233.9', () => {
    expect(variance(SPATIAL_TEST)).toBeCloseTo(171.5, 1);
    const [interval] = bootstrap(
      SPATIAL_TEST.length,
      (drawn) => [variance(Array.from(drawn, (i) => SPATIAL_TEST[i] as number))],
      { level: 0.9, resamples: 9999 },
    );
    // Their 2000 draws leave an error of about 3 in each bound.
    expect(interval?.[0]).toBeGreaterThan(97);
    expect(interval?.[0]).toBeLessThan(104);
    expect(interval?.[1]).toBeGreaterThan(230);
    expect(interval?.[1]).toBeLessThan(237);
  });

  it('of kappa lie near the large-sample .51 to .85 of Fleiss, Levin & Paik 2003, ch. 18.1', () => {
    const { kappa } = agreement(pairsOf([75, 1, 4], [5, 4, 1], [0, 0, 10]), []);
    expect(kappa.interval?.[0]).toBeCloseTo(0.51, 1);
    expect(kappa.interval?.[1]).toBeCloseTo(0.85, 1);
  });

  it('are repeatable, and another seed gives others', () => {
    const pairs = pairsOf([8, 2], [3, 7]);
    const first = agreement(pairs, [], { resamples: 199 });
    expect(agreement(pairs, [], { resamples: 199 })).toEqual(first);
    expect(agreement(pairs, [], { resamples: 199, seed: 2 }).kappa.interval).not.toEqual(
      first.kappa.interval,
    );
  });

  it('are undefined where most draws leave the figure undefined, and without units', () => {
    expect(bootstrap(3, () => [null, 1], { resamples: 9 })).toEqual([null, [1, 1]]);
    expect(bootstrap(0, () => [1])).toEqual([]);
  });
});

describe('random numbers', () => {
  it('fill [0, 1) evenly and repeat with the seed', () => {
    const random = randomNumbers(7);
    const tenths = new Array(10).fill(0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]++;
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120);
    expect(randomNumbers(7)()).toBe(randomNumbers(7)());
    expect(randomNumbers(7)()).not.toBe(randomNumbers(8)());
  });
});
