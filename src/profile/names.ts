/** Names in messages: quoted harmlessly, listed, and guessed where one was misspelt. */

import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js';

const LONGEST_QUOTE = 60;
/** Likeness (Winkler 1990) from which a name is taken for a slip of the pen. */
const ALIKE = 0.85;
const LONGEST_NAME = 64;
/** A list of names is cut here: the reader wants the mend, not the file. */
const MOST_NAMED = 12;

/** A text as it is shown in an error: short, quoted, without characters that a terminal would obey. */
export function quote(text: string): string {
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** "a, b or c". */
export function oneOf(names: readonly string[]): string {
  if (names.length > MOST_NAMED) return `${names.slice(0, MOST_NAMED).join(', ')}, …`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** The known name that `name` was probably meant to be; null where none is alike. */
export function nearest(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let likeness = ALIKE;
  if (name.length > LONGEST_NAME) return null;
  for (const candidate of known) {
    const here = JaroWinklerDistance(name.toLowerCase(), candidate.toLowerCase());
    if (here > likeness) [best, likeness] = [candidate, here];
  }
  return best;
}
