import { deniedIn } from './denied.js';
import type { LeaningRows } from './leaning-index.js';
import type { LeaningWords } from './model.js';

/** Rows of the leaning words that a profile lists, in its order. Of two with the same stems the last is heard. */
export function rowsOf(all: readonly LeaningWords[]): LeaningRows {
  const columns = columnsOf(all);
  const stems = new Map<string, number>();
  const alone: (number | undefined)[] = [];
  const denied: (number | undefined)[] = [];
  const pairs = new Map<number, number>();
  const width = 2 * all.reduce((sum, { stems }) => sum + stems.length, 0);
  const numberOf = (stem: string) => {
    const number = stems.get(stem) ?? stems.size;
    stems.set(stem, number);
    return number;
  };
  for (const [row, words] of all.entries()) {
    for (const written of words.stems) {
      const [first = '', second] = written.split(' ');
      const reversed = deniedIn(first);
      if (reversed !== null) denied[numberOf(reversed)] = row;
      else if (second === undefined) alone[numberOf(first)] = row;
      else pairs.set(numberOf(first) * width + numberOf(second), row);
    }
  }
  const begins = new Uint8Array(width);
  const ends = new Uint8Array(width);
  for (const pair of pairs.keys()) {
    begins[Math.floor(pair / width)] = 1;
    ends[pair % width] = 1;
  }
  const weights = all.map(({ weights }) =>
    Float64Array.from(columns, ([facet, value]) => weights[facet]?.[value] ?? 0),
  );
  return {
    columns,
    size: all.length,
    stems,
    width,
    alone,
    denied,
    pairs,
    begins,
    ends,
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
