/** Names in bold type at the start of a paragraph: "**Dr. Roe:** It does." */

import { named } from './cutter.js';
import { isBlank } from './lines.js';
import { noiseIn, shapeOf } from './noise.js';
import { Gap, loneUnit, spokenStyle, type Unit, unitOf } from './unit.js';

/** A name is no longer, in UTF-16 code units. */
const MOST = 80;

/**
 * Parts the names off the units that start with one, where several do: each becomes a unit of its own.
 * @param endOf where the unit's bold start ends; its start where it has none.
 */
export function withLeads(text: string, units: readonly Unit[], endOf: (unit: Unit) => number): Unit[] {
  const ends = units.map((unit) => behindBrackets(text, unit, endOf(unit)));
  const isLead = units.map((unit, i) => isSetOff(text, unit, ends[i] as number));
  const heads = units.filter((_, i) => isLead[i]).length;
  const isNamed = units.map((unit, i) => isLead[i] && isName(text, unit, ends[i] as number));
  const names = isNamed.filter(Boolean).length;
  const numbered = units.filter(({ gap }) => gap & Gap.Number).length;
  const counted = units.filter(({ gap }, i) => isLead[i] && gap & Gap.Number).length;
  // Where many are names by their words, or most answers are counted and have one, so are the others: "**Ed** - mine thinned".
  const isAll = names > 1 && names * SHARE >= heads;
  const isCounted = counted >= LEAST_COUNTED && counted * 5 >= numbered * 3;
  if (names < 2 && !isCounted) return [...units];
  return units.flatMap((unit, i) => {
    const isOne = isNamed[i] || (isLead[i] && (isAll || (isCounted && unit.gap & Gap.Number)));
    if (!isOne) return [unit];
    let end = ends[i] as number;
    const name = read(text, unit.start, end, unit);
    while (end < unit.end && (isBlank(text.charCodeAt(end)) || isMark(text.charCodeAt(end)))) end++;
    const rest = loneUnit(text, end, unit.end);
    return [named(name, spokenStyle), { ...rest, form: unit.form }];
  });
}

function read(text: string, start: number, end: number, { blanks, gap, noise }: Unit): Unit {
  return unitOf(text, start, end, blanks, gap, noise, shapeOf(text, start, end));
}

/** One of so many must be a name by its words. */
const SHARE = 3;
/** So many are counted at least. */
const LEAST_COUNTED = 4;

/** Whether the bold start is set off from what follows. */
function isSetOff(text: string, unit: Unit, end: number): boolean {
  if (end <= unit.start || end >= unit.end || end - unit.start > MOST || unit.form === 'heading')
    return false;
  let last = end - 1;
  while (last > unit.start && isBlank(text.charCodeAt(last))) last--;
  let next = end;
  while (next < unit.end && isBlank(text.charCodeAt(next))) next++;
  if (!isMark(text.charCodeAt(last)) && !isMark(text.charCodeAt(next))) return false;
  while (isMark(text.charCodeAt(next)) || isBlank(text.charCodeAt(next))) next++;
  // "**Dr. Roe** - 7 likes"
  if (next < unit.end && noiseIn(text, { start: next, end: unit.end }) !== null) return false;
  return read(text, unit.start, end, unit).words <= 10;
}

/** Whether the bold start may be a person's name. */
function isName(text: string, unit: Unit, end: number): boolean {
  const { person, field } = read(text, unit.start, end, unit);
  return person >= 1 || field;
}

/** Behind the name, with a colon or a dash to follow, stands what goes with it: "**Dr. Roe** (2 days ago):". */
const BRACKETS = /^(?:\s*\([^()\n]{1,60}\)|, [^.,:\n]{1,30}(?=:))(?=\s*[:\u2010-\u2015-])/;

function behindBrackets(text: string, unit: Unit, end: number): number {
  if (end <= unit.start) return end;
  return end + (BRACKETS.exec(text.slice(end, Math.min(unit.end, end + MOST)))?.[0].length ?? 0);
}

/** A colon or a dash. */
function isMark(code: number): boolean {
  return code === 0x3a || code === 0x2d || (code >= 0x2010 && code <= 0x2015);
}
