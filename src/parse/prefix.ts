/** Numbers and labels before an answer's words on the same line. */

import type { Line } from './lines.js';

/** A number or label before a line's own words. */
export interface Numbered {
  /** Index of the line. */
  readonly line: number;
  readonly value: number;
  /** Same mark, same number: `1)` and `1.` are of two runs. */
  readonly mark: string;
  /** Where the line's own words start; its end where there are none. */
  readonly rest: number;
}

const number = /^(?:\(?#?(\d{1,6})([.):\]])|#(\d{1,6})(?=\s|$))(?:\s+|$)/;
/** "2.1  Title": the first number is the chapter's. */
const decimal = /^(\d{1,2})\.(\d{1,2})\.?\s+(?=\S)/;
/** "03-12-2014, 07:15 AM #2" */
const stamped = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},? +\d{1,2}:\d{2}(?: ?[ap]m)?\s+#(\d{1,6})$/i;
const labelled =
  /^(?:answer|reply|response|comment|post|a|no\.?)\s*#?\s*(\d{1,6})(?: of \d{1,6})?\s*([.):\]–—-])?(?:\s+|$)/i;

/** The number that the line starts with, if any. */
export function numberOf(text: string, line: Line, index: number): Numbered | null {
  const code = text.charCodeAt(line.start);
  const digit = code >= 48 && code <= 57;
  if (!digit && code !== 0x28 && code !== 0x23 && !((code | 32) >= 97 && (code | 32) <= 114)) return null;
  if (!digit && !hasDigit(text, line.start + 1, Math.min(line.end, line.start + 14))) return null;
  const head = text.slice(line.start, Math.min(line.end, line.start + 24));
  const plain = number.exec(head);
  if (plain) {
    const rest = line.start + plain[0].length;
    const value = Number(plain[1] ?? plain[3]);
    return { line: index, value, mark: head[0] === '(' ? '(' : (plain[2] ?? '#'), rest };
  }
  const post = digit && line.end - line.start <= 40 ? stamped.exec(text.slice(line.start, line.end)) : null;
  if (post) return { line: index, value: Number(post[1]), mark: '#', rest: line.end };
  const section = digit ? decimal.exec(head) : null;
  if (section) {
    const rest = line.start + section[0].length;
    return { line: index, value: Number(section[2]), mark: `${section[1]}.`, rest };
  }
  const word = digit ? null : labelled.exec(head);
  if (!word) return null;
  return { line: index, value: Number(word[1]), mark: 'label', rest: line.start + word[0].length };
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Whether a colon or a long dash stands within the first characters of the line: the patterns are tried then only. */
export function hasColon(text: string, line: Line, within: number): boolean {
  const end = Math.min(line.end, line.start + within);
  for (let at = line.start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3a || code === 0x2013 || code === 0x2014) return true;
  }
  return false;
}

/** Answers are no longer on average, in UTF-16 code units. */
const LONGEST_ANSWER = 10_000;

/** Posts that were taken away, one after the other. */
const MOST_MISSING = 2;

/**
 * The run of numbers 1, 2, 3, … that counts the answers: it starts early, behind no "as follows:", and reaches over
 * at least half of the text; a list inside an answer does not. Null where there is none.
 */
export function answerRun(text: string, lines: readonly Line[], all: readonly Numbered[]): Numbered[] | null {
  const marks = new Map<string, Numbered[]>();
  const labels = all.filter(({ mark }) => mark === 'label').length;
  const previous = new Map<string, Numbered>();
  for (const numbered of all) {
    const { mark, value } = numbered;
    const run = marks.get(mark) ?? [];
    const last = run.at(-1);
    const before = previous.get(mark);
    previous.set(mark, numbered);
    // What goes on with the number before, which is none of the run's, is another list's.
    const isOthers = before !== last && before?.value === value - 1;
    // A board's numbers leave out the posts that were taken away.
    const missing = mark === '#' && run.length > 1 ? MOST_MISSING : 0;
    const steps = value - (last?.value ?? 0);
    if (steps >= 1 && steps <= 1 + missing && !isOthers) {
      run.push(numbered);
      marks.set(mark, run);
    }
  }
  const begin = lines[0]?.start ?? 0;
  const end = lines.at(-1)?.end ?? 0;
  let best: Numbered[] | null = null;
  for (const run of marks.values()) {
    const first = run[0];
    const last = run.at(-1);
    if (!first || !last || (run.length < 2 && first.mark !== 'label')) continue;
    // "Comment 18", "Comment 4", "Comment 1": what others said, counted.
    if (first.mark === 'label' && run.length * 2 <= labels) continue;
    const from = (lines[first.line] as Line).start;
    const before = lines[first.line - 1];
    const listed = before !== undefined && first.mark !== 'label' && introducesList(text, before);
    const reach = (lines[last.line] as Line).start - from;
    const covers =
      first.mark === 'label' ||
      ((end - from) * 2 >= end - begin && reach * 3 >= end - from && reach <= run.length * LONGEST_ANSWER);
    if (covers && !listed && (!best || run.length > best.length)) best = run;
  }
  return best;
}

function introducesList(text: string, line: Line): boolean {
  const tail = text.slice(Math.max(line.start, line.end - 40), line.end);
  return tail.endsWith(':') && !/\b(?:answers?|replies|responses?|responds)\W*$/i.test(tail);
}

const label = /^(?:(?:the )?(?:doctor'?s |best )?answer|reply|response|a)\s*[:–—]\s+/i;
/** "Question:", "The question on the card was:", "Asked everyone the same:" */
const ask =
  /^(?:(?:the )?(?:question|q|thread|topic|subject|title)\s*[:–—]|(?:the|my|our|her|his) (?:original )?question (?:\p{L}+ ){0,7}\p{L}+:|(?:i |we )?asked (?:\p{L}+ ){0,4}\p{L}+:)\s+/iu;

/** Where the words behind "Answer:" start; -1 where the line has no such label. */
export function answerLabel(text: string, line: Line): number {
  return afterLabel(label, text, line, 32);
}

/** Where the words behind "Question:" start; -1 where the line has no such label. */
export function questionLabel(text: string, line: Line): number {
  return afterLabel(ask, text, line, 64);
}

/** @param within a label is no longer, in UTF-16 code units. */
function afterLabel(pattern: RegExp, text: string, line: Line, within: number): number {
  const code = text.charCodeAt(line.start) | 32;
  if (
    code !== 97 &&
    code !== 98 &&
    code !== 100 &&
    code !== 104 &&
    code !== 105 &&
    code !== 109 &&
    code !== 111 &&
    code !== 113 &&
    code !== 114 &&
    code !== 115 &&
    code !== 116 &&
    code !== 119
  )
    return -1;
  if (!hasColon(text, line, within)) return -1;
  const found = pattern.exec(text.slice(line.start, Math.min(line.end, line.start + within)));
  return found && line.start + found[0].length < line.end ? line.start + found[0].length : -1;
}
