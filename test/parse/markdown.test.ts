import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { measureCuts } from '../../src/evaluate/segmentation.js';
import type { Thread } from '../../src/model.js';
import { parseMarkdown } from '../../src/parse/markdown.js';
import { markdownBlocks } from '../../src/parse/markdown-blocks.js';
import { thread } from './pages.js';
import { expectSound } from './sound.js';

function parse(text: string): Thread {
  const found = parseMarkdown({ source: 'a.md', format: 'markdown', encoding: 'utf-8', text });
  expectSound(found);
  expect(found.text).toBe(text);
  return found;
}

const answersOf = ({ answers }: Thread) => answers.map(({ heading, body }) => [heading, body]);
const { heading, body, answers } = thread;
const top = `# ${heading}\n\n${body.join('\n\n')}\n\n`;
type Reply = (typeof answers)[number];

/** The thread written down in many ways: the text of one answer, and what parts it from the next. */
const styles: Readonly<Record<string, readonly [write: (a: Reply, i: number) => string, between?: string]>> =
  {
    'headings and rules': [
      (a) => `${a.heading ? `## ${a.heading}\n\n` : ''}${a.body.join('\n\n')}`,
      '---\n\n',
    ],
    'headings with the author below': [
      (a) =>
        `## ${a.heading ?? a.author}\n\n${a.heading ? `*${a.author}, ${a.role}*\n\n` : ''}${a.body.join('\n\n')}`,
    ],
    'names as headings': [
      (a) => `## ${a.author}, ${a.role}\n\n${a.heading ? `**${a.heading}**\n\n` : ''}${a.body.join('\n\n')}`,
    ],
    'numbered headings': [
      (a, i) =>
        `## Answer ${i + 1}\n\n*${a.author}* — ${a.date}\n\n${a.heading ? `### ${a.heading}\n\n` : ''}${a.body.join('\n\n')}`,
    ],
    'underlined headings': [(a) => `${a.heading ?? a.author}\n${'-'.repeat(20)}\n\n${a.body.join('\n\n')}`],
    'headings with closing signs and rules of stars': [
      (a) => `#### ${a.heading ?? ''} ####\n${a.body.join('\n\n')}`,
      '* * *\n\n',
    ],
  };

/** Where answers have no heading. */
const bare: typeof styles = {
  'names in bold': [(a) => `**${a.author}:** ${a.body.join('\n\n')}`],
  'names in bold, and rules': [(a) => `**${a.author}:** ${a.body.join('\n\n')}`, '---\n\n'],
  'a numbered list': [(a, i) => `${i + 1}. ${a.body.join('\n\n   ')}`],
  'a list of names in bold': [(a) => `- **${a.author}**: ${a.body.join('\n\n  ')}`],
};

const written = ([write, between = '']: (typeof styles)[string]) =>
  `${top}${between}${answers.map((a, i) => `${write(a, i)}\n\n`).join(between)}`;
const words = (text: string) => text.replace(/\s+/g, ' ');

describe('one thread in every style', () => {
  test.each(Object.entries(styles))('%s', (_, style) => {
    const found = parse(written(style));
    expect(found.question.heading).toBe(heading);
    expect(words(found.question.body ?? '')).toBe(body.join(' '));
    expect(answersOf(found)).toEqual(answers.map((a) => [a.heading, a.body.join('\n\n')]));
  });

  test.each(Object.entries(bare))('%s', (_, style) => {
    expect(parse(written(style)).answers.map((a) => [a.heading, words(a.body)])).toEqual(
      answers.map((a) => [null, a.body.join(' ')]),
    );
  });

  test('with CRLF, and with a blank line more', () => {
    for (const style of [...Object.values(styles), ...Object.values(bare)]) {
      const text = written(style);
      const plain = answersOf(parse(text));
      expect(answersOf(parse(`${text}\n`))).toEqual(plain);
      const crlf = answersOf(parse(text.replaceAll('\n', '\r\n')));
      expect(crlf.map((one) => one.map((part) => part?.replaceAll('\r\n', '\n')))).toEqual(
        plain.map((one) => one.map((part) => part ?? undefined)),
      );
    }
  });

  test('authors are taken', () => {
    for (const style of ['headings with the author below', 'names as headings'] as const) {
      expect(
        parse(written(styles[style] as (typeof styles)[string])).answers.map(({ author }) => author),
      ).toEqual(answers.map(({ author }) => author));
    }
  });
});

