/** Lines that were broken at a fixed width, joined again. */

import { isBlank, type Line } from './lines.js';
import { noiseIn } from './noise.js';
import { isMessageField, namedField } from './senders.js';
import { loneUnit } from './unit.js';

/** No editor or screen breaks lines at less, nor at more. */
const leastWidth = 28;
const mostWidth = 110;
/** Widths of fewer than this are a phone's or a column's: more breaks are asked for. */
const narrow = 45;

/**
 * Joins lines that an editor, a mailer or a screen broke at a fixed width: a line goes on where the next line's first
 * word would not have fitted. Only where the document as a whole looks so: where most of such breaks stand within a
 * sentence, and some lines are longer (a head, a rule, an address) but few. Or where a paragraph by itself does, as
 * in a column that is narrower than the rest.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Line[] {
  const width = widthOf(text, lines);
  if (width === 0) return lines;
  const kinds = lines.map((line) => kindOf(text, line));
  const isPair = (i: number) => lines[i + 1]?.blanks === 0 && kinds[i] !== 'set' && kinds[i] === kinds[i + 1];
  const isWhole = looksBroken(text, lines, width, isPair);
  const columns = columnsOf(text, lines, isPair);
  const goesOn = (i: number) => {
    if (columns.has(i)) return true;
    if (!isWhole || !isPair(i)) return false;
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    const isFilled = isFull(text, line, next, width) || isBroken(text, line, next, width);
    return isFilled && !isName(text, line, next);
  };
  const joined: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Line;
    while (goesOn(i)) i++;
    joined.push({ start: first.start, end: (lines[i] as Line).end, blanks: first.blanks });
  }
  return joined;
}

/** A paragraph of fewer lines may be as wide by chance. */
const LEAST_LINES = 4;

/** The lines that go on in paragraphs that were broken at a width of their own, most within a sentence. */
function columnsOf(
  text: string,
  lines: readonly Line[],
  isPair: (i: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let from = 0; from < lines.length; ) {
    let to = from;
    let width = 0;
    for (; to < lines.length && (to === from || isPair(to - 1)); to++)
      width = Math.max(width, sizeOf(lines[to] as Line));
    if (to - from >= LEAST_LINES && width >= leastWidth && width <= mostWidth) {
      const broken: number[] = [];
      let within = 0;
      for (let i = from; i + 1 < to; i++) {
        const [line, next] = [lines[i] as Line, lines[i + 1] as Line];
        const isInside = isBroken(text, line, next, width);
        if (isInside) within++;
        if (isInside || (isFull(text, line, next, width) && !isName(text, line, next))) broken.push(i);
      }
      if (within * 5 >= (to - from - 1) * 3) for (const i of broken) found.add(i);
    }
    from = to;
  }
  return found;
}

/** `set`: a line of its own, whatever its length; `quoted` behind ">". */
function kindOf(text: string, line: Line): 'prose' | 'quoted' | 'set' {
  if (text.charCodeAt(line.start) === 0x3e) return 'quoted';
  const isSet = noiseIn(text, line) !== null || isMessageField(text, line) || namedField(text, line) >= 0;
  return isSet ? 'set' : 'prose';
}

/** "Dr. Roe, dermatologist, York" above a paragraph that is no part of it. */
function isName(text: string, line: Line, next: Line): boolean {
  return line.blanks > 0 && personIn(text, line) >= NAMED && personIn(text, next) < PERHAPS_NAMED;
}

/** How much a line is a person's, with its whole name, or with a part of what is told of it. */
const NAMED = 3;
const PERHAPS_NAMED = 1;

function personIn(text: string, { start, end }: Line): number {
  const isMarked = /[[,|]/.test(text.charAt(start) + text.charAt(end - 1));
  return isMarked ? 0 : loneUnit(text, start, end).person;
}

/** The width at which most lines are full, less those that are longer; 0 where there are none. */
function widthOf(text: string, lines: readonly Line[]): number {
  const sizes = new Uint32Array(mostWidth + 1);
  let pairs = 0;
  for (const [i, { start, end, blanks }] of lines.entries()) {
    if (i > 0 && blanks === 0) pairs++;
    if (end - start <= mostWidth) sizes[end - start] = (sizes[end - start] as number) + 1;
  }
  if (pairs < 3) return 0;
  // A line between is full at every width from its own on to where the next word would fit.
  const full = new Int32Array(mostWidth + 2);
  for (let i = 0; i + 1 < lines.length; i++) {
    if ((lines[i + 1] as Line).blanks > 0) continue;
    const size = sizeOf(lines[i] as Line);
    const to = Math.min(size + firstWord(text, lines[i + 1] as Line), mostWidth);
    if (size > mostWidth) continue;
    full[size] = (full[size] as number) + 1;
    full[to + 1] = (full[to + 1] as number) - 1;
  }
  let over = lines.length;
  let best = 0;
  let width = 0;
  let filled = 0;
  for (let at = 0; at <= mostWidth; at++) {
    over -= sizes[at] as number;
    filled += full[at] as number;
    if (at < leastWidth || filled - over <= best) continue;
    best = filled - over;
    width = at;
  }
  return width;
}

function looksBroken(
  text: string,
  lines: readonly Line[],
  width: number,
  isPair: (i: number) => boolean,
): boolean {
  let pairs = 0;
  let full = 0;
  let within = 0;
  let lower = 0;
  let long = 0;
  for (let i = 0; i < lines.length; i++) {
    if (sizeOf(lines[i] as Line) > mostWidth) long++;
    if (!isPair(i)) continue;
    pairs++;
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (!isFull(text, line, next, width)) continue;
    full++;
    if (isWithin(text, line, next)) within++;
    if (isLowerCase(text.charCodeAt(next.start))) lower++;
  }
  if (full < 3 || full * 3 < pairs || long * 10 > lines.length || within * 2 < full) return false;
  // A heading or a name has no stop, either.
  return width >= narrow || (full >= 6 && within * 3 >= full * 2 && lower * 2 >= full);
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const size = sizeOf(line);
  return size <= width && size + 1 + firstWord(text, next) > width;
}

/** Whether a line that has room left goes on all the same: in the middle of a sentence, or of a word. */
function isBroken(text: string, line: Line, next: Line, width: number): boolean {
  const size = sizeOf(line);
  return size <= width && size * 4 >= width * 3 && opensWithin(text, next) && isOpen(text, line);
}

/** Whether the break stands within a sentence, as far as the characters beside it tell. */
function isWithin(text: string, line: Line, next: Line): boolean {
  return isLowerCase(text.charCodeAt(next.start)) || isOpen(text, line);
}

/** Whether a line opens as the middle of a sentence may, "I" included. */
function opensWithin(text: string, { start, end }: Line): boolean {
  return isLowerCase(text.charCodeAt(start)) || /^I['’ ]/.test(text.slice(start, Math.min(end, start + 2)));
}

function isOpen(text: string, { end }: Line): boolean {
  const code = text.charCodeAt(end - 1);
  return code === 0x2c || code === 0x2d || ((code | 32) >= 97 && (code | 32) <= 122);
}

function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

function sizeOf({ start, end }: Line): number {
  return end - start;
}

function firstWord(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && !isBlank(text.charCodeAt(end))) end++;
  return end - line.start;
}
