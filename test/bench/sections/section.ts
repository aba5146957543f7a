import type { Scale } from '../scale.js';
import type { Row } from '../table.js';

export interface Bench {
  readonly scale: Scale;
  /** A folder for corpora. */
  readonly scratch: string;
  /** Says on standard error what is being done. */
  readonly say: (what: string) => void;
}

/** A part of the table. */
export interface Section {
  readonly title: string;
  measure(bench: Bench): Promise<Row[]>;
}
