import { LabelsError } from '../evaluate/labels-error.js';
import type { Document, Thread } from '../model.js';
import { ParseError } from '../parse/error.js';
import { InputError, type ReadOptions, readAll } from '../read/read.js';
import { companionOf } from './companion.js';

/** What became of an input. */
export type Outcome<T extends Thread> =
  | { readonly kind: 'document'; readonly document: Document; readonly threads: readonly T[] }
  /** A file that is no thread was left out: that is no failure. */
  | { readonly kind: 'left-out'; readonly message: string }
  /** An input that cannot be used: `source: what is wrong: how to mend it`. */
  | { readonly kind: 'failure'; readonly message: string };

/**
 * Reads inputs and works on them one after the other, holding one document at a time; outcomes come in the
 * order of the inputs. Nothing that one of them has wrong keeps the others from their turn.
 * @param work makes a document's threads.
 */
export async function* outcomes<T extends Thread>(
  sources: Iterable<string>,
  reading: ReadOptions,
  work: (document: Document) => Promise<readonly T[]>,
): AsyncGenerator<Outcome<T>> {
  for await (const read of readAll(sources, reading)) {
    if (read.kind === 'note') yield { kind: 'left-out', message: `${read.source}: ${read.text}` };
    else if (read.kind === 'error') yield { kind: 'failure', message: read.error.message };
    else yield* documentOutcomes(read.document, read.found, work);
  }
}

/** @param found whether it was found in a folder or by a pattern, where not every text is a thread. */
async function* documentOutcomes<T extends Thread>(
  document: Document,
  found: boolean,
  work: (document: Document) => Promise<readonly T[]>,
): AsyncGenerator<Outcome<T>> {
  const companion = companionOf(document);
  if (companion) {
    yield { kind: 'left-out', message: `${document.source}: ${companion}` };
    return;
  }
  let threads: readonly T[];
  try {
    threads = await work(document);
  } catch (error) {
    // A folder of threads may hold JSON that is about something else; broken JSON may be a thread cut off.
    const isOther = found && error instanceof ParseError && /another shape/.test(error.problem);
    yield { kind: isOther ? 'left-out' : 'failure', message: failure(document, error) };
    return;
  }
  yield { kind: 'document', document, threads };
  const without = threads.filter(({ answers }) => answers.length === 0).map(({ source }) => source);
  for (const source of threads.length === 0 ? [document.source] : without) {
    yield { kind: found ? 'left-out' : 'failure', message: noAnswers(source) };
  }
}

function noAnswers(source: string): string {
  const mend = 'name a thread with answers, or see with --show-blocks how it was cut';
  return new InputError(source, 'no answers found', mend).message;
}

function failure({ source }: Document, error: unknown): string {
  if (error instanceof ParseError || error instanceof LabelsError || error instanceof InputError) {
    return error.message;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new InputError(source, `the program failed on it (${what.slice(0, 200)})`, 'please report this')
    .message;
}
