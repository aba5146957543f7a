import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js';

/** Likeness (Winkler 1990) from which a name is taken for a slip of the pen. */
const ALIKE = 0.85;
const LONGEST_NAME = 64;

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
