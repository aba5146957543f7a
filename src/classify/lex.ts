import type { Span } from '../model.js';
import type { Lexicon, Word } from '../profile/lexicon.js';
import { endsSentence, isTold } from './sentence-end.js';
import { signAt } from './signs.js';

/** What stands between a word and the one before it. */
export const Break = { none: 0, comma: 1, clause: 2, sentence: 3, section: 4 } as const;

/** A word where it stands in an answer. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** The strongest break before it: one of `Break`. */
  readonly before: number;
  /** Stands inside quotation marks. */
  readonly quoted: boolean;
}

/** Words up to the next mark that ends them. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** In UTF-16 code units of the thread's text, closing mark included. */
  readonly span: Span;
  readonly isQuestion: boolean;
  readonly inHeading: boolean;
}

/** Words of the longest sentence: what runs on is cut, so that the cost of cues and company stays linear. */
export const LONGEST_SENTENCE = 200;

/** From here on, code units are arrows, signs and (as surrogates) emoji. */
const PICTURES = 0x2190;
const OPENING_QUOTES = '\u201c\u00ab';
const CLOSING_QUOTES = '\u201d\u00bb';

/**
 * Cuts the text of a span into sentences of words.
 *
 * Linear in the span's length. `excluded`: spans inside it that are not read,
 * in order and disjoint.
 */
export function lex(
  text: string,
  span: Span,
  lexicon: Lexicon,
  options: { readonly inHeading?: boolean; readonly excluded?: readonly Span[] } = {},
): Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let before: number = Break.section;
  let inQuote = false;
  /** Behind a sign before one item of a list: its comma ends what the sign says. */
  let isOfItem = false;
  let sentenceStart = -1;
  let exclusion = 0;
  let lineStart = span[0];
  let width: number | undefined;
  const excluded = options.excluded ?? [];
  const [from, to] = span;

  const close = (end: number, isQuestion: boolean) => {
    if (tokens.length > 0) {
      sentences.push({
        tokens,
        span: [sentenceStart, end],
        isQuestion,
        inHeading: options.inHeading ?? false,
      });
      tokens = [];
    }
    sentenceStart = -1;
  };

  const add = (start: number, end: number, word: Word) => {
    if (tokens.length === LONGEST_SENTENCE) {
      close((tokens.at(-1) as Token).end, false);
      before = Break.sentence;
    }
    if (sentenceStart < 0) sentenceStart = start;
    tokens.push({ start, end, word, before, quoted: inQuote });
  };

  for (let at = from; at < to; ) {
    const gap = excluded[exclusion];
    if (gap !== undefined && at >= gap[0]) {
      close(at, false);
      before = Break.section;
      inQuote = false;
      at = Math.max(at, gap[1]);
      exclusion++;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    if (isWordCode(code)) {
      const end = wordEnd(text, at, to);
      add(at, end, lexicon.wordAt(text, at, end));
      before = Break.none;
      at = end;
      continue;
    }
    const char = text[at] as string;
    const sign = signAt(text, at, from, to);
    if (sign !== null) {
      // "(-) fever, cough (-)": a denial before its item, or behind it; "(+)" parts it from others.
      const isBehind = sign.isBehind ?? (before === Break.none && tokens.length > 0);
      const word = isBehind ? 'negative' : 'no';
      if (sign.isDenial) add(at, sign.end, lexicon.wordAt(word, 0, word.length));
      before = sign.isDenial && !isBehind ? Break.none : Break.clause;
      isOfItem = sign.isBehind === false;
      at = sign.end;
      continue;
    }
    if (code === 10 || code === 13) {
      const [next, lines] = skipLines(text, at, to);
      if (lines > 1 || startsList(text, next, to)) {
        close(at, false);
        before = Break.section;
        inQuote = false;
      } else if (next < to) {
        // Where the next word had room in the line, the line was ended on purpose.
        width ??= widestLine(text.slice(from, to));
        if (at - lineStart + 1 + firstWord(text, next) <= width) {
          close(at, false);
          before = Break.sentence;
        }
      }
      lineStart = next;
      at = next;
      continue;
    }
    if (char === '"') inQuote = !inQuote;
    else if (OPENING_QUOTES.includes(char)) inQuote = true;
    else if (CLOSING_QUOTES.includes(char)) inQuote = false;
    if (endsSentence(text, at, to, tokens.at(-1))) {
      let end = at + 1;
      let question = char === '?';
      while (end < to && '.!?)"\u201d\u2019\u2026'.includes(text[end] as string)) {
        if (text[end] === '?') question = true;
        if (text[end] === '"') inQuote = !inQuote;
        if (text[end] === '\u201d') inQuote = false;
        end++;
      }
      close(end, question && !isTold(text, sentenceStart, end));
      before = Break.sentence;
      at = end;
      continue;
    }
    const mark = breakOf(text, at, from, to);
    before = Math.max(before, isOfItem && mark === Break.comma ? Break.clause : mark);
    if (mark >= Break.comma) isOfItem = false;
    at++;
  }
  close(to, false);
  return sentences;
}

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x2000) ||
    (code >= 0x3040 && code < 0xd800)
  );
}

