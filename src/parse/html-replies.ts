/** Replies to a post that stand inside of it, and are as long as an answer: they answer, too. */

import { LEAST_OF_NESTED } from './aside.js';
import type { HtmlPage } from './html-text.js';
import type { Element } from './html-tree.js';
import { repliesIn } from './html-units.js';
import { wordsIn } from './words.js';

/** The page and its posts, with such replies among them. A post that has one ends where that begins. */
export function withReplies(
  page: HtmlPage,
  posts: readonly Element[],
): { page: HtmlPage; posts: readonly Element[] } {
  const replies = longIn(page, repliesIn(page, new Set(posts)));
  if (replies.length === 0) return { page, posts };
  const ranges = new Map(page.ranges);
  const rangeOf = (element: Element) => ranges.get(element) as readonly [number, number];
  const found: Element[] = [];
  for (const element of [...posts, ...replies].sort((a, b) => rangeOf(a)[0] - rangeOf(b)[0])) {
    const last = found.at(-1);
    if (last !== undefined) {
      const [start, end] = rangeOf(last);
      const [from] = rangeOf(element);
      // What begins where its post does is the post's own.
      if (from <= start) continue;
      ranges.set(last, [start, Math.min(end, from)]);
    }
    found.push(element);
  }
  return { page: { ...page, ranges }, posts: found };
}

function longIn(page: HtmlPage, replies: HtmlPage['ranges']): Element[] {
  if (replies.size === 0) return [];
  const words = wordsUpTo(page);
  const isLong = (from: number, to: number) =>
    (words[to] as number) - (words[from] as number) >= LEAST_OF_NESTED;
  return [...replies].flatMap(([element, [from, to]]) => (isLong(from, to) ? [element] : []));
}

/** How many words of prose stand before each passage: links, names and buttons are none. */
function wordsUpTo({ text, passages }: HtmlPage): Uint32Array {
  const words = new Uint32Array(passages.length + 1);
  for (const [i, { start, end, linked, level, hint }] of passages.entries()) {
    const isProse = !linked && level === 0 && (hint === null || hint === 'body');
    words[i + 1] = (words[i] as number) + (isProse ? wordsIn(text.slice(start, end), MOST) : 0);
  }
  return words;
}

/** Of one passage, in words. */
const MOST = 2 * LEAST_OF_NESTED;
