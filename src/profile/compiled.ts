import type { Lazy } from './lazy.js';
import type { LeaningIndex } from './leaning-index.js';
import type { Lexicon } from './lexicon.js';
import type { Cue, Facet, Profile, TermGroup, Value } from './model.js';
import type { PatternIndex } from './pattern-index.js';
import type { Quantities } from './quantities.js';
import type { CompiledFamily, CompiledPattern } from './steps.js';
import type { WordElement } from './word-element.js';
import type { WordIndex } from './word-index.js';

/**
 * What the match of a term means.
 * @internal
 */
export interface TermMeaning {
  readonly facet: Facet;
  /** null: an exception, which only takes its words away from other terms of the facet. */
  readonly value: Value | null;
  readonly group: TermGroup | null;
}

/** A profile made ready for matching. */
export interface CompiledProfile {
  readonly profile: Profile;
  /** @internal */
  readonly lexicon: Lexicon;
  /** @internal */
  readonly terms: PatternIndex<TermMeaning>;
  /** @internal */
  readonly leaning: LeaningIndex;
  /** @internal */
  readonly cues: PatternIndex<Cue>;
  /** @internal */
  readonly yes: WordIndex<Lazy<CompiledPattern<null>>>;
  /** @internal */
  readonly no: WordIndex<Lazy<CompiledPattern<null>>>;
  /** @internal */
  readonly clauseOpeners: WordElement;
  /** @internal */
  readonly subordinators: WordElement;
  /** @internal */
  readonly quantities: Quantities;
  /**
   * The family of a name; undefined where there is none.
   * @internal
   */
  family(name: string): CompiledFamily | undefined;
}
