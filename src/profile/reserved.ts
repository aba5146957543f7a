import type { Facet, Value } from './model.js';

/** The value of an answer that takes no position on a facet. */
export const UNSTATED = 'unstated';

/** The values that are positions: a profile may give `unstated` terms of its own, which speak for none. */
export function positions({ values }: Facet): readonly Value[] {
  return values.filter(({ id }) => id !== UNSTATED);
}

/** Columns of the CSV report besides the facets; no facet may be called so. */
export const REPORT_COLUMNS: readonly string[] = [
  ...['document', 'answer', 'heading', 'body', 'tags', 'hedged', 'uncertain', 'coded', 'evidence'],
  ...['author', 'votes', 'date', 'weight', 'duplicate_of'],
];
