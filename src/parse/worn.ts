/** What copying and forwarding do to a whole text, taken back before it is cut. */

import { median } from './words.js';

/** Blanks that are as wide as one and are no line's end: no-break, and those of typesetting. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** The text without what copying does to it, so that nothing moves: odd blanks, line ends that stand twice. */
export function withoutWear(text: string): string {
  return single(text.replace(/\r\r\n/g, ' \r\n').replace(ODD_BLANK, ' '));
}

/** A run of line ends that are odd in number, and one of four or more. */
const ODD = /(?<!\n)\n(?:\n\n)*(?!\n)/;
const WIDE = /\n{4,}/g;

/** So many wide gaps a text must have whose every line end stands twice. */
const LEAST_GAPS = 3;

/** A text whose every line end stands twice, as word processors copy it, with each once. */
function single(text: string): string {
  const body = text.trimEnd();
  if (text.includes('\r') || ODD.test(body) || (body.match(WIDE)?.length ?? 0) < LEAST_GAPS) return text;
  // Where most lines are paragraphs, a writer has set those of one answer closer than the answers.
  const sizes = body.split(/\n+/).map(({ length }) => length);
  return median(sizes) > LONG ? text : text.replace(/\n\n/g, ' \n');
}

/** In UTF-16 code units. */
const LONG = 100;

const QUOTED = /^[ \t]*>/;
const QUOTE = /^[ \t]*> ?/gm;

/** So much of a text is looked at, in UTF-16 code units; so many lines must be quoted, and so large a share of all. */
const SAMPLE = 65_536;
const LEAST_QUOTED = 5;
const MOST_OWN = 0.15;

/**
 * The text without the ">" before nearly all its lines, which was forwarded whole: blanks stand there, so that nothing
 * moves.
 * @param deepest so often it may stand there.
 */
export function withoutForwarding(text: string, deepest: number): string {
  let own = text;
  for (let level = 0; level < deepest && isForwarded(own); level++)
    own = own.replace(QUOTE, (quote) => ' '.repeat(quote.length));
  return own;
}

function isForwarded(text: string): boolean {
  const lines = text
    .slice(0, SAMPLE)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  const quoted = lines.filter((line) => QUOTED.test(line)).length;
  return quoted >= LEAST_QUOTED && lines.length - quoted <= lines.length * MOST_OWN;
}
