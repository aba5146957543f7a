/** Lines that hold more than somebody's words: a cell or a card before a post, a messenger's mark behind them. */

import { type Line, trimmed } from './lines.js';
import { noiseIn } from './noise.js';

const EDITED = '<This message was edited>';
/** "Neurology 31 years experienceNo: …", where a browser left out the line's end. */
const EXPERIENCE = ' years experience';
const GLUED = /^\p{Lu}.{3,60}? \d{1,2} years experience(?=\p{Lu})/u;
const LONGEST_TRADE = 100;
/** In UTF-16 code units. */
const LONGEST_CELL = 40;
const LEAST_PROSE = 40;

/**
 * The lines, those cut in two that were cells of a row (a button or count, a tab, and a post's first words) or have a
 * mark at their end, or a card before them that no line's end parts. The marks are collected in `marks`.
 */
export function withoutCells(text: string, lines: readonly Line[], marks: Set<Line>): readonly Line[] {
  const isGlued = text.includes(EXPERIENCE);
  if (!isGlued && !text.includes('\t') && !text.includes(EDITED)) return lines;
  return lines.flatMap((line) => {
    const glued = isGlued ? GLUED.exec(text.slice(line.start, line.start + LONGEST_TRADE)) : null;
    if (glued) return inTwo(text, line, line.start + glued[0].length);
    const mark = line.end - EDITED.length;
    if (mark > line.start && text.startsWith(EDITED, mark)) {
      const parts = inTwo(text, line, mark);
      marks.add(parts[1]);
      return parts;
    }
    const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_CELL));
    const tab = head.indexOf('\t');
    if (tab < 0 || line.end - line.start - tab < LEAST_PROSE || !/\p{L}{3}/u.test(head.slice(0, tab)))
      return line;
    const cells = inTwo(text, line, line.start + tab);
    return noiseIn(text, cells[0]) === null ? line : cells;
  });
}

function inTwo(text: string, line: Line, at: number): [Line, Line] {
  return [
    { ...line, end: trimmed(text, line.start, at)[1] },
    { start: trimmed(text, at, line.end)[0], end: line.end, blanks: 0 },
  ];
}
