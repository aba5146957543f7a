/** Quantities with a unit, read from words: "about 2 years", "six to twelve months", "a couple of treatments", "10+ yrs". */

import type { CompiledQuantities } from '../profile/compile.js';
import { Break, type Token } from './lex.js';

export interface Quantity {
  /** Index behind its last token. */
  readonly end: number;
  /** Months for time, a count otherwise; `high` may be Infinity ("years"). */
  readonly low: number;
  readonly high: number;
}

/** What is measured or counted. */
export interface Dimension {
  /** The size of one unit in this token (months, or 1); undefined where it is no unit. */
  readonly unitOf: (token: Token) => number | undefined;
  /** Time may leave its number out ("for years", "a month"); treatments that are counted may not. */
  readonly isTime: boolean;
}

const MOST_LEADS = 3;
const MOST_FILLERS = 3;

/** Reads a quantity that begins at `from`; null where none stands there. */
export function readQuantity(
  tokens: readonly Token[],
  from: number,
  dimension: Dimension,
  words: CompiledQuantities,
): Quantity | null {
  let at = from;
  while (at < from + MOST_LEADS && words.leads.has(tokens[at]?.word ?? '')) at++;
  return (
    unitThenNumber(tokens, at, dimension, words) ??
    numberThenUnit(tokens, at, dimension, words) ??
    barePlural(tokens, at, dimension)
  );
}

/** "year six", "month nine", "week 6". */
function unitThenNumber(
  tokens: readonly Token[],
  at: number,
  { unitOf }: Dimension,
  words: CompiledQuantities,
): Quantity | null {
  const [unit, number] = [tokens[at], tokens[at + 1]];
  if (unit === undefined || number === undefined || number.before !== Break.none || isArticle(number))
    return null;
  const size = unitOf(unit);
  const count = numberOf(number, words);
  return size === undefined || count === undefined
    ? null
    : { end: at + 2, low: count * size, high: count * size };
}

function numberThenUnit(
  tokens: readonly Token[],
  from: number,
  { unitOf, isTime }: Dimension,
  words: CompiledQuantities,
): Quantity | null {
  let at = from;
  let low = tokens[at] && numberOf(tokens[at] as Token, words);
  if (low === undefined) return null;
  const second = tokens[at + 1];
  if (!isTime && isArticle(tokens[at] as Token) && !(second && words.numbers.has(second.word))) return null;
  at++;
  // "a couple", "half a", "two dozen", "twenty five"
  for (let more = 0; more < 2; more++) {
    const next = tokens[at];
    const value = next && words.numbers.get(next.word);
    if (value === undefined || next?.before !== Break.none) break;
    low = low === 1 ? value : value < low && value < 10 && low >= 20 ? low + value : low * value;
    at++;
  }
  let high = low;
  // "three to four", "3 or 4", "3-4", "6~8"
  const link = tokens[at]?.word;
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
    const size = unitOf(token);
    if (size !== undefined) return { ...orMore(tokens, at + 1, high * size), low: low * size };
    if (!words.fillers.has(token.word)) return null;
  }
  return null;
}

/** "years", "months of use": more than one, no number given. */
function barePlural(tokens: readonly Token[], at: number, { unitOf, isTime }: Dimension): Quantity | null {
  const token = tokens[at];
  if (!isTime || token === undefined || !token.word.endsWith('s')) return null;
  const size = unitOf(token);
  if (size === undefined) return null;
  return { end: at + 1, low: 2 * size, high: size >= 12 ? Number.POSITIVE_INFINITY : 6 * size };
}

function orMore(tokens: readonly Token[], at: number, high: number): { end: number; high: number } {
  if (tokens[at]?.word !== 'or') return { end: at, high };
  const word = tokens[at + 1]?.word;
  if (word === 'more' || word === 'longer') return { end: at + 2, high: Number.POSITIVE_INFINITY };
  return word === 'so' || word === 'less' ? { end: at + 2, high } : { end: at, high };
}

function numberOf({ word }: Token, words: CompiledQuantities): number | undefined {
  const known = words.numbers.get(word) ?? words.ordinals.get(word);
  if (known !== undefined) return known;
  const digits = /^(\d{1,4}(?:\.\d{1,3})?)(?:st|nd|rd|th)?$/.exec(word);
  return digits ? Number(digits[1]) : undefined;
}

const isArticle = ({ word }: Token) => word === 'a' || word === 'an';
