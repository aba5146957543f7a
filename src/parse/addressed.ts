/** Boards that name beside who writes a post whom he writes to, above how long ago it was: "jane_roe  john_doe". */

import type { Line } from './lines.js';

export interface Addressed {
  /** Where the writer's name ends. */
  readonly end: number;
  /** Whether it is the asker's, to whom most others write. */
  readonly asks: boolean;
}

const HEAD = /^(\S{2,40})(\s+)(\S{2,40})$/;
const WHEN = /^(?:posted )?\d{1,2} \w{3,7} ago$/i;

/** In UTF-16 code units. */
const LONGEST = 90;

/** So many posts are a thread. */
const LEAST = 3;

/** The lines that head such posts, by index. Linear. */
export function addressedLines(text: string, lines: readonly Line[]): ReadonlyMap<number, Addressed> {
  const heads = new Map<number, RegExpExecArray>();
  const counts = new Map<string, number>();
  for (const [i, { start, end }] of lines.entries()) {
    const next = lines[i + 1];
    if (end - start > LONGEST || !next || next.blanks > 0 || next.end - next.start > LONGEST) continue;
    const found = HEAD.exec(text.slice(start, end));
    if (!found || !WHEN.test(text.slice(next.start, next.end))) continue;
    heads.set(i, found);
    counts.set(found[3] as string, (counts.get(found[3] as string) ?? 0) + 1);
  }
  const [asker] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  // One blank parts first name and surname, too: but those that are written to write themselves.
  const writers = new Set([...heads.values()].map(([, name]) => name));
  const isParted = ([, , gap, to]: RegExpExecArray) => gap !== ' ' || writers.has(to);
  const parted = [...heads].filter(([, head]) => isParted(head));
  if (parted.length < LEAST || parted.length * 5 < heads.size * 4) return new Map();
  return new Map(
    parted.map(([i, [, name = '']]) => [
      i,
      { end: (lines[i] as Line).start + name.length, asks: name === asker },
    ]),
  );
}