test('a page that was clipped: pictures and names that are links, buttons, the page’s own sections behind', () => {
  const answer = (name: string, heading: string, body: string) =>
    `[![${name}](https://face.example/i.jpg)](https://face.example/d)\n\n[${name}](https://face.example/d)  \nPlastic Surgeon in Mobile, AL | [Contact](https://face.example/c) | [Photos](https://face.example/p)\n\n### ${heading}\n\n${body}\n\n[Like](https://face.example/l) [Reply](https://face.example/r)\n\n---\n\n`;
  const thins = 'It does thin, and in most people it stays so. You would have to measure it to know.';
  const recovers = 'I tested forty of them a year after the last visit, and they were as strong as before.';
  const found = parse(
    `# Does the jaw muscle stay thin after Botox?\n\nI grind my teeth. Will it waste away?\n\n## Answers (kept 3 of 7)\n\n${answer('Dr. Maren Holt', 'Yes', thins)}${answer('Dr. Ravi Menon', 'No', `${recovers}\n\n**Dr. Ravi**`)}${answer('Dr. Ola Brandt', 'Who knows', 'A splint costs less than a needle, so I would begin with one of those.')}## Related articles\n\n- [What it costs](https://face.example/a)\n\n## Find a doctor\n\nDoctors near you: ask at the desk.\n`,
  );
  expect(found.answers.map(({ heading, author }) => [heading, author])).toEqual([
    ['Yes', 'Dr. Maren Holt'],
    ['No', 'Dr. Ravi Menon'],
    ['Who knows', 'Dr. Ola Brandt'],
  ]);
  expect(found.answers[0]?.body).toBe(thins);
});

describe('headings', () => {
  const answer = (level: string, heading: string) =>
    `${level} ${heading}\n\nThe muscle is thinner after some years of it, and I measure that in most.\n\n`;

  test('what the page closes with stands at the level of the question', () => {
    const page = `## Does it weaken?\n\nI am 40.\n\n${answer('###', 'Yes')}${answer('###', 'A little')}${answer('###', 'It depends')}## Related questions\n\n- How long does it last?\n`;
    const { question, answers } = parse(page);
    expect(question.heading).toBe('Does it weaken?');
    expect(answers.map(({ heading }) => heading)).toEqual(['Yes', 'A little', 'It depends']);
  });

  test('above names there may stand where they were found', () => {
    const page = `# Does it weaken?\n\nI have had it for ten years, and wonder whether I should mind.\n\n## Forum\n\n${answer('###', 'Dr. Anna Holt')}${answer('###', 'Dr. Tom Bell')}## Clinic\n\n${answer('###', 'Dr. Priya Nair')}## my own notes\n\n- ask for a smaller dose\n`;
    expect(parse(page).answers.map(({ author }) => author)).toEqual([
      'Dr. Anna Holt',
      'Dr. Tom Bell',
      'Dr. Priya Nair',
    ]);
  });

  test('below posts there may stand remarks behind an arrow', () => {
    const remark = (text: string) => `> ↳ **tvranken** · 2023-05-12T06:30:51Z\n>\n> ${text}\n\n`;
    const page = `# Does it weaken?\n\nI have had it for ten years, and wonder whether I should mind.\n\n${answer('###', 'anna · 2023-05-11 · Member')}👍 17 · ❤️ 4\n\n${remark('Ha, that is what I keep telling everybody who asks me about it.')}${answer('###', 'tom_b · 2023-05-12 · Member')}${remark('And who would mind?')}${answer('###', 'p-nair · 2023-05-12 · Member')}`;
    const { answers } = parse(page);
    expect(answers).toHaveLength(3);
    for (const { body } of answers) expect(body).not.toContain('↳');
  });

  test('a link with counters behind it ends no answer', () => {
    const page = `# Does it weaken?\n\nI am 40.\n\n## Yes\n\nIt does, over the years.\n\n[source](https://a.example/q) · 👍 14 · clipped 2024-02-11\n\n## No\n\nIt stays as it was.\n`;
    expect(parse(page).answers.map(({ body }) => body)).toEqual([
      'It does, over the years.',
      'It stays as it was.',
    ]);
  });
});

