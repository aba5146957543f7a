import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/parse/lines.js';
import { unwrap } from '../../src/parse/unwrap.js';
import { parse } from './parsed.js';

const answersOf = (text: string) =>
  parse(text).answers.map(({ heading, body }) => [heading, body.replace(/\s+/g, ' ')]);

const joined = (text: string) =>
  unwrap(text, linesOf(text)).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));

const prose =
  'Over the years the frown has less to pull with, and the forehead above it rests lower than it did. I see it in one patient of three, at the tenth visit rather than the second, and most of them are glad of it.';

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{1,${width}})(?: |$)`, 'g'), '$1\n').trim();
}

describe('lines that were broken', () => {
  test.each([36, 60, 72, 100])('at a width of %d are joined', (width) => {
    const three = Array.from({ length: 3 }, (_, i) => `${i} ${prose}`);
    expect(joined(three.map((one) => wrapped(one, width)).join('\n\n'))).toEqual(three);
  });
  test('are joined although some lines are longer, and a head stands above', () => {
    const head = 'Annals of the Face 2021; 4(2): 77-93                             ORIGINAL REPORT, PART II';
    const text = `${head}\n\n${wrapped(prose, 70)}\n\n${wrapped(prose, 70)}`;
    expect(joined(text)).toEqual([head.replace(/\s+/g, ' '), prose, prose]);
  });
  test('are none where each line is a sentence, a quotation or a field', () => {
    const lines = [
      'It thins with the years.',
      'Nobody minds that.',
      'I have seen it often.',
      'Good luck to you.',
    ];
    expect(joined(lines.join('\n'))).toEqual(lines);
    const heads = ['From: Jane Roe', 'Subject: Re: muscles', 'Message-ID: <12345@lists.example.org>'];
    const mail = `${heads.join('\n')}\n\n${wrapped(prose, 60)}`;
    expect(joined(mail)).toEqual([...heads, prose]);
  });
});

describe("a page's head and foot", () => {
  const thread = (between: string) => `Do the muscles get weaker?

I have had it for ten years. Do they?

A little

Over the years they do lose some of their strength, and it is slow enough that nobody sees the${between}day on which it began.

Not that I know

I have tested forty patients a year after their last visit, and they were as strong as ever.
`;
  const read = [
    [
      'A little',
      'Over the years they do lose some of their strength, and it is slow enough that nobody sees the',
    ],
    [
      'Not that I know',
      'I have tested forty patients a year after their last visit, and they were as strong as ever.',
    ],
  ];

  test.each([
    [
      'an address and a title',
      'https://face.example/q/1     1/2\n3/14/22, 10:41 AM          Do the muscles ... | Face',
    ],
    ['numbers', 'Do the muscles get weaker? - Face      Page 1 of 2'],
    ["a running head's number", 'Annals of the Face                 5'],
    ['a column', '(Continued on Page E6, see DOCTORS)'],
    ["a telephone's bar", '10:42                    LTE 63%\nface.example — Private'],
  ])('part no answer: %s', (_, furniture) => {
    const found = answersOf(thread(`\n\n${furniture}\n\n`));
    expect(found.map(([heading]) => heading)).toEqual(['A little', 'Not that I know']);
    expect(found[0]?.[1]?.startsWith(read[0]?.[1] as string)).toBe(true);
    expect(found[0]?.[1]?.endsWith('day on which it began.')).toBe(true);
  });
  test('links of a text browser and marked advertisements', () => {
    const found = answersOf(
      thread(' ').replace(
        'Not that',
        '[13]useful (8) [14]flag [15]permalink\n\n[Ad] Lip filler from $399\n\nNot that',
      ),
    );
    expect(found[0]?.[1]?.endsWith('day on which it began.')).toBe(true);
    expect(found.map(([heading]) => heading)).toEqual(['A little', 'Not that I know']);
  });
});

test('a card of name, trade and town', () => {
  const card = (name: string, town: string, body: string) =>
    `${name}\nBoard Certified Dermatologist\n${town}\n4.9 (212 reviews)\nHalf a scowl, ${town}\n${body}\nHelpful 11\tReport\tShare\nFebruary 2, 2019\n`;
  const found = answersOf(
    `Do facial muscles get weaker the longer you use Botox?\n\nI am 46 and have had it since I was 38. Is this something you see?\n\n2 DOCTOR ANSWERS\n\n${card('Priya Lind, MD', 'Hartford, CT', `Over the years, yes. ${prose}`)}\n${card('Ben Strand, DO', 'Boston, MA', `No. ${prose}`)}`,
  );
  expect(found.map(([heading]) => heading)).toEqual([
    'Half a scowl, Hartford, CT',
    'Half a scowl, Boston, MA',
  ]);
});
