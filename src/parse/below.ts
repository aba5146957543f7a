/** What a page has below an answer: whether it was helpful, and what is said to it, each with a name and a date above. */

import { type Line, wordsAt } from './lines.js';
import { pictured } from './quoted.js';
import type { Reason } from './reason.js';

const ASKS = /\b(?:helpful|useful)\?$/i;
const YES_OR_NO = /^(?:yes|no)(?: ?\(?\d{1,5}\)?)?$/i;

/** "2 comments", above them. */
const COUNT = /^(\d{1,2}) (?:comments?|replies|reply)$/i;
const DATE =
  /^(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,3} ?(?:[smhdwy]|mo|\p{L}{3,8}) ago)(?:,? (?:at )?\d{1,2}:\d{2}.{0,3})?$/u;

/** Answers that have remarks; a lone count may be that of the answers. */
const LEAST_REMARKED = 2;

/** In UTF-16 code units. */
const LONGEST_NAME = 50;

/** The lines that are no answer's own, and why. Linear. */
export function linesBelow(text: string, lines: readonly Line[]): ReadonlyMap<number, Reason> {
  const found = new Map<number, Reason>();
  const remarks: number[] = [];
  let remarked = 0;
  for (let i = 0; i < lines.length; i++) {
    const words = wordsAt(text, lines, i, LONGEST_NAME);
    if (ASKS.test(words)) {
      for (let at = i + 1; at <= i + 2 && YES_OR_NO.test(wordsAt(text, lines, at, LONGEST_NAME)); at++)
        found.set(at, 'votes');
    }
    const count = Number(COUNT.exec(words)?.[1] ?? 0);
    const behind = count > 0 ? behindRemarks(text, lines, i + 1, count) : i + 1;
    if (behind === i + 1) continue;
    remarked++;
    for (let at = i + 1; at < behind; at++) remarks.push(at);
    i = behind - 1;
  }
  if (remarked >= LEAST_REMARKED) for (const at of remarks) found.set(at, 'comment');
  return found;
}

/** Where the lines end of so many remarks that begin at a line; that line, where other ones stand there. */
function behindRemarks(text: string, lines: readonly Line[], from: number, count: number): number {
  let at = from;
  // Those who answer to a remark are not counted by all sites.
  for (let left = count; left > 0 || lines[at]?.blanks === 0; left--) {
    if (!isHead(text, lines, at)) return left > 0 ? from : at;
    at += 2;
    const words = at;
    while (at < lines.length && goesOn(text, lines, at, words)) at++;
    if (at === words) return from;
  }
  return at;
}

/** A name, and below it the date. */
function isHead(text: string, lines: readonly Line[], at: number): boolean {
  return (
    wordsAt(text, lines, at, LONGEST_NAME) !== '' &&
    lines[at + 1]?.blanks === 0 &&
    DATE.test(wordsAt(text, lines, at + 1, LONGEST_NAME))
  );
}

function goesOn(text: string, lines: readonly Line[], at: number, words: number): boolean {
  const line = lines[at] as Line;
  return (at === words || line.blanks === 0) && !isHead(text, lines, at) && pictured(text, line) === '';
}
