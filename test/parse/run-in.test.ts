import { describe, expect, test } from 'vitest';
import { board, parse, recovers, splint, thins } from './parsed.js';

const ANN = 'Dr. Ann Dee, Dermatologist';
const BO = 'Bo Lund, nurse injector';
const CY = 'Dr. Cy Roe, Oral Surgeon';
const DEE = 'Dr. Di Poe, Dermatologist';

const threadOf = (...heads: string[]) =>
  parse(
    board(
      ...[thins, recovers, splint, `${thins} It may take years.`].map(
        (body, i) => [[ANN, BO, CY, DEE][i] as string, `${heads[i] ?? ''}${body}`] as [string, string],
      ),
    ),
  );

describe('a few words and a colon before the answers of a thread are their headings', () => {
  test('which run in', () => {
    const thread = threadOf('Some thinning, yes: ', 'No: ', 'For the jaw: ', 'Over many years: ');
    expect(thread.answers.map(({ heading }) => heading)).toEqual([
      'Some thinning, yes',
      'No',
      'For the jaw',
      'Over many years',
    ]);
    expect(thread.answers.map(({ body }) => body)[1]).toBe(recovers);
    for (const { span, headingSpan, bodySpan } of thread.answers) {
      expect(span).toEqual([headingSpan?.[0], bodySpan[1]]);
      expect(thread.text.slice(headingSpan?.[1], bodySpan[0])).toBe(': ');
    }
  });

  test.each([
    ['that few have', ['Some thinning, yes: ', 'No: ']],
    ['that are all the same', ['Answer: ', 'Answer: ', 'Answer: ', 'Answer: ']],
    [
      'that a sentence goes on behind',
      ['Short version: no, ', 'The gist: yes, ', 'My view: it fades, ', 'In sum: they thin, '],
    ],
    ['that speak to the asker', ['Dear Beverly: ', 'Hi Beverly: ', 'Beverly: ', 'Hello Beverly: ']],
    [
      'that are many',
      Array(4).fill('What I always say to the people who ask me such a thing as this: ') as string[],
    ],
  ])('not those %s', (_, heads) => {
    expect(threadOf(...heads).answers.map(({ heading }) => heading)).toEqual([null, null, null, null]);
  });

  test('and not the line of the page above them', () => {
    const thread = parse(
      [
        'Does the jaw muscle stay thin?\n\nI grind my teeth.\n\n4 doctors weighed in across 4 answers',
        `${ANN} answered\nSome thinning, yes: ${thins}\n2 doctors agree\n4.1k viewsReviewed >2 years ago`,
        `${BO} answered\nNo: ${recovers}\n1 doctor agrees\n3k viewsReviewed >2 years ago`,
        `${CY} answered\nAsk Dr. Dee: ${splint}\n2 doctors agree\n950 viewsReviewed >2 years ago`,
        `${DEE} answered\nOver many years: ${thins}\n2 doctors agree\n120 viewsReviewed >2 years ago`,
      ].join('\n\n'),
    );
    expect(thread.answers.map(({ heading }) => heading)).toEqual([
      'Some thinning, yes',
      'No',
      'Ask Dr. Dee',
      'Over many years',
    ]);
  });
});
