/** Compiled patterns: what a text is matched with. */

import type { Lazy } from './lazy.js';
import { LONGEST_QUANTITY } from './quantities.js';
import type { WordElement } from './word-element.js';
import type { WordIndex } from './word-index.js';

/** An element of a compiled pattern. */
export type Step =
  | { readonly kind: 'word'; readonly element: WordElement; readonly optional: boolean }
  | { readonly kind: 'family'; readonly family: CompiledFamily; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

export type CompiledFamily =
  | {
      readonly kind: 'patterns';
      /** Its entries by their first words. */
      readonly index: WordIndex<Lazy<CompiledPattern<null>>>;
      /** The element of all their first words. */
      readonly first: WordElement;
      /** The most words that an entry has. */
      readonly most: Lazy<number>;
    }
  | {
      readonly kind: 'quantity';
      readonly from: number;
      readonly to: number;
      readonly of: 'time' | 'count';
      /** The elements of its first word, and of its unit. */
      readonly first: WordElement;
      readonly unit: WordElement;
    };

export interface CompiledPattern<T> {
  readonly steps: readonly Step[];
  readonly text: string;
  /** What a match means. */
  readonly meaning: T;
  /** The element of its first word. */
  readonly first: WordElement;
  /** Its place among the patterns that it was compiled with. */
  readonly order: number;
  /** The place of its first word among all of theirs. */
  firstOrder(): number;
}

/** The words that a step takes, at least and at most. */
export function lengthOf(step: Step): readonly [least: number, most: number] {
  if (step.kind === 'gap') return [0, step.most];
  const least = step.optional ? 0 : 1;
  if (step.kind === 'word') return [least, 1];
  return [least, step.family.kind === 'patterns' ? step.family.most.value : LONGEST_QUANTITY];
}
