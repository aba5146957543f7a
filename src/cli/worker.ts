import { workerData } from 'node:worker_threads';
import type { CodedThread, Document } from '../model.js';
import { type CodingOptions, code } from '../summarize.js';
import { type Attempt, attempt } from './attempt.js';
import { followed, type Recipe } from './recipe.js';

let coding: Promise<CodingOptions> | undefined;

/** What a worker thread of the pool does with a document. */
export async function work(document: Document): Promise<Attempt<CodedThread>> {
  // The pool keeps the first place for itself.
  coding ??= followed((workerData as [unknown, Recipe])[1]);
  return attempt(document, async () => code(document, (await coding) as CodingOptions));
}
