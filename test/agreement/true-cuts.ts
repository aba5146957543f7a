import type { Answer, Span, Thread } from '../../src/model.js';

/** An answer's true place, by its heading and the first and last words of its body. */
export interface Cut {
  readonly heading: string | null;
  readonly starts_with: string;
  readonly ends_with: string;
}

/**
 * The thread with its answers where they truly are, so that the classifier is measured apart from the parser.
 * Words alone are compared: blanks and marks between them may differ.
 *
 * @returns null where the words are not in the text.
 * @param thread as the parser cut it: its text, question and quotations are kept.
 */
export function withTrueCuts(thread: Thread, cuts: readonly Cut[]): Thread | null {
  let from = 0;
  const answers: Answer[] = [];
  for (const { heading, starts_with, ends_with } of cuts) {
    const start = find(thread.text, starts_with, from);
    const end = find(thread.text, ends_with, start?.[0] ?? from);
    const headingSpan = heading === null ? null : find(thread.text, heading, from);
    if (start === null || end === null) return null;
    const bodySpan: Span = [start[0], end[1]];
    from = end[1];
    answers.push({
      id: answers.length + 1,
      heading,
      headingSpan,
      body: thread.text.slice(...bodySpan),
      bodySpan,
      span: [(headingSpan ?? bodySpan)[0], bodySpan[1]],
      excluded: thread.answers
        .flatMap(({ excluded }) => excluded)
        .filter(([s, e]) => s >= bodySpan[0] && e <= bodySpan[1]),
    });
  }
  return { ...thread, answers };
}

/** A mark, which stands close to a word: a quotation mark left out would open a quotation. */
const MARK = /[^\p{L}\p{N}\s]/u;
const MOST_MARKS = 8;

/** The words with the marks at their ends. */
function find(text: string, words: string, from: number): Span | null {
  const pattern = words.match(/[\p{L}\p{N}]+/gu)?.join('[^\\p{L}\\p{N}]+');
  const searched = new RegExp(pattern ?? '(?!)', 'gu');
  searched.lastIndex = from;
  const match = searched.exec(text);
  if (match === null) return null;
  let [start, end] = [match.index, match.index + match[0].length];
  const [least, most] = [Math.max(from, start - MOST_MARKS), Math.min(text.length, end + MOST_MARKS)];
  while (start > least && MARK.test(text.charAt(start - 1))) start--;
  while (end < most && MARK.test(text.charAt(end))) end++;
  return [start, end];
}
