/** Leaning words, from a profile's file or from a table of their own. */

import type { LeaningWords, Weights } from './model.js';
import type { ProfileFile } from './schema.js';
import { stem } from './stem.js';

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** The leaning words of a profile file: what each weighs for the values that name it. */
export function leaningIn(file: ProfileFile): LeaningWords[] {
  const found = new Map<string, Writable<Weights>>();
  for (const [facet, { values }] of Object.entries(file.facets)) {
    for (const [value, of] of Object.entries(values)) {
      const words = Array.isArray(of) ? {} : ((of as { leaning?: Record<string, number> }).leaning ?? {});
      for (const [text, weight] of Object.entries(words)) {
        const weights = found.get(text) ?? {};
        weights[facet] = { ...weights[facet], [value]: weight };
        found.set(text, weights);
      }
    }
  }
  return [...found].map(([words, weights]) => ({ words, stems: stemsOf(words), weights }));
}

/** What is written may be a stem already. */
function stemsOf(words: string): string[] {
  const folded = words.toLowerCase().replace(/[\u2019\u02bc]/g, "'");
  return [...new Set([folded, folded.split(' ').map(stem).join(' ')])];
}

/** Steps of a table in a weight of 1: finer ones agree no better with coders. */
const STEPS = 10;

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
  /** For each column, a character for each word and then each pair: "M" weighs nothing, "N" a tenth more. */
  readonly weights: readonly string[];
}

/** The words and pairs of a table; what one weighs is read when it is asked for. */
export function leaningWords({ columns, words, followers, steps, weights }: LeaningTable): LeaningWords[] {
  const places = columns.map((column) => column.split(':') as [facet: string, value: string]);
  const lines = words.split('\n');
  const found: LeaningWords[] = [];
  const add = (words: string, row: number) => {
    if (weights.some((column) => column.charCodeAt(row) !== NOTHING))
      found.push(new TableWords(words, row, places, weights));
  };
  for (const [row, word] of lines.entries()) add(word, row);
  let pair = 0;
  for (const [line, first] of lines.entries()) {
    let second = -1;
    for (let left = followers.charCodeAt(line) - NONE; left > 0; left--) {
      second += steps.charCodeAt(pair) - NONE;
      add(`${first} ${lines[second]}`, lines.length + pair);
      pair++;
    }
  }
  return found;
}

const NOTHING = 'M'.charCodeAt(0);
const NONE = ' '.charCodeAt(0);

class TableWords implements LeaningWords {
  #weights: Weights | undefined;

  constructor(
    readonly words: string,
    private readonly row: number,
    private readonly places: readonly (readonly [facet: string, value: string])[],
    private readonly columns: readonly string[],
  ) {}

  get stems(): readonly string[] {
    return [this.words];
  }

  get weights(): Weights {
    this.#weights ??= this.#read();
    return this.#weights;
  }

  #read(): Weights {
    const weights: Writable<Weights> = {};
    for (const [i, [facet, value]] of this.places.entries()) {
      const steps = (this.columns[i] as string).charCodeAt(this.row) - NOTHING;
      if (steps === 0) continue;
      weights[facet] ??= {};
      (weights[facet] as Record<string, number>)[value] = steps / STEPS;
    }
    return weights;
  }
}

const stepsOf = (weight: number) => Math.round(weight * STEPS);

/** Weights as the table has them, in whole steps, without what weighs nothing. */
export function roundedWeights(weights: Weights): Weights {
  const rounded: Writable<Weights> = {};
  for (const [facet, values] of Object.entries(weights)) {
    for (const [value, weight] of Object.entries(values)) {
      const steps = stepsOf(weight);
      if (steps !== 0) rounded[facet] = { ...rounded[facet], [value]: steps / STEPS };
    }
  }
  return rounded;
}

/** The table as CSV: `words,facet:value,…`, weights in steps. Words that weigh nothing are left out. */
export function leaningCsv(
  words: readonly LeaningWords[],
  columns: readonly (readonly [facet: string, value: string])[],
): string {
  const rows = words.flatMap(({ words, weights }) => {
    const cells = columns.map(([facet, value]) => stepsOf(weights[facet]?.[value] ?? 0) || '');
    return cells.every((cell) => cell === '') ? [] : [[words, ...cells].join(',').replace(/,+$/, '')];
  });
  const head = ['words', ...columns.map((column) => column.join(':'))].join(',');
  return `${[head, ...rows.sort()].join('\n')}\n`;
}
