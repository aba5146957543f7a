/** What a short line is made of: how many words of which kind. */

import { isBlank } from './lines.js';
import { classOf, isDegree, Word } from './vocabulary.js';

/** Longer lines are prose: nobody writes a name, a date or a button at this length. In UTF-16 code units. */
export const shortLine = 200;

/** Counts of a line's words by kind. A word that may be several is counted under each. */
export interface Shape {
  words: number;
  numbers: number;
  /** Capitalised words that no list knows: names, brands, places. */
  names: number;
  /** `M.` */
  initials: number;
  /** `dr_omar`, `BrowDocBen`, `@tox`. */
  handles: number;
  /** Words in lower case that no list knows. */
  other: number;
  /** Words that only the list of function or common words knows. */
  plain: number;
  /** Words that stand in sentences and not in names: "you", "what", "after". */
  loose: number;
  capitals: number;
  interface: number;
  beside: number;
  months: number;
  weekdays: number;
  ago: number;
  units: number;
  leads: number;
  titles: number;
  degrees: number;
  professions: number;
  fields: number;
  answerNouns: number;
  answerPeople: number;
  answerVerbs: number;
  /** `19:04`, `05/14/2012`, `2012-05-14`. */
  times: number;
  /** Years from 1990 to 2099. */
  years: number;
  /** Of one letter. */
  letters: number;
  stars: number;
  /** `|`, `·`, `•`, `>`, `»`, runs of blanks. */
  bars: number;
  commas: number;
  /** Words that no noise line has: neither a list nor a number knows them. */
  unknown: number;
}

/** The shape that each scan fills anew: millions of lines are scanned, and none needs its shape for long. */
const scratch = {} as Shape;

function clear(): void {
  scratch.words = 0;
  scratch.numbers = 0;
  scratch.names = 0;
  scratch.initials = 0;
  scratch.handles = 0;
  scratch.other = 0;
  scratch.plain = 0;
  scratch.loose = 0;
  scratch.capitals = 0;
  scratch.interface = 0;
  scratch.beside = 0;
  scratch.months = 0;
  scratch.weekdays = 0;
  scratch.ago = 0;
  scratch.units = 0;
  scratch.leads = 0;
  scratch.titles = 0;
  scratch.degrees = 0;
  scratch.professions = 0;
  scratch.fields = 0;
  scratch.answerNouns = 0;
  scratch.answerPeople = 0;
  scratch.answerVerbs = 0;
  scratch.times = 0;
  scratch.years = 0;
  scratch.letters = 0;
  scratch.stars = 0;
  scratch.bars = 0;
  scratch.commas = 0;
  scratch.unknown = 0;
}

const noiseWord = Word.Interface | Word.Beside | Word.Month | Word.Weekday | Word.Ago | Word.Unit | Word.Lead;
const named =
  Word.NameGlue |
  Word.Title |
  Word.Profession |
  Word.Field |
  Word.Lead |
  Word.Month |
  Word.Unit |
  Word.AnswerVerb;
const glueWord = Word.Glue | Word.AnswerNoun | Word.AnswerPeople | Word.AnswerVerb;

/**
 * Reads the words of `text.slice(start, end)`. Meant for short lines. The shape is good until the next scan: take
 * what is needed of it before.
 */
export function scan(text: string, start: number, end: number): Shape {
  clear();
  const shape = scratch;
  let at = behindBullet(text, start, end);
  let last = 0;
  let blanks = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isBlank(code)) {
      // A tab or two blanks part columns; but two follow a full stop in prose.
      blanks += code === 9 ? 2 : 1;
      at++;
      continue;
    }
    if (blanks >= 2 && !isStop(last)) shape.bars++;
    blanks = 0;
    last = code;
    if (!isWordStart(code)) {
      if (code === 0x7c || code === 0xb7 || code === 0x2022 || code === 0xbb || code === 0x203a) shape.bars++;
      else if (code === 0x3e && at > start) shape.bars++;
      else if (code === 0x2c) shape.commas++;
      else if (code === 0x2605 || code === 0x2606 || code === 0x2b50) shape.stars++;
      at++;
      continue;
    }
    const from = at;
    at = wordEnd(text, at, end);
    last = text.charCodeAt(at - 1);
    count(shape, text.slice(from, at), text.charCodeAt(at), from > start ? text.charCodeAt(from - 1) : 32);
  }
  return shape;
}

/** A dot before an item parts nothing. */
function behindBullet(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  if (code !== 0xb7 && code !== 0x2022) return start;
  let at = start + 1;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at > start + 1 ? at : start;
}

function isStop(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3a;
}

/** Whether a word may start with the code unit: a letter, a digit, `@` or `_`. */
export function isWordStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 0x40 ||
    code === 0x5f ||
    (code >= 0xc0 && code < 0x2000) ||
    (code >= 0x3040 && code < 0xfe00 && (code < 0xd800 || code > 0xdfff))
  );
}

