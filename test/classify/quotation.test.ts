import { describe, expect, it } from 'vitest';
import { quotedIn } from '../../src/classify/quotation.js';
import type { Answer, Thread } from '../../src/model.js';
import { threadOf } from './sample.js';

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
    const isQuoted = quotedIn(thread);
    expect(isQuoted(words, words.split(/\s+/).length)).toBe(expected);
  });
});
