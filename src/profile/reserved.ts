/** The value of an answer that takes no position on a facet. */
export const UNSTATED = 'unstated';

/** Columns of the CSV report besides the facets; no facet may be called so. */
export const REPORT_COLUMNS: readonly string[] = [
  ...['document', 'answer', 'heading', 'body', 'tags', 'hedged', 'uncertain', 'coded', 'evidence'],
  ...['author', 'votes', 'date', 'weight', 'duplicate_of'],
];
