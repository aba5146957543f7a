import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphaOfPairs, krippendorffAlpha } from '../../src/evaluate/alpha.js';
import { confusion } from '../../src/evaluate/confusion.js';

/** One line a coder, a column a unit; a dot is a missing label. */
function units(...coders: readonly string[]): string[][] {
  const lines = coders.map((line) => line.split(' '));
  return (lines[0] ?? []).map((_, unit) =>
    lines.map((line) => line[unit] as string).filter((label) => label !== '.'),
  );
}

describe('Krippendorff’s alpha (Krippendorff 2011, Computing Krippendorff’s Alpha-Reliability)', () => {
  it('is .095 for two observers and binary data (section A)', () => {
    const data = units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(krippendorffAlpha(data)).toBeCloseTo(0.095, 3);
  });

  it('is .692 for two observers and five nominal values (section B)', () => {
    const data = units('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(krippendorffAlpha(data)).toBeCloseTo(0.692, 3);
  });

  it('is .743 for four observers with missing data (section C)', () => {
    const data = units(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(krippendorffAlpha(data)).toBeCloseTo(0.743, 3);
  });

  it('is undefined without two labels of any unit, and where all labels are one value', () => {
    expect(krippendorffAlpha([['a'], [], ['b']])).toBeNull();
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNull();
  });

  it('is the same from the confusion matrix of two coders', () => {
    const value = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 }), (pairs) => {
        const direct = krippendorffAlpha(pairs);
        const fromMatrix = alphaOfPairs(confusion(pairs));
        if (direct === null) expect(fromMatrix).toBeNull();
        else expect(fromMatrix).toBeCloseTo(direct, 10);
      }),
    );
  });
});
