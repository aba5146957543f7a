import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../src/model.js';
import { parse as parseDocument } from '../../src/parse/parse.js';
import { parseText } from '../../src/parse/text.js';
import { thread } from './pages.js';
import { parse } from './parsed.js';

const answersOf = ({ answers }: Thread) => answers.map(({ heading, body }) => [heading, body]);
const { heading, body, answers } = thread;
const top = `${heading}\n\n${body.join('\n\n')}\n\n`;
type Reply = (typeof answers)[number];
const headed = (a: Reply) => `${a.heading ? `${a.heading}\n\n` : ''}${a.body.join('\n\n')}`;
const bare = (a: Reply) => a.body.join('\n\n');
const line = (a: Reply) => a.body.join(' ');

interface Style {
  readonly write: (a: Reply, i: number) => string;
  readonly between?: string;
  readonly before?: string;
  readonly behind?: string;
}

/** The thread as people have it: what stands around an answer, and what parts it from the next. */
const withHeadings: Readonly<Record<string, Style>> = {
  'cards above': {
    write: (a) =>
      `${a.author}\n${a.role}\n\n${headed(a)}\n\nPublished on ${a.date}\n${a.votes} people found this helpful\nReply  |  Share`,
    before: 'Doctor Answers (4)\n\n',
    behind: '\nRelated questions\nDoes it hurt? (4 answers)\n\nTerms | Privacy | Contact\n',
  },
  'cards between heading and body': {
    write: (a) =>
      `${a.heading ? `${a.heading}\n\n` : ''}${a.author}, ${a.role}\n\n${bare(a)}\n\n▲ ${a.votes}  Reply  Share`,
  },
  'cards below': {
    write: (a) =>
      `${headed(a)}\n\n${a.author}\n${a.role}\nAnswered ${a.date} · ${a.votes} people found this helpful`,
    before: '4 answers · Sorted by: Most helpful\n\n',
  },
  'votes between heading and body, names below': {
    write: (a) =>
      `${a.heading ? `${a.heading}\n\n` : ''}+${a.votes}\n\n${bare(a)}\n\n${a.author}\n${a.role}\n4.9 out of 5 stars 63 reviews`,
    before: `Doctor Answers 4\n\n`,
  },
  'template text': {
    write: (a) =>
      `▲ {{ voteCount }} ▼\n${a.author}, ${a.role}\n{{#if verified}}Verified{{/if}} · 1 yr ago\n\n${headed(a)}\n\nWas this helpful? Yes No`,
    before: '{{ answerCount }} answers\n\n',
    behind: '{{ footer }}\n',
  },
  numbers: { write: (a, i) => `${i + 1}. ${a.heading ?? ''}\n\n${bare(a)}` },
  'labels and rules': { write: (a, i) => `Answer ${i + 1}\n${headed(a)}`, between: '---\n\n' },
  'a column, hard wrapped': { write: (a) => wrap(headed(a)), between: '---\n\n' },
  underlines: {
    write: (a) => (a.heading ? `${a.heading}\n${'-'.repeat(a.heading.length)}\n\n${bare(a)}` : bare(a)),
    between: '\n* * *\n\n',
  },
};

const withoutHeadings: Readonly<Record<string, Style>> = {
  'names below, behind a dash': { write: (a) => `${bare(a)}\n— ${a.author}` },
  'names above': { write: (a) => `${a.author}\n${bare(a)}` },
  'names that answer': { write: (a) => `${a.author} answered:\n\n${bare(a)}` },
  messages: { write: (a) => `From: ${a.author}\nDate: ${a.date}\nSubject: Re: jaw\n\n${bare(a)}` },
  'numbers in brackets': { write: (a, i) => `${i + 1}) ${bare(a)}`, between: '\n' },
  'wide gaps': { write: bare, between: '\n', before: '\n' },
  stars: { write: bare, between: '* * *\n\n', before: '* * *\n\n' },
  'votes below': { write: (a) => `${bare(a)}\n\n${a.votes} people found this helpful` },
  'dates above': { write: (a) => `Posted ${a.date}\n\n${bare(a)}` },
  bullets: { write: (a) => `- ${line(a)}` },
  labels: { write: (a) => `Answer: ${bare(a)}` },
};

const written = ({ write, between = '', before = '', behind = '' }: Style) =>
  `${top}${before}${answers.map((a, i) => `${write(a, i)}\n\n`).join(between)}${behind}`;
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const unwrapped = (found: Thread) => answersOf(found).map(([head, text]) => [head, words(text as string)]);

function wrap(text: string): string {
  return text.replace(/(.{1,60})(?: |$)/gm, '$1\n').trim();
}

