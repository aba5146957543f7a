/** Documents that mark headings and bold names but no posts: their units are decided as those of plain text. */

import { type Assembled, assemble } from './assemble.js';
import type { Cut, Noise } from './cut.js';
import { decide } from './decide.js';
import { type Heading, tailOf, withHeadings } from './headings.js';
import { withLeads } from './leads.js';
import type { Unit } from './unit.js';

/** What the format says of a unit. */
export interface Mark {
  /** 1 is the highest; 0 in no heading. */
  readonly level: number;
  /** Where the bold type ends that the unit starts with; its start where it does not. */
  readonly lead: number;
}

/**
 * Decides a document by its units and marks.
 * @param markOf what the format says of the unit.
 */
export function flatThread(text: string, cut: Cut, markOf: (unit: Unit) => Mark): Assembled {
  const split = withLeads(text, cut.units, (unit) => markOf(unit).lead);
  const headings = split.flatMap((unit, at): Heading[] => {
    const { level } = markOf(unit);
    return level > 0 ? [{ at, level }] : [];
  });
  const units = withHeadings(split, headings);
  const first = partsUpTo(text, units, tailOf(units, headings), cut);
  const tail = loneTail(first);
  if (tail < 0) return first;
  return partsUpTo(
    text,
    units,
    units.findIndex((unit) => unit.start >= tail),
    cut,
  );
}

/** The thread of the units up to one; the others are none of it. */
function partsUpTo(
  text: string,
  all: readonly Unit[],
  end: number,
  { noise, announced, foot }: Cut,
): Assembled {
  const units = all.slice(0, end);
  const rest = all.slice(end).map(({ start, end }): Noise => ({ start, end, reason: 'related' }));
  const lines = rest.length === 0 ? noise : [...noise, ...rest].sort((a, b) => a.start - b.start);
  return assemble(text, units, lines, decide(text, units, announced, foot));
}

/**
 * Where the last answer starts, if it is none: all others have an author, votes or a date, and it has none of them
 * and is much shorter ("About this page"). -1 where it is one.
 */
function loneTail({ answers }: Assembled): number {
  const others = answers.slice(0, -1);
  const last = answers.at(-1);
  if (!last?.heading || others.length < 3) return -1;
  const has = ({ author, votes, date }: (typeof answers)[number]) => (author ?? votes ?? date) !== undefined;
  if (has(last) || !others.every(has)) return -1;
  const lengths = others.map(({ body }) => body.length).sort((a, b) => a - b);
  return last.body.length * 2 < (lengths[lengths.length >> 1] ?? 0) ? last.span[0] : -1;
}
