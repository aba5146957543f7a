import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { leaningWordsIn } from '../../src/classify/leaning.js';
import { builtinProfile } from '../../src/profile/builtin.js';
import { leaningCsv } from '../../src/profile/leaning.js';
import { LeaningIndex, weightsOf } from '../../src/profile/leaning-index.js';
import { rowsOf } from '../../src/profile/leaning-rows.js';
import { TableRows } from '../../src/profile/leaning-table.js';
import { loadProfile } from '../../src/profile/load.js';
import type { LeaningWords } from '../../src/profile/model.js';
import { finding, heardOf } from '../classify/sample.js';

const plain = (all: readonly LeaningWords[]) =>
  all.map(({ words, stems, weights }) => ({ words, stems: [...stems], weights }));

describe('the leaning words of a file', () => {
  it('are those of all its values, each once with all that it weighs', () => {
    const { leaning } = loadProfile(
      `facets:
  a:
    values:
      b: { terms: [x], leaning: { year: 0.5, "long term": -1 } }
      c: { terms: [y], leaning: { year: -0.25 } }
      d: [z]
  e:
    values:
      f: { terms: [x], leaning: { "long term": 2 } }
`,
      'p.yaml',
    ).profile;
    expect(leaning.map(({ words, weights }) => [words, weights])).toEqual([
      ['year', { a: { b: 0.5, c: -0.25 } }],
      ['long term', { a: { b: -1 }, e: { f: 2 } }],
    ]);
  });

  it.each([
    ['year', ['year']],
    ['Years', ['years', 'year']],
    ['injuri', ['injuri']],
    ['four Months', ['four months', 'four month']],
    ['don\u2019t', ["don't"]],
    ['not_Heavy', ['not_heavy', 'not_heavi']],
  ])('match by the stem and as they are written: %s', (words, stems) => {
    const file = { facets: { a: { values: { b: { terms: ['x'], leaning: { [words]: 1 } } } } } };
    const [found] = loadProfile(JSON.stringify(file), 'p.json').profile.leaning;
    expect(found).toEqual({ words, stems, weights: { a: { b: 1 } } });
  });
});

const TABLE = {
  columns: ['a:b', 'a:c', 'e:f'],
  // "long" begins a pair, and its second word is the first of the list; "sun" is what is denied.
  words: 'AtermAlongAnot_AsunAyear',
  followers: '#$$##',
  steps: "$'",
  weighing: "###%&'$",
  weights: 'PRKWI',
};
const COLUMNS = [
  ['a', 'b'],
  ['a', 'c'],
  ['e', 'f'],
] as const;

describe('a table of leaning words', () => {
  it('has a weight, in steps of a quarter, for each word and value', () => {
    expect(plain(new TableRows(TABLE).all())).toEqual([
      { words: 'sun', stems: ['sun'], weights: { a: { c: 0.75 } } },
      { words: 'year', stems: ['year'], weights: { a: { b: 1.25, c: -0.5 } } },
      { words: 'not_sun', stems: ['not_sun'], weights: { a: { b: -1 } } },
      { words: 'long term', stems: ['long term'], weights: { e: { f: 2.5 } } },
    ]);
  });

  it('is searched like the same words in a list', () => {
    const table = new TableRows(TABLE);
    const list = rowsOf(table.all());
    const text = 'Years, a long term. Long terms, long years: sun! No sun.';
    const [byTable, byList] = [table, list].map((rows) => {
      const found = leaningWordsIn(heardOf(text, finding('sun')), new LeaningIndex(rows));
      return found.map(({ row, span }) => [text.slice(...span), weightsOf(row, rows)]);
    });
    expect(byTable).toEqual([
      ['Years', { a: { b: 1.25, c: -0.5 } }],
      ['long term', { e: { f: 2.5 } }],
      ['sun', { a: { c: 0.75 } }],
      ['sun', { a: { b: -1 } }],
    ]);
    expect(byList).toEqual(byTable);
  });

  it('is written in the order of its words, with larger weights in larger steps', () => {
    expect(leaningCsv(new TableRows(TABLE).all(), COLUMNS)).toBe(
      'words,a:b,a:c,e:f\nlong term,,,11\nnot_sun,-4\nsun,,3\nyear,4,-2\n',
    );
  });

  it.each([
    [0.12, ''],
    [0.13, 1],
    [1.3, 6],
    [-1.2, -4],
    [9, 15],
  ])('a weight of %d is written as %s', (weight, written) => {
    const all = ['far', 'near'].map((words) => ({
      words,
      stems: [words],
      weights: { a: { b: weight }, e: { f: 1 } },
    }));
    expect(leaningCsv(all, COLUMNS).split('\n')[1]).toBe(`far,${written},,4`);
  });

  it('is the same when it was read and is written: that of the built-in profile', () => {
    const file = new URL('../../src/profile/facial-muscles.leaning.csv', import.meta.url);
    const csv = readFileSync(file, 'utf8');
    const [, ...head] = (csv.split('\n', 1)[0] as string).split(',');
    const columns = head.map((column) => column.split(':') as [facet: string, value: string]);
    expect(leaningCsv(builtinProfile().profile.leaning, columns)).toBe(csv);
  });

  it('leaves out words that weigh less than half a step', () => {
    const faint = { words: 'faint', stems: ['faint'], weights: { a: { b: 0.12, c: -0.12 } } };
    const near = { words: 'near', stems: ['near'], weights: { a: { b: 0.13 } } };
    expect(leaningCsv([faint, near], COLUMNS)).toBe('words,a:b,a:c,e:f\nnear,1\n');
  });
});
