/** Binds a facet's claims to those of another: a pace is one only of the weakening. */

import type { Facet } from '../profile/model.js';
import type { Claim, Context } from './assert.js';
import type { WeighedClaim } from './decide.js';
import { LONGEST_SENTENCE } from './lex.js';

/** What a claim is worth by where the thing stands that it is said of. */
const NEARNESS = { clause: 1.5, sentence: 1, neighbour: 0.6 };
/** How far off, in sentences, the thing may stand that a claim refers back to. */
const NEIGHBOURS = [-1, 1, -2];
const UNBOUND = 'not said of that';

/**
 * The claims with their nearness to what they are said of. A claim that is
 * bound to nothing is discounted.
 *
 * @param others the claims of the facets before this one, weighed.
 */
export function bind(
  facet: Facet,
  claims: readonly Claim[],
  others: readonly WeighedClaim[],
  context: Context,
): Claim[] {
  const { binding } = facet;
  if (binding === null) return [...claims];
  const anchors = others
    .filter(
      ({ claim, weight }) => weight > 0 && claim.facet.id === binding.facet && claim.value === binding.value,
    )
    .map(({ claim }) => claim);
  const sentences = new Set(anchors.map(({ sentence }) => sentence));
  const clauses = new Set(anchors.map(placeOf));
  return claims.map((claim) => {
    if (claim.discounted !== null) return claim;
    if (clauses.has(placeOf(claim))) return { ...claim, nearness: NEARNESS.clause };
    if (claim.group.free || sentences.has(claim.sentence)) return claim;
    if (refersBack(claim)) return { ...claim, nearness: NEARNESS.neighbour };
    return { ...claim, discounted: UNBOUND };
  });

  function refersBack({ sentence }: Claim): boolean {
    return (
      binding?.references != null &&
      NEIGHBOURS.some((step) => sentences.has(sentence + step)) &&
      context.families.startsIn(sentence, binding.references).length > 0
    );
  }
}

/** A number for the clause in its answer: a sentence has fewer clauses than the longest has words. */
function placeOf({ sentence, clause }: Claim): number {
  return sentence * LONGEST_SENTENCE + clause;
}
