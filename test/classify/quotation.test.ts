import { describe, expect, it } from 'vitest';
import { quotedIn } from '../../src/classify/quotation.js';
import type { Answer, Thread } from '../../src/model.js';
import { coded, finding, threadOf } from './sample.js';

describe('words in quotation marks', () => {
  const alone = threadOf({ body: '"It has sagged for years," she said.' });
  const others: Thread = { ...alone, answers: [alone.answers[0], alone.answers[0]] as Answer[] };
  const asked = threadOf({ question: 'Has it sagged?', body: 'It has.' });

  it.each([
    ["are a text's own where it stands by itself", alone, 'It has sagged for years', false],
    ["are somebody else's in a thread, where they are a statement", others, 'It has sagged for years', true],
    ["are the answer's own where they are few", others, 'has sagged', false],
    ["are the asker's where the asker has them", asked, 'Has  IT sagged', true],
  ])('%s', (_, thread, words, expected) => {
    const isQuoted = quotedIn(thread)(false);
    expect(isQuoted(words, words.split(/\s+/).length)).toBe(expected);
  });
});

describe('what an article tells of an expert in quotation marks', () => {
  const question = 'What of the cheek?';
  const counted = (body: string) =>
    coded({ question, body }, finding('sagging')).evidence.map((one) => one.counted);

  it("is the expert's own", () => {
    const body =
      '“I see sagging in most of those who have had it for ten years and longer,” she says. “And I tell them so before they sit down.” Then she laughs.';
    expect(counted(body)).toEqual([true]);
  });

  it('is not where it is the asker’s', () => {
    const asked = 'Is there sagging of the cheek in those who have had it for ten years and longer than that';
    const body = `“${asked}”, you ask. There may be some of it.`;
    expect(coded({ question: asked, body }, finding('sagging')).evidence[0]?.counted).toBe(false);
  });

  it('is not where little of the answer is quoted', () => {
    const body = `“I see sagging in most of those who have had it for ten years,” she says. ${'That is what I was told by her, and I have not seen it in mine. '.repeat(3)}`;
    expect(counted(body)).toEqual([false]);
  });
});
