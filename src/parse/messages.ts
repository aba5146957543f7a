/** Messages of a list or a mailbox, by the lines of their senders: which asks, which answer, which do neither. */

import { type Line, wordsAt } from './lines.js';
import { noiseIn, repetition } from './noise.js';
import type { Prefix } from './prefixed.js';
import { isNobody } from './speakers.js';
import type { Spoken } from './spoken.js';
import { standingsOf } from './subjects.js';

/** A longer line is prose, in UTF-16 code units. */
const PROSE = 100;

/** An address behind a name. */
const ADDRESS = / *(?:<[^<>]*>|\[mailto:[^\]]*\]) *$/;

/** The prefixes of the lines that name a sender. */
export function messagePrefixes(
  text: string,
  lines: readonly Line[],
  messages: ReadonlyMap<number, Spoken>,
): Map<number, Prefix> {
  const nameOf = (index = -1) => text.slice(...(messages.get(index)?.nick ?? [0, 0])).replace(ADDRESS, '');
  const repeated = repeatedAmong(text, lines, [...messages.keys()]);
  const own = [...messages.keys()].filter((index) => !repeated.has(index));
  const standings = standingsOf(text, lines, own);
  const [first, second] = own.filter((index) => !isNobody(nameOf(index)));
  const asks = first !== undefined && second !== undefined && isAsking(text, lines, first, second);
  const asked = [...standings].find(([, standing]) => standing === 'asks')?.[0];
  const replies = [...standings].find(([i, standing]) => standing === 'replies' && i > (asked ?? i))?.[0];
  // The newest first: the question stands below all replies.
  const newest = own.find((index) => standings.has(index) && standings.get(index) !== 'other');
  const isLast = asked !== undefined && replies === undefined && standings.get(newest ?? asked) === 'replies';
  const asker = asked ?? (asks ? first : undefined);
  const isAskers = (index: number) => asker !== undefined && nameOf(index) === nameOf(asker);
  const answers = isLast
    ? own.find((i) => !isNobody(nameOf(i)) && !isAskers(i) && standings.get(i) !== 'other')
    : (replies ?? (asks ? second : undefined));
  const prefixes = new Map<number, Prefix>();
  for (const [index, { rest, nick }] of messages) {
    const isBack = isAskers(index) && (isLast || index > (asker ?? index));
    const isMuted =
      isBack || isNobody(nameOf(index)) || standings.get(index) === 'other' || repeated.has(index);
    prefixes.set(index, { kind: isMuted ? 'asks' : 'message', rest, name: nick, answers: index === answers });
  }
  return prefixes;
}

/** The first message asks, unless the question stands above: a heading alone is none. */
function isAsking(text: string, lines: readonly Line[], first: number, second: number): boolean {
  const startOf = (index: number) => (lines[index] as Line).start;
  const isAsked = (from: number, to: number) => text.slice(from, to).includes('?');
  const isProse = (line: Line) =>
    line.end - line.start > PROSE &&
    !/^[\w-]{2,20}:/.test(text.slice(line.start, line.end)) &&
    noiseIn(text, line) === null;
  const above = isAsked(startOf(0), startOf(first)) && lines.slice(0, first).some(isProse);
  return isAsked(startOf(first), startOf(second)) && !above;
}

/** The messages that a mailer repeats below others; a rule says so, or a line, unless most messages stand below one. */
function repeatedAmong(text: string, lines: readonly Line[], senders: readonly number[]): Set<number> {
  const above = (index: number) => wordsAt(text, lines, index - 1, LONGEST_REPETITION);
  const isRuled = (index: number) => lines[index]?.blanks === 0 && /^_{20,}$/.test(above(index));
  const repeated = senders.filter((index) => isRuled(index) || repetition.test(above(index)));
  return new Set(repeated.length * 2 > senders.length ? [] : repeated);
}

/** In UTF-16 code units. */
const LONGEST_REPETITION = 60;
