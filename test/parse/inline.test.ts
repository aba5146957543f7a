import { expect, test } from 'vitest';
import { parse, recovers, splint, thins } from './parsed.js';

const asked = 'DOES THE FACE WEAKEN? Reader, 62: my doctor wants me on a schedule of three months.';

test('who speaks in a text without line ends parts it', () => {
  const thread = parse(
    `${asked} DR. ROE (dermatology): ${thins} DR. A. POE (neurology): ${recovers} NURSE LUND: ${splint} Mr. Dee-Holt (eye surgery): ${thins}`,
  );
  expect(thread.answers.map(({ body }) => body)).toEqual([thins, recovers, splint, thins]);
  expect(thread.answers.map(({ author }) => author)).toEqual([
    'DR. ROE',
    'DR. A. POE',
    'NURSE LUND',
    'Mr. Dee-Holt',
  ]);
});

test('two who are quoted do not', () => {
  const body = `${thins} Dr. Roe: yes, he says. ${recovers} Dr. Poe: no, she says. ${splint} ${thins} ${recovers}`;
  const { answers } = parse(
    `Does the face weaken?\n\nI am 62.\n\nShort answer\n\n${body}\n\nA long one\n\n${splint}`,
  );
  expect(answers.map((answer) => answer.body)).toEqual([body, splint]);
});
