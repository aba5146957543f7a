import { describe, expect, test } from 'vitest';
import type { Answer, InputFormat } from '../../src/model.js';
import { parse } from '../../src/parse/parse.js';
import { detectFormat } from '../../src/read/format.js';
import { question, recovers, splint, thins } from './parsed.js';

const thread = `${question}
It does stay thin

${thins}
And so it should.

Not in my patients

${recovers}

Best wishes,
Helen

Save the money

${splint}
`;

const page = `${question}
Asked by nightgrinder in Leeds, 2 Mar 2019

Maren Holt, MD, Oral Surgeon, Bergen
Mar 3, 2019

${thins}

Helpful (4)

Ravi Menon, MD, Dermatologist, Leeds
Mar 4, 2019

${recovers}

Helpful (9)

Ana Sousa, DDS, Dentist, Porto
Mar 4, 2019

${splint}

Helpful (1)
`;

async function answersIn(text: string): Promise<readonly Answer[]> {
  const format: InputFormat = detectFormat(text, 'a.txt');
  const threads = await parse({ source: 'a.txt', format, encoding: 'utf-8', text });
  return threads.flatMap(({ answers }) => answers);
}

const words = (text: string | null) => text?.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? null;
const told = (answers: readonly Answer[]) =>
  answers.map(({ heading, body }) => [words(heading), words(body)]);

/** What copying, mailing and saving do to a whole text. */
const WORN: Readonly<Record<string, (text: string) => string>> = {
  'forwarded, behind ">"': (text) => text.replace(/^/gm, '> ').replace(/ $/gm, ''),
  'forwarded twice, below words of its own': (text) => `Look at this.\n\n${text.replace(/^/gm, '>> ')}`,
  'with no-break blanks': (text) => text.replaceAll(' ', '\u00a0'),
  'with every line end twice': (text) => text.replaceAll('\n', '\n\n'),
  'with line ends of two systems at once': (text) => text.replaceAll('\n', '\r\r\n'),
  'with blanks at the ends of its lines': (text) => text.replaceAll('\n', '  \n'),
  'with blanks before its lines': (text) => text.replace(/^(?=.)/gm, '      '),
  'in a column': (text) => text.replace(/(.{20,36}) /g, '$1\n'),
};

describe.each(Object.entries({ thread, page }))('a %s', (_, text) => {
  test.each(Object.entries(WORN))('%s has the same answers', async (__, wear) => {
    const whole = told(await answersIn(text));
    expect(whole).toHaveLength(3);
    expect(told(await answersIn(wear(text)))).toEqual(whole);
  });
});

test('an answer that quotes the asker at length is not forwarded', async () => {
  const quoted = '> I grind my teeth and had four sessions. Will it waste away?';
  const [first] = await answersIn(`${question}\nYes\n\n${quoted}\n\n${thins}\n\nNo\n\n${recovers}\n`);
  expect(first?.body).toBe(thins);
});

test('paragraphs that stand apart all alike are no line ends twice', async () => {
  const text = [question.trim().replace('\n\n', '\n'), thins, recovers, splint].join('\n\n\n\n');
  expect((await answersIn(text)).map(({ body }) => body)).toEqual([thins, recovers, splint]);
});
