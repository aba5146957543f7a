import type { Consensus, FacetConsensus, Verdict } from '../model.js';
import type { Facet, Profile } from '../profile/model.js';
import { positions } from '../profile/reserved.js';
import { type FacetTally, type PartialTally, squareUnits, units } from './partial.js';
import { wilson } from './wilson.js';

/** The share that makes a consensus, unless told otherwise (Diamond et al. 2014 found 0.75 the commonest). */
export const DEFAULT_THRESHOLD = 0.75;

/** Fewer answers with a position than this are too few for a verdict. */
export const FEWEST = 3;

/**
 * Derives what the answers agree on from their counts.
 *
 * @throws RangeError where the threshold is not above 0 and at most 1
 */
export function consensusOf(
  tally: PartialTally,
  profile: Profile,
  threshold: number = DEFAULT_THRESHOLD,
): Consensus {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new RangeError(`The threshold is ${threshold}: it must be above 0 and at most 1.`);
  }
  return {
    answers: tally.answers,
    tally: Object.fromEntries(profile.tags.map(({ id }, i) => [id, units(tally.tags[i] ?? 0)])),
    facets: Object.fromEntries(
      profile.facets.map((facet, i) => [
        facet.id,
        facetConsensus(facet, tally.facets[i] as FacetTally, threshold),
      ]),
    ),
  };
}

function facetConsensus(facet: Facet, tally: FacetTally, threshold: number): FacetConsensus {
  const { counts, stating } = tally;
  const stated = counts.reduce((a, b) => a + b, 0);
  const most = Math.max(0, ...counts);
  const alone = most > 0 && counts.indexOf(most) === counts.lastIndexOf(most);
  const share = alone ? most / stated : null;
  const squares = squareUnits(tally.squares);
  const n = effectiveSize(units(stated), squares);
  return {
    question: facet.question,
    counts: Object.fromEntries(positions(facet).map(({ id }, i) => [id, units(counts[i] ?? 0)])),
    stated: units(stated),
    unstated: units(tally.unstated),
    leading: alone ? (positions(facet)[counts.indexOf(most)]?.id ?? null) : null,
    share,
    interval: share === null ? null : wilson(share, n),
    verdict: verdictOf(share, stating, threshold),
    // All weights are 1 exactly when their sum, the sum of their squares and their number are one.
    ...(stating === units(stated) && stating === squares ? {} : { weights: { answers: stating, squares } }),
  };
}

/** The verdict of a leading share (null: none leads) among so many answers that take a position. */
export function verdictOf(share: number | null, stating: number, threshold: number): Verdict {
  if (stating < FEWEST) return 'insufficient';
  if (share === null) return 'split';
  if (share >= threshold) return 'consensus';
  return share > 0.5 ? 'majority' : 'split';
}

/**
 * The number of equally weighted answers that would tell as much (Kish 1965): the squared sum of the
 * weights over the sum of their squares; without weights the number of answers.
 */
export function effectiveSize(sum: number, squares: number): number {
  return squares > 0 ? (sum * sum) / squares : sum;
}
