/** Lines of a text, trimmed, with the blank lines between them counted. */

import type { Span } from '../model.js';

export interface Line {
  /** Of the line without the blanks around it, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Blank lines before it. */
  readonly blanks: number;
}

/** A line's words; none where there is no such line, or it is longer, in UTF-16 code units. */
export function wordsAt(text: string, lines: readonly Line[], at: number, longest: number): string {
  const { start, end } = lines[at] ?? { start: 0, end: 0 };
  return end - start > longest ? '' : text.slice(start, end);
}

/**
 * Whether a code unit shows nothing: white space, controls, zero-width characters, marks of direction.
 * NUL and the byte order mark are among them.
 */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x1680 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** The span without the blanks at its ends. */
export function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return [from, to];
}

/** Cuts `text` at LF, CR, CRLF; lines that show nothing are counted and not returned. Linear. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const endOf = text.includes('\r') ? endOfLine : endAtLf;
  let blanks = 0;
  for (let at = 0; at < text.length; ) {
    const stop = endOf(text, at);
    const [start, end] = trimmed(text, at, stop);
    if (start < end) {
      lines.push({ start, end, blanks });
      blanks = 0;
    } else blanks++;
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Where the line ends in which `from` stands, and `end` at the latest; at LF alone. */
export function lineEnd(text: string, from: number, end: number): number {
  return Math.min(endAtLf(text, from), end);
}

function endAtLf(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** By characters: two searches by `indexOf`, one for each mark, are run ahead of need by V8 and cost the square. */
function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}
