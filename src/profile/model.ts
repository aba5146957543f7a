/** A profile: the codebook as data. What a YAML file says, checked; `compile.ts` makes it fast. */

import type { CueKind } from '../model.js';

/** A value of a facet. */
export interface Value {
  readonly id: string;
  /** What a reader sees: "they weaken". */
  readonly label: string;
  /** What the answer says, as a coder's instruction. */
  readonly description?: string;
  readonly terms: readonly TermGroup[];
  /** The value of the same facet that a negated term speaks for; absent: a negated term is no evidence. */
  readonly negated?: string;
}

/** Terms that share their conditions. */
export interface TermGroup {
  readonly terms: readonly string[];
  /** How much one hit weighs; 1 unless stated. */
  readonly strength: number;
  /** Families of which one must stand in the same clause (`sentence: true` widens it to the sentence). */
  readonly near?: readonly string[];
  /** Families that must not stand in the same clause. */
  readonly unless?: readonly string[];
  readonly explanation?: string;
}

/** A question put to each answer; its values exclude one another. */
export interface Facet {
  readonly id: string;
  readonly question: string;
  readonly values: readonly Value[];
}

/** What the report shows of the values. */
export interface Tag {
  readonly id: string;
  /** What a reader sees: "weaken slowly". */
  readonly label: string;
  /** Facet → value, all of which an answer must have; `unstated` is a value. */
  readonly when: Readonly<Record<string, string>>;
}

/** One row of the cue inventory. */
export interface Cue {
  readonly kind: CueKind;
  readonly pattern: string;
  readonly direction: 'forward' | 'backward' | 'both';
}

export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly question: string;
  readonly facets: readonly Facet[];
  readonly tags: readonly Tag[];
}
