import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonWriter } from '../../src/report/json.js';
import { Merge, MergeError } from '../../src/report/merge.js';
import type { Report } from '../../src/report/model.js';
import { render } from '../../src/report/report.js';
import { compareSources } from '../../src/report/source-order.js';
import { summarize } from '../../src/summarize.js';

const BODIES = [
  'Yes, the treated muscles do weaken after repeated Botox.',
  'No, the treated muscles do not weaken.',
  'They weaken slowly, over many years, and that is a good thing.',
  'Please book a consultation.',
];

const SOURCES = ['b.txt', 'a/z.txt', 'a/b/c.txt', 'a.txt', 'n.ndjson#2', 'n.ndjson#10', 'B.txt', 'ä.txt'];

/** A corpus: each source with some answers and their votes. */
const corpora = fc
  .uniqueArray(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      answers: fc.array(fc.record({ text: fc.constantFrom(...BODIES), votes: fc.nat({ max: 9 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    { minLength: 1, selector: ({ source }) => source },
  )
  .map((threads) =>
    threads.map(({ source, answers }) => ({
      source,
      format: 'json' as const,
      text: JSON.stringify({ question: { title: 'Do facial muscles weaken?' }, answers }),
    })),
  );

type Corpus = typeof corpora extends fc.Arbitrary<infer T> ? T : never;

async function merged(parts: readonly Report[], form: 'json' | 'ndjson'): Promise<string> {
  const merge = new Merge();
  for (const part of parts) {
    const text = await render(part, form);
    for (const json of form === 'json' ? [text] : text.trimEnd().split('\n')) merge.add(JSON.parse(json));
  }
  return written(merge);
}

function written(merge: Merge): string {
  const all = merge.merged();
  if (!all) throw new Error('nothing was merged');
  const writer = jsonWriter(all.head);
  return (
    [...all.documents].map((document) => writer.add(writer.piece(document))).join('') +
    writer.end(all.consensus)
  );
}

describe('merging', () => {
  test('gives the bytes of one run over everything, in any order and grouping', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpora,
        fc.infiniteStream(fc.nat({ max: 2 })),
        fc.infiniteStream(fc.nat()),
        fc.constantFrom('json' as const, 'ndjson' as const),
        fc.constantFrom({}, { weight: 'votes' as const }, { threshold: 0.6 }),
        async (corpus, groups, order, form, options) => {
          const sorted = [...corpus].sort((a, b) => compareSources(a.source, b.source));
          const one = await render(await summarize(sorted, options), 'json');
          const parts: Corpus[] = [[], [], []];
          const shuffled = corpus
            .map((thread) => ({ thread, at: order.next().value }))
            .sort((a, b) => a.at - b.at);
          for (const { thread } of shuffled) parts[groups.next().value]?.push(thread);
          const reports = await Promise.all(
            parts.filter((part) => part.length > 0).map((part) => summarize(part, options)),
          );
          expect(await merged(reports, form)).toBe(one);
          // What has been merged is a part again.
          const again = new Merge();
          again.add(JSON.parse(await merged(reports, form)));
          expect(written(again)).toBe(one);
        },
      ),
      { numRuns: 40 },
    );
  });

  const report = async (options = {}) =>
    JSON.parse(
      await render(
        await summarize('Q?\n\nOne\n\nThey weaken.\n\nTwo\n\nThey do not weaken.', options),
        'json',
      ),
    );

  test('says which sources stand there twice', async () => {
    const merge = new Merge();
    merge.add(await report());
    merge.add(await report());
    expect(merge.merged()?.repeated).toEqual(['-']);
  });

  test.each([
    ['no object', () => [1], /no report of this program/],
    ['other JSON', () => ({ documents: [] }), /no report of this program/],
    [
      'a document without counts',
      async () => ({ ...(await report()), documents: [{ source: '-', answers: [] }] }),
      /no report/,
    ],
    ['another schema', async () => ({ ...(await report()), schemaVersion: 99 }), /schema version 99, not 1/],
    ['another threshold', () => report({ threshold: 0.6 }), /made otherwise .*0\.6/],
    ['other weights', () => report({ weight: 'votes' }), /weighted by votes/],
    [
      'other tags',
      async () => {
        const other = await report();
        other.documents[0].consensus.tally = { x: 1 };
        return other;
      },
      /tags are not those/,
    ],
  ])('%s is refused', async (_, make, message) => {
    const merge = new Merge();
    merge.add(await report());
    const value = await make();
    expect(() => merge.add(value)).toThrow(MergeError);
    expect(() => merge.add(value)).toThrow(message);
  });

  test('of nothing is nothing', () => expect(new Merge().merged()).toBe(null));
});

test('sources sort as a folder is read, and the lines of a file by number', () => {
  const sorted = [
    'a/b/c.txt',
    'a/z.txt',
    'a-b.txt',
    'a.txt',
    'n.ndjson',
    'n.ndjson#2',
    'n.ndjson#10',
    'ä.txt',
  ];
  expect([...sorted].reverse().sort(compareSources)).toEqual(sorted);
});