describe('the same thread in many layouts', () => {
  for (const [name, style] of Object.entries(withHeadings)) {
    test(name, () => {
      const found = parse(written(style));
      expect(found.question.heading).toBe(heading);
      expect(found.question.body).toContain(body[0]);
      expect(unwrapped(found)).toEqual(answers.map((a) => [a.heading, words(bare(a))]));
    });
  }
  for (const [name, style] of Object.entries(withoutHeadings)) {
    test(`${name}, no headings`, () => {
      const found = parse(written(style));
      expect(found.question.heading).toBe(heading);
      expect(unwrapped(found)).toEqual(answers.map((a) => [null, words(bare(a))]));
    });
  }
  test('a paragraph an answer, nothing else', () => {
    const found = parse(
      `${heading}\n\n${line({ body } as unknown as Reply)}\n\n${answers.map((a) => `${line(a)}\n`).join('\n')}`,
    );
    expect(answersOf(found)).toEqual(answers.map((a) => [null, line(a)]));
  });
  test('no blank lines', () => {
    const found = parse(
      `${heading}\n${body.join(' ')}\n${answers.map((a) => `${a.author}\n${a.heading ? `${a.heading}\n` : ''}${line(a)}\n`).join('')}`,
    );
    expect(answersOf(found)).toEqual(answers.map((a) => [a.heading, line(a)]));
  });
  test('a chat with times and nicks', () => {
    const found = parse(
      `${heading}\n\n${answers.map((a, i) => `[19:0${i}] dr_${i}: ${line(a)}`).join('\n')}\n19:09 * dr_0 has left\n`,
    );
    expect(answersOf(found)).toEqual(answers.map((a) => [null, line(a)]));
    expect(found.answers.map(({ author }) => author)).toEqual(answers.map((_, i) => `dr_${i}`));
  });
  test('author, votes and date are taken where they are plain', () => {
    const { answers: found } = parse(written(withHeadings['cards above'] as Style));
    expect(found.map(({ author, votes, date }) => [author, votes, date])).toEqual(
      answers.map((a) => [a.author, a.votes, a.date]),
    );
  });
});

describe('what belongs to an answer', () => {
  const page = (answer: string) =>
    parse(`${top}First\n\nThe muscle thins with the years, and nobody minds.\n\n${answer}`);

  test('greeting, short lines, list and sign-off are of the body', () => {
    const text =
      'Dear Carol,\n\nThank you for writing.\n\nThere are two ways:\n\nstop for a year,\nhalve the dose.\n\nSo, no.\n\nGood luck!\n\nDr. P';
    expect(answersOf(page(`A second view\n\n${text}\n`))[1]).toEqual(['A second view', text]);
  });
  test('a sign-off or a greeting parts two answers of which the second has no heading', () => {
    const found = page(
      'Good luck.\n\nDr. P\n\nHello, I see it otherwise. The strength comes back within the year.\n',
    );
    expect(found.answers.map(({ heading: head }) => head)).toEqual(['First', null]);
    expect(found.answers[0]?.body.endsWith('Dr. P')).toBe(true);
  });
  test('a quotation of another is in the body and excluded', () => {
    const [, second] = page(
      'On bones\n\nMuch is written about the jaw, such as this, which you may have read.\n\n> thinner bone at the jaw\n\nThat was in rabbits.\n',
    ).answers;
    expect(second?.body).toContain('> thinner bone');
    expect(
      second?.excluded.map(([start, end]) =>
        second.body.slice(start - second.bodySpan[0], end - second.bodySpan[0]),
      ),
    ).toEqual(['> thinner bone at the jaw']);
  });
  test('own words begin behind a quotation', () => {
    const [, second] = page(
      'On bones\n\n> thinner bone at the jaw\n\nThat was in rabbits, and in no human that I know of.\n',
    ).answers;
    expect(second?.body).toBe('That was in rabbits, and in no human that I know of.');
    expect(second?.excluded).toEqual([]);
  });
  test('a button behind an answer that is cut off is not', () => {
    const [, second] = page('Read on\n\nIt is a long story that goes on and... Read more\n').answers;
    expect(second?.body).toBe('It is a long story that goes on and...');
  });
  test('the same answer twice is two answers', () => {
    const twice = 'Same again\n\nThe muscle thins with the years, and nobody minds it much, I find.\n\n';
    expect(page(twice + twice).answers).toHaveLength(3);
  });
  test('one answer of several paragraphs is one', () => {
    const text =
      'It does.\n\nThe frown muscle is thinner after ten years, and I see that under the knife.\n\nThis is no loss.';
    expect(answersOf(parse(`${top}In short\n\n${text}\n`))).toEqual([['In short', text]]);
  });
});

describe('a forum, copied', () => {
  const thins = 'After the second session the masseter is thinner, and in most people it stays so.';
  const recovers =
    'I measured the bite of forty patients a year on, with the same gauge and in the same chair as on the day of ' +
    'their first visit, and in all but two of them it was what it had been on that day.';
  const post = (name: string, said: string) => `${name}\nMar '23\n${said}\n\n7\n\nReply\n\n`;

  test('has the month below a name, and quotes below one', () => {
    const copied = `Does the jaw muscle stay thin after Botox?

Ten years of it, and my cheek is flat. Is that the needle? I can't tell whether it's the drug or just age.

2 replies

${post('quillon', thins)}${post('Osmund_F', `hazelwick:\nI can't tell whether it's the drug or just age.\n${recovers}`)}`;
    const { answers } = parse(copied);
    expect(answers.map(({ author, body }) => [author, body])).toEqual([
      ['quillon', thins],
      ['Osmund_F', recovers],
    ]);
  });
});

