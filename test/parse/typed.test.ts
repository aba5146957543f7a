import { describe, expect, test } from 'vitest';
import { bodies, parse } from './parsed.js';

const question = 'Do facial muscles weaken from Botox use?';
const said = [
  'Yes, slowly, over years. I like that.',
  "No they don't. Mine come back each time.",
  'Fast! Two months and my brow was limp, terrible.',
  'no idea',
  'They do lose strength bit by bit, which is a shame.',
];
const names = ['Anna', 'Ben', 'Chloe', 'Dave', 'Ella'];
const each = (write: (words: string, i: number) => string, gap = '\n') => said.map(write).join(gap);

describe('a thread that was typed', () => {
  test.each([
    ['a line for each answer', `${question}\n${said.join('\n')}\n`],
    ['a paragraph for each answer', `${question}\n\n${said.join('\n\n')}\n`],
    ['hyphens', `${question}\n\n${each((words) => `- ${words}`)}\n`],
    ['stars', `${question}\n\n${each((words) => `* ${words}`, '\n\n')}\n`],
    ['"Q." and "A."', `Q. ${question}\n\n${each((words) => `A. ${words}`, '\n\n')}\n`],
    ['names and colons', `${question}\n\n${each((words, i) => `${names[i]}: ${words}`)}\n`],
    ['small names', `${question}\n${each((words, i) => `${names[i]?.toLowerCase()}: ${words}`)}\n`],
    ['names and dashes', `${question}\n\n${each((words, i) => `${names[i]} - ${words}`, '\n\n')}\n`],
    [
      'names of either sort',
      `Q: ${question}\n\n${each((w, i) => `${names[i]}${i % 2 ? ' -' : ':'} ${w}`, '\n\n')}\n`,
    ],
  ])('%s', (_, text) => {
    const thread = parse(text);
    expect(thread.question).toMatchObject({ heading: question, body: null });
    expect(thread.answers.map(({ heading, body }) => [heading, body])).toEqual(
      said.map((words) => [null, words]),
    );
    if (/anna/i.test(text))
      expect(thread.answers.map(({ author }) => author?.toLowerCase())).toEqual(
        names.map((name) => name.toLowerCase()),
      );
  });

  test('the asker may say more', () => {
    const body = "I'm 34 and had my third round last week.";
    const { question: asked, answers } = parse(
      `Q: ${question}\n\n${body}\n\n${each((words, i) => `${names[i]}: ${words}`, '\n\n')}\n`,
    );
    expect(asked).toMatchObject({ heading: question, body });
    expect(answers).toHaveLength(said.length);
  });

  test.each([
    [
      'what a list is announced by',
      `${question}\n\nYes, because:\n- it rests the muscle\n- the nerve sprouts anew\n`,
    ],
    [
      'one answer in several paragraphs',
      `${question}\n\nYes, they do weaken.\n\nI see it in my patients.\n\nDisuse is the reason.\n`,
    ],
    [
      'one answer with labels',
      `${question}\n\nYes, in the end.\n\nPros: fewer lines.\nCons: a heavy brow.\nVerdict: worth it.\n`,
    ],
  ])('not so %s', (_, text) => {
    expect(bodies(text).length).toBeLessThan(2);
  });
});
