/** Which lines of a text have a number, a label or a nick before their own words. */

import type { Line } from './lines.js';
import { messagePrefixes } from './messages.js';
import { answerLabel, answerRun, type Numbered, numberOf, questionLabel } from './prefix.js';
import { isMessageField, messageLines } from './senders.js';
import { spokenLines } from './spoken.js';
import { surveyedLines } from './surveyed.js';
import { turnsOf } from './turns.js';

/** What stands before a line's own words, and where they start: at the line's end where there are none. */
export interface Prefix {
  readonly kind: 'number' | 'label' | 'asker' | 'nick' | 'message' | 'goes-on' | 'asks' | 'event';
  /** The question ends here: the first to answer speaks. */
  readonly answers?: boolean;
  readonly rest: number;
  /** The name's span, where it is one; empty where there is but a time. */
  readonly name?: readonly [number, number];
}

/** Lines near the top, in which "Question:" is looked for. */
const margin = 12;

/** The prefixed lines, by index. `names`: lines that name who writes a message. */
export function prefixesOf(
  text: string,
  lines: readonly Line[],
  names: ReadonlySet<number>,
): ReadonlyMap<number, Prefix> {
  const found = new Map<number, Prefix>();
  const spoken = spokenLines(text, lines);
  const messages = messageLines(text, lines, names);
  if (isRuled(text, lines, messages.size)) messages.clear();
  // Among the lines of a chat only a whole head is that of a message: others name who speaks.
  if (spoken.size > 0) for (const i of messages.keys()) if (!hasFields(text, lines, i)) messages.delete(i);
  const [firstMessage = lines.length] = messages.keys();
  const turns = turnsOf(text, lines, spoken);
  for (const [i, { rest, nick }] of spoken) {
    const turn = turns.get(i) ?? 'opens';
    // What is nothing may stand below who says it, or on the same line.
    const isAbove = turn === 'event' && nick[0] < nick[1] && rest === (lines[i] as Line).end;
    const kind = isAbove ? 'asks' : turn === 'opens' || turn === 'answers' ? 'nick' : turn;
    found.set(i, { kind, rest, name: nick, answers: turn === 'answers' && i < firstMessage });
  }
  for (const [i, prefix] of messagePrefixes(text, lines, messages)) found.set(i, prefix);
  if (found.size === 0) {
    for (const [i, part] of surveyedLines(text, lines))
      found.set(i, { kind: part === 'answer' ? 'label' : 'asks', rest: (lines[i] as Line).end });
    if (found.size > 0) return found;
    // "Subject:" is a field of a message, and else a label.
    for (const [i, prefix] of labelledLines(text, lines)) found.set(i, prefix);
  }
  for (const [i, { rest }] of countedLines(text, lines)) found.set(i, { kind: 'number', rest });
  return found;
}

/** A digest that comes as one or two messages, and is parted by rules. */
function isRuled(text: string, lines: readonly Line[], messages: number): boolean {
  if (messages === 0 || messages > 2) return false;
  const rules = lines.filter(({ start, end }) => end - start <= 100 && RULE.test(text.slice(start, end)));
  return rules.length >= LEAST_RULES;
}

const RULE = /^(?:-{10,}|={10,}|_{10,}|\*{10,})$/;
const LEAST_RULES = 5;

/** Whether a message's head goes on below its sender: when it was sent, and to whom. */
function hasFields(text: string, lines: readonly Line[], sender: number): boolean {
  const below = lines.slice(sender + 1, sender + 3);
  return below.length === 2 && below.every((line) => isMessageField(text, line));
}

/** Lines that open with the bullet with which nearly all paragraphs open: it parts answers. */
function bulletedLines(text: string, lines: readonly Line[]): Map<number, Numbered> {
  const found = new Map<number, Numbered>();
  let prose = 0;
  let mark = 0;
  for (let i = 1; i < lines.length; i++) {
    const { start, end } = lines[i] as Line;
    if (end - start < 40) continue;
    prose++;
    const code = text.charCodeAt(start);
    const bullet = code === 0x2d || code === 0x2a || code === 0x2022 || code === 0x2013 || code === 0xb7;
    if (!bullet || (mark !== 0 && code !== mark) || text.charCodeAt(start + 1) !== 0x20) continue;
    mark = code;
    found.set(i, { line: i, value: found.size + 1, mark: '-', rest: start + 2 });
  }
  const first = found.keys().next().value;
  const listed = first !== undefined && text.charCodeAt((lines[first - 1] as Line).end - 1) === 0x3a;
  return found.size >= 2 && found.size * 5 >= prose * 4 - 5 && !listed ? found : new Map();
}

function countedLines(text: string, lines: readonly Line[]): Map<number, Numbered> {
  const all: Numbered[] = [];
  for (let i = 0; i < lines.length; i++) {
    const numbered = numberOf(text, lines[i] as Line, i);
    if (numbered) all.push(numbered);
  }
  const run = all.length === 0 ? null : answerRun(text, lines, all);
  return run ? new Map(run.map((numbered) => [numbered.line, numbered])) : bulletedLines(text, lines);
}

/** Lines that open with "Answer:" or "Question:". */
function labelledLines(text: string, lines: readonly Line[]): Map<number, Prefix> {
  const found = new Map<number, Prefix>();
  const again = new Map<number, Prefix>();
  let answers = 0;
  let questions = 0;
  for (let i = 0; i < lines.length; i++) {
    const answer = answerLabel(text, lines[i] as Line);
    const question = answer < 0 ? questionLabel(text, lines[i] as Line) : -1;
    if (answer >= 0) answers++;
    if (question >= 0) questions++;
    if (answer >= 0) found.set(i, { kind: 'label', rest: answer });
    else if (question >= 0 && i < margin) found.set(i, { kind: 'asker', rest: question });
    else if (question >= 0) again.set(i, { kind: 'asks', rest: question });
  }
  // Where answers are labelled, too, they end what is asked again.
  if (answers > 1) for (const [i, prefix] of again) found.set(i, prefix);
  return answers > 1 || (answers > 0 && questions > 0) || (questions > 0 && answers === 0)
    ? found
    : new Map();
}