describe('signs', () => {
  const one = (text: string) => {
    const found = parse(
      `# Does it weaken?\n\nI am 40.\n\n## Yes\n\n${text}\n\n## No\n\nIt stays as it was.\n`,
    );
    expect(found.answers).toHaveLength(2);
    return found;
  };

  test('a quotation is set apart, and stays in the body', () => {
    const { text, answers } = one('You ask:\n\n> Does it\n> weaken?\n\nIt does, over the years.');
    expect(answers[0]?.body).toBe('You ask:\n\n> Does it\n> weaken?\n\nIt does, over the years.');
    expect(answers[0]?.excluded.map((span) => text.slice(...span))).toEqual(['Does it', 'weaken?']);
  });

  test('answers that are quotations are not set apart', () => {
    const quoted = answers
      .map((a) => `**${a.author}:**\n\n${a.body.map((text) => `> ${text}`).join('\n>\n')}\n\n`)
      .join('');
    const found = parse(`${top}${quoted}`);
    expect(found.answers).toHaveLength(answers.length);
    expect(found.answers.flatMap(({ excluded }) => excluded)).toEqual([]);
  });

  test.each([
    ['emphasis at both ends', '*It does*, and it is **weak**.'],
    ['a list', 'It does:\n\n- in the jaw;\n- in the neck.\n\n1. one\n2. two'],
    ['a deeper heading', 'It does.\n\n### Why\n\nThe nerve rests.'],
    ['code', 'It does:\n\n```\n## not a heading\n\nsome code here\n```\n\nThat is all.'],
    ['a link at the end', 'It does, as [they say](https://example.com/a_b).'],
    [
      'lines that an editor broke',
      'It does, over the years and over many sessions,\nand that is what most people are after when they\ncome to us for it.',
    ],
  ])('%s', (_, text) => {
    expect(one(text).answers[0]?.body).toBe(text);
  });

  test('front matter, comments and rules are noise', () => {
    const found = parse(
      '---\ntitle: Does it?\ntags: [a]\n---\n\n# Does it weaken?\n\n<!-- a note -->\n\n## Yes\n\nIt does.\n\n***\n\n## No\n\nNot at all.\n',
    );
    expect(found.question).toMatchObject({ heading: 'Does it weaken?', body: null });
    expect(answersOf(found)).toEqual([
      ['Yes', 'It does.'],
      ['No', 'Not at all.'],
    ]);
  });

  test('a question without answers has none', () => {
    expect(parse('# Does it weaken?\n\nI am 40 and want to know. Does it?\n').answers).toEqual([]);
    expect(parse('# Does it weaken?\n').answers).toEqual([]);
    expect(parse('').answers).toEqual([]);
  });
});

test('blocks are in order', () => {
  const text =
    '---\na: b\n---\n# One #\n\nTwo\n===\n\n> three\n\n- four\n\n  five\n\n6. six\n\n***\n\n```\nseven\n\n```\n\n<p>eight</p>\n\nnine\n';
  expect(
    [...markdownBlocks(text)].map(({ kind, start, end, level }) => [kind, text.slice(start, end), level]),
  ).toEqual([
    ['front', '---\na: b\n---\n', 0],
    ['heading', 'One', 1],
    ['heading', 'Two', 1],
    ['quote', '> three', 0],
    ['item', '- four\n\n  five', 0],
    ['item', '6. six', 0],
    ['rule', '***', 0],
    ['code', '```\nseven\n\n```', 0],
    ['html', '<p>eight</p>', 0],
    ['paragraph', 'nine', 0],
  ]);
});

describe('hostile text', () => {
  const units = [
    '[',
    '![',
    '](',
    '*',
    '**a',
    '_a_ ',
    '> ',
    '- ',
    '1. ',
    '#',
    '\n',
    '```\n',
    '~~~',
    '<',
    '&',
    '`',
    '\\',
    '|',
    '\t',
    '=\n',
  ];
  test.each([...units, '> a\n', '* * *\n\n', '**Dr. A:** b c d\n\n', '    a\n\n'])('50 kB of %j', (unit) => {
    parse(unit.repeat(50_000 / unit.length));
  });

  test('one line of 5 MB', () => {
    parse('It weakens [slowly](a) *over* the years. '.repeat(120_000));
  });

  test('any text gives a sound thread', () => {
    const signs = fc.constantFrom(
      '# ',
      '## ',
      '> ',
      '- ',
      '1. ',
      '---\n',
      '===\n',
      '**',
      '*',
      '_',
      '```\n',
      '[a](b)',
      '<!--',
      '-->',
      '<br>',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '  ',
      '    ',
      '\t',
      'Dr. Roe:',
      'Does it weaken?',
      'Yes, it weakens over the years, and that is what we want.',
      '\0',
      '\u200b',
      '\ud800',
      '\u2028',
    );
    const piece = fc.oneof({ weight: 4, arbitrary: signs }, fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void parse(pieces.join(''))));
  });
});

