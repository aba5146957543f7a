import { describe, expect, test } from 'vitest';
import {
  boundaryScore,
  isWhole,
  measureCuts,
  pk,
  placeCuts,
  scoreOf,
  windowDiff,
  windowOf,
  wordAt,
  wordStarts,
} from '../../src/evaluate/segmentation.js';
import type { Answer } from '../../src/model.js';

describe('boundary F1', () => {
  test('counts places that are the same to the unit', () => {
    // 2 of 3 found are true, 2 of 4 true are found.
    const { precision, recall, f1 } = boundaryScore([10, 20, 30, 40], [10, 21, 30]);
    expect([precision, recall]).toEqual([2 / 3, 1 / 2]);
    expect(f1).toBeCloseTo(4 / 7, 12);
  });

  test('a place named twice counts once', () => {
    expect(boundaryScore([5], [5, 5])).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  test('nothing to find and nothing found is right; one of the two is wrong', () => {
    expect(scoreOf(0, 0, 0).f1).toBe(1);
    expect(boundaryScore([], [3]).f1).toBe(0);
    expect(boundaryScore([3], []).f1).toBe(0);
  });
});

describe('Pk and WindowDiff', () => {
  test('the window is half a mean segment', () => {
    expect(windowOf([4, 8], 12)).toBe(2);
    expect(windowOf([], 1)).toBe(1);
  });

  test('the same segmentation costs nothing', () => {
    expect(pk([4, 8], [4, 8], 12)).toBe(0);
    expect(windowDiff([4, 8], [4, 8], 12)).toBe(0);
  });

  test('a near miss costs little: boundary at 6 found at 5, windows of 3 in 12 units', () => {
    // Windows i..i+3 for i = 0 … 8 (nine). Truth parts those with i = 3, 4, 5, found those with i = 2, 3, 4:
    // they disagree on i = 2 and i = 5.
    expect(pk([6], [5], 12, 3)).toBeCloseTo(2 / 9, 12);
    expect(windowDiff([6], [5], 12, 3)).toBeCloseTo(2 / 9, 12);
  });

  test('a missed boundary costs as much as an added one in WindowDiff', () => {
    expect(windowDiff([6], [], 12, 3)).toBeCloseTo(3 / 9, 12);
    expect(windowDiff([], [6], 12, 3)).toBeCloseTo(3 / 9, 12);
  });

  test('Pk overlooks a false boundary beside a true one, WindowDiff does not', () => {
    // Found 6 and 7 for 6. Windows with i = 3, 4, 5 hold 6; with i = 4, 5, 6 they hold 7.
    // Pk sees a difference at i = 6 only; WindowDiff at i = 4, 5 (two for one) and 6.
    expect(pk([6], [6, 7], 12, 3)).toBeCloseTo(1 / 9, 12);
    expect(windowDiff([6], [6, 7], 12, 3)).toBeCloseTo(3 / 9, 12);
  });

  test('a text shorter than the window has nothing to compare', () => {
    expect(pk([1], [], 2, 3)).toBe(0);
    expect(windowDiff([1], [], 2, 3)).toBe(0);
  });
});

const text = 'Why so?\n\nFirst one\n\nIt is so. Quite so.\n\nNo head here but words. The end.\n';
const cuts = [
  { heading: 'First one', starts_with: 'It is so.', ends_with: 'Quite so.' },
  { heading: null, starts_with: 'No head here', ends_with: 'The end.' },
];

function answer(id: number, heading: string | null, body: string): Answer {
  const start = text.indexOf(body);
  const at = heading === null ? start : text.indexOf(heading);
  const headingSpan = heading === null ? null : ([at, at + heading.length] as const);
  const bodySpan = [start, start + body.length] as const;
  return { id, heading, headingSpan, body, bodySpan, span: [at, bodySpan[1]], excluded: [] };
}

describe('true cuts', () => {
  test('are placed in the text, in order', () => {
    const [first, second] = placeCuts(text, cuts);
    expect(text.slice(first?.start).startsWith('First one')).toBe(true);
    expect(text.slice(first?.bodyStart, first?.bodyEnd)).toBe('It is so. Quite so.');
    expect(second?.start).toBe(second?.bodyStart);
  });

  test('that are not in the text are refused', () => {
    expect(() => placeCuts(text, [{ heading: null, starts_with: 'Nowhere', ends_with: 'x' }])).toThrow(
      'Nowhere',
    );
  });

  test('an answer is whole where heading, first and last words are the same but for blanks', () => {
    const [cut] = cuts as [(typeof cuts)[0]];
    expect(isWhole(answer(1, 'First one', 'It is so. Quite so.'), cut)).toBe(true);
    expect(isWhole(answer(1, null, 'It is so. Quite so.'), cut)).toBe(false);
    expect(isWhole(answer(1, 'First one', 'It is so.'), cut)).toBe(false);
  });

  test('are measured against the answers found', () => {
    const right = [
      answer(1, 'First one', 'It is so. Quite so.'),
      answer(2, null, 'No head here but words. The end.'),
    ];
    expect(measureCuts(text, right, cuts)).toEqual({
      truth: 2,
      found: 2,
      hits: 2,
      whole: 2,
      pk: 0,
      windowDiff: 0,
    });
    const lost = measureCuts(
      text,
      [answer(1, 'First one', 'It is so. Quite so.\n\nNo head here but words. The end.')],
      cuts,
    );
    expect([lost.found, lost.hits, lost.whole]).toEqual([1, 1, 0]);
    expect(lost.pk).toBeGreaterThan(0);
  });
});

test('words are the units: their starts, and the word at an offset', () => {
  const starts = wordStarts('  one two\n\nthree');
  expect(starts).toEqual([2, 6, 11]);
  expect([0, 2, 3, 11, 12].map((offset) => wordAt(starts, offset))).toEqual([0, 0, 1, 2, 3]);
});
