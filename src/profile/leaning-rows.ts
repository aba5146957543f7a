import { DENIED, deniedIn } from './denied.js';
import type { LeaningRows } from './leaning-index.js';
import type { LeaningWords } from './model.js';

/** Stems, so that a number stands for two. */
const MOST_STEMS = 2 ** 26;

/** Rows of the leaning words that a profile lists, in its order. Of two with the same stems the last is heard. */
export function rowsOf(all: readonly LeaningWords[]): LeaningRows {
  const columns = columnsOf(all);
  const stems = new Map<string, number>();
  const alone = new Map<number, number>();
  const pairs = new Map<number, number>();
  const numberOf = (stem: string) => {
    const number = stems.get(stem) ?? stems.size;
    stems.set(stem, number);
    return number;
  };
  const pairOf = (first: number, second: number) => first * MOST_STEMS + second;
  for (const [row, words] of all.entries()) {
    for (const written of words.stems) {
      const denied = deniedIn(written);
      const [first = '', second] = denied === null ? written.split(' ') : [DENIED, denied];
      if (second === undefined) alone.set(numberOf(first), row);
      else pairs.set(pairOf(numberOf(first), numberOf(second)), row);
    }
  }
  const weights = all.map(({ weights }) =>
    Float64Array.from(columns, ([facet, value]) => weights[facet]?.[value] ?? 0),
  );
  return {
    columns,
    size: all.length,
    stems,
    alone: (number) => alone.get(number),
    pair: (first, second) => pairs.get(pairOf(first, second)),
    weights: (row) => weights[row] as Float64Array,
  };
}

/** The facets and values that words weigh for, in the order in which they come. */
function columnsOf(all: readonly LeaningWords[]): (readonly [facet: string, value: string])[] {
  const columns = new Map<string, readonly [facet: string, value: string]>();
  for (const { weights } of all) {
    for (const facet in weights) {
      for (const value in weights[facet]) columns.set(`${facet}:${value}`, [facet, value]);
    }
  }
  return [...columns.values()];
}
