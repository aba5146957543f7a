import type { Document } from '../model.js';
import { InputError, type Reading, type ReadOptions, readAll } from '../read/read.js';
import type { Attempt } from './attempt.js';
import { companionOf } from './companion.js';

/** What is made of a thread: the thread itself, or what is to be said of it. */
export interface Made {
  readonly source: string;
  readonly answers: { readonly length: number };
}

/** What became of an input. */
export type Outcome<T extends Made> =
  | { readonly kind: 'document'; readonly document: Document; readonly threads: readonly T[] }
  /** A file that is no thread was left out: that is no failure. */
  | { readonly kind: 'left-out'; readonly message: string }
  /** An input that cannot be used: `source: what is wrong: how to mend it`. */
  | { readonly kind: 'failure'; readonly message: string };

/** Works on documents, so many of them at a time. */
export interface Worker<T extends Made> {
  attempt(document: Document): Promise<Attempt<T>>;
  /** Documents that may be given before the first one is done; 0: one by one. */
  readonly ahead: number;
}

/** Documents that are worked on ahead are no longer together, in UTF-16 code units. */
const MOST_AHEAD = 1_000_000;

/**
 * Reads inputs and works on them, holding one document at a time and those that are worked on ahead, which are
 * short; outcomes come in the order of the inputs.
 */
export async function* outcomes<T extends Made>(
  sources: Iterable<string>,
  reading: ReadOptions,
  worker: Worker<T>,
): AsyncGenerator<Outcome<T>> {
  const begun: { readonly outcomes: Promise<Outcome<T>[]>; readonly length: number }[] = [];
  let length = 0;
  const next = async () => {
    const first = begun.shift();
    length -= first?.length ?? 0;
    return (await first?.outcomes) ?? [];
  };
  for await (const read of readAll(sources, reading)) {
    const own = read.kind === 'document' ? read.document.text.length : 0;
    begun.push({ outcomes: outcomesOf(read, worker), length: own });
    length += own;
    while (begun.length > worker.ahead || (length > MOST_AHEAD && begun.length > 1)) yield* await next();
  }
  while (begun.length > 0) yield* await next();
}

async function outcomesOf<T extends Made>(read: Reading, worker: Worker<T>): Promise<Outcome<T>[]> {
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
