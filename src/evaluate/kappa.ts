import { agreeing, type Confusion, margins } from './confusion.js';

/**
 * Cohen's kappa of two coders (Cohen 1960): (observed - expected) / (1 - expected) agreement, expected from
 * each coder's own shares. null where it is undefined: no answers, or both coders gave one and the same value
 * throughout.
 */
export function cohenKappa(matrix: Confusion): number | null {
  const { total } = matrix;
  const { rows, columns } = margins(matrix);
  let expected = 0;
  for (let i = 0; i < matrix.values.length; i++) expected += (rows[i] as number) * (columns[i] as number);
  const room = total * total - expected;
  return room === 0 ? null : (agreeing(matrix) * total - expected) / room;
}