test('italics below a name tell who it is, and are no answer’s', () => {
  const answer = (name: string, role: string, said: string) => `### ${name}\n*${role}*\n\n${said}\n\n`;
  const text = `# Will my face get weak?\n\n**Q.** *I am 49. Does the muscle waste away?*\n\n## What our experts say\n\n${[
    answer(
      'Dr Philippa Quennell',
      'Consultant dermatologist, Bath',
      'When the season is over the muscle goes back.',
    ),
    answer(
      'Coco Bell',
      'Facialist and founder of Bell, Cheltenham',
      'I see so many clients who fret about it, and love it.',
    ),
    answer(
      'Hamish Dunbar',
      'Chartered physiotherapist, Leith',
      'A treated muscle does not push back as it ought to.',
    ),
  ].join('')}`;
  expect(answersOf(parse(text))).toEqual([
    [null, 'When the season is over the muscle goes back.'],
    [null, 'I see so many clients who fret about it, and love it.'],
    [null, 'A treated muscle does not push back as it ought to.'],
  ]);
});

describe('other authors', () => {
  const folder = join(import.meta.dirname, '../../../shared/train');
  test.skipIf(!existsSync(folder)).each(['e7', 'e8'])('%s', (name) => {
    const found = parse(readFileSync(join(folder, `${name}.md`), 'utf8'));
    const cuts = JSON.parse(readFileSync(join(folder, `${name}.blocks.json`), 'utf8'));
    expect(measureCuts(found.text, found.answers, cuts)).toMatchObject({
      found: cuts.length,
      hits: cuts.length,
      whole: cuts.length,
    });
  });
});

test('a chat has a bold name, a tag and the time above each message', () => {
  const said = [
    'do your facial muscles weaken from botox use?? been on it since 2019 and my forehead is a flat plate',
    'not gone but much weaker, and for me it is the neck. nine rounds, and it is seven months since the last',
    'nope. on it since 2014, and i get my grip, neck and face tested every january. same scores ten years running',
  ];
  const text = said.map((words, i) => `**member${i}** \`she/her\` — 18:4${i}\n${words}\n`).join('\n');
  expect(parse(text).answers.map(({ body }) => body)).toEqual(said.slice(1));
});

describe('blocks', () => {
  /** As the syntax tree of the same library's family has them. */
  const inTree = (text: string) =>
    fromMarkdown(text)
      .children.flatMap((node) => (node.type === 'list' ? node.children : node))
      .map(({ position }) => [position?.start.offset, position?.end.offset]);

  const line = fc.constantFrom(
    ...['# one', '## two ##', 'words', '> said', '> - said', '- item', '  - inner', '1. first', '2) second'],
    ...['```', '    code', '---', '===', '<div>', '- - deep', '-', '> # head', '* star', '- > said'],
  );

  test('stand where the syntax tree has them', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), (lines) => {
        const text = lines.join('\n');
        const blocks = [...markdownBlocks(text)].map(({ outer }) => [...outer]);
        expect(blocks).toEqual(inTree(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a quotation below a name', () => {
  const said =
    'Over the years a muscle at rest loses mass, and by the fifth it is plain to see in the frown.';
  const other = 'No evidence for that. It sleeps and wakes, and is then the muscle that it was before.';
  const third = 'Weakening does occur in my patients, and most of them are glad that it does.';
  const section = (name: string, ...paragraphs: string[]) => `## ${name}\n\n${paragraphs.join('\n\n')}\n\n`;
  const noted = (...sections: string[]) => parse(`${top}${sections.join('')}`).answers;

  test('is what that one says, where nearly nothing else stands there', () => {
    const found = noted(
      section('Dr. Ann Dee, dermatologist', `> ${said}`),
      section('Dr. Bo Lund, surgeon', `> ${other}`, '(he has the most papers)'),
      section('Dr. Cy Roe, dermatologist', third),
    );
    expect(found.map(({ excluded }) => excluded)).toEqual([[], [], []]);
    expect(found[0]?.body).toContain(said);
    expect(found[1]?.body).toContain(other);
  });

  test('is what it replies to, where a reply follows', () => {
    const found = noted(
      section('Dr. Ann Dee, dermatologist', said),
      section('Dr. Bo Lund, surgeon', '> a muscle at rest loses mass', other),
      section('Dr. Cy Roe, dermatologist', third),
    );
    expect(found[1]?.body).toBe(other);
  });
});

test('a line in italics below a name is that one’s trade, with a link in it, too', () => {
  const text = `${top}${answers
    .map(
      ({ author, body }, i) =>
        `## ${author}\n*Muscle physiologist, author of [Less Is Lift](https://l${i}.example)*\n\n${body.join('\n\n')}\n\n`,
    )
    .join('')}`;
  expect(parse(text).answers.map(({ body }) => words(body))).toEqual(
    answers.map(({ body }) => words(body.join('\n\n'))),
  );
});
