import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/evaluate/labels.js';
import { LabelsError } from '../../src/evaluate/labels-error.js';
import { profile } from './sample.js';

function read(text: string) {
  const { rows, ...rest } = readLabels(text, 'l.csv', profile);
  return { ...rest, rows: rows.map((row) => ({ ...row, values: Object.fromEntries(row.values) })) };
}

function errorOf(text: string): string {
  try {
    readLabels(text, 'l.csv', profile);
  } catch (error) {
    if (error instanceof LabelsError) return error.message;
    throw error;
  }
  return 'no error';
}

describe('labels', () => {
  it('are read from CSV, in any order of columns, with notes and headings beside them', () => {
    expect(read('note,hours,answer,document,heading,sleep\n"so, so",long,2,a.txt,"Oh, yes",awake\n')).toEqual(
      {
        source: 'l.csv',
        facets: ['sleep', 'hours'],
        ignored: ['note'],
        rows: [
          {
            document: 'a.txt',
            answer: 2,
            heading: 'Oh, yes',
            values: { sleep: 'awake', hours: 'long' },
            coded: null,
            line: 2,
          },
        ],
      },
    );
  });

  it('may be blank, in other case, with other separators, line ends and a byte order mark', () => {
    for (const text of [
      '\ufeffdocument;answer;sleep\r\na.txt;1;AWAKE\r\na.txt;2;\r\n;;\r\n',
      'document\tanswer\tSleep\n\na.txt\t1\tawake\na.txt\t2\t',
    ]) {
      expect(read(text).rows.map(({ values }) => values)).toEqual([{ sleep: 'awake' }, {}]);
    }
  });

  it('take the CSV report’s own marks for what they are', () => {
    const [row] = read("document,answer,sleep,tags,coded\n'-,1,awake,awake-long,sleep hours\n").rows;
    expect(row).toMatchObject({ document: '-', coded: ['sleep', 'hours'] });
  });

  it.each([
    ['', 'l.csv:1: the file is empty: its first line is document,answer,sleep,hours'],
    [
      'a.txt,1,awake\n',
      'l.csv:1: no column document and none answer: the first line names the columns: document,answer,sleep,hours',
    ],
    [
      'document,answer,mood\n',
      'l.csv:1: no column of a facet of the profile "coffee": add one or more of: sleep, hours',
    ],
    ['document,answer,slep\n', 'l.csv:1: the column "slep" is not known: call it sleep'],
    ['document,answr,sleep\n', 'l.csv:1: the column "answr" is not known: call it answer'],
    ['document,answer,sleep,Sleep\n', 'l.csv:1: two columns are called "Sleep": take one of them out'],
    ['document,answer,sleep\n\na,1,awakes\n', 'l.csv:3: "awakes" is no value of sleep: write awake'],
    [
      'document,answer,sleep\na,1,7\n',
      'l.csv:2: "7" is no value of sleep: write awake, asleep or unstated, or leave the cell blank',
    ],
    [
      'document,answer,sleep\na,0,awake\n',
      'l.csv:2: "0" is no answer number: count the answers of the thread from 1',
    ],
    [
      'document,answer,sleep\na,,awake\n',
      'l.csv:2: no answer number: count the answers of the thread from 1',
    ],
    ['document,answer,sleep\n,1,awake\n', 'l.csv:2: no document: name the file that the answer is in'],
    [
      'document,answer,sleep\na,1,awake\na,1,asleep\n',
      'l.csv:3: answer 1 of "a" has labels in line 2 already: keep one of the two lines',
    ],
    [
      'document,answer,sleep\na,b,1,awake\n',
      'l.csv:2: 4 cells, but the first line names 3 columns: put a cell that has a comma in it between double quotes',
    ],
    [
      'document,answer,sleep\na,1,\u001b[2J\u202e\n',
      'l.csv:2: "\\u001b[2J\\u202e" is no value of sleep: write awake, asleep or unstated, or leave the cell blank',
    ],
  ])('that cannot be used say where and how to mend it: %j', (text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it('with a quote that never ends say at which line', () => {
    expect(errorOf('document,answer,sleep\na,1,"awake\n')).toMatch(
      /^l\.csv:\d: no valid CSV .*: put cells with quotes/,
    );
  });

  it('tell every problem at once, but not ten thousand', () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `a,${i + 1},x`).join('\n');
    const lines = errorOf(`document,answer,sleep\n${rows}`).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('l.csv: and 9980 more problems of this kind');
  });

  it('survive names that are built into objects', () => {
    expect(
      read('document,answer,sleep,__proto__\n__proto__,1,awake,x\nconstructor,1,awake,y\n').rows,
    ).toHaveLength(2);
  });
});
