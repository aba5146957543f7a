/** The cells of a spreadsheet's text: tabs, commas or semicolons part them, quotation marks hold a line end. */

import type { Span } from '../model.js';
import { trimmed } from './lines.js';

/** A row's cells, without blanks and quotation marks around them. */
export type Row = readonly Span[];

/** A table has so many columns, and so many rows below its head, at least. */
const LEAST_COLUMNS = 3;
const LEAST_ROWS = 3;

/** Other rows among those of a table that was pasted, if it has no more of its own: a spreadsheet's menu and its feet. */
const MOST_OTHERS = 8;

/** Cells that a row may lack at its end, where they are empty. */
const MOST_LACKING = 2;

/**
 * The table that a text is: its head first, and no row wider; null where it is none. Other lines may stand above and
 * below; where no tabs part its cells, a few, if its cells stand in quotation marks. Linear.
 */
export function tableIn(text: string): readonly Row[] | null {
  const tabbed = text.includes('\t') ? rowsOf(text, '\t') : [];
  const width = tabbed.reduce((most, { length }) => Math.max(most, length), 0);
  const isFull = (row: Row | undefined) => row !== undefined && row.length >= width - MOST_LACKING;
  const head = tabbed.findIndex((row, i) => isFull(row) && isFull(tabbed[i + 1]));
  const rows = tabbed.slice(head).filter(isFull);
  if (head >= 0 && isTable(rows) && tabbed.length - rows.length <= Math.max(MOST_OTHERS, rows.length))
    return rows;
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  for (const mark of [',', ';']) {
    // A head is a row of names.
    const isQuoted = first.includes(`"${mark}`) || first.includes(`${mark}"`);
    if (first.split(mark).length < LEAST_COLUMNS || (!isQuoted && /[.!?]\s/.test(first))) continue;
    const all = rowsOf(text, mark);
    const most = all.reduce((widest, { length }) => Math.max(widest, length), 0);
    const rows = all.filter(({ length }) => length === most);
    if (isTable(rows) && (isQuoted ? all.length - rows.length <= MOST_OTHERS : rows.length === all.length))
      return rows;
  }
  return null;
}

/** So few columns and rows has a table whose head shows what it is. */
const LEAST_HEADED = 2;

/** The table that a text is by its first line, however small it is, with no other line; null where it is none. Linear. */
export function headedTable(text: string, isHead: (head: Row) => boolean): readonly Row[] | null {
  const first = text.slice(0, Math.max(0, text.indexOf('\n')));
  for (const mark of ['\t', ',', ';']) {
    // In prose a blank stands behind the mark.
    if (!first.includes(mark) || first.includes(`${mark} `) || !isHead(rowsOf(first, mark)[0] ?? []))
      continue;
    const rows = rowsOf(text, mark);
    const width = rows[0]?.length ?? 0;
    const isWhole = rows.every(
      ({ length }) => length <= width && length >= Math.max(LEAST_HEADED, width - MOST_LACKING),
    );
    if (isWhole && rows.length > LEAST_HEADED) return rows;
  }
  return null;
}

function isTable(rows: readonly Row[]): boolean {
  return rows.length > LEAST_ROWS && (rows[0]?.length ?? 0) >= LEAST_COLUMNS;
}

/** The rows of a text, without those that have no words. After RFC 4180; a quotation mark in a cell need not be doubled. */
function rowsOf(text: string, mark: string): Row[] {
  const rows: Row[] = [];
  let row: Span[] = [];
  let closes = true;
  for (let at = 0; at <= text.length; ) {
    const quote: number = closes && text[at] === '"' ? closing(text, at, mark) : at;
    // Where one is not closed, no other is.
    closes &&= quote >= 0;
    let end = Math.max(at, quote);
    while (!endsCell(text, end, mark)) end++;
    row.push(quote > at ? trimmed(text, at + 1, quote) : trimmed(text, at, end));
    if (text[end] !== mark) {
      if (row.some(([from, to]) => from < to)) rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function endsCell(text: string, at: number, mark: string): boolean {
  return at >= text.length || text[at] === mark || text[at] === '\n' || text[at] === '\r';
}

/** Where the quotation mark stands that ends the cell which one opens at `at`; -1 where none does. */
function closing(text: string, at: number, mark: string): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && !endsCell(text, end + 1, mark))
    end = text.indexOf('"', end + (text[end + 1] === '"' ? 2 : 1));
  return end;
}
