/** Binds a facet's claims to those of another: a pace is one only of the weakening. */

import type { Facet } from '../profile/model.js';
import { type Claim, type Context, holdsFamily } from './assert.js';
import type { WeighedClaim } from './decide.js';

/** How far off, in sentences, the thing may stand that a claim refers to. */
const NEIGHBOURS = [-1, 1, -2];
const UNBOUND = 'not about the same thing';

/** The claims, those that are bound to nothing discounted. `others`: what is already weighed. */
export function bind(facet: Facet, claims: readonly Claim[], others: readonly WeighedClaim[], context: Context): Claim[] {
  const { binding } = facet;
  if (binding === null) return [...claims];
  const anchors = new Set(
    others
      .filter(({ claim, weight }) => claim.facet.id === binding.facet && claim.value === binding.value && weight > 0)
      .map(({ claim }) => claim.sentence),
  );
  return claims.map((claim) => {
    if (claim.discounted !== null || claim.group.free || anchors.has(claim.sentence)) return claim;
    const sentence = context.sentences[claim.sentence];
    const refersBack =
      binding.references !== null &&
      sentence !== undefined &&
      NEIGHBOURS.some((step) => anchors.has(claim.sentence + step)) &&
      holdsFamily(binding.references, sentence, context.profile);
    return refersBack ? claim : { ...claim, discounted: UNBOUND };
  });
}
