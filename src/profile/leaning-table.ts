import { type LeaningRows, weightsOf } from './leaning-index.js';
import type { LeaningWords } from './model.js';

/** Steps of a table in a weight of 1: with finer ones fewer words would find room, and fewer labels would be right. */
export const STEPS = 5;

/** A table of leaning words as the build packs it (`.ci/data.js`). It is the project's own, so it is not checked. */
export interface LeaningTable {
  /** `facet:value` */
  readonly columns: readonly string[];
  /** Stems, one line each. */
  readonly words: string;
  /** A character for each word: how many pairs it begins. " " is none, "!" one. */
  readonly followers: string;
  /** A character for each pair: how many lines its second word stands below that of the pair before. */
  readonly steps: string;
  /** For each column, a character for each word and then each pair: "M" weighs nothing, "N" a step more. */
  readonly weights: readonly string[];
}

const NOTHING = 'M'.charCodeAt(0);
const NONE = ' '.charCodeAt(0);

/** The rows of a table: a row for each word and then for each pair. What one weighs is read when it is asked for. */
export class TableRows implements LeaningRows {
  readonly columns: readonly (readonly [facet: string, value: string])[];
  readonly stems = new Map<string, number>();
  readonly alone: readonly number[];
  readonly pairs = new Map<number, number>();
  readonly #lines: readonly string[];
  readonly #table: readonly string[];
  /** What has been read. */
  readonly #weights: (Float64Array | null)[] = [];

  constructor({ columns, words, followers, steps, weights }: LeaningTable) {
    this.columns = columns.map((column) => column.split(':') as [facet: string, value: string]);
    this.#table = weights;
    const lines = words.split('\n');
    this.#lines = lines;
    this.alone = Array.from(lines.keys());
    let pair = 0;
    for (let line = 0; line < lines.length; line++) {
      this.stems.set(lines[line] as string, line);
      let second = -1;
      for (let left = followers.charCodeAt(line) - NONE; left > 0; left--) {
        second += steps.charCodeAt(pair) - NONE;
        this.pairs.set(line * lines.length + second, lines.length + pair);
        pair++;
      }
    }
  }

  get width(): number {
    return this.#lines.length;
  }

  get size(): number {
    return this.width + this.pairs.size;
  }

  weights(row: number): Float64Array | null {
    let weights = this.#weights[row];
    if (weights === undefined) {
      weights = Float64Array.from(this.#table, (column) => (column.charCodeAt(row) - NOTHING) / STEPS);
      if (weights.every((weight) => weight === 0)) weights = null;
      this.#weights[row] = weights;
    }
    return weights;
  }

  /** All that weigh something. */
  all(): LeaningWords[] {
    const pairs = [...this.pairs.keys()].map((key) => {
      return `${this.#lines[Math.floor(key / this.width)]} ${this.#lines[key % this.width]}`;
    });
    const texts = [...this.#lines, ...pairs];
    return texts.flatMap((words, row) => {
      return this.weights(row) === null ? [] : [{ words, stems: [words], weights: weightsOf(row, this) }];
    });
  }
}
