/** The words of the question's heading, by which a line is known to speak of the matter. */

import { classOf, Word } from './vocabulary.js';

/** Lines or units in which the heading is looked for. */
const opening = 14;

/** Stems (five letters) of the first short stretch that holds a question mark; of the first one, where none does. */
export function askedStems(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): ReadonlySet<string> {
  const stems = new Set<string>();
  let heading = stretches[0];
  for (let i = 0; i < stretches.length && i < opening; i++) {
    const stretch = stretches[i] as { start: number; end: number };
    const mark = text.indexOf('?', stretch.start);
    if (mark >= 0 && mark < stretch.end && stretch.end - stretch.start <= 200) {
      heading = stretch;
      break;
    }
    if (mark < 0) break;
  }
  if (!heading) return stems;
  const until = Math.min(heading.end, heading.start + 300);
  for (const stem of stemsOf(text, heading.start, until)) stems.add(stem);
  return stems;
}

/** How many words of the stretch are the question's own. */
export function sharedStems(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  asked: ReadonlySet<string>,
): number {
  let count = 0;
  if (asked.size > 0) for (const stem of stemsOf(text, start, end)) if (asked.has(stem)) count++;
  return count;
}

/** Whether the stretch has a word of the question. */
export function sharesStem(
  text: string,
  stretch: { readonly start: number; readonly end: number },
  asked: ReadonlySet<string>,
): boolean {
  return sharedStems(text, stretch, asked) > 0;
}

function* stemsOf(text: string, start: number, end: number): Generator<string> {
  const words = text.slice(start, end).toLowerCase();
  for (const [word] of words.matchAll(/\p{L}{3,}/gu))
    if (!(classOf(word) & Word.Glue)) yield word.slice(0, 5);
}
