import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CodedAnswer, CodedThread } from '../../src/model.js';
import { findDuplicates, markDuplicates, NEARLY } from '../../src/tally/duplicates.js';
import { anchors, dice, sameWords, words } from '../../src/tally/folded.js';

const LONG =
  'Yes, repeated treatment does lead to some atrophy of the muscle, and most of my patients are glad of it.';

function answers(...given: (string | Partial<CodedAnswer>)[]): CodedAnswer[] {
  return given.map((one, i) => {
    const partial = typeof one === 'string' ? { body: one } : one;
    const body = partial.body ?? '';
    return {
      id: i + 1,
      heading: null,
      headingSpan: null,
      bodySpan: [0, body.length],
      span: [0, body.length],
      excluded: [],
      facets: { effect: 'weakens' },
      tags: [],
      hedged: [],
      uncertain: [],
      reasons: {},
      evidence: [],
      ...partial,
      body,
    };
  });
}

const found = (...given: Parameters<typeof answers>) => [...findDuplicates(answers(...given))];

describe('the same words', () => {
  test('after case, space and punctuation are folded', () => {
    const again = LONG.toUpperCase().replaceAll(' ', '\u00a0\n').replace('.', ' !!');
    expect(found(LONG, 'Not in my experience, I must say.', again)).toEqual([[3, 1]]);
  });
  test('point to the first of them', () => {
    expect(found(LONG, LONG, LONG)).toEqual([
      [2, 1],
      [3, 1],
    ]);
  });
  test('under another heading or name are the same answer', () => {
    expect(found({ body: LONG, author: 'Dr. A', heading: 'One' }, { body: LONG, author: 'Dr. B' })).toEqual([
      [2, 1],
    ]);
  });
  test('of a very short answer are two people, unless name or heading say otherwise', () => {
    expect(found('Yes, they do.', 'Yes they do')).toEqual([]);
    expect(found({ body: 'Yes.', author: 'Dr. A' }, { body: 'Yes.', author: 'Dr. B' })).toEqual([]);
    expect(found({ body: 'Yes.', author: 'Dr. A' }, { body: 'Yes!', author: 'Dr. A' })).toEqual([[2, 1]]);
    expect(found({ body: 'Yes.', heading: 'They do' }, { body: 'Yes.', heading: 'They do.' })).toEqual([
      [2, 1],
    ]);
  });
  test('in another script', () => {
    const text = 'Да, мышцы со временем слабеют, и это хорошо.';
    expect(found(text, text.toUpperCase())).toEqual([[2, 1]]);
  });
});

describe('nearly the same words', () => {
  const nearly = LONG.replace('some atrophy', 'a little atrophy').replace('glad', 'very glad');
  test('are a duplicate', () => {
    expect(dice(LONG, nearly)).toBeGreaterThan(NEARLY);
    expect(found(LONG, nearly)).toEqual([[2, 1]]);
  });
  test('are none where the labels differ', () => {
    const turned = LONG.replace('does lead', 'does not lead');
    expect(dice(LONG, turned)).toBeGreaterThan(NEARLY);
    expect(found(LONG, { body: turned, facets: { effect: 'no-weakening' } })).toEqual([]);
  });
  test('below the threshold are two answers', () => {
    const half = `${LONG.slice(0, 50)} would have to be shown first, and I know of nobody who has done so.`;
    expect(found(LONG, half)).toEqual([]);
  });
});

test('a thread without duplicates is handed on as it is; one with them keeps all its answers', () => {
  const thread = (given: CodedAnswer[]) => ({ source: 't', answers: given }) as unknown as CodedThread;
  const single = thread(answers(LONG, 'Another view of it altogether.'));
  expect(markDuplicates(single)).toBe(single);
  expect(markDuplicates(thread(answers(LONG, LONG))).answers.map((a) => a.duplicateOf)).toEqual([
    undefined,
    1,
  ]);
});

describe('folding', () => {
  test('ignores case, space and punctuation of any text', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zA-Z0-9äöÜé]{1,8}$/), { minLength: 1 }), (all) => {
        const loud = `  ${all.join(' -- ').toUpperCase()}!`;
        const plain = all.join(' ').toLowerCase();
        expect(anchors(loud)).toEqual(anchors(plain));
        expect(sameWords(loud, plain)).toBe(true);
        expect(words(loud, 1000)).toBe(all.length);
      }),
    );
  });
  test('copies are found in whatever order answers stand, and no strangers', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 9, maxLength: 14 });
    const body = fc
      .array(sentence, { minLength: 1, maxLength: 5 })
      .map((all) => all.map((s) => s.join(' ')).join('. '));
    fc.assert(
      fc.property(fc.uniqueArray(body, { minLength: 2, maxLength: 6 }), fc.nat(), (bodies, n) => {
        const copied = n % bodies.length;
        const thread = [...bodies, bodies[copied]?.toUpperCase().replaceAll(' ', '  ') as string];
        expect(found(...thread)).toEqual([[thread.length, copied + 1]]);
      }),
    );
  });
  test('two texts have the same words exactly where they agree once folded', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ' ', '.', "'") });
    const plain = (text: string) => text.toLowerCase().replace(/[^ab]/g, '');
    fc.assert(fc.property(letters, letters, (a, b) => sameWords(a, b) === (plain(a) === plain(b))));
  });
  test('Dice of a text with itself is 1, of strangers 0', () => {
    expect(dice(LONG, LONG.toLowerCase())).toBe(1);
    expect(dice(LONG, 'nothing here that was said there')).toBe(0);
    expect(dice('', '')).toBe(0);
  });
});
