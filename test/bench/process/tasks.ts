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
      /** Milliseconds; half as much is spent on getting warm. */
      readonly budget: number;
    }
  | {
      readonly kind: 'growth';
      readonly document: string;
      /** Characters, from the smallest on. */
      readonly sizes: readonly number[];
      /** How often each is worked on at most; the least time counts. */
      readonly repeats: number;
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
  await workFor(budget / 2, work, texts);
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

async function growth({ document, sizes, repeats }: Task & { kind: 'growth' }): Promise<number[]> {
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)];
  const { summarize } = library();
  const run = async (text: string) => {
    globalThis.gc?.();
    const begun = performance.now();
    try {
      await summarize(text);
    } catch (error) {
      // What is refused must be refused in time, too.
      if (!(error instanceof Error && error.name === 'ParseError')) throw error;
    }
    return performance.now() - begun;
  };
  const small = documentOf(document, smallest);
  for (let i = 0; i < repeats; i++) await run(small);
  const times: number[] = [];
  for (const size of sizes) {
    const text = documentOf(document, size);
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < Math.min(repeats, largest / size); i++) least = Math.min(least, await run(text));
    times.push(least);
  }
  return times;
}
