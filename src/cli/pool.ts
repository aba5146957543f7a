import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Document } from '../model.js';
import { type Attempt, attempt, failureOf } from './attempt.js';
import { clock } from './clock.js';
import type { Finish, Finished } from './finish.js';
import type { Recipe } from './recipe.js';

/** Milliseconds of work in this thread before others are started: what is done sooner needs none. */
const PATIENCE = 100;

/** Documents that a worker thread has before it, so that it need not wait for the next. */
const QUEUE = 4;

/** Documents on their way for each thread: an early one may take long, and is reported first. */
const AHEAD = 16;

/** Works on documents, each in the thread that has time for it. */
export interface Pool {
  /** Documents that may be given before the first one is done. */
  readonly ahead: number;
  attempt(document: Document): Promise<Attempt<Finished>>;
  close(): Promise<void>;
}

interface Task {
  readonly document: Document;
  readonly done: (outcome: Attempt<Finished>) => void;
}

interface Workers {
  run(document: Document | null): Promise<Attempt<Finished>>;
  destroy(): Promise<void>;
}

/**
 * Worker threads for `--jobs`, one fewer than jobs: this thread works, too. They are started once the work turns
 * out to be long, so that a single small input starts none, and are given nothing before they are ready.
 * @param here works on a document in this thread.
 */
export function openPool(jobs: number, recipe: Recipe, here: Finish): Pool {
  const threads = Math.min(jobs, Math.max(2, availableParallelism()));
  const waiting: Task[] = [];
  let workers: Promise<Workers | null> | undefined;
  let ready: Workers | undefined;
  let spent = 0;
  let given = 0;
  let busy = false;

  const share = () => {
    while (ready && given < (threads - 1) * QUEUE && waiting.length > 0) void give(ready, next());
    if (!busy && waiting.length > 0) void workHere(next());
  };
  const next = () => waiting.shift() as Task;
  const give = async ({ run }: Workers, { document, done }: Task) => {
    given++;
    try {
      done(await run(document));
    } catch (error) {
      done({ failure: failureOf(document, error) });
    }
    given--;
    share();
  };
  const workHere = async ({ document, done }: Task) => {
    busy = true;
    const begun = clock();
    done(await attempt(document, here));
    spent += clock() - begun;
    // Where none can be started, all is done here.
    if (spent > PATIENCE) workers ??= start(threads - 1, recipe).then(open, () => null);
    // What the others have done comes in between two documents.
    if (workers) await new Promise(setImmediate);
    busy = false;
    share();
  };
  const open = (started: Workers) => {
    // One that cannot be made ready says why for each document that it is given.
    const greetings = Array.from({ length: threads - 1 }, () => started.run(null));
    void Promise.allSettled(greetings).then(() => {
      ready = started;
      share();
    });
    return started;
  };
  return {
    ahead: threads * AHEAD,
    attempt: (document) =>
      new Promise((done) => {
        waiting.push({ document, done });
        share();
      }),
    async close() {
      await (await workers)?.destroy();
    },
  };
}

/** The library is loaded once it is needed. */
async function start(threads: number, recipe: Recipe): Promise<Workers> {
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./worker.cjs', import.meta.url)),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: QUEUE,
    isolateWorkers: false,
    workerData: recipe,
  });
  return { run: (document) => pool.run(document), destroy: () => pool.destroy() };
}
