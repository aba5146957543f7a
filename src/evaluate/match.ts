import type { Answer } from '../model.js';
import { quote } from '../profile/names.js';
import type { LabelRow, Labels } from './labels.js';
import type { LabelProblem } from './labels-error.js';

/** A labels file's rows by document. */
export type LabelIndex = ReadonlyMap<string, readonly LabelRow[]>;

const indexes = new WeakMap<Labels, LabelIndex>();

/** The rows by document, as written; made once for each labels file. */
export function indexOf(labels: Labels): LabelIndex {
  let index = indexes.get(labels);
  if (index === undefined) {
    const byDocument = new Map<string, LabelRow[]>();
    for (const row of labels.rows) {
      const rows = byDocument.get(row.document);
      if (rows === undefined) byDocument.set(row.document, [row]);
      else rows.push(row);
    }
    index = byDocument;
    indexes.set(labels, index);
  }
  return index;
}

/**
 * The document name in `labels` that means `source`: the same path, or one the tail of the other, so that
 * labels hold wherever the command is run from. null where there is none.
 */
export function documentFor(labels: Labels, source: string): string | null {
  const index = indexOf(labels);
  if (index.has(source)) return source;
  const segments = segmentsOf(source);
  for (let from = 0; from < segments.length; from++) {
    const tail = tails(labels).get(segments.slice(from).join('/'));
    // Only the whole source may be the tail of a longer name; a shorter name must be matched whole.
    if (tail !== undefined) {
      if (tail.whole !== null) return tail.whole;
      if (from === 0 && tail.longer.length === 1) return tail.longer[0] as string;
    }
  }
  return null;
}

interface Tail {
  whole: string | null;
  readonly longer: string[];
}

const tailIndexes = new WeakMap<Labels, ReadonlyMap<string, Tail>>();

function tails(labels: Labels): ReadonlyMap<string, Tail> {
  let index = tailIndexes.get(labels);
  if (index === undefined) {
    const byTail = new Map<string, Tail>();
    for (const document of indexOf(labels).keys()) {
      const segments = segmentsOf(document);
      for (let from = 0; from < segments.length; from++) {
        const name = segments.slice(from).join('/');
        let tail = byTail.get(name);
        if (tail === undefined) {
          tail = { whole: null, longer: [] };
          byTail.set(name, tail);
        }
        if (from === 0) tail.whole ??= document;
        else tail.longer.push(document);
      }
    }
    index = byTail;
    tailIndexes.set(labels, index);
  }
  return index;
}

/** A path has few parts; a hostile one is not worth more. */
const MOST_SEGMENTS = 64;

function segmentsOf(path: string): string[] {
  return path
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .slice(-MOST_SEGMENTS);
}

/** Where a coder's row meets an answer. */
export interface Match<A extends Answer> {
  readonly row: LabelRow;
  /** null: the thread has no such answer. */
  readonly answer: A | null;
}

/**
 * Finds each row's answer in a thread: by its number, or, where the row gives a heading and that number's
 * heading is another, by the one answer that has the heading. So a number that slipped (the parser missed an
 * answer before it) does not put a label on the wrong answer.
 */
export function matchAnswers<A extends Answer>(rows: readonly LabelRow[], answers: readonly A[]): Match<A>[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const byHeading = new Map<string, A | null>();
  for (const answer of answers) {
    const heading = fold(answer.heading);
    byHeading.set(heading, byHeading.has(heading) ? null : answer);
  }
  const taken = new Set<A>();
  const take = (answer: A | null | undefined): A | null => {
    if (answer === null || answer === undefined || taken.has(answer)) return null;
    taken.add(answer);
    return answer;
  };
  const numbered = rows.map((row) => {
    const answer = byId.get(row.answer);
    const heading = fold(row.heading);
    return heading === '' || heading === fold(answer?.heading ?? null) ? take(answer) : null;
  });
  return rows.map((row, i) => {
    const heading = fold(row.heading);
    return { row, answer: numbered[i] ?? (heading === '' ? null : take(byHeading.get(heading))) };
  });
}

/** Letters and digits alone: quotes, blanks and what a report neutralises make no difference. */
function fold(heading: string | null): string {
  return (heading ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * After all inputs are read: the documents that `labels` names and no input is, and names that fit two inputs.
 * One problem a document, at its first line.
 */
export function unmatchedDocuments(labels: Labels, sources: Iterable<string>): LabelProblem[] {
  const claimed = new Map<string, string>();
  const problems: LabelProblem[] = [];
  for (const source of new Set(sources)) {
    const document = documentFor(labels, source);
    if (document === null) continue;
    const other = claimed.get(document);
    if (other === undefined) claimed.set(document, source);
    else {
      const problem = `${quote(document)} fits both ${quote(other)} and ${quote(source)}`;
      problems.push({ line: lineOf(labels, document), problem, mend: 'write more of the path' });
    }
  }
  for (const [document, rows] of indexOf(labels)) {
    if (claimed.has(document)) continue;
    const problem = `${quote(document)} is none of the documents that were read`;
    problems.push({
      line: (rows[0] as LabelRow).line,
      problem,
      mend: 'name it as the report does, or add it to the files',
    });
  }
  return problems.sort((a, b) => a.line - b.line);
}

function lineOf(labels: Labels, document: string): number {
  return indexOf(labels).get(document)?.[0]?.line ?? 1;
}
