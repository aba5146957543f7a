/** Quantities with a unit, read from words: "about 2 years", "six to twelve months", "a couple of treatments", "10+ yrs". */

import { MOST_FILLERS, MOST_LEADS, type Quantities } from '../profile/quantities.js';
import type { WordElement } from '../profile/word-element.js';
import { Break, type Token } from './lex.js';

export interface Quantity {
  /** Index behind its last token. */
  readonly end: number;
  /** Months for time, a count otherwise; `high` may be Infinity ("years"). */
  readonly low: number;
  readonly high: number;
}

/** What is measured: time, or things that are counted. */
export interface Unit {
  readonly of: 'time' | 'count';
  /** The elements of a quantity's first word, and of its unit. */
  readonly first: WordElement;
  readonly unit: WordElement;
}

/** Reads the quantities of a sentence, each once. */
export class QuantityReader {
  readonly #tokens: readonly Token[];
  readonly #words: Quantities;
  /** By the unit's element; most sentences are asked for none. */
  #read: Map<WordElement, Readings> | undefined;

  constructor(tokens: readonly Token[], words: Quantities) {
    this.#tokens = tokens;
    this.#words = words;
  }

  /** The quantity that begins at `from`; null where none stands there. */
  read(from: number, unit: Unit): Quantity | null {
    const { met, quantities } = this.#readingsOf(unit);
    if (!met) return null;
    let quantity = quantities[from];
    if (quantity === undefined) {
      quantity = readQuantity(this.#tokens, from, unit, this.#words);
      quantities[from] = quantity;
    }
    return quantity;
  }

  /** Where quantities begin, in order. */
  startsOf(unit: Unit): readonly number[] {
    const readings = this.#readingsOf(unit);
    readings.starts ??= readings.met ? this.#findStarts(unit) : [];
    return readings.starts;
  }

  #findStarts(unit: Unit): number[] {
    const starts: number[] = [];
    for (let at = 0; at < this.#tokens.length; at++) {
      const { word } = this.#tokens[at] as Token;
      if (word.is(unit.first) && this.read(at, unit) !== null) starts.push(at);
    }
    return starts;
  }

  #readingsOf({ unit }: Unit): Readings {
    this.#read ??= new Map();
    const known = this.#read.get(unit);
    if (known !== undefined) return known;
    const readings = { met: this.#tokens.some(({ word }) => word.is(unit)), quantities: [] };
    this.#read.set(unit, readings);
    return readings;
  }
}

/** What is known of a sentence's quantities of one unit. */
interface Readings {
  /** Whether the unit stands in the sentence at all. */
  readonly met: boolean;
  /** By the token that they begin with; null where there is none. */
  readonly quantities: (Quantity | null)[];
  starts?: readonly number[];
}

function readQuantity(
  tokens: readonly Token[],
  from: number,
  unit: Unit,
  words: Quantities,
): Quantity | null {
  let at = from;
  while (at < from + MOST_LEADS && words.leads.has(tokens[at]?.word.text ?? '')) at++;
  return (
    unitThenNumber(tokens, at, unit, words) ??
    numberThenUnit(tokens, at, unit, words) ??
    barePlural(tokens, at, unit, words)
  );
}

/** "year six", "month nine", "week 6". */
function unitThenNumber(
  tokens: readonly Token[],
  at: number,
  unit: Unit,
  words: Quantities,
): Quantity | null {
  const [token, number] = [tokens[at], tokens[at + 1]];
  if (token === undefined || number === undefined || number.before !== Break.none || isArticle(number))
    return null;
  const size = sizeOf(token, unit, words);
  if (size === undefined) return null;
  const count = numberOf(number, words);
  return count === undefined ? null : { end: at + 2, low: count * size, high: count * size };
}

/** Behind these the first year is over. */
const PAST: ReadonlySet<string> = new Set(['after', 'past', 'beyond', 'since']);

/** "three and a half years": the half is none of its own. */
const AND_A_HALF = ['and', 'a', 'half'];

function isAndAHalf(tokens: readonly Token[], at: number): boolean {
  return AND_A_HALF.every((word, i) => tokens[at + i]?.word.text === word);
}

/** "Under a year" is less than one. */
const BOUNDS: ReadonlySet<string> = new Set(['under', 'within', 'inside']);
const BELOW = 0.98;

