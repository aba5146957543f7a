/** From a text to units and the noise between them. */

import { type Line, linesOf, unwrap } from './lines.js';
import { answersAnnounced, noiseOf, type Reason, shapeOf } from './noise.js';
import {
  answerLabel,
  answerRun,
  isMessageField,
  type Numbered,
  namedField,
  numberOf,
  questionLabel,
  type Spoken,
  spokenOf,
} from './prefix.js';
import { askedStems, sharesStem } from './question-words.js';
import { repeatedLines } from './repeat.js';
import type { Shape } from './scan.js';
import { Gap, messageStyle, spokenStyle, type Unit, unitOf } from './unit.js';
import { boilerplate } from './vocabulary.js';

/** A line, or a part of one, that is noise by its form. */
export interface Noise {
  readonly start: number;
  readonly end: number;
  readonly reason: Reason;
}

export interface Cut {
  readonly units: readonly Unit[];
  /** In order; disjoint from each other and from the units. */
  readonly noise: readonly Noise[];
  /** How many answers the page says that it has; 0 where it does not say. */
  readonly announced: number;
  /** The form of the first noise line under the last unit; empty where there is none. */
  readonly foot: string;
}

const gapOf: Partial<Record<Reason, number>> = {
  votes: Gap.Meta,
  stars: Gap.Meta,
  date: Gap.Meta,
  navigation: Gap.Meta,
  repeated: Gap.Meta,
  separator: Gap.Separator,
  number: Gap.Meta,
  label: Gap.Meta,
  'answers-header': Gap.Header,
  asker: Gap.Asker,
};

/** Lines at either end of the text in which small print is looked for. */
const margin = 12;

/** Cuts `text` into units and noise by the form of each line. Linear. */
export function cut(text: string): Cut {
  const lines = unwrap(text, linesOf(text));
  const shapes = lines.map((line) => shapeOf(text, line.start, line.end));
  const numbers = countedLines(text, lines);
  const spoken = spokenLines(text, lines, shapes);
  const labels = labelledLines(text, lines);
  const cutter = new Cutter(text);
  const reasons: (Reason | null)[] = [];
  let header = -1;
  let announced = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const shape = shapes[i] as Shape | null;
    if (numbers.has(i) || labels.has(i) || spoken.has(i)) {
      reasons.push(null);
      continue;
    }
    const stated = shape && header < 0 ? answersAnnounced(text, line.start, line.end, shape) : -1;
    if (stated >= 0) {
      header = i;
      announced = stated;
      reasons.push('answers-header');
    } else if (header === i - 1 && i > 0 && isSubtitle(lines, shapes, i)) reasons.push('answers-header');
    else if (spoken.size > 0 && isMessageField(text, line)) reasons.push('date');
    else reasons.push(noiseOf(text, line.start, line.end, shape));
  }
  const asked = askedStems(text, lines);
  const repeated = repeatedLines(
    text,
    lines,
    shapes,
    (i) => reasons[i] === null && !numbers.has(i) && !labels.has(i) && !spoken.has(i),
    (i) => {
      const line = lines[i] as Line;
      return isOwnWords(text, line, shapes[i] as Shape) || sharesStem(text, line, asked);
    },
  );
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const shape = shapes[i] as Shape | null;
    const reason = reasons[i];
    cutter.blanks += line.blanks;
    const counted = numbers.get(i);
    if (counted) cutter.prefix(line, counted.rest, 'number');
    else if (labels.has(i)) {
      const rest = labels.get(i) as number;
      cutter.prefix(line, Math.abs(rest), rest < 0 ? 'asker' : 'label');
    } else if (spoken.has(i)) cutter.say(line, spoken.get(i) as Spoken);
    else if (reason === 'separator' && line.blanks === 0 && cutter.underline(line)) continue;
    else if (reason) cutter.skip(line.start, line.end, reason);
    else if (repeated.has(i)) cutter.skip(line.start, line.end, 'repeated');
    else {
      const edge = i < margin || i >= lines.length - margin;
      cutter.add(line.start, line.end, shape, edge);
    }
  }
  return { units: cutter.units, noise: cutter.noise, announced, foot: cutter.foot };
}

