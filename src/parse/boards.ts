/** Boards that part their posts by a line of their own, "« Reply #2 on: May 3, 2017, 09:02:51 PM »", below who writes. */

import type { Line } from './lines.js';
import type { Reason } from './reason.js';

export interface Board {
  /** Lines of the names of who write. */
  readonly names: ReadonlySet<number>;
  /** The board's own lines around the posts. */
  readonly noise: ReadonlyMap<number, Reason>;
}

const HEAD = /^« ?(?:Reply #\d+ )?on: .{6,60} ?»$/i;
const LOGGED = /(?:^|[\t»])\s*Logged$/;
const QUOTED = /^Quote from: .{1,60} on .{6,40}$/;
const INDENTED = /(?:\t| {4})[\t ]*$/;

/** So many posts are a thread; in UTF-16 code units, and in lines. */
const LEAST = 3;
const LONGEST_HEAD = 100;
const LONGEST_NAME = 40;
const LONGEST_CARD = 9;

export const NO_BOARD: Board = { names: new Set(), noise: new Map() };

/** The lines of such a board; none where the text is no such thread. Linear. */
export function boardOf(text: string, lines: readonly Line[]): Board {
  if (!text.includes('«')) return NO_BOARD;
  const textAt = (i: number) => text.slice(lines[i]?.start, lines[i]?.end);
  const sizeAt = (i: number) => (lines[i]?.end ?? 0) - (lines[i]?.start ?? 0);
  const heads = lines.flatMap((_, i) => (sizeAt(i) <= LONGEST_HEAD && HEAD.test(textAt(i)) ? [i] : []));
  if (heads.length < LEAST) return NO_BOARD;
  const startOf = (i: number) => {
    let at = i;
    while (at > 0 && i - at < LONGEST_CARD && lines[at]?.blanks === 0) at--;
    return at;
  };
  // The subject stands right above, and above a blank line who writes, with rank and counts.
  const writers = heads.map((head) => startOf(startOf(head) - 1));
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
      isOver ||= sizeAt(i) <= LONGEST_HEAD && LOGGED.test(textAt(i));
      if (isOver || isQuoted) noise.set(i, isOver ? 'footer' : 'quotation');
    }
  }
  return { names: new Set(writers.filter((at) => sizeAt(at) <= LONGEST_NAME)), noise };
}

function isIndented(text: string, { start }: Line): boolean {
  return INDENTED.test(text.slice(Math.max(0, start - LONGEST_NAME), start));
}
