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
      /** The element of all their first words. */
      readonly first: ElementId;
      /** The most words that an entry has. */
      readonly most: number;
    }
  | {
      readonly kind: 'quantity';
      readonly from: number;
      readonly to: number;
      readonly of: 'time' | 'count';
      /** The elements of its first word, and of its unit. */
      readonly first: ElementId;
      readonly unit: ElementId;
    };

export interface CompiledPattern<T> {
  readonly steps: readonly Step[];
  readonly text: string;
  /** What a match means. */
  readonly meaning: T;
  /** The element of its first word. */
  readonly first: ElementId;
  /** The elements that its first word may satisfy, where that may be one of several entries of a family. */
  readonly firsts: readonly ElementId[];
  /** Its place among the patterns that it was compiled with. */
  readonly order: number;
}

/** A pattern that is looked for by its rarest word. */
export interface Anchored<T> {
  readonly pattern: CompiledPattern<T>;
  /** The element of another word that must stand in the sentence; null where there is none. */
  readonly witness: ElementId | null;
  /** How many words stand before the anchor at least, and at most. */
  readonly least: number;
  readonly most: number;
}
