import { describe, expect, test } from 'vitest';
import { tableIn } from '../../src/parse/table.js';
import { tabledThread } from '../../src/parse/tabled.js';
import { parseText } from '../../src/parse/text.js';
import { bodies, parse } from './parsed.js';

const SAID = [
  'They lose some of their strength over the years, as far as I can see.',
  'No, in four months it is all back, whoever the patient is, and I have looked.',
  'I would not know, since nobody comes back to me after the first time.',
];

describe('a table of answers', () => {
  test('a survey that was pasted from a spreadsheet: a row is an answer, a head the question', () => {
    const text = `Survey (Responses)
File\tEdit\tView\tHelp
Time\tYears\tDo the muscles weaken from long use, in your view?\tQuote?
1 May\t12\t${SAID[0]}\tyes
2 May\t3\t"${SAID[1]}
""Never"" say never, though."\tno
3 May\t8\t\tyes
4 May\t20\t${SAID[2]}
Count: 4
`;
    expect(parse(text).question.heading).toBe('Do the muscles weaken from long use, in your view?');
    expect(bodies(text)).toEqual([SAID[0], `${SAID[1]} ""Never"" say never, though.`, SAID[2]]);
  });

  test('a sheet with its title and the question above the head', () => {
    const rows = SAID.map((said, i) => `${i + 1}\t1 May\tJane Roe MD\tTX\tTitle ${i}\t${said}\t${7 * i}`);
    const text = `From the forum, by date\t\t\t\t\t\t\nQuestion:\tDo the muscles weaken from long use?\t\t\t\t\t\nNo.\tDate\tName\tState\tTitle\tAnswer\tThanks\n${rows.join('\n')}\n`;
    const { question, answers } = parse(text);
    expect(question.heading).toBe('Do the muscles weaken from long use?');
    expect(answers.map(({ heading, body }) => [heading, body])).toEqual(
      SAID.map((said, i) => [`Title ${i}`, said]),
    );
  });

  test('an export of a survey: names without marks, a question among them, a second head, a note below', () => {
    const text = `ID,Time,"Q1. Your trade?","Q2. A patient asks: ""Do they weaken?"" What would you answer?",Status
,,Response,Open-Ended Response,
1,2022-03-01,Nurse,"${SAID[0]}",Complete
2,2022-03-01,Patient,,Partial
3,2022-03-02,GP,"${SAID[1]}",Complete
4,2022-03-02,Dentist,"${SAID[2]}",Complete
"Exported 11/03/2022, 4 responses",,,,
`;
    expect(bodies(text)).toEqual(SAID);
    expect(parse(text).question.heading).toContain('What would you answer?');
  });

  test('the question that each row says it answers', () => {
    const row = (words: string, asked: string) =>
      `http://a.example/q/1,"${asked}","Ten years of it, now.","${words}",3`;
    const table = (asked: (i: number) => string) =>
      [
        'url,question_title,question_text,answer_text,helpful',
        ...SAID.map((words, i) => row(words, asked(i))),
      ].join('\n');
    const text = table(() => 'Does it get weak, in the end?');
    expect(parse(text).question).toMatchObject({
      heading: 'Does it get weak, in the end?',
      body: 'Ten years of it, now.',
    });
    expect(bodies(text)).toEqual(SAID);
    expect(parse(table((i) => `Is it so, ${i}?`)).question.heading).toBeNull();
  });

  test.each([
    ['two columns', 'name,answer', (words: string, i: number) => `N${i},"${words}"`],
    ['a question for a head', 'ID,Do they weaken?', (words: string, i: number) => `${i},"${words}"`],
    ['semicolons', 'Nr;Name;Do they weaken?;Good?', (words: string, i: number) => `${i};N${i};${words};Bad`],
    [
      'tabs',
      'ID\tAge\tDo they weaken?\tComments',
      (words: string, i: number) => `${i}\t4${i}\t${words}\tnone`,
    ],
    [
      'the question in each row',
      'question,answer,votes',
      (words: string, i: number) => `Do they weaken?,"${words}",${i}`,
    ],
  ])('a small sheet with %s', (_, head, row) => {
    const said = ['Yes, in time.', 'No', "I don't know", 'Yes, and fast; I hate it.'];
    const unquoted = head.includes(';') ? said.map((words) => words.replace(';', ',')) : said;
    const text = [head, ...unquoted.map(row)].join('\n');
    expect(bodies(text)).toEqual(unquoted);
    expect(parse(text).question.heading).toBe(head.includes('name,') ? null : 'Do they weaken?');
  });

  test('rows that answer another question', () => {
    const text = `question,answer\nDo they weaken?,"Mine do, yes."\nDo they itch?,No.\nDo they weaken?,Not mine.\n`;
    expect(parse(text).question.heading).toBe('Do they weaken?');
    expect(bodies(text)).toEqual(['Mine do, yes.', 'Not mine.']);
  });

  test('prose with commas is no sheet', () => {
    expect(tabledThread('Well, do they weaken?\nYes, they do.\nNo, not mine.\n')).toBeNull();
  });

  test('a column that tells what a row is, the asker by name, cells of HTML', () => {
    const rows = [
      ['id', 'post_type', 'author_name', 'score', 'body_html', 'status'],
      ['1', 'question', 'Ann', '3', '<p>Does it get weak after many years?</p>', 'published'],
      ['2', 'answer', 'Dr. Roe', '7', `<p>${SAID[0]}</p><p>I say &amp; mean it.</p>`, 'published'],
      ['3', 'comment', 'Ann', '1', 'Ten years, in my case, and I would do it again at once.', 'published'],
      ['4', 'comment', 'Bo', '0', 'in animals, and only in some of them, as I read it', 'published'],
      ['5', 'answer', 'Dr. Poe', '3', `<p>${SAID[1]}</p>`, 'published'],
      ['6', 'ad', 'PARTNER', '0', 'Fresh skin for spring, two areas for the price of one.', 'published'],
      ['7', 'answer', 'Sue', '-1', `${SAID[2]} And neither would you, if you were me.`, 'deleted'],
      ['8', 'answer', 'Lind', '2', SAID[2] as string, 'published'],
    ];
    const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
    const { question, answers } = parseText({ source: 'a.csv', format: 'text', encoding: 'utf-8', text });
    expect(question.heading ?? question.body).toBe('Does it get weak after many years?');
    expect(answers.map(({ author, body }) => [author, body])).toEqual([
      ['Dr. Roe', `${SAID[0]}\n\nI say & mean it.`],
      ['Dr. Poe', SAID[1]],
      ['Lind', SAID[2]],
    ]);
  });

  test.each([',', ';'])('an export with %s: headings, authors, the asker and the moderator', (mark) => {
    const rows = [
      ['role', 'name', 'title', 'text', 'votes'],
      [
        'asker',
        'Ann',
        'Weak face?',
        'Does it get weak after many years? I have had it for ten of them.',
        '1',
      ],
      ['answer', 'Jane Roe, MD', 'It does', SAID[0], '7'],
      ['moderator', 'Bot', '', 'Keep to the topic, please.', '0'],
      ['answer', 'Dr. Poe', 'Not here', SAID[1], '3'],
    ];
    const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(mark)).join('\r\n');
    const { question, answers } = parse(text);
    expect(question).toMatchObject({ heading: 'Weak face?', body: rows[1]?.[3] });
    expect(answers).toMatchObject([
      { heading: 'It does', body: SAID[0], author: 'Jane Roe, MD', votes: 7 },
      { heading: 'Not here', body: SAID[1], author: 'Dr. Poe', votes: 3 },
    ]);
  });

  test.each([
    [
      'prose with commas',
      'Botox, Dysport, Xeomin\nall of them, in my view, weaken.\nIt is so, yes, it is.\nYes, yes, yes.\n',
    ],
    [
      'a menu with tabs',
      `Home\tDoctors\tForum\n\nDoes it weaken?\n\nYes\n\n${SAID[0]}\n\nNo\n\n${SAID[1]}\n`,
    ],
    ['names and numbers', 'a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n'],
  ])('%s is none', (_, text) => {
    expect(tabledThread(text)).toBeNull();
  });

  test('takes time in proportion to its length', () => {
    const hostile = ['"a\t', '"\t"\t"\t', 'a\t"b" c\t"\n', '""\t'].map((part) => part.repeat(200_000));
    for (const text of hostile) tableIn(text);
  }, 5000);
});

test('a table of more columns than a function takes is read', () => {
  const row = `${'a\t'.repeat(150_000)}\n`;
  expect(tableIn(row.repeat(5))).toHaveLength(5);
  expect(tabledThread(row.repeat(5))).toBeNull();
});
