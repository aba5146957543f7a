import { type Confusion, confusion, type LabelPair } from '../../src/evaluate/confusion.js';

/** A published table of frequencies: rows are the first coder's categories. */
export function tableOf(...rows: readonly (readonly number[])[]): Confusion {
  return confusion(
    pairsOf(...rows),
    rows.map((_, i) => `c${i}`),
  );
}

/** The pairs of labels that make such a table. */
export function pairsOf(...rows: readonly (readonly number[])[]): LabelPair[] {
  return rows.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): LabelPair => [`c${i}`, `c${j}`])),
  );
}
