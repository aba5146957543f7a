import type { CodedThread, Consensus } from '../model.js';
import type { Profile } from '../profile/model.js';

export type Format = 'text' | 'json' | 'ndjson' | 'csv' | 'markdown' | 'html';

/** A coded thread and what its answers agree on. */
export interface ReportDocument {
  readonly thread: CodedThread;
  readonly consensus: Consensus;
}

/** What a whole run has in common. */
export interface ReportSettings {
  readonly profile: Profile;
  /** The share that makes a consensus; 0.75 unless told otherwise. */
  readonly threshold?: number;
  /** What the answers are weighted by ("votes"), said in every report; absent: every answer counts once. */
  readonly weightedBy?: string;
}

/** Everything that a report tells. */
export interface Report extends ReportSettings {
  readonly documents: readonly ReportDocument[];
  /** Over the answers of all documents. */
  readonly consensus: Consensus;
}

/** How it is told. Only the text report heeds the first three. */
export interface ReportOptions {
  /** Columns; 80 unless told otherwise, 40 at least. */
  readonly width?: number;
  /** chalk's colour level; 0, no colour, unless told otherwise. */
  readonly color?: 0 | 1 | 2 | 3;
  /** Bars and signs of our own in ASCII. */
  readonly ascii?: boolean;
  /** Each answer with the sentences that hold its evidence (text and Markdown), or with all its leaning words (JSON). */
  readonly explain?: boolean;
  /** The verdict line and nothing else (text). */
  readonly quiet?: boolean;
}

/**
 * A report being written: documents go in one by one, text comes out as soon as it is certain, so that
 * JSON, NDJSON and CSV of any length pass through. `end` is called once, with the consensus of all.
 */
export interface Reporter<Piece = unknown> {
  /**
   * What of a document goes into the report, as plain data. Another reporter of the same settings and options
   * may have made it, in another thread; each that it makes has to be added.
   */
  piece(document: ReportDocument): Piece | Promise<Piece>;
  add(piece: Piece): string;
  end(consensus: Consensus): string | Promise<string>;
}
