import type { CodedThread, Thread } from '../model.js';
import type { LabelRow, Labels } from './labels.js';
import { documentFor, indexOf, matchAnswers } from './match.js';

/** An answer, as coded by the program and labelled by a coder. */
export interface LabelledAnswer<T extends Thread = CodedThread> {
  readonly thread: T;
  readonly answer: T['answers'][number];
  /** Facet id → the coder's value; facets left blank are absent. */
  readonly labels: ReadonlyMap<string, string>;
}

/** A coder's labels beside the threads that were read. */
export interface Pairing<T extends Thread = CodedThread> {
  readonly labelled: readonly LabelledAnswer<T>[];
  /** Rows whose document was read, but not their answer: the parser did not find it. */
  readonly notFound: readonly LabelRow[];
  /** Documents that the labels name and that were not read, with their rows. */
  readonly notRead: ReadonlyMap<string, readonly LabelRow[]>;
  /** Answers that were read and have no label. */
  readonly unlabelled: number;
}

/** Lays a coder's labels beside the answers. Linear in both. */
export function pairLabels<T extends Thread>(threads: Iterable<T>, labels: Labels): Pairing<T> {
  const index = indexOf(labels);
  const notRead = new Map(index);
  const labelled: LabelledAnswer<T>[] = [];
  const notFound: LabelRow[] = [];
  let answers = 0;
  for (const thread of threads) {
    answers += thread.answers.length;
    const document = documentFor(labels, thread.source);
    if (document === null) continue;
    notRead.delete(document);
    for (const { row, answer } of matchAnswers<T['answers'][number]>(
      index.get(document) ?? [],
      thread.answers,
    )) {
      if (answer === null) notFound.push(row);
      else labelled.push({ thread, answer, labels: row.values });
    }
  }
  return { labelled, notFound, notRead, unlabelled: answers - labelled.length };
}

/** What to say where labels are those of no answer that was read. */
export function labelsNone(threads: readonly Thread[], labels: Labels): string {
  const { notFound, notRead } = pairLabels(threads, labels);
  const [row] = notFound;
  const own = threads.find(({ source }) => row && documentFor(labels, source) === row.document);
  const mend =
    row && own
      ? `line ${row.line} labels answer ${row.answer} of ${row.document}, which has ${own.answers.length}: number the answers as --explain does`
      : `name the documents as they are named here (${threads[0]?.source}), not ${[...notRead.keys()][0] ?? 'otherwise'}`;
  return `${labels.source}: it labels no answer that was read: ${mend}`;
}
