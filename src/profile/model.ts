/** A profile: the codebook as data. What a YAML file says, checked; `compile.ts` makes it fast. */

import type { CueKind } from '../model.js';

/** Terms that share their conditions. */
export interface TermGroup {
  readonly terms: readonly string[];
  /** How much one hit weighs; 2 unless stated. */
  readonly strength: number;
  /** Families of which one must stand in the term's company. */
  readonly near: readonly string[];
  /** Families that must not. */
  readonly unless: readonly string[];
  /** How far company reaches: the clause, the sentence or the whole answer. */
  readonly within: 'clause' | 'sentence' | 'answer';
  /** The value that a negated term speaks for; null: none. */
  readonly negated: string | null;
  /** A term that names what it is about, and so needs no binding to another facet's evidence. */
  readonly free: boolean;
  /** Kinds of cue that do not touch these terms, which say of themselves what the cue would add. */
  readonly ignore: readonly CueKind[];
  /** Shown to a reader who asks why. */
  readonly explanation: string | null;
}

/** Facet id → value → how much something weighs for it, in the profile's units; below 0, against it. */
export type Weights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A word, or two that stand together, leaning to values without saying them. They count once, whatever cues there are. */
export interface LeaningWords {
  /** As the file has them. */
  readonly words: string;
  /** What the stems of a text's words must be; one of these. */
  readonly stems: readonly string[];
  readonly weights: Weights;
}

/** A value of a facet. */
export interface Value {
  readonly id: string;
  /** What a reader sees: "they weaken". */
  readonly label: string;
  /** What the answer says, as a coder's instruction. */
  readonly description: string | null;
  readonly terms: readonly TermGroup[];
  /** Two values which, both stated, make this one ("mixed"). */
  readonly combines: readonly [string, string] | null;
  /** What a contrast of the two ("it saves money but it sags") speaks for this one; 0: nothing. */
  readonly contrast: number;
}

/** Ties a facet's terms to the evidence of another facet: a pace is one only of the weakening. */
export interface Binding {
  readonly facet: string;
  readonly value: string;
  /** Family of words that refer back from the next sentence: "it", "this", "the effect". */
  readonly references: string | null;
}

/** A question put to each answer; its values exclude one another. */
export interface Facet {
  readonly id: string;
  readonly question: string;
  readonly values: readonly Value[];
  /** Longer wording that is none of its terms: "thin skin". */
  readonly exceptions: readonly string[];
  /** Facet → value that an answer must have for this facet to be asked. */
  readonly when: Readonly<Record<string, string>>;
  readonly binding: Binding | null;
  /** Whether leaning words alone can state a value, from a little more on (`UNSAID` in `decide.ts`). */
  readonly leaningSuffices: boolean;
  /** Whether a bare "yes" or "no" answers it. */
  readonly polar: boolean;
  /** What a value must outweigh to be stated; 1 unless stated. */
  readonly threshold: number;
  /** A label is certain from this lead on, in units of weight. */
  readonly margin: number;
  /** Where two values are combined: what the weaker one must outweigh the threshold by beside the other. */
  readonly weakerLead: number;
}

/** What the report shows of the values. */
export interface Tag {
  readonly id: string;
  /** What a reader sees: "weaken slowly". */
  readonly label: string;
  /** Facet → value, all of which an answer must have; `unstated` is a value. */
  readonly when: Readonly<Record<string, string>>;
}

/** A family that is a quantity: `<a-year-or-more>`. Bounds are inclusive. */
export interface QuantityFamily {
  /** `time`, or the family whose words are counted ("treatments"). */
  readonly of: string;
  /** Months for time, a count otherwise. */
  readonly from: number;
  readonly to: number;
}

/** Words that belong together; named in a pattern as `<name>`. */
export type Family = readonly string[] | QuantityFamily;

/** One row of the cue inventory. */
export interface Cue {
  readonly kind: CueKind;
  readonly pattern: string;
  readonly direction: 'forward' | 'backward' | 'both';
  /** Words that it reaches at most; null: as far as its scope goes. */
  readonly reach: number | null;
  /** What ends its scope, besides a termination: the end of its clause, or only that of its sentence. */
  readonly scope: 'clause' | 'sentence';
}

/** English as data: what all profiles share. */
export interface Language {
  readonly cues: readonly Cue[];
  /** Families that every profile may name. */
  readonly families: Readonly<Record<string, Family>>;
  /** Words that open a clause of their own after a comma or "and". */
  readonly clauseOpeners: readonly string[];
  /** Words that begin a clause which its comma ends. */
  readonly subordinators: readonly string[];
  /** Bare answers to a yes-no question. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly quantities: QuantityWords;
}

/** The words that quantities are made of. */
export interface QuantityWords {
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** Months in one unit of time. */
  readonly units: Readonly<Record<string, number>>;
  /** May stand before the number: "about". */
  readonly leads: readonly string[];
  /** May stand between the number and its unit: "three full years". */
  readonly fillers: readonly string[];
}

export interface Profile {
  readonly id: string;
  readonly version: string;
  readonly question: string;
  readonly families: Readonly<Record<string, Family>>;
  readonly facets: readonly Facet[];
  readonly leaning: readonly LeaningWords[];
  readonly tags: readonly Tag[];
  /** Cues of the profile's own, and patterns of the shared ones that it switches off. */
  readonly cues: readonly Cue[];
  readonly cuesOff: readonly string[];
}
