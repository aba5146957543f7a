import { expect, test } from 'vitest';
import { bodies, recovers, splint, thins } from './parsed.js';

test('replies to a survey: the question that is answered in words', () => {
  const reply = (number: number, years: string, body: string) =>
    `#${number}\nCOMPLETE\nTime Spent:   00:03:41\n\nQ1\nFor how many years have you been injecting it?\n${years}\n\nQ2\nDo the muscles of a face become weaker from it, and what do you tell her?\n${body}\n\nQ3\nMay we quote you by name?\nYes\n`;
  const survey = `Survey of members, 2023\n\n${reply(1, '11', thins)}\n${reply(2, 'More than 20', recovers)}\n${reply(3, '4', splint)}`;
  expect(bodies(survey)).toEqual([thins, recovers, splint]);
});

test('two questions that come four times in a long thread make no survey of it', () => {
  const asking = (n: number) =>
    n % 20 === 0
      ? 'Who put you up to this, and what did they say of it?\n\nAnd what do you make of it all yourself, years on?\n\n'
      : '';
  const answers = Array.from(
    { length: 80 },
    (_, n) => `${asking(n)}${thins} In case ${'i'.repeat(n + 1)} it was so.`,
  );
  const thread = answers.map((answer, n) => `Answer ${n + 1}:\n${answer}\n\n`).join('');
  expect(bodies(`Does the jaw muscle stay thin after Botox?\n\n${thread}`)).toHaveLength(80);
});
