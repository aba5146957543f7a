/** Threads as people type them: the question, and then nothing but answers, each of one paragraph, line or bullet. */

import { type Line, wordsAt } from './lines.js';
import type { Prefix } from './prefixed.js';
import { isSpeaker } from './speakers.js';

/** So many answers make a list; one that is named or labelled needs fewer. */
const LEAST = 3;
const LEAST_MARKED = 2;
/** Lines of the question, at most. */
const MOST_ASKED = 4;
/** In UTF-16 code units: of an answer without a mark of its own, and of what stands before one. */
const LONGEST = 300;
const LONGEST_MARK = 60;

const BULLET = /^([-*•–·]) +(?=\S)/;
/** "A. Yes", "A) Yes": again and again, so that it counts nothing. */
const LABEL = /^(?:ans|a|r)(?:\.|\)| [-–—]) +(?=\S)/i;
/** "anna: yes", "Anna - yes", "Chloe (physio): yes" */
const NAME =
  /^([\p{L}\p{N}_][\p{L}\p{N}_.'’-]*(?: [\p{L}.'’-]+){0,2}(?: \([^()]{2,30}\))?)(?::| [-–—]) +(?=\S)/u;
/** "Q. Do they?" */
const ASKED = /^q(?:uestion)?[.):] +(?=\S)/i;

const CLOSED = /[.!?…]["”')\]]*$/;
/** How a paragraph begins that answers by itself. */
const POLAR =
  /^(?:yes|yep|yeah|yup|no|nope|nah|not|never|absolutely|definitely|certainly|of course|sure|maybe|perhaps|(?:it )?depends|they (?:do|don['’]?t|will|won['’]?t)|it (?:does|doesn['’]?t))\b/i;
const LEAST_POLAR = 2;

/** The first lines of such answers; empty where the text is no such thread. Linear. */
export function typedLines(text: string, lines: readonly Line[]): Map<number, Prefix> {
  const found = new Map<number, Prefix>();
  const mark = markOf(text, lines);
  const from = mark === null ? firstPlain(text, lines) : firstOf(text, lines, mark);
  if (from < 1) return found;
  const asked = ASKED.exec(wordsAt(text, lines, 0, LONGEST))?.[0];
  if (asked) found.set(0, { kind: 'asker', rest: (lines[0] as Line).start + asked.length });
  for (let i = from; i < lines.length; i++) {
    const { start } = lines[i] as Line;
    const own = mark === null ? null : mark(text, lines, i);
    if (mark === null) found.set(i, { kind: 'label', rest: start });
    else if (own !== null) found.set(i, own);
  }
  return found;
}

type Mark = (text: string, lines: readonly Line[], index: number) => Prefix | null;

const bulleted: Mark = (text, lines, index) => marked(BULLET, 'number', text, lines, index);
const labelled: Mark = (text, lines, index) => marked(LABEL, 'label', text, lines, index);
const named: Mark = (text, lines, index) => {
  const { start } = lines[index] as Line;
  const found = NAME.exec(headAt(text, lines, index));
  if (!found?.[1] || !isName(found[1])) return null;
  return { kind: 'nick', rest: start + found[0].length, name: [start, start + found[1].length] };
};

function marked(
  form: RegExp,
  kind: Prefix['kind'],
  text: string,
  lines: readonly Line[],
  index: number,
): Prefix | null {
  const length = form.exec(headAt(text, lines, index))?.[0].length;
  return length === undefined ? null : { kind, rest: (lines[index] as Line).start + length };
}

function headAt(text: string, lines: readonly Line[], index: number): string {
  const { start, end } = lines[index] as Line;
  return text.slice(start, Math.min(end, start + LONGEST_MARK));
}

/** Names are written in small letters, too. */
function isName(words: string): boolean {
  const name = words.replace(/(?<![\p{L}(])\p{Ll}/gu, (letter) => letter.toUpperCase());
  return isSpeaker(name, [0, name.length]);
}

/** The mark that the last line's paragraph has, where all have it. */
function markOf(text: string, lines: readonly Line[]): Mark | null {
  return [bulleted, labelled, named].find((mark) => firstOf(text, lines, mark) > 0) ?? null;
}

/** The first line from which on every paragraph has the mark, and every line without one goes on with a marked one. */
function firstOf(text: string, lines: readonly Line[], mark: Mark): number {
  let first = -1;
  let count = 0;
  const names = new Set<string>();
  for (let i = lines.length - 1; i > 0; i--) {
    const own = mark(text, lines, i);
    const { blanks } = lines[i] as Line;
    if (own !== null) {
      first = i;
      count++;
      if (own.name) names.add(text.slice(...own.name));
    } else if (blanks > 0) break;
  }
  // Each answers once; in a talk they speak in turns.
  const isFew =
    count < (mark === named ? LEAST : LEAST_MARKED) || (mark === named && names.size * 5 < count * 4);
  return isFew || !isAsked(text, lines, first) ? -1 : first;
}

/** Whether what stands above the answers is a question, and no more. */
function isAsked(text: string, lines: readonly Line[], first: number): boolean {
  if (first < 1 || first > MOST_ASKED) return false;
  // In a chat who asks is named as well.
  const { start, end } = lines[0] as Line;
  if (!ASKED.test(text.slice(start, end)) && named(text, lines, 0) !== null) return false;
  const words = text.slice(start, lines[first - 1]?.end);
  return words.length <= 2 * LONGEST && (words.includes('?') || first === 1) && !/:\s*$/.test(words);
}

/** The first of the lines below a question each of which is an answer; -1 where they are not. */
function firstPlain(text: string, lines: readonly Line[]): number {
  const [question, ...answers] = lines;
  if (!question || answers.length < LEAST || text.charAt(question.end - 1) !== '?') return -1;
  const parted = answers.filter(({ blanks }) => blanks > 0).length;
  if (parted > 0 && parted < answers.length) return -1;
  let polar = 0;
  let closed = 0;
  for (const { start, end } of answers) {
    if (end - start > LONGEST) return -1;
    const words = text.slice(start, end);
    if (POLAR.test(words)) polar++;
    if (CLOSED.test(words)) closed++;
  }
  return polar >= LEAST_POLAR && closed * 4 >= answers.length * 3 ? 1 : -1;
}
