import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../src/evaluate/kappa.js';
import { tableOf } from './confusion-of.js';

describe('Cohen’s kappa', () => {
  it('is .492 on the worked example of Cohen 1960, table 2 (N = 200)', () => {
    expect(cohenKappa(tableOf([88, 14, 18], [10, 40, 10], [2, 6, 12]))).toBeCloseTo(0.492, 3);
  });

  it('is .676 on the psychiatric diagnoses of Fleiss, Levin & Paik 2003, table 18.1', () => {
    expect(cohenKappa(tableOf([75, 1, 4], [5, 4, 1], [0, 0, 10]))).toBeCloseTo(0.676, 3);
  });

  it('is 1 for coders who always agree, and below 0 for those who agree less than by chance', () => {
    expect(cohenKappa(tableOf([3, 0], [0, 5]))).toBe(1);
    expect(cohenKappa(tableOf([0, 4], [4, 0]))).toBe(-1);
  });

  it('is undefined without answers, and where both gave one value throughout', () => {
    expect(cohenKappa(tableOf())).toBeNull();
    expect(cohenKappa(tableOf([7, 0], [0, 0]))).toBeNull();
  });
});
