/** Tables of Markdown whose rows are answers; after GitHub's specification, 4.10. */

import type { Span } from '../model.js';
import { lineEnd, trimmed } from './lines.js';
import type { Row } from './table.js';
import { AUTHOR, answersIn } from './tabled.js';
import { wordsIn } from './words.js';

/** The line below a table's head, which is no longer, in UTF-16 code units. */
const LONGEST = 1000;
const RULE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;

/** A table of fewer rows, or of shorter answers, sums up what stands elsewhere. */
const LEAST_ROWS = 3;
const LEAST_WORDS = 12;
/** A name, with what it is. */
const MOST_OF_NAME = 10;

/** What stands in a table of answers, in order: the words that answer, and whose they are. */
export interface TableCell {
  readonly span: Span;
  readonly kind: 'name' | 'answer';
}

/** A table's head, and its other rows. */
interface Table {
  readonly columns: Row;
  readonly rows: readonly Row[];
}

/** The table that a stretch of lines is; null where it is none. Linear. */
export function tableIn(text: string, start: number, end: number): Table | null {
  const head = lineEnd(text, start, end);
  const rule = lineEnd(text, head + 1, end);
  if (
    rule >= end ||
    rule - start > 2 * LONGEST ||
    !text.slice(start, head).includes('|') ||
    !RULE.test(text.slice(head + 1, rule))
  )
    return null;
  const columns = cellsOf(text, start, head);
  const rows: Row[] = [];
  for (let at = rule + 1; at < end; at = lineEnd(text, at, end) + 1)
    rows.push(cellsOf(text, at, lineEnd(text, at, end)));
  return { columns, rows };
}

/** Whether most cells behind the first of each row are numbers: such a table is one answer's figures. */
export function isOfFigures(text: string, { rows }: Table): boolean {
  const cells = rows.flatMap(([, ...others]) => others.map((span) => text.slice(...span)));
  return cells.filter((cell) => FIGURE.test(cell)).length * 2 > cells.length;
}

const FIGURE = /^\W{0,3}\d[^\p{L}]{0,20}(?:\p{L}{1,3}\W{0,3})?$/u;

/** The cells that count of a table; null where it is none of answers. */
export function answerCells(text: string, { columns, rows }: Table): readonly TableCell[] | null {
  const answers = answersIn(text, columns, rows, LEAST_WORDS);
  if (rows.length < LEAST_ROWS || answers < 0) return null;
  const named = columns.findIndex((cell) => AUTHOR.test(text.slice(...cell)));
  // What somebody is may stand for who it is.
  const names = named < 0 ? answers - 1 : named;
  return rows.flatMap((row) =>
    row.flatMap((span, column): TableCell[] => {
      if (span[0] === span[1]) return [];
      if (column === answers) return [{ span, kind: 'answer' }];
      return column === names && isName(text.slice(...span)) ? [{ span, kind: 'name' }] : [];
    }),
  );
}

function isName(cell: string): boolean {
  return /\p{L}{2}/u.test(cell) && wordsIn(cell, MOST_OF_NAME) < MOST_OF_NAME;
}

/** A row's cells; a bar behind a backslash is one of the words. */
function cellsOf(text: string, start: number, end: number): Row {
  let [at, to] = trimmed(text, start, end);
  if (text[at] === '|') at++;
  if (text[to - 1] === '|' && text[to - 2] !== '\\') to--;
  const cells: Span[] = [];
  for (let bar = at; bar <= to; bar++) {
    if (bar < to && (text[bar] !== '|' || text[bar - 1] === '\\')) continue;
    cells.push(trimmed(text, at, bar));
    at = bar + 1;
  }
  return cells;
}
