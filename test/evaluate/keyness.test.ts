import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihood } from '../../src/evaluate/keyness.js';

describe('Dunning’s log-likelihood', () => {
  // Dunning 1993, table 1: -2 log λ of word pairs "A B" in a text about Swiss banking.
  it.each([
    ['the swiss', 110, 2442, 111, 29114, 270.72],
    ['can be', 29, 13, 123, 31612, 263.9],
    ['previous year', 31, 23, 139, 31584, 256.84],
    ['mineral water', 10, 0, 3, 31764, 167.23],
  ])('of "%s" is as in Dunning 1993', (_, ab, aNotB, notAB, neither, expected) => {
    // After A, B stands `ab` times among ab + aNotB words; after other words `notAB` times among the rest.
    expect(logLikelihood(ab, ab + aNotB, notAB, notAB + neither)).toBeCloseTo(expected, 1);
  });

  it('is negative where the word is rarer than elsewhere, and 0 where it is as frequent', () => {
    expect(logLikelihood(1, 100, 10, 100)).toBeLessThan(0);
    expect(logLikelihood(1, 100, 10, 100)).toBeCloseTo(-logLikelihood(10, 100, 1, 100), 10);
    expect(logLikelihood(5, 100, 50, 1000)).toBeCloseTo(0, 10);
    expect(logLikelihood(0, 0, 3, 10)).toBe(0);
  });

  it('is a number for any counts', () => {
    const part = fc.nat(1000);
    fc.assert(
      fc.property(part, part, part, part, (a, b, c, d) => {
        expect(Number.isFinite(logLikelihood(a, a + b, c, c + d))).toBe(true);
      }),
    );
  });
});
