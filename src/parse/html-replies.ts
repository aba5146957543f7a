/** Replies to a post that stand inside of it, and are as long as an answer: they answer, too. */

import type { HtmlPage } from './html-text.js';
import type { Element } from './html-tree.js';
import { isReplyTo } from './html-units.js';
import { wordsIn } from './words.js';

/** In words: shorter ones are remarks on the post. */
const LEAST = 70;

/** The page and its posts, with such replies among them. A post that has one ends where that begins. */
export function withReplies(
  page: HtmlPage,
  posts: readonly Element[],
): { page: HtmlPage; posts: readonly Element[] } {
  const own = new Set(posts);
  const words = wordsUpTo(page);
  const ranges = new Map(page.ranges);
  const found: Element[] = [];
  let post: Element | undefined;
  let until = 0;
  for (const [element, [from, to]] of page.ranges) {
    if (own.has(element)) {
      post = element;
      until = to;
      found.push(element);
      continue;
    }
    const last = found.at(-1);
    if (!post || !last || to > until || from >= to || !isReplyTo(element, post)) continue;
    const [start, end] = ranges.get(last) as readonly [number, number];
    if (from <= start || (words[to] as number) - (words[from] as number) < LEAST) continue;
    ranges.set(last, [start, Math.min(end, from)]);
    found.push(element);
  }
  return found.length === posts.length ? { page, posts } : { page: { ...page, ranges }, posts: found };
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
const MOST = 2 * LEAST;
