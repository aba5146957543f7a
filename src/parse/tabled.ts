/** A table of answers, a row each: an export of a survey or a forum, a spreadsheet's sheet. */

import type { Span } from '../model.js';
import { LEAST_OF_NESTED } from './aside.js';
import { type Assembled, assemble } from './assemble.js';
import type { Noise } from './cutter.js';
import { Part } from './part.js';
import { headedTable, type Row, tableIn } from './table.js';
import { type Unit, unitOf } from './unit.js';
import { median, wordsIn } from './words.js';

/** The cells of the column of answers have so many words, in the middle. */
const WORDY = 8;
const MOST_WORDS = 400;

/** A head of so many words is the question that its column answers. */
const ASKED = 4;

/** In UTF-16 code units. */
const LONGEST_HEAD = 200;

/** What columns of answers are called. */
const ANSWER =
  /^(?:your )?(?:answers?|responses?|repl(?:y|ies)|(?:answer|response|reply|comment|body)[ _]?(?:text|body|html)|text|body|content|message)$/i;
const SUBJECT = /^(?:subject|title|heading|headline|summary)(?:[ _]line)?$/i;
export const AUTHOR =
  /^(?:name|author|doctor|expert|respondent|user|handle|nick(?:name)?|login|(?:user|display|author|member|doctor)[ _]?name|(?:posted|answered)[ _]by|who)$/i;
