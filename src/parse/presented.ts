/** Names with what is told of them, each on a line right above what they say: "Jane Roe, 61, retired newsreader". */

import type { Line } from './lines.js';
import { loneUnit, PERSON } from './unit.js';

const PRESENTED =
  /^(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Sister|Nurse)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}, [^.!?:]{2,80}$/u;

/** In UTF-16 code units. */
const LONGEST = 120;
const PROSE = 60;

/** So many lines of the form, and so large a share of them must be persons' by their words. */
const LEAST = 4;
const KNOWN = 0.5;

export function isPresented(line: string): boolean {
  return line.length <= LONGEST && PRESENTED.test(line);
}

/** Such lines, where there are several and most are persons' by their words, too; by index. */
export function presentedLines(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const paired = pairedLines(text, lines);
  if (paired.size > 0) return paired;
  const found = lines.flatMap(({ start, end, blanks }, i) => {
    const next = lines[i + 1];
    const isHead =
      blanks > 0 && next?.blanks === 0 && next.end - next.start >= PROSE && end - start <= LONGEST;
    return isHead && isPresented(text.slice(start, end)) ? [i] : [];
  });
  if (found.length < LEAST) return new Set();
  const known = found.filter((i) => isPerson(text, lines[i] as Line));
  return new Set(known.length >= found.length * KNOWN ? found : []);
}

/** "THE SURGEON", right above a name. */
const TRADE = /^the \p{L}[\p{L} -]{2,40}$/iu;

/** The lines of such pairs, each with a blank line above and prose below; where there are several. */
function pairedLines(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const pairs = lines.flatMap(({ start, end, blanks }, i) => {
    const [name, body] = [lines[i + 1], lines[i + 2]];
    if (blanks === 0 || end - start > LONGEST || name?.blanks !== 0 || name.end - name.start > LONGEST)
      return [];
    const isAbove = body !== undefined && body.end - body.start >= PROSE;
    return isAbove && TRADE.test(text.slice(start, end)) ? [i] : [];
  });
  const known = pairs.filter((i) => isPerson(text, lines[i + 1] as Line));
  return new Set(known.length >= LEAST - 1 ? pairs.flatMap((i) => [i, i + 1]) : []);
}

function isPerson(text: string, { start, end }: Line): boolean {
  return loneUnit(text, start, end).person >= PERSON;
}
