import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CodedThread, Document } from '../model.js';
import { type Attempt, attempt, failureOf } from './attempt.js';
import type { Recipe } from './recipe.js';

/** Milliseconds of work in this thread before others are started: what is done sooner needs none. */
const PATIENCE = 100;

/** Documents that a worker thread has waiting, so that it need not wait for the next. */
const AHEAD = 3;

/** Codes documents, each in the thread that has time for it. */
export interface Pool {
  /** Documents that may be given before the first one is done. */
  readonly ahead: number;
  attempt(document: Document): Promise<Attempt<CodedThread>>;
  close(): Promise<void>;
}

/**
 * Worker threads for `--jobs`. They are started once the work turns out to be long; until then, and so for
 * a single small input, it is done here.
 * @param here codes a document in this thread.
 */
export function openPool(
  jobs: number,
  recipe: Recipe,
  here: (document: Document) => Promise<readonly CodedThread[]>,
): Pool {
  const threads = Math.min(jobs, Math.max(2, availableParallelism()));
  let spent = 0;
  let workers:
    | Promise<{ run(document: Document): Promise<Attempt<CodedThread>>; destroy(): Promise<void> }>
    | undefined;
  return {
    ahead: threads * AHEAD,
    async attempt(document) {
      if (!workers && spent < PATIENCE) {
        const begun = performance.now();
        const done = await attempt(document, here);
        spent += performance.now() - begun;
        return done;
      }
      workers ??= start(threads, recipe);
      try {
        return await (await workers).run(document);
      } catch (error) {
        return { failure: failureOf(document, error) };
      }
    },
    async close() {
      await (await workers)?.destroy();
    },
  };
}

/** The library is loaded once it is needed. */
async function start(threads: number, recipe: Recipe) {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: fileURLToPath(new URL('./worker.cjs', import.meta.url)),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    workerData: recipe,
  });
}