function isBounded(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [at - 2, at - 1].map((index) => tokens[index]?.word.text ?? '');
  return BOUNDS.has(last as string) || (before === 'less' && last === 'than');
}

function numberThenUnit(
  tokens: readonly Token[],
  from: number,
  unit: Unit,
  words: Quantities,
): Quantity | null {
  let at = from;
  let low = tokens[at] && numberOf(tokens[at] as Token, words);
  if (low === undefined || isAndAHalf(tokens, at - 1) || isAndAHalf(tokens, at - 2)) return null;
  if (unit.of === 'time' && isBounded(tokens, from)) low *= BELOW;
  // In the first year it is less than one, and after it one.
  const isNth = words.ordinals.has(tokens[at]?.word.text ?? '');
  const isOver = tokens.slice(Math.max(0, at - 2), at).some(({ word }) => PAST.has(word.text));
  const second = tokens[at + 1];
  if (
    unit.of !== 'time' &&
    isArticle(tokens[at] as Token) &&
    !(second && words.numbers.has(second.word.text))
  )
    return null;
  at++;
  // "a couple", "half a", "two dozen", "twenty five"
  for (let more = 0; more < 2; more++) {
    const next = tokens[at];
    const value = next && words.numbers.get(next.word.text);
    if (value === undefined || next?.before !== Break.none) break;
    low = low === 1 ? value : value < low && value < 10 && low >= 20 ? low + value : low * value;
    at++;
  }
  if (isAndAHalf(tokens, at)) {
    low += 0.5;
    at += AND_A_HALF.length;
  }
  let high = low;
  // "three to four", "3 or 4", "3-4", "6~8"
  const link = tokens[at]?.word.text;
  const upperAt = link === 'to' || link === 'or' || link === 'and' ? at + 1 : at;
  const upperToken = tokens[upperAt];
  const upper = upperToken && !isArticle(upperToken) ? numberOf(upperToken, words) : undefined;
  if (upper !== undefined && upper > low) {
    high = upper;
    at = upperAt + 1;
  }
  for (let fillers = 0; fillers <= MOST_FILLERS; fillers++, at++) {
    const token = tokens[at];
    if (token === undefined || token.before > Break.comma) return null;
    const size = sizeOf(token, unit, words);
    if (size !== undefined) {
      const begun = isNth && !isOver && unit.of === 'time' ? low - 1 : low;
      return { ...orMore(tokens, at + 1, high * size), low: begun * size };
    }
    if (!words.fillers.has(token.word.text)) return null;
  }
  return null;
}

/** "years", "months of use": more than one, no number given. */
function barePlural(tokens: readonly Token[], at: number, unit: Unit, words: Quantities): Quantity | null {
  const token = tokens[at];
  // Treatments that are counted must have their number.
  if (unit.of !== 'time' || token === undefined || !token.word.text.endsWith('s')) return null;
  const size = sizeOf(token, unit, words);
  if (size === undefined) return null;
  return { end: at + 1, low: 2 * size, high: size >= 12 ? Number.POSITIVE_INFINITY : 6 * size };
}

function orMore(tokens: readonly Token[], at: number, high: number): { end: number; high: number } {
  if (tokens[at]?.word.text !== 'or') return { end: at, high };
  const word = tokens[at + 1]?.word.text;
  if (word === 'more' || word === 'longer') return { end: at + 2, high: Number.POSITIVE_INFINITY };
  return word === 'so' || word === 'less' ? { end: at + 2, high } : { end: at, high };
}

/** The size of one unit in this token: months, or 1; undefined where it is no unit. */
function sizeOf({ word }: Token, { of, unit }: Unit, { units }: Quantities): number | undefined {
  if (!word.is(unit)) return undefined;
  return of === 'time' ? units.get(word.text) : 1;
}

function numberOf({ word: { text } }: Token, words: Quantities): number | undefined {
  const known = words.numbers.get(text) ?? words.ordinals.get(text);
  if (known !== undefined || !/^\d/.test(text)) return known;
  const digits = /^(\d{1,4}(?:\.\d{1,3})?)(?:st|nd|rd|th)?$/.exec(text);
  return digits ? Number(digits[1]) : undefined;
}

const isArticle = ({ word: { text } }: Token) => text === 'a' || text === 'an';
