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
      /** Characters of the document, and of one to get warm on. */
      readonly size: number;
      readonly warm: number;
      readonly repeats: number;
    };

/** Bytes a second for throughput; milliseconds, the least of the repeats, for growth. */
export async function perform(task: Task): Promise<number> {
  return task.kind === 'growth' ? growth(task) : throughput(task);
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

async function growth({ document, size, warm, repeats }: Task & { kind: 'growth' }): Promise<number> {
  const { summarize } = library();
  const run = async (text: string) => {
    const begun = performance.now();
    try {
      await summarize(text);
    } catch (error) {
      // What is refused must be refused in time, too.
      if (!(error instanceof Error && error.constructor.name === 'ParseError')) throw error;
    }
    return performance.now() - begun;
  };
  const small = documentOf(document, warm);
  for (let i = 0; i < 3; i++) await run(small);
  const text = documentOf(document, size);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < repeats; i++) least = Math.min(least, await run(text));
  return least;
}
