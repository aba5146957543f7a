/** The words of the question's heading, by which a line is known to speak of the matter. */

import { classOf, Word } from './vocabulary.js';

const stemLength = 5;

/** Words of every page: they show nothing. */
const ofPage =
  Word.Glue | Word.Interface | Word.Beside | Word.AnswerNoun | Word.AnswerPeople | Word.AnswerVerb;

/** Lines or units in which the heading is looked for. */
const opening = 14;

/** Stems (five letters) of the first short stretch that holds a question mark; of the first one, where none does. */
export function askedStems(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): ReadonlySet<string> {
  let heading = stretches[0];
  for (let i = 0; i < stretches.length && i < opening; i++) {
    const stretch = stretches[i] as { start: number; end: number };
    if (stretch.end - stretch.start > 200 || !text.slice(stretch.start, stretch.end).includes('?')) continue;
    heading = stretch;
    break;
  }
  return heading ? stemsIn(text, heading.start, Math.min(heading.end, heading.start + 300)) : new Set();
}

/** The stems of a stretch's words, but for those of every page. */
export function stemsIn(text: string, start: number, until: number): ReadonlySet<string> {
  const stems = new Set<string>();
  for (let at = start; at < until; at++) {
    const from = at;
    while (at < until && isLetter(text.charCodeAt(at))) at++;
    if (at - from < 3) continue;
    const word = text.slice(from, at).toLowerCase();
    if (!(classOf(word) & ofPage)) stems.add(word.slice(0, stemLength));
  }
  return stems;
}

/** How many words of the stretch are the question's own. */
export function sharedStems(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  asked: ReadonlySet<string>,
): number {
  if (asked.size === 0) return 0;
  let count = 0;
  for (let at = start; at < end; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const from = at;
    while (at < end && isLetter(text.charCodeAt(at))) at++;
    // Function words are none of the stems.
    if (at - from < 3) continue;
    const word = text.slice(from, Math.min(at, from + stemLength)).toLowerCase();
    // A word that is asked with may be shorter than a stem: "weak", and "weaker".
    if (asked.has(word) || asked.has(word.slice(0, stemLength - 1))) count++;
  }
  return count;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x2000);
}

/** Whether the stretch has a word of the question. */
export function sharesStem(
  text: string,
  stretch: { readonly start: number; readonly end: number },
  asked: ReadonlySet<string>,
): boolean {
  return sharedStems(text, stretch, asked) > 0;
}
