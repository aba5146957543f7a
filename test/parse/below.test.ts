import { expect, test } from 'vitest';
import { parse, recovers, splint, thins } from './parsed.js';

const page = (...answers: string[]) =>
  `Does the jaw muscle stay thin after Botox?\nI grind my teeth.\n3 answers\n${answers.join('\n')}\n`;
const answer = (name: string, body: string, ...below: string[]) =>
  [`Photo of ${name}, MD`, `${name}, MD`, 'Plastic Surgeon', '4.9 (212 reviews)', body, ...below].join('\n');
const asked = ['June 12, 2013', 'Helpful?', 'Yes', 'No'];

test('whether an answer was helpful is not said by who answers', () => {
  const thread = parse(
    page(
      answer('Jane Roe', thins, ...asked),
      answer('John Poe', recovers, ...asked),
      answer('Ann Dee', splint, ...asked),
    ),
  );
  expect(thread.answers.map(({ heading, body }) => [heading, body])).toEqual([
    [null, thins],
    [null, recovers],
    [null, splint],
  ]);
});

test('remarks below answers, with a name and a date above each, are no answers', () => {
  const remarks = [
    '2 comments',
    'grinder_7',
    'June 13, 2013',
    splint,
    'Jane Roe, MD',
    'June 14, 2013',
    recovers,
  ];
  const one = ['1 comment', 'grinder_7', '2 days ago', thins];
  const thread = parse(
    page(
      answer('Jane Roe', thins, ...asked, ...remarks),
      answer('John Poe', recovers, ...asked, ...one),
      answer('Ann Dee', splint, ...asked),
    ),
  );
  expect(thread.answers.map(({ body }) => body)).toEqual([thins, recovers, splint]);
});

test('a place in the card is no heading', () => {
  const placed = (name: string, place: string, body: string) =>
    `\n${name}\nMBBS, MD - Dermatology\n14 yrs exp\n${place}\n93% (412 votes)\n${body}\nWas this answer helpful?\nYes (4)\nNo`;
  const thread = parse(
    page(
      placed('Dr. Jane Roe', 'Leeds', thins),
      placed('Dr. John Poe', 'New York', recovers),
      placed('Dr. Ann Dee', 'Bath', splint),
    ),
  );
  expect(thread.answers.map(({ heading, body }) => [heading, body])).toEqual([
    [null, thins],
    [null, recovers],
    [null, splint],
  ]);
});
