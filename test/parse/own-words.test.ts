import { describe, expect, test } from 'vitest';
import { board, parse, question, recovers, splint, thins } from './parsed.js';

const ANN = 'Dr. Ann Dee, Dermatologist';
const BO = 'Bo Lund, nurse injector';
const CY = 'Dr. Cy Roe, Oral Surgeon';

/** The second and the third post open with what was said before. */
const threadOf = (second: string, third = splint) => parse(board([ANN, thins], [BO, second], [CY, third]));
const bodiesOf = (thread: ReturnType<typeof parse>) => thread.answers.map(({ body }) => body);

describe('what is said above and repeated before an answer is a quotation', () => {
  test.each([
    ['in marks', `"${thins}"\n\n${recovers}`],
    ['without marks', `${thins}\n\n${recovers}`],
    ['right above the reply', `${thins}\n${recovers}`],
    ['behind the sign of mail', `> ${thins}\n\n${recovers}`],
    [
      'in part, in other letters',
      `> is THINNER on ultrasound, and in most people it stays that way\n\n${recovers}`,
    ],
    ['of the asker', `“I grind my teeth and had four sessions.”\n\n${recovers}`],
  ])('%s', (_, second) => {
    const thread = threadOf(second);
    expect(bodiesOf(thread)).toEqual([thins, recovers, splint]);
    expect(thread.blocks.filter(({ reason }) => reason === 'quotation')).toHaveLength(1);
    expect(thread.answers[1]?.span).toEqual(thread.answers[1]?.bodySpan);
  });

  test('an answer that says the same and no more keeps its words', () => {
    expect(bodiesOf(threadOf(thins))).toEqual([thins, thins, splint]);
  });

  test('a few words may be the same by chance', () => {
    const second = `In most people\n\n${recovers}`;
    expect(bodiesOf(threadOf(second))[1]).toContain(recovers);
    expect(threadOf(second).blocks.some(({ reason }) => reason === 'quotation')).toBe(false);
  });

  test('what comes later is not repeated', () => {
    const [first] = parse(board([ANN, `${recovers}\n\n${thins}`], [BO, recovers], [CY, splint])).answers;
    expect(first?.body).toBe(`${recovers}\n\n${thins}`);
  });

  test('of many answers that all say the same, each keeps what is its own', () => {
    const many = `${question}\n${Array.from({ length: 4000 }, (_, i) => `${CY}\nMar 3, 2019\n\n${thins}\n\nCase ${i}. ${recovers}\n\nLike\n`).join('\n')}`;
    expect(parse(many).answers.length).toBeGreaterThan(3900);
  });
});

test('the label of a column that all answers have is none of their words', () => {
  const row = (id: number, words: string) =>
    `--- row ${id} -----------------------------\nQ1\tPatient\nQ2\t${id + 7}\nQ6\t${words}\nQ7\t9\n`;
  const rows = [thins, recovers, splint].map((words, i) => row(i + 1, words));
  const thread = parse(`${question}\n${rows.join('\n')}`);
  expect(bodiesOf(thread).map((body) => body.split('\n')[0])).toEqual([thins, recovers, splint]);
});
