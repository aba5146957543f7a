/** Signs by which charts say what is there and what is not: "(-) fever, cough (-)", "+HA, -N/V", "Hep C -ve". */

/** A sign, and the denial that it stands for. */
export interface Sign {
  /** Behind it, in UTF-16 code units. */
  readonly end: number;
  readonly isDenial: boolean;
  /** Whether it speaks of what stands before it; null where that depends on its place. */
  readonly isBehind: boolean | null;
}

const BRACKETED = /^\([-+\u2212\u2013]\)/;
const WORDED = /^[-+\u2212]ve(?!\p{L})/u;
const BEFORE = /^[-\u2212] ?\p{L}/u;
/** One before an item of a list; a list of them has several, or ones that affirm. */
const LISTED = /(?:^|[,;:(]) ?[-+\u2212] ?(?=\p{L})/gu;
const AFFIRMED = /(?:^|[,;:(]) ?\+ ?\p{L}/u;
/** So far the others of the list stand, in UTF-16 code units. */
const NEAR = 60;

/** The sign at `at`; null where none is. */
export function signAt(text: string, at: number, from: number, to: number): Sign | null {
  const char = text[at];
  if (char === '(') {
    if (!BRACKETED.test(text.slice(at, at + 3))) return null;
    return { end: at + 3, isDenial: text[at + 1] !== '+', isBehind: null };
  }
  if (char !== '-' && char !== '+' && char !== '\u2212') return null;
  // Most dashes stand in words.
  if (at > from && text[at - 1] !== ' ' && text[at - 1] !== ',') return null;
  const next = text.slice(at, Math.min(to, at + 4));
  if (WORDED.test(next)) return { end: at + 3, isDenial: char !== '+', isBehind: null };
  if (char === '+') return null;
  if (/^.[,;]/.test(next)) return { end: at + 1, isDenial: true, isBehind: true };
  return BEFORE.test(next) && isInList(text, at, from, to)
    ? { end: at + 1, isDenial: true, isBehind: false }
    : null;
}

/** Whether the sign stands before one item of a list, others of which have one, too. */
function isInList(text: string, at: number, from: number, to: number): boolean {
  const before = text.slice(Math.max(from, at - 2), at).trimEnd();
  if (at > from && !/[,;:(]$/.test(before)) return false;
  const near = text.slice(Math.max(from, at - NEAR), Math.min(to, at + NEAR));
  return AFFIRMED.test(near) || (/[,;]$/.test(before) && (near.match(LISTED)?.length ?? 0) > 1);
}
