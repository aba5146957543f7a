import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/evaluate/labels.js';
import { documentFor, matchAnswers, unmatchedDocuments } from '../../src/evaluate/match.js';
import { profile, threadOf } from './sample.js';

const labelsFor = (...rows: readonly string[]) =>
  readLabels(`document,answer,heading,sleep\n${rows.join('\n')}\n`, 'l.csv', profile);

describe('a document in a labels file', () => {
  it.each([
    ['a.txt', 'a.txt', 'a.txt'],
    ['a.txt', '../threads/a.txt', 'a.txt'],
    ['a.txt', 'threads\\a.txt', 'a.txt'],
    ['a.txt', './a.txt', 'a.txt'],
    ['threads/a.txt', 'a.txt', 'threads/a.txt'],
    ['threads/a.txt', '/home/me/threads/a.txt', 'threads/a.txt'],
    ['threads/a.txt', 'other/a.txt', null],
    ['a.txt', 'ba.txt', null],
    ['all.ndjson#2', 'x/all.ndjson#2', 'all.ndjson#2'],
    ['-', '-', '-'],
  ])('%s: is %s meant?', (written, source, expected) => {
    expect(documentFor(labelsFor(`${written},1,,awake`), source)).toBe(expected);
  });

  it('that was not read, or that fits two inputs, is a problem of its line', () => {
    const labels = labelsFor('a.txt,1,,awake', 'b.txt,1,,awake', 'b.txt,2,,awake');
    expect(unmatchedDocuments(labels, ['x/a.txt', 'y/a.txt'])).toEqual([
      { line: 2, problem: '"a.txt" fits both "x/a.txt" and "y/a.txt"', mend: 'write more of the path' },
      {
        line: 3,
        problem: '"b.txt" is none of the documents that were read',
        mend: 'name it as the report does, or add it to the files',
      },
    ]);
    expect(unmatchedDocuments(labels, ['x/a.txt', 'b.txt', 'b.txt'])).toEqual([]);
  });
});

describe('an answer in a labels file', () => {
  const { answers } = threadOf(
    'a.txt',
    { heading: 'No!' },
    { heading: null },
    { heading: 'Yes & no' },
    { heading: 'No' },
  );
  const found = (...rows: readonly string[]) =>
    matchAnswers(labelsFor(...rows.map((row) => `a.txt,${row},awake`)).rows, answers).map(
      ({ answer }) => answer?.id ?? null,
    );

  it('is found by its number', () => {
    expect(found('1,', '3,Yes & no', '9,')).toEqual([1, 3, null]);
  });

  it('is found by its heading where the number has slipped', () => {
    expect(found('2,“Yes and no”', '4,yes NO')).toEqual([null, 3]);
  });

  it('is not found where the number has slipped and two answers have the heading, or none', () => {
    expect(found('3,No', '2,Perhaps')).toEqual([null, null]);
  });

  it('is found once only', () => {
    expect(found('3,Yes & no', '1,Yes & no')).toEqual([3, null]);
  });
});
