/** Compiled patterns: what a text is matched with. */

import type { ElementId } from './lexicon.js';
import type { WordIndex } from './word-index.js';

/** An element of a compiled pattern. */
export type Step =
  | { readonly kind: 'word'; readonly element: ElementId; readonly optional: boolean }
  | { readonly kind: 'family'; readonly family: CompiledFamily; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

export type CompiledFamily =
  | {
      readonly kind: 'patterns';
      /** Its entries by their first words. */
      readonly index: WordIndex<CompiledPattern<null>>;
      /** The most words that an entry has. */
      readonly most: number;
    }
  | {
      readonly kind: 'quantity';
      readonly from: number;
      readonly to: number;
      readonly of: 'time' | 'count';
      /** The unit's element. */
      readonly unit: ElementId;
    };

export interface CompiledPattern<T> {
  readonly steps: readonly Step[];
  readonly text: string;
  /** What a match means. */
  readonly meaning: T;
  /** The elements that its first word may satisfy. */
  readonly firsts: readonly ElementId[];
  /** Its place among the patterns that it was compiled with. */
  readonly order: number;
}

/** A pattern that is looked for by its rarest word. */
export interface Anchored<T> {
  readonly pattern: CompiledPattern<T>;
  /** How many words stand before the anchor at least, and at most. */
  readonly least: number;
  readonly most: number;
}
