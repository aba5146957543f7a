/** Lines that hold more than somebody's words: a cell before a post, a messenger's mark behind them. */

import { type Line, trimmed } from './lines.js';
import { noiseIn } from './noise.js';

const EDITED = '<This message was edited>';
/** In UTF-16 code units. */
const LONGEST_CELL = 40;
const LEAST_PROSE = 40;

/**
 * The lines, those cut in two that were cells of a row (a button or count, a tab, and a post's first words) or have a
 * mark at their end. The marks are collected in `marks`.
 */
export function withoutCells(text: string, lines: readonly Line[], marks: Set<Line>): readonly Line[] {
  if (!text.includes('\t') && !text.includes(EDITED)) return lines;
  return lines.flatMap((line) => {
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
