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

function isPerson(text: string, { start, end }: Line): boolean {
  return loneUnit(text, start, end).person >= PERSON;
}
