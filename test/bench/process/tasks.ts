import { readFileSync } from 'node:fs';
import { documentOf } from '../corpus/hostile.js';
import { library } from '../library.js';
import type { Contestant } from '../peers/contestant.js';
import { CONTESTANTS, type Name } from '../peers/contestants.js';

/** What a child process measures. */
export type Task =
  | {
      readonly kind: 'throughput';
      readonly contestant: Name;
      /** A profile for ours, instead of the built-in one. */
      readonly profile?: string;
      /** A JSON array of documents. */
      readonly corpus: string;
      /** Milliseconds; as many are spent on getting warm. */
      readonly budget: number;
    }
  | {
      readonly kind: 'growth';
      readonly document: string;
      /** Characters, from the smallest on. */
      readonly sizes: readonly number[];
      readonly rounds: number;
      /** Milliseconds of getting warm on the smallest. */
      readonly budget: number;
    };

/** Bytes a second for throughput; the milliseconds of each size for growth. */
export async function perform(task: Task): Promise<number[]> {
  return task.kind === 'growth' ? growth(task) : [await throughput(task)];
}

async function throughput({ contestant, profile, corpus, budget }: Task & { kind: 'throughput' }) {
  const work = profile
    ? await (await import('../peers/ours.js')).ours(profile)
    : await CONTESTANTS[contestant]();
  const texts: string[] = JSON.parse(readFileSync(corpus, 'utf8'));
  await workFor(budget, work, texts);
  return workFor(budget, work, texts);
}

/** Works on one text after the other, from the first one on again if need be. @returns bytes a second. */
async function workFor(budget: number, work: Contestant, texts: readonly string[]): Promise<number> {
  const begun = performance.now();
  let bytes = 0;
  let sum = 0;
  for (let i = 0; ; i++) {
    const text = texts[i % texts.length] ?? '';
    sum += await work(text);
    bytes += Buffer.byteLength(text);
    const spent = performance.now() - begun;
    if (spent >= budget) {
      if (Number.isNaN(sum)) throw new Error('the result is no number');
      return (bytes * 1000) / spent;
    }
  }
}

/** How often a small document is worked on in a round, since chance has a larger part in it; the least time counts. */
const SMALL_ROUNDS = 4;

async function growth({ document, sizes, rounds, budget }: Task & { kind: 'growth' }): Promise<number[]> {
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)];
  const { summarize } = library();
  // The first result is kept, since V8 throws away what it has compiled for objects that there are none of any more.
  const kept: unknown[] = [];
  const run = async (text: string) => {
    const begun = performance.now();
    try {
      const result = await summarize(text);
      if (kept.length === 0) kept.push(result);
    } catch (error) {
      // What is refused must be refused in time, too.
      if (!(error instanceof Error && error.name === 'ParseError')) throw error;
    }
    return performance.now() - begun;
  };
  const small = documentOf(document, smallest);
  for (let spent = 0; spent < budget; ) spent += await run(small);
  const texts = sizes.map((size) => documentOf(document, size));
  const least = sizes.map(() => Number.POSITIVE_INFINITY);
  // Round by round, so that what else the machine does in the meantime slows no size alone.
  for (let round = 0; round < rounds; round++) {
    for (const [i, text] of texts.entries()) {
      for (let size = 0; size < largest && size < text.length * SMALL_ROUNDS; size += text.length) {
        least[i] = Math.min(least[i] ?? 0, await run(text));
      }
    }
  }
  return least;
}
