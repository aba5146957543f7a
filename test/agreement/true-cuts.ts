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
 * @param thread as the parser cut it: its text, question and quotations are kept.
 */
export function withTrueCuts(thread: Thread, cuts: readonly Cut[]): Thread {
  let from = 0;
  const answers = cuts.map((cut, i): Answer => {
    const start = find(thread, cut.starts_with, from);
    const end = find(thread, cut.ends_with, start[0]);
    const bodySpan: Span = [start[0], end[1]];
    const headingSpan = cut.heading === null ? null : find(thread, cut.heading, from);
    from = end[1];
    return {
      id: i + 1,
      heading: cut.heading,
      headingSpan,
      body: thread.text.slice(...bodySpan),
      bodySpan,
      span: [(headingSpan ?? bodySpan)[0], bodySpan[1]],
      excluded: thread.answers
        .flatMap(({ excluded }) => excluded)
        .filter(([s, e]) => s >= bodySpan[0] && e <= bodySpan[1]),
    };
  });
  return { ...thread, answers };
}

function find({ text, source }: Thread, words: string, from: number): Span {
  const pattern = words.match(/[\p{L}\p{N}]+/gu)?.join('[^\\p{L}\\p{N}]+');
  const searched = new RegExp(pattern ?? '(?!)', 'gu');
  searched.lastIndex = from;
  const match = searched.exec(text);
  if (match === null) throw new Error(`${source}: the words "${words}" are not there`);
  return [match.index, match.index + match[0].length];
}
