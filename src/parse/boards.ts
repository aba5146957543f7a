/**
 * Boards that part their posts by a line of their own, below who writes: "« Reply #2 on: May 3, 2017, 09:02:51 PM »",
 * "Posted: Tue Feb 11, 2020 9:14 pm    Post subject:".
 */

import type { Line } from './lines.js';
import type { Reason } from './reason.js';

export interface Board {
  /** Lines of the names of who write. */
  readonly names: ReadonlySet<number>;
  /** The board's own lines around the posts. */
  readonly noise: ReadonlyMap<number, Reason>;
}

/** How a board begins a post, and its own lines below one. */
const FORMS = [
  { sign: '«', head: /^« ?(?:Reply #\d+ )?on: .{6,60} ?»$/i, foot: /(?:^|[\t»])\s*Logged$/ },
  { sign: 'Post subject:', head: /^Posted: .{6,40}\d.{0,4}\s+Post subject:/, foot: /^_{10,}$/ },
];
/** What a board tells of who writes, in a block of its own below name and rank. */
const TOLD = /^(?:joined|posts|location):/i;
/** Below the post before. */
const BUTTONS = /^(?:back to top|view user['’]?s profile)\b/i;
const QUOTED = /^Quote from: .{1,60} on .{6,40}$/;
const INDENTED = /(?:\t| {4})[\t ]*$/;

/** So many posts are a thread; in UTF-16 code units, and in lines. */
const LEAST = 3;
const LONGEST_HEAD = 200;
const LONGEST_NAME = 40;
const LONGEST_CARD = 9;

export const NO_BOARD: Board = { names: new Set(), noise: new Map() };

/** The lines of such a board; none where the text is no such thread. Linear. */
export function boardOf(text: string, lines: readonly Line[]): Board {
  const form = FORMS.find(({ sign }) => text.includes(sign));
  if (form === undefined) return NO_BOARD;
  const textAt = (i: number) => text.slice(lines[i]?.start, lines[i]?.end);
  const sizeAt = (i: number) => (lines[i]?.end ?? 0) - (lines[i]?.start ?? 0);
  const isShort = (i: number) => sizeAt(i) <= LONGEST_HEAD;
  const heads = lines.flatMap((_, i) => (isShort(i) && form.head.test(textAt(i)) ? [i] : []));
  if (heads.length < LEAST) return NO_BOARD;
  const startOf = (i: number) => {
    let at = i;
    while (at > 0 && i - at < LONGEST_CARD && lines[at]?.blanks === 0 && !BUTTONS.test(textAt(at - 1))) at--;
    return at;
  };
  // The subject may stand right above, and above a blank line who writes, with rank and counts.
  const writers = heads.map((head) => {
    const card = startOf(startOf(head) - 1);
    return isShort(card) && TOLD.test(textAt(card)) ? startOf(card - 1) : card;
  });
  const noise = new Map<number, Reason>();
  for (const [post, head] of heads.entries()) {
    const name = writers[post] as number;
    for (let i = name + 1; i <= head; i++) noise.set(i, i === head ? 'date' : 'navigation');
    const next = writers[post + 1] ?? lines.length;
    let isOver = false;
    let isQuoted = false;
    for (let i = head + 1; i < next; i++) {
      const quotes = QUOTED.test(textAt(i));
      isQuoted = quotes || (isQuoted && isIndented(text, lines[i] as Line));
      isOver ||= isShort(i) && form.foot.test(textAt(i));
      if (isOver || isQuoted) noise.set(i, isOver ? 'footer' : 'quotation');
    }
  }
  return { names: new Set(writers.filter((at) => sizeAt(at) <= LONGEST_NAME)), noise };
}

function isIndented(text: string, { start }: Line): boolean {
  return INDENTED.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
}