/** A word: letters and digits, with an apostrophe or a decimal point between them. */
function wordEnd(text: string, start: number, to: number): number {
  let at = start + 1;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) at++;
    else if (isApostrophe(code) && at + 1 < to && isWordCode(text.charCodeAt(at + 1))) at += 2;
    else if (
      code === 46 &&
      isDigit(text.charCodeAt(at - 1)) &&
      at + 1 < to &&
      isDigit(text.charCodeAt(at + 1))
    )
      at += 2;
    else break;
  }
  return at;
}

/** And what keyboards and typists put in its place. */
const isApostrophe = (code: number) =>
  code === 39 ||
  code === 0x2019 ||
  code === 0x60 ||
  code === 0xb4 ||
  code === 0x2bc ||
  code === 0x2018 ||
  code === 0x2032;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Past the line ends and blanks at `at`: where the next words stand, and how many lines were ended. */
function skipLines(text: string, at: number, to: number): [next: number, lines: number] {
  let lines = 0;
  let next = at;
  for (; next < to; next++) {
    const code = text.charCodeAt(next);
    if (code === 10 || (code === 13 && text.charCodeAt(next + 1) !== 10)) lines++;
    else if (code !== 13 && code !== 32 && code !== 9 && code !== 0xa0) break;
  }
  return [next, lines];
}

function widestLine(text: string): number {
  let widest = 0;
  for (const [line] of text.matchAll(/[^\r\n]+/g)) widest = Math.max(widest, line.length);
  return widest;
}

/** The length of the word at `at`, as far as it matters to a line. */
function firstWord(text: string, at: number): number {
  return /^\S*/.exec(text.slice(at, at + 100))?.[0].length ?? 0;
}

/** A list item begins a unit of its own: "- ", "* ", "3. ", "(a) ". */
function startsList(text: string, at: number, to: number): boolean {
  return /^(?:[-*+\u2022\u00b7]\s|\(?[0-9a-z]{1,2}[.)]\s)/i.test(text.slice(at, Math.min(at + 6, to)));
}

function breakOf(text: string, at: number, from: number, to: number): number {
  switch (text[at]) {
    case ',':
      return Break.comma;
    case ';':
    case ':':
    case '=':
    case '(':
    case ')':
    case '[':
    case ']':
    case '\u2013':
    case '\u2014':
      return isRange(text, at) ? Break.none : Break.clause;
    case '-': {
      const spaced = at > from && at + 1 < to && text[at - 1] === ' ' && /\s/.test(text[at + 1] as string);
      const doubled = text[at + 1] === '-' || text[at - 1] === '-';
      return spaced || doubled ? Break.clause : Break.none;
    }
    case '+':
      // "no drift, + tremor", "+fever": what is there, in a list of what is not.
      return /[,;:.(] ?\+ ?\p{L}/u.test(text.slice(Math.max(from, at - 2), at + 3))
        ? Break.clause
        : Break.none;
    default:
      // Emoji and arrows stand where others put a full stop.
      return text.charCodeAt(at) >= PICTURES ? Break.clause : Break.none;
  }
}

/** A dash between two numbers is no break: "3–4 months". */
function isRange(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}
