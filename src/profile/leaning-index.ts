import type { Word } from './lexicon.js';
import type { Weights } from './model.js';

/** Leaning words, each with a number (its row), as they are looked up and added up. */
export interface LeaningRows {
  readonly columns: readonly (readonly [facet: string, value: string])[];
  /** How many rows there are. */
  readonly size: number;
  /** Stems that stand alone, denied or in pairs, each with its number, which is below `width`. */
  readonly stems: ReadonlyMap<string, number>;
  readonly width: number;
  /** By the number of its stem, the row of a word that stands alone. */
  readonly alone: ArrayLike<number | undefined>;
  /** By the number of its stem, the row of a word that is denied. */
  readonly denied: ArrayLike<number | undefined>;
  /** The rows of pairs, by the first stem's number times `width`, and the second's. */
  readonly pairs: ReadonlyMap<number, number>;
  /** By the number of a stem, 1 where a pair begins with it. */
  readonly begins: Uint8Array;
  /** By the number of a stem, 1 where a pair ends with it. */
  readonly ends: Uint8Array;
  /** What a row weighs, column by column; null where it weighs nothing. */
  weights(row: number): Float64Array | null;
}

/** What a row weighs, by facet and value; what weighs nothing is left out. */
export function weightsOf(row: number, rows: LeaningRows): Weights {
  const found: Record<string, Record<string, number>> = {};
  const weights = rows.weights(row);
  for (const [column, [facet, value]] of rows.columns.entries()) {
    const weight = weights?.[column] ?? 0;
    if (weight === 0) continue;
    found[facet] ??= {};
    (found[facet] as Record<string, number>)[value] = weight;
  }
  return found;
}

const NONE: readonly number[] = [];

const SPELLED: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, i) => [String(i + 1), word]),
);

/** Finds leaning words by the stems of a text's words, and each once in an answer. */
export class LeaningIndex {
  readonly rows: LeaningRows;
  /** For each row, the last answer that it was met in. */
  readonly #met: Uint32Array;
  #answer = 0;
  /** By row, what has been asked for. */
  readonly #weights: (Weights | undefined)[] = [];

  constructor(rows: LeaningRows) {
    this.rows = rows;
    this.#met = new Uint32Array(rows.size);
  }

  get isEmpty(): boolean {
    return this.rows.size === 0;
  }

  /** From here on everything counts as not met. */
  begin(): void {
    this.#answer = (this.#answer + 1) >>> 0;
  }

  /** The number of a word's stem, and of what a figure is in words ("two" for "2"); none where it is no leaning word. */
  numbersOf(word: Word): readonly number[] {
    word.leaning ??= this.#numbersOf([word.stem, SPELLED.get(word.text) ?? '']);
    return word.leaning;
  }

  /** The row of a word, or of its denial, unless it was met. */
  alone(number: number, isDenied: boolean): number | undefined {
    return this.#unmet((isDenied ? this.rows.denied : this.rows.alone)[number]);
  }

  /** The row of a pair, unless it was met. */
  pair(first: number, second: number): number | undefined {
    const { begins, ends, pairs, width } = this.rows;
    // Most words of a text stand in no pair.
    if (begins[first] === 0 || ends[second] === 0) return undefined;
    return this.#unmet(pairs.get(first * width + second));
  }

  /** From here on a row counts as met. */
  meet(row: number): void {
    this.#met[row] = this.#answer;
  }

  /** What a row weighs, by facet and value; what weighs nothing is left out. */
  weightsOf(row: number): Weights {
    this.#weights[row] ??= weightsOf(row, this.rows);
    return this.#weights[row];
  }

  #numbersOf(stems: readonly string[]): readonly number[] {
    const numbers = stems.map((stem) => this.rows.stems.get(stem)).filter((number) => number !== undefined);
    return numbers.length > 0 ? numbers : NONE;
  }

  #unmet(row: number | undefined): number | undefined {
    if (row === undefined || this.#met[row] === this.#answer) return undefined;
    return this.rows.weights(row) === null ? undefined : row;
  }
}
