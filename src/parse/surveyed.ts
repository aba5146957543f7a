/** Replies to a survey, one after the other: the same questions come again and again, and one of them is answered in words. */

import type { Line } from './lines.js';
import { noiseIn } from './noise.js';
import { median, wordsIn } from './words.js';

/** Where in a reply the words stand that answer, and where the rest of it begins. */
export type Surveyed = 'answer' | 'rest';

/** So often lines must come again, and so many words most answers must have. */
const AGAIN = 3;
const WORDY = 8;
/** A survey's questions are more than one in so many lines. */
const SELDOM = 20;
/** Longer lines are not asked for, in UTF-16 code units. */
const LONGEST = 400;

/**
 * The lines of the question that is answered at most length, and those behind its answers; empty where fewer than two
 * questions come again.
 */
export function surveyedLines(text: string, lines: readonly Line[]): ReadonlyMap<number, Surveyed> {
  const found = new Map<number, Surveyed>();
  // Two questions three times: most texts have fewer marks.
  for (let at = -1, left = 2 * AGAIN; left > 0; left--) {
    at = text.indexOf('?', at + 1);
    if (at < 0) return found;
  }
  const places = new Map<string, number[]>();
  const forms = lines.map((line) => formOf(text, line));
  for (const [i, form] of forms.entries()) {
    const those = places.get(form);
    if (those) those.push(i);
    else places.set(form, [i]);
  }
  const isAgain = (index: number) => (places.get(forms[index] as string)?.length ?? 0) >= AGAIN;
  const restOf = (index: number) => {
    let at = index + 1;
    while (at < lines.length && !isAgain(at)) at++;
    return at;
  };
  const again = [...places].filter(
    ([form, those]) =>
      those.length >= AGAIN && form.includes('?') && isQuestion(text, lines[those[0] as number]),
  );
  const times = Math.max(0, ...again.map(([, { length }]) => length));
  // Each reply has them all.
  const asked = again.filter(([, { length }]) => length * 4 >= times * 3);
  // Chance repeats two of very many lines.
  const isSeldom = asked.reduce((sum, [, { length }]) => sum + length, 0) * SELDOM < lines.length;
  if (asked.length < 2 || isSeldom || !isCycle(asked.map(([, those]) => those))) return found;
  let most = WORDY;
  for (const [, those] of asked) {
    const rests = those.map(restOf);
    const middle = median(
      those.map((at, i) =>
        wordsIn(text.slice(lines[at]?.end, lines[(rests[i] as number) - 1]?.end), LONGEST),
      ),
    );
    if (middle < most) continue;
    most = middle;
    found.clear();
    for (const [i, at] of those.entries()) {
      if ((rests[i] as number) === at + 1) continue;
      found.set(at, 'answer');
      if ((rests[i] as number) < lines.length) found.set(rests[i] as number, 'rest');
    }
  }
  return found;
}

/**
 * Whether the questions come in the same order in nearly every reply: headings that several answers share do not.
 * @param places the lines of each question, in order.
 */
function isCycle(places: readonly (readonly number[])[]): boolean {
  const order = places.flatMap((those, question) => those.map((at) => ({ at, question })));
  order.sort((a, b) => a.at - b.at);
  let kept = 0;
  for (let i = 0; i < order.length; i++)
    if (i < places.length || order[i]?.question === order[i - places.length]?.question) kept++;
  return kept * 5 >= order.length * 4;
}

/** Words of a question that is no button's. */
const ASKED = 5;

function isQuestion(text: string, line: Line | undefined): boolean {
  if (line === undefined) return false;
  return noiseIn(text, line) === null && wordsIn(text.slice(line.start, line.end), ASKED) === ASKED;
}

/** A line's words, with all numbers made alike; a long line's are its own. */
function formOf(text: string, { start, end }: Line): string {
  return end - start > LONGEST ? `${start}` : text.slice(start, end).replace(/\d+/g, '9');
}
