/** Where a sentence ends, and whether one with a question mark tells. */

import type { Token } from './lex.js';

const ABBREVIATIONS = new Set(
  'dr mr mrs ms prof st vs approx e.g eg i.e ie etc fig no inc jr sr md mos mo yrs yr wks wk hrs hr abt incl resp'.split(
    ' ',
  ),
);
/** Those above that also end sentences as ordinary words. */
const ALSO_WORDS = new Set([
  'no',
  'etc',
  'md',
  'mos',
  'mo',
  'yrs',
  'yr',
  'wks',
  'wk',
  'hrs',
  'hr',
  'st',
  'inc',
]);

/**
 * Whether the mark at `at` ends a sentence.
 * @param last the word before it.
 */
export function endsSentence(text: string, at: number, to: number, last: Token | undefined): boolean {
  const char = text[at] as string;
  if (char === '!' || char === '?' || char === '\u2026') return true;
  if (char !== '.') return false;
  if (text[at + 1] === '.') return true;
  if (last === undefined || last.end !== at) return true;
  const next = at + 1 < to ? (text[at + 1] as string) : ' ';
  const word = last.word.text;
  const known = ABBREVIATIONS.has(word);
  if (known && !ALSO_WORDS.has(word)) return false;
  // A single letter is an initial, unless it is the pronoun or the end of "N/V".
  const isLetter = word.length === 1 && word >= 'a' && word <= 'z';
  if (isLetter && word !== 'i' && text[last.start - 1] !== '/') return false;
  if (known)
    return /^\.(?:["'\u201d\u2019)]*\s+(?!\p{Ll})|\p{Lu})/u.test(text.slice(at, at + 6)) || at + 1 >= to;
  if (/[\s"'\u201d\u2019)\]*_]/.test(next)) return true;
  // "expression.There": a blank is missing.
  return /\p{Lu}/u.test(next);
}

/** "It's the goal, isn't it?", "and honestly?": what a tag stands behind is said, and not asked. */
const TAGGED =
  /(?:, (?:(?:is|was|are|were|do|does|did|has|have|had|ca|could|wo|would|ai)n['\u2019]?t (?:it|they|you|he|she|we|that)|eh|innit|huh|no)|\b(?:and|but|so),? (?:honestly|frankly|you know what|guess what))\W{1,4}$/i;
/** "Did you know that it weakens?" tells it. */
const TOLD = /^did you know (?!if|whether|what|how|why)/i;
/** In UTF-16 code units. */
const LONGEST_TAG = 24;

/**
 * Whether a sentence with a question mark at its end tells all the same.
 * @param start where it begins; -1 where it has no word.
 */
export function isTold(text: string, start: number, end: number): boolean {
  return (
    TAGGED.test(text.slice(Math.max(0, end - LONGEST_TAG), end)) ||
    (start >= 0 && TOLD.test(text.slice(start, start + LONGEST_TAG)))
  );
}