describe('the sample thread', () => {
  const path = join(import.meta.dirname, '../../../shared/threads/facial-muscles.txt');
  test.skipIf(!existsSync(path))('nine answers, each with its own heading and whole body', () => {
    const found = parse(readFileSync(path, 'utf8'));
    expect(found.question.heading).toBe('Do Facial Muscles Weaken from Botox Use?');
    expect(found.answers).toHaveLength(9);
    expect(found.answers.every(({ heading: head }) => head)).toBe(true);
    expect(found.answers[4]?.body.endsWith('This is an advantage and not a downfall of Botox.')).toBe(true);
    expect(found.answers[7]?.body.startsWith('Hey UK,')).toBe(true);
    expect(found.answers[7]?.body.endsWith('Dr. P')).toBe(true);
    expect(found.answers[8]?.heading).toBe("Botox is safe because you don't need strong facial muscles.");
  });
});

test('other documents go to their formats', async () => {
  const [found] = await parseDocument({
    source: 'a',
    format: 'text',
    encoding: 'utf-8',
    text: written({ write: headed }),
  });
  expect(found?.answers).toHaveLength(answers.length);
});

/** Texts made of pieces that mean something to the parser. */
const piece = fc.constantFrom(
  ...[heading, ...body, ...answers.flatMap((a) => [a.heading ?? '', ...a.body, a.author, a.role])],
  ...[
    'Good luck!',
    'Dr. P',
    'Hi,',
    '+3',
    '---',
    '1.',
    '2) so',
    '> said',
    'Reply',
    'Posted Mar 3, 2019',
    '7 answers',
  ],
  ...[
    '{{ x }}',
    '[19:04] ann: yes',
    '<bob> no',
    'From: Ann Roe',
    '- item',
    'A:',
    '…',
    '\0',
    '\u202e',
    '\u200b',
    '\ufeff',
  ],
  ...['a\u00a0b.c', '👍', '\ud800', 'Related questions', '(c) 2012', '=====', '\t|\t', '» ›', '?'],
);
const between = fc.constantFrom('\n', '\n\n', '\n\n\n', ' ', '\r\n', '\r', '\u2028');
const made = fc.array(fc.tuple(piece, between), { maxLength: 40 }).map((all) => all.flat().join(''));

describe('any text', () => {
  test('gives a sound thread', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void parse(text)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(made, (text) => void parse(text)),
      { numRuns: 300 },
    );
  });
  test('with CRLF or CR gives the same answers as with LF', () => {
    fc.assert(
      fc.property(made, (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const expected = answersOf(parse(lf));
        const crlf = answersOf(parse(lf.replaceAll('\n', '\r\n'))).map((pair) =>
          pair.map((part) => part?.replaceAll('\r\n', '\n') ?? null),
        );
        const cr = answersOf(parse(lf.replaceAll('\n', '\r'))).map((pair) =>
          pair.map((part) => part?.replaceAll('\r', '\n') ?? null),
        );
        expect(crlf).toEqual(expected);
        expect(cr).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
  test('with a blank line more gives the same answers', () => {
    fc.assert(
      fc.property(made, (text) => {
        expect(parse(`${text}\n\n`).answers).toEqual(parse(`${text}\n`).answers);
      }),
      { numRuns: 200 },
    );
  });
});

describe('large texts', () => {
  test.each(['Answer %:', '#%', '%.'])('answers are counted beyond the thousand: %s', (label) => {
    const posts = Array.from(
      { length: 1200 },
      (_, i) =>
        `${label.replace('%', String(i + 1))} The muscle of case ${i} gets thinner over the years.\n\n`,
    );
    expect(parse(`Do the muscles weaken?\n\n${posts.join('')}`).answers).toHaveLength(1200);
  });

  const cases: readonly (readonly [name: string, text: string, answers: number | null])[] = [
    ['nothing', '', 0],
    ['one line of 50 MB', 'word '.repeat(10_000_000), null],
    ['a million blank lines', '\n'.repeat(1_000_000), 0],
    ['a hundred thousand short lines', 'a b\n'.repeat(100_000), null],
    ['twenty thousand names', 'Jane Roe, MD\n\n'.repeat(20_000), null],
    ['forty thousand turns', '[19:04] kim: is it?\n[19:05] bob: it is so\n'.repeat(20_000), null],
    ['a turn of megabytes', `Dr. Roe: no\nDr. Poe: ${'word and more '.repeat(300_000)}`, null],
    ['ten thousand messages', 'From: Jane Roe\nSubject: x\n\n> so\n\nIt does.\n\n'.repeat(10_000), null],
    ['open braces', '{{ a '.repeat(200_000), null],
    ['a thousand threads in one', `${top}${answers.map(headed).join('\n\n')}\n\n`.repeat(1_000), null],
  ];
  for (const [name, text, count] of cases) {
    test(name, () => {
      const found = parseText({ source: 'a', format: 'text', encoding: 'utf-8', text });
      if (count !== null) expect(found.answers).toHaveLength(count);
      expect(found.blocks.at(-1)?.span[1] ?? 0).toBe(text.length);
    });
  }
});