const QUESTION = /^question(?:[ _]?(?:title|heading))?$/i;
const QUESTION_TEXT = /^question[ _]?(?:text|body|details?)$/i;
const VOTES = /^(?:votes?|helpful|likes?|thanks|upvotes|score)$/i;
/** Other names of columns. */
const OTHER_HEAD =
  /^(?:(?:respondent|response|participant|user|post|answer|submission|row)[ _]?)?(?:id|nr|no\.?|num(?:ber)?|#)$|^(?:date|time(?:stamp)?|created(?:[ _]at)?|posted|age|sex|gender|country|state|city|e-?mail|comments?|notes?|role|profession|specialty|status|url|link)$/i;
/** Whose row it is that is no answer. */
const ASKER = /^(?:asker|question|original poster|op)$/i;
const OTHER =
  /^(?:mod(?:erator)?|staff|admin|(?:auto)?bot|system|(?:survey )?preview|spam|deleted|hidden|removed|ad(?:vert(?:isement)?)?|promot?(?:ed|ion)?|sponsor(?:ed)?)$|^\{/i;
/** What a row is, where a column tells it; and the rows that answer. */
const KIND = /^(?:kind|role|(?:(?:post|entry|row|item|record)[ _]?)?type)$/i;
const ANSWERS = /^(?:accepted[ _])?(?:answer|reply|response)$/i;

const HEADS = [ANSWER, SUBJECT, AUTHOR, VOTES, KIND, QUESTION, QUESTION_TEXT, OTHER_HEAD];

/** Rows above a table's head. */
const MOST_ABOVE = 6;

/** Something: not "n/a", not a dash, and not "see above". */
const SAID =
  /^(?!n\W?a\W*$|(?:open.ended )?response$|test (?:row|entry|response)\b|(?:as|see) (?:above|below|before|(?:my |the )?(?:\w+ )?(?:answer|reply|response)\b).{0,20}$).*\p{L}/isu;

/** The thread of a text that is a table of answers; null where it is none. */
export function tabledThread(text: string): Assembled | null {
  return (
    threadOf(
      text,
      headedTable(text, (head) => isHead(text, head)),
    ) ?? threadOf(text, tableIn(text))
  );
}

/** Whether the cells of a row are names of columns, or questions: half of them are known as such. */
function isHead(text: string, head: Row): boolean {
  const cells = head.map(([start, end]) => text.slice(start, end));
  const isName = (cell: string) => HEADS.some((name) => name.test(cell));
  if (cells.some((cell) => cell.length > LONGEST_HEAD || (/[.!]$/.test(cell) && !isName(cell)))) return false;
  const known = cells.filter((cell) => isName(cell) || asks(cell));
  return known.length * 2 >= cells.length && cells.some((cell) => ANSWER.test(cell) || asks(cell));
}

/** "Do they weaken?"; not "Quote?" */
function asks(cell: string): boolean {
  return cell.includes('?') && wordsIn(cell, LEAST_ASKED) === LEAST_ASKED;
}

/** In words. */
const LEAST_ASKED = 3;

/** The column of the answers: that which is called so, or whose head asks; else that with the most words. -1: none. */
function columnOfAnswers(text: string, head: Row, rows: readonly Row[]): number {
  const named = head.findIndex(([start, end]) => ANSWER.test(text.slice(start, end)));
  if (named >= 0) return named;
  const asking = head.map(([start, end]) =>
    text.slice(start, Math.min(end, start + LONGEST_HEAD)).includes('?'),
  );
  if (!asking.includes(true)) return answersIn(text, head, rows, WORDY);
  const answers = (row: Row) => row.map((cell, column) => (asking[column] ? cell : EMPTY));
  return answersIn(text, head, rows.map(answers), 1);
}

function threadOf(text: string, whole: readonly Row[] | null): Assembled | null {
  if (whole === null) return null;
  // A sheet's title and the question may stand above the head.
  const width = whole[0]?.length ?? 0;
  const named = whole.slice(0, MOST_ABOVE).findIndex((row) => row.length >= width && isHead(text, row));
  const table = whole.slice(Math.max(named, 0));
  const [first, ...others] = table as [Row, ...Row[]];
  const answers = isHead(text, first)
    ? columnOfAnswers(text, first, others)
    : answersIn(text, first, others, WORDY);
  if (answers < 0) return null;
  // A spreadsheet's menu may stand above the head.
  const wordsOf = ([start, end]: Span) => text.slice(start, end);
  const isMenu = isAsked(text, others[0]?.[answers]) && !others[0]?.some((cell) => ASKER.test(wordsOf(cell)));
  const [head, ...rows] = table.slice(isMenu ? 1 : 0) as [Row, ...Row[]];
  const found = new Cells(text);
  const columnOf = (name: RegExp) => head.findIndex((cell) => name.test(wordsOf(cell)));
  const [subject, author, votes] = [columnOf(SUBJECT), columnOf(AUTHOR), columnOf(VOTES)];
  const kind = columnOf(KIND);
  const asked = new Map(
    [[columnOf(QUESTION), Part.Title] as const, [columnOf(QUESTION_TEXT), Part.Ask] as const].filter(
      ([column]) => column >= 0 && column < answers,
    ),
  );
  // Each row may say what it answers: the thread is of what the first one asks.
  const questionOf = (row: Row) =>
    [...asked.keys()].map((column) => wordsOf(row[column] ?? EMPTY)).join('\n');
  const isOther = (row: Row) => questionOf(row) !== questionOf(rows[0] as Row);
  const isShared = rows.slice(1).some((row) => !isOther(row));
  const isOtherQuestion = (row: Row) => isShared && isOther(row);
  const isIn = (row: Row, column: number, form: RegExp) => form.test(wordsOf(row[column] ?? EMPTY));
  const isTold = rows.some((row) => isIn(row, kind, ANSWERS));
  const isRemark = (row: Row) =>
    isTold &&
    !isIn(row, kind, ANSWERS) &&
    wordsIn(wordsOf(row[answers] ?? EMPTY), LEAST_OF_NESTED) < LEAST_OF_NESTED;
  found.above(head, answers);
  let hasAsked = false;
  for (const row of rows) {
    const isRole = (role: RegExp) => row.some((cell) => role.test(wordsOf(cell)));
    const isAsker = isRole(ASKER);
    const isQuestion = isAsker && !hasAsked;
    hasAsked ||= isAsker;
    for (const [column, cell] of row.entries()) {
      if (isEmpty(cell)) continue;
      const part = isShared && row === rows[0] ? asked.get(column) : undefined;
      if (part !== undefined) {
        found.unit(cell, part);
        continue;
      }
      if (isQuestion && (column === answers || column === subject))
        found.unit(cell, column === subject ? Part.Title : Part.Ask);
      else if (isOtherQuestion(row)) found.skip(cell, 'related');
      else if (isAsker || isRole(OTHER) || isRemark(row)) found.skip(cell, 'asker');
      else if (column === answers && SAID.test(wordsOf(cell))) found.body(cell);
      else if (column === subject && column < answers) found.heading(cell);
      else if (column === author && column < answers) found.card(cell);
      else found.skip(cell, column === votes && column > answers ? 'votes' : 'navigation');
    }
  }
  return found.thread();
}

const EMPTY: Span = [0, 0];
const isEmpty = ([start, end]: Span) => start === end;

function isAsked(text: string, cell: Span = EMPTY): boolean {
  return isWordy(text, cell) && text[cell[1] - 1] === '?';
}

function isWordy(text: string, [start, end]: Span): boolean {
  return wordsIn(text.slice(start, end), ASKED) === ASKED;
}

/** The column of the answers: that which has the most words, and so many in most cells; -1 where none has. */
export function answersIn(text: string, head: Row, rows: readonly Row[], least: number): number {
  const columns = head.map((_, column) => {
    const counts = rows.map((row) => wordsIn(text.slice(...(row[column] ?? EMPTY)), MOST_WORDS));
    return median(counts) < least ? 0 : counts.reduce((sum, count) => sum + count, 0);
  });
  // A hostile table may have more columns than a function takes.
  const most = columns.reduce((best, words) => Math.max(best, words), 0);
  return most === 0 ? -1 : columns.indexOf(most);
}

/** Collects the cells with their parts, in the order of the text. */
class Cells {
  private readonly units: Unit[] = [];
  private readonly parts: Part[] = [];
  private readonly noise: Noise[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  /** What stands above the rows: the question is the head of the answers' column, where it says one. */
  above(head: Row, answers: number): void {
    for (const [column, cell] of head.entries()) {
      if (isEmpty(cell)) continue;
      const asks = isWordy(this.text, cell) || this.text.slice(...cell).includes('?');
      if (column === answers && asks) this.asked(cell);
      else this.skip(cell, 'navigation');
    }
  }

  unit(cell: Span, part: Part): void {
    this.between(cell[0]);
    this.add(cell, part);
    this.at = cell[1];
  }

  /** The question, above the rows. */
  asked(cell: Span): void {
    this.between(cell[0]);
    this.ask(cell);
    this.at = cell[1];
  }

  heading(cell: Span): void {
    this.unit(cell, this.parts.at(-1) === Part.Lead ? Part.Under : Part.Head);
  }

  card(cell: Span): void {
    this.unit(cell, Part.Lead);
  }

  body(cell: Span): void {
    const above = this.parts.at(-1);
    this.unit(
      cell,
      above === Part.Head || above === Part.Under
        ? Part.First
        : above === Part.Lead
          ? Part.Opened
          : Part.Start,
    );
  }

  skip([start, end]: Span, reason: Noise['reason']): void {
    this.between(start);
    this.noise.push({ start, end, reason });
    this.at = end;
  }

  thread(): Assembled {
    this.between(this.text.length);
    return assemble(this.text, this.units, this.noise, this.parts);
  }

  private add([start, end]: Span, part: Part): void {
    this.units.push(unitOf(this.text, start, end, 0, 0, false, null));
    this.parts.push(part);
  }

  private ask(line: Span): void {
    this.add(line, this.parts.length === 0 ? Part.Title : Part.Ask);
  }

  /** Lines that are no rows. What is asked above them all is the question. */
  private between(until: number): void {
    const isAbove = this.at === 0;
    for (const found of this.text.slice(this.at, until).matchAll(/[^\n\r\t]*\p{L}[^\n\r\t]*/gu)) {
      const start = this.at + found.index;
      const line: Span = [start, start + found[0].length];
      if (isAbove && found[0].includes('?') && isWordy(this.text, line)) this.ask(line);
      else this.noise.push({ start, end: line[1], reason: 'banner' });
    }
  }
}
