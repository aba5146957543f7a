import type { CodedAnswer, Consensus } from '../model.js';
import type { Profile } from '../profile/model.js';
import { consensusOf } from './consensus.js';
import { tallyAnswers } from './partial.js';

/** How a tally becomes a consensus. */
export interface TallyOptions {
  /** The share of the answers taking a position that makes a consensus, above 0 and at most 1; 0.75 unless told otherwise. */
  readonly threshold?: number;
}

/**
 * Counts coded answers and derives what they agree on.
 *
 * @throws RangeError at a label that the profile lacks, and at a weight or threshold out of range
 */
export function tally(
  answers: Iterable<CodedAnswer>,
  profile: Profile,
  { threshold }: TallyOptions = {},
): Consensus {
  return consensusOf(tallyAnswers(answers, profile), profile, threshold);
}
