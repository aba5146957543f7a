import type { Document, Thread } from '../model.js';
import { InputError, type Reading, type ReadOptions, readAll } from '../read/read.js';
import type { Attempt } from './attempt.js';
import { companionOf } from './companion.js';

/** What became of an input. */
export type Outcome<T extends Thread> =
  | { readonly kind: 'document'; readonly document: Document; readonly threads: readonly T[] }
  /** A file that is no thread was left out: that is no failure. */
  | { readonly kind: 'left-out'; readonly message: string }
  /** An input that cannot be used: `source: what is wrong: how to mend it`. */
  | { readonly kind: 'failure'; readonly message: string };

/** Works on documents, so many of them at a time. */
export interface Worker<T extends Thread> {
  attempt(document: Document): Promise<Attempt<T>>;
  /** Documents that may be given before the first one is done; 0: one by one. */
  readonly ahead: number;
}

/**
 * Reads inputs and works on them, holding one document at a time and those that are worked on ahead; outcomes
 * come in the order of the inputs.
 */
export async function* outcomes<T extends Thread>(
  sources: Iterable<string>,
  reading: ReadOptions,
  worker: Worker<T>,
): AsyncGenerator<Outcome<T>> {
  const begun: Promise<Outcome<T>[]>[] = [];
  for await (const read of readAll(sources, reading)) {
    begun.push(outcomesOf(read, worker));
    while (begun.length > worker.ahead) yield* (await begun.shift()) ?? [];
  }
  for (const each of begun) yield* await each;
}

async function outcomesOf<T extends Thread>(read: Reading, worker: Worker<T>): Promise<Outcome<T>[]> {
  if (read.kind === 'note') return [{ kind: 'left-out', message: `${read.source}: ${read.text}` }];
  if (read.kind === 'error') return [{ kind: 'failure', message: read.error.message }];
  const { document, found } = read;
  const companion = companionOf(document);
  if (companion) return [{ kind: 'left-out', message: `${document.source}: ${companion}` }];
  const attempt = await worker.attempt(document);
  // In a folder not every text is a thread.
  const kind = found ? 'left-out' : 'failure';
  if ('failure' in attempt) {
    return [{ kind: attempt.noThread ? kind : 'failure', message: attempt.failure }];
  }
  const { threads } = attempt;
  const without = threads.filter(({ answers }) => answers.length === 0).map(({ source }) => source);
  return [
    { kind: 'document', document, threads },
    ...(threads.length === 0 ? [document.source] : without).map(
      (source) =>
        ({
          kind,
          message: noAnswers(source),
        }) as const,
    ),
  ];
}

function noAnswers(source: string): string {
  const mend = 'name a thread with answers, or see with --show-blocks how it was cut';
  return new InputError(source, 'no answers found', mend).message;
}
