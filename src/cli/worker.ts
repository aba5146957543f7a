import { workerData } from 'node:worker_threads';
import type { Document } from '../model.js';
import { type Attempt, attempt } from './attempt.js';
import type { Finish, Finished } from './finish.js';
import { followed, type Recipe } from './recipe.js';

let finish: Promise<Finish> | undefined;

/** What a worker thread of the pool does with a document; without one it makes itself ready. */
export async function work(document: Document | null): Promise<Attempt<Finished> | null> {
  // The pool keeps the first place for itself.
  finish ??= followed((workerData as [unknown, Recipe])[1]);
  const done = await finish;
  return document && attempt(document, done);
}
