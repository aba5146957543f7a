import { DENIED } from './denied.js';
import { type LeaningRows, weightsOf } from './leaning-index.js';
import type { LeaningWords } from './model.js';

/** Steps of a table in a weight of 1: with finer ones fewer words would find room, and fewer labels would be right. */
export const STEPS = 4;

/**
 * A table of leaning words as the build packs it (`.ci/data.js`). It is the project's own, so it is not checked.
 * A word has a row, and then each pair has one; denied words are the pairs of `DENIED`.
 */
export interface LeaningTable {
  /** `facet:value` */
  readonly columns: readonly string[];
  /** Stems, each as a capital for how many characters it begins with as the one before ("A" is none), and the rest. */
  readonly words: string;
  /** A character for each word: how many pairs it begins. "#" is none, "$" one. */
  readonly followers: string;
  /** A character for each pair: how many words its second stands behind that of the pair before. */
  readonly steps: string;
  /** A character for each row: the columns where it weighs something, as bits from the first column on. "#" is none. */
  readonly weighing: string;
  /** A character for each weight of each row: "N" is a step more than nothing. */
  readonly weights: string;
}

const NOTHING = 'M'.charCodeAt(0);
const NONE = '#'.charCodeAt(0);
const NOT_SHARED = 'A'.charCodeAt(0);

/** The rows of a table. What one weighs is read when it is asked for. */
export class TableRows implements LeaningRows {
  readonly columns: readonly (readonly [facet: string, value: string])[];
  readonly stems = new Map<string, number>();
  readonly alone: readonly (number | undefined)[];
  readonly denied: (number | undefined)[] = [];
  readonly pairs = new Map<number, number>();
  readonly begins: Uint8Array;
  readonly ends: Uint8Array;
  readonly #words: readonly string[];
  readonly #table: LeaningTable;
  /** Where the weights of each row begin. */
  readonly #weightsFrom: Uint32Array;
  /** What has been read. */
  readonly #weights: (Float64Array | null)[] = [];

  constructor(table: LeaningTable) {
    this.columns = table.columns.map((column) => column.split(':') as [facet: string, value: string]);
    this.#table = table;
    const words = wordsOf(table.words);
    this.#words = words;
    this.alone = words.map((_, row) => (this.#weighing(row) === 0 ? undefined : row));
    this.begins = new Uint8Array(words.length);
    this.ends = new Uint8Array(words.length);
    let pair = 0;
    for (let number = 0; number < words.length; number++) {
      this.stems.set(words[number] as string, number);
      this.begins[number] = table.followers.charCodeAt(number) > NONE ? 1 : 0;
      let second = -1;
      for (let left = table.followers.charCodeAt(number) - NONE; left > 0; left--) {
        second += table.steps.charCodeAt(pair) - NONE;
        this.ends[second] = 1;
        if (words[number] === DENIED) this.denied[second] = words.length + pair;
        else this.pairs.set(number * words.length + second, words.length + pair);
        pair++;
      }
    }
    this.#weightsFrom = new Uint32Array(table.weighing.length);
    let begin = 0;
    for (let row = 0; row < table.weighing.length; row++) {
      this.#weightsFrom[row] = begin;
      for (let bits = this.#weighing(row); bits > 0; bits &= bits - 1) begin++;
    }
  }

  get width(): number {
    return this.#words.length;
  }

  get size(): number {
    return this.#table.weighing.length;
  }

  weights(row: number): Float64Array | null {
    let weights = this.#weights[row];
    if (weights === undefined) {
      weights = this.#weighing(row) === 0 ? null : this.#read(row);
      this.#weights[row] = weights;
    }
    return weights;
  }

  #read(row: number): Float64Array {
    const bits = this.#weighing(row);
    let at = this.#weightsFrom[row] as number;
    return Float64Array.from(this.columns, (_, column) =>
      bits & (1 << column) ? (this.#table.weights.charCodeAt(at++) - NOTHING) / STEPS : 0,
    );
  }

  /** The columns where a row weighs something, as bits. */
  #weighing(row: number): number {
    return this.#table.weighing.charCodeAt(row) - NONE;
  }

  /** All that weigh something. */
  all(): LeaningWords[] {
    const texts = new Map([...this.#words.entries()].map(([row, word]) => [row, word]));
    for (const [word, row] of this.denied.entries()) {
      if (row !== undefined) texts.set(row, DENIED + this.#words[word]);
    }
    for (const [key, row] of this.pairs) {
      texts.set(row, `${this.#words[Math.floor(key / this.width)]} ${this.#words[key % this.width]}`);
    }
    return [...texts].flatMap(([row, words]) => {
      return this.weights(row) === null ? [] : [{ words, stems: [words], weights: weightsOf(row, this) }];
    });
  }
}

function wordsOf(packed: string): string[] {
  let before = '';
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]+)/g), ([, shared, rest]) => {
    before = before.slice(0, (shared as string).charCodeAt(0) - NOT_SHARED) + rest;
    return before;
  });
}