/** A word goes over apostrophes, hyphens, underscores, and over full stops, colons and slashes between word characters. */
export function wordEnd(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isWordStart(code)) at++;
    else if (
      at + 1 < end &&
      (code === 0x2e ||
        code === 0x27 ||
        code === 0x2019 ||
        code === 0x2d ||
        ((code === 0x3a || code === 0x2f || code === 0x2c) && isDigit(text.charCodeAt(at - 1)))) &&
      isWordStart(text.charCodeAt(at + 1)) &&
      (code < 0x2f || code === 0x2019 || isDigit(text.charCodeAt(at + 1)))
    )
      at += 2;
    else break;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const time =
  /^(?:\d{1,2}:\d{2}(?::\d{2})?(?:am|pm)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
const counted = /^\d+(?:[.,]\d+)*(?:[kKmM]|st|nd|rd|th|h|d|w|y|mo|min|am|pm|yr|yrs)?$/;
/** "MD", "PhD", "Jr": short, and the second letter is a capital or one of few. */
function mayBeDegree(word: string): boolean {
  if (word.length > 8) return false;
  const code = word.charCodeAt(1);
  return (
    (code >= 65 && code <= 90) ||
    code === 0x2e ||
    code === 104 ||
    code === 105 ||
    code === 108 ||
    code === 114 ||
    code === 115
  );
}

const dotted = /^\p{L}{2,}(?:\.\p{L}{2,})+$/u;
/** Names that have a capital inside and are no nick: "McKay", "DiSalvatore". */
const inner = /^(?:Mc|Mac|De|Di|Le|La|Van|O'|Fitz|St)\p{Lu}/u;

/** "dr_roe", "@tox", "tomasz99", "BrowDoc", "drlila.skin". */
function isHandle(word: string): boolean {
  if (word.charCodeAt(0) === 0x40) return true;
  let lower = false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code === 0x5f) return true;
    if (code === 0x2e) return dotted.test(word);
    if (lower && isDigit(code)) return true;
    if (lower && code >= 65 && code <= 90) return word.charCodeAt(at - 1) !== 0x2d && !inner.test(word);
    if (code === 0x2d || code === 0x27 || code === 0x2019) lower = false;
    else if (code >= 97 && code <= 122) lower = true;
  }
  return false;
}

function count(shape: Shape, word: string, after: number, before: number): void {
  shape.words++;
  const first = word.charCodeAt(0);
  if (isDigit(first) && (counted.test(word) || time.test(word))) {
    shape.numbers++;
    if (time.test(word)) shape.times++;
    else if (/^(?:19[9]|20\d)\d$/.test(word)) shape.years++;
    return;
  }
  const capital = first < 0x80 ? first >= 65 && first <= 90 : word[0] !== word[0]?.toLowerCase();
  if (capital) shape.capitals++;
  // A lone letter with a stop behind it is an initial, without one a label.
  if (word.length === 1 && first < 0x3040) {
    shape.letters++;
    if (capital && after === 0x2e) {
      shape.initials++;
      return;
    }
  }
  if (
    capital &&
    mayBeDegree(word) &&
    (isDegree(word) || (word.includes('.') && isDegree(word.replaceAll('.', ''))))
  ) {
    shape.degrees++;
    return;
  }
  const lower = word.toLowerCase().replace('’', "'");
  let bits = classOf(lower);
  if (bits === 0 && lower.includes('-')) {
    // "Sari-Okafor" is a name, "plastic-surgery" a field: the first part tells.
    bits = classOf(lower.slice(0, lower.indexOf('-'))) & (Word.Profession | Word.Field);
  }
  if (bits === 0 || before === 0x40) {
    shape.unknown++;
    if (isHandle(word)) shape.handles++;
    else if (capital) {
      if (/^(?:\p{L}\.)+\p{L}?$/u.test(word)) shape.initials++;
      else shape.names++;
    } else shape.other++;
    return;
  }
  if (bits & Word.Interface) shape.interface++;
  if (bits & Word.Beside) shape.beside++;
  if (bits & Word.Month && (capital || shape.numbers > 0)) shape.months++;
  if (bits & Word.Weekday && capital) shape.weekdays++;
  if (bits & Word.Ago) shape.ago++;
  if (bits & Word.Unit) shape.units++;
  if (bits & Word.Lead) shape.leads++;
  if (bits & Word.Title) shape.titles++;
  if (bits & Word.Profession) shape.professions++;
  if (bits & Word.Field) shape.fields++;
  if (bits & Word.AnswerNoun) shape.answerNouns++;
  if (bits & Word.AnswerPeople) shape.answerPeople++;
  if (bits & Word.AnswerVerb) shape.answerVerbs++;
  if (!(bits & named) && bits & (Word.Glue | Word.Common | Word.Beside)) shape.loose++;
  if (!(bits & noiseWord)) {
    if (bits & (Word.Common | Word.Glue) && !(bits & (Word.Field | Word.Profession))) shape.plain++;
    if (!(bits & glueWord)) shape.unknown++;
  }
}

const headLength = 40;
const oddBlank = /[’\t\n\r\u00a0\u200b]| {2}/;
const blankRun = /[\s\u200b]+/g;

/** The first words in lower case, with one blank between words and straight apostrophes. */
export function headOf(text: string, start: number, end: number): string {
  const head = text.slice(start, Math.min(end, start + headLength)).toLowerCase();
  return oddBlank.test(head) ? head.replaceAll('’', "'").replace(blankRun, ' ') : head;
}