/** A line that explains the one above it: right under it, short, and parted from what follows. */
function isSubtitle(lines: readonly Line[], shapes: readonly (Shape | null)[], i: number): boolean {
  const shape = shapes[i];
  return (
    (lines[i] as Line).blanks === 0 &&
    (lines[i + 1]?.blanks ?? 0) > 0 &&
    !!shape &&
    shape.words <= 14 &&
    shape.names < 2
  );
}

/** A sign-off, a greeting or a name may be every answerer's own. */
function isOwnWords(text: string, line: Line, shape: Shape): boolean {
  const unit = unitOf(text, line.start, line.end, 0, 0, false, shape);
  return unit.signOff || unit.greeting || unit.opening > 0 || unit.person >= 1.5 || unit.quote || unit.item;
}

class Cutter {
  readonly units: Unit[] = [];
  readonly noise: Noise[] = [];
  blanks = 0;
  foot = '';
  #gap = 0;
  #noise = false;

  constructor(readonly text: string) {}

  skip(start: number, end: number, reason: Reason): void {
    this.noise.push({ start, end, reason });
    if (!this.#noise && gapOf[reason] === Gap.Meta)
      this.foot = this.text
        .slice(start, Math.min(end, start + 24))
        .toLowerCase()
        .replace(/\d+|\p{L}{3,9} (?=\d)/gu, '9');
    this.#gap |= gapOf[reason] ?? Gap.Other;
    this.#noise = true;
  }

  /** Takes a rule right under a line of its length for the mark of a heading. */
  underline({ start, end }: Line): boolean {
    const unit = this.units.at(-1);
    const code = this.text.charCodeAt(start);
    if (!unit || this.#noise || (code !== 0x3d && code !== 0x2d && code !== 0x7e)) return false;
    if (unit.words > 30 || Math.abs(end - start - (unit.end - unit.start)) > 2 || end - start < 3)
      return false;
    this.units.pop();
    this.units.push({ ...unit, form: 'heading' });
    this.noise.push({ start, end, reason: 'separator' });
    return true;
  }

  add(start: number, end: number, shape: Shape | null, edge: boolean): void {
    const unit = unitOf(this.text, start, end, this.blanks, this.#gap, this.#noise, shape, null, this.foot);
    this.units.push(
      edge && !unit.tail && isSmallPrint(this.text, start, end) ? { ...unit, tail: true } : unit,
    );
    this.#gap = 0;
    this.foot = '';
    this.blanks = 0;
    this.#noise = false;
  }

  /** A line whose first part is a number or a label. */
  prefix(line: Line, rest: number, reason: Reason): void {
    this.skip(line.start, rest < line.end ? trimmed(this.text, line.start, rest) : line.end, reason);
    if (reason !== 'asker') this.#gap |= Gap.Number;
    if (rest < line.end) this.add(rest, line.end, shapeOf(this.text, rest, line.end), false);
  }

  /** A line of a chat: the nick is a card of its own. */
  say(line: Line, { rest, nick }: Spoken): void {
    const until = rest < line.end ? trimmed(this.text, line.start, rest) : line.end;
    if (nick[0] === nick[1]) this.skip(line.start, until, 'date');
    else {
      this.add(line.start, until, shapeOf(this.text, line.start, until), false);
      const card = this.units.pop() as Unit;
      this.units.push({
        ...card,
        person: 4,
        style: rest < line.end ? spokenStyle : messageStyle,
        item: false,
        signOff: false,
        greeting: false,
        card: true,
        leading: rest === line.end && !/\bby:/i.test(this.text.slice(line.start, nick[0])),
      });
    }
    if (rest < line.end) this.add(rest, line.end, shapeOf(this.text, rest, line.end), false);
  }
}

function trimmed(text: string, start: number, end: number): number {
  while (end > start + 1 && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

function isSmallPrint(text: string, start: number, end: number): boolean {
  if (end - start > 600) return false;
  const lower = text.slice(start, end).toLowerCase();
  return boilerplate.some((phrase) => lower.includes(phrase));
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
  return found.size >= 3 && found.size * 5 >= prose * 4 - 5 && !listed ? found : new Map();
}

function countedLines(text: string, lines: readonly Line[]): Map<number, Numbered> {
  const all: Numbered[] = [];
  for (let i = 0; i < lines.length; i++) {
    const numbered = numberOf(text, lines[i] as Line, i);
    if (numbered) all.push(numbered);
  }
  const run = all.length < 2 ? null : answerRun(text, lines, all);
  return run ? new Map(run.map((numbered) => [numbered.line, numbered])) : bulletedLines(text, lines);
}

/** Lines that open with "Answer:" (where their words start), or "Question:" (the same, negative). */
function labelledLines(text: string, lines: readonly Line[]): Map<number, number> {
  const found = new Map<number, number>();
  let answers = 0;
  let questions = 0;
  for (let i = 0; i < lines.length; i++) {
    const answer = answerLabel(text, lines[i] as Line);
    const question = answer < 0 ? questionLabel(text, lines[i] as Line) : -1;
    if (answer >= 0) answers++;
    if (question >= 0) questions++;
    if (answer >= 0) found.set(i, answer);
    else if (question >= 0 && i < margin) found.set(i, -question);
  }
  return answers > 1 || (answers > 0 && questions > 0) || (questions > 0 && answers === 0)
    ? found
    : new Map();
}

/** Lines of a chat: many lines open with a time or a nick, or the document is none. */
function spokenLines(
  text: string,
  lines: readonly Line[],
  shapes: readonly (Shape | null)[],
): Map<number, Spoken> {
  const timed = new Map<number, Spoken>();
  const named = new Map<number, Spoken>();
  let stamps = 0;
  let speech = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.end - line.start > 30) speech++;
    if (!mayBeSpoken(text, line)) continue;
    const said = spokenOf(text, line);
    // "21:04 * fran has joined" is an event.
    if (!said || (said.timed && text.charCodeAt(said.rest) === 0x2a)) continue;
    const angled = text.charCodeAt(said.nick[0] - 1) === 0x3c;
    if (said.timed) stamps++;
    if (said.timed || angled) {
      // "[19:04] dr_roe" is a card as it stands.
      const shape = shapes[i];
      const bare = said.nick[0] === said.nick[1];
      if (bare && (shape === null || shape === undefined || shape.words <= 6)) continue;
      timed.set(i, said);
    } else if (isSpeaker(text, said)) named.set(i, said);
  }
  const found = new Map<number, Spoken>();
  if (stamps >= 3 || timed.size >= 3) for (const [i, said] of timed) found.set(i, said);
  if (named.size >= 3 && named.size * 2 >= speech) for (const [i, said] of named) found.set(i, said);
  if (found.size === 0) return messageLines(text, lines);
  return found;
}

/** Lines that name an answer's author in a field of its own, where several do: "From: Jane Roe". */
function messageLines(text: string, lines: readonly Line[]): Map<number, Spoken> {
  const found = new Map<number, Spoken>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const at = namedField(text, line);
    if (at >= 0) found.set(i, { rest: line.end, nick: [at, line.end], timed: false });
  }
  return found.size >= 2 ? found : new Map();
}

/** A cheap look before the patterns are tried: a digit, bracket or angle first, or a colon near by. */
function mayBeSpoken(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.start);
  if ((code >= 48 && code <= 57) || code === 0x5b || code === 0x3c) return true;
  const end = Math.min(line.end, line.start + 44);
  for (let at = line.start + 1; at < end; at++) if (text.charCodeAt(at) === 0x3a) return at + 1 < line.end;
  return false;
}

/** Whether the words before the colon are a person's, and not a label such as "Short version". */
function isSpeaker(text: string, said: Spoken): boolean {
  const [start, end] = said.nick;
  const shape = shapeOf(text, start, end);
  if (!shape || shape.words > 5 || shape.other > 0) return false;
  const shouting = text.slice(start, end) === text.slice(start, end).toUpperCase();
  if (shape.titles + shape.degrees + shape.handles > 0) return true;
  return !shouting && shape.names >= 1 && shape.plain === 0 && shape.names + shape.initials === shape.words;
}
