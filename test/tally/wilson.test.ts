import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/tally/wilson.js';

describe('wilson', () => {
  // Newcombe RG (1998), "Two-sided confidence intervals for the single proportion: comparison of seven
  // methods", Statistics in Medicine 17:857-872, table I, method 3 (score without continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('equals the published interval of %i in %i', (count, n, lower, upper) => {
    const [low, high] = wilson(count / n, n);
    expect(low).toBeCloseTo(lower, 4);
    expect(high).toBeCloseTo(upper, 4);
  });

  it('holds the share, stays within 0 to 1, mirrors for the complement, and narrows with the sample', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (count, more) => {
        const n = count + more;
        const [low, high] = wilson(count / n, n);
        const [otherLow, otherHigh] = wilson(1 - count / n, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / n);
        expect(high).toBeGreaterThanOrEqual(count / n);
        expect(1 - otherHigh).toBeCloseTo(low, 10);
        expect(1 - otherLow).toBeCloseTo(high, 10);
        const [wideLow, wideHigh] = wilson(count / n, n / 2);
        expect(high - low).toBeLessThan(wideHigh - wideLow);
      }),
    );
  });

  it('reaches 0 and 1 exactly', () => {
    expect(wilson(0, 7)[0]).toBe(0);
    expect(wilson(1, 7)[1]).toBe(1);
  });
});
