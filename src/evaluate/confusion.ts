/** Two labels of one answer: a coder's and ours, or two coders'. */
export type LabelPair = readonly [first: string, second: string];

/** How often the first coder's value (row) met the second's (column). */
export interface Confusion {
  readonly values: readonly string[];
  /** Row by row, `values.length` squared. */
  readonly counts: Float64Array;
  readonly total: number;
}

/**
 * Counts the pairs. `values` fixes the order; values that it lacks are put behind it in order of appearance.
 * Linear in the pairs.
 */
export function confusion(pairs: readonly LabelPair[], values: readonly string[] = []): Confusion {
  const all = [...new Set([...values, ...pairs.flat()])];
  return countCells(cellsOf(pairs, all), all);
}

/** Each pair as the index of its cell, so that drawing pairs anew is adding up numbers. */
export function cellsOf(pairs: readonly LabelPair[], values: readonly string[]): Uint32Array {
  const place = new Map(values.map((value, i) => [value, i]));
  return Uint32Array.from(
    pairs,
    ([first, second]) => (place.get(first) as number) * values.length + (place.get(second) as number),
  );
}

/** The matrix of `cells`, or of those that `drawn` points at. */
export function countCells(cells: Uint32Array, values: readonly string[], drawn?: Uint32Array): Confusion {
  const counts = new Float64Array(values.length ** 2);
  if (drawn === undefined) for (const cell of cells) (counts[cell] as number)++;
  else for (const unit of drawn) (counts[cells[unit] as number] as number)++;
  return { values, counts, total: drawn?.length ?? cells.length };
}

/** How often the first coder gave the value in row `i` and the second the one in column `j`. */
export function cell({ values, counts }: Confusion, i: number, j: number): number {
  return counts[i * values.length + j] as number;
}

/** Row sums (the first coder's counts) and column sums (the second's). */
export function margins(matrix: Confusion): { rows: Float64Array; columns: Float64Array } {
  const size = matrix.values.length;
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const count = cell(matrix, i, j);
      (rows[i] as number) += count;
      (columns[j] as number) += count;
    }
  }
  return { rows, columns };
}

/** How many pairs agree. */
export function agreeing(matrix: Confusion): number {
  let sum = 0;
  for (let i = 0; i < matrix.values.length; i++) sum += cell(matrix, i, i);
  return sum;
}
