import type { Anchor } from './anchored.js';

/**
 * What is worked out beforehand of the profile that is built in, since to weigh all patterns takes time, and the
 * stemmer is slow to start.
 */
export interface Plan {
  /** The anchors of the terms, and those of the cues. */
  readonly terms: string;
  readonly cues: string;
  /** The stems of their words. */
  readonly vocabulary: string;
}

/** Two digits for each pattern: its anchor's place, and that of its witness behind 1, or 0. */
export function writeAnchors(anchors: readonly Anchor[]): string {
  return anchors.map(({ step, witness }) => digit(step) + digit(witness + 1)).join('');
}

export function readAnchors(anchors: string): Anchor[] {
  return Array.from({ length: anchors.length / 2 }, (_, order) => ({
    step: anchors.charCodeAt(2 * order) - ZERO,
    witness: anchors.charCodeAt(2 * order + 1) - ZERO - 1,
  }));
}

const ZERO = 48;

function digit(number: number): string {
  return String.fromCharCode(ZERO + number);
}
