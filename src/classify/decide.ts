/**
 * From claims and leaning words to a facet's value, by a stated rule.
 *
 * A claim weighs its group's strength, less in the heading (`HEADING`), where
 * it is hedged (`HEDGED`) and where its group has spoken for the value before
 * (`REPEATED`); more the nearer it stands to what it is said of (`bind.ts`),
 * and the later it stands (`LAST`), since the view that an answer stands by is
 * the one it ends on. A group says the same thing at most `MOST` times over.
 * A leaning word weighs what the profile says, once, wherever it stands.
 *
 * The value with the most weight wins, if that is more than the facet's
 * threshold and what speaks for no position, and if a term says it: words that
 * only lean to a value state none by themselves, unless the facet says that
 * they may; and beside a value that leads by more they make no combined one
 * unless they lead by `UNSAID`. The lead decides whether the label is certain.
 */

import type { Facet, TermGroup } from '../profile/model.js';
import type { Claim } from './assert.js';

export const UNSTATED = 'unstated';

const HEADING = 0.6;
const HEDGED = 0.9;
const REPEATED = 0.5;
const LAST = 0.3;
const MOST = 2.5;
const UNSAID = 0.75;

export interface WeighedClaim {
  readonly claim: Claim;
  readonly weight: number;
}

export interface Decision {
  readonly value: string;
  readonly uncertain: boolean;
  readonly hedged: boolean;
  readonly reason: string;
}

/** The weight of each claim of a facet; 0 where it does not count. `sentences`: how many the answer has. */
export function weigh(claims: readonly Claim[], sentences: number): WeighedClaim[] {
  const spent = new Map<string, Map<TermGroup, number>>();
  return claims.map((claim) => {
    if (claim.discounted !== null) return { claim, weight: 0 };
    const { group } = claim;
    const ofValue = spent.get(claim.value) ?? new Map<TermGroup, number>();
    const before = ofValue.get(group);
    const factor = Math.min(factorOf(claim, sentences, before !== undefined), MOST - (before ?? 0));
    spent.set(claim.value, ofValue.set(group, (before ?? 0) + factor));
    return { claim, weight: Math.round(group.strength * factor * 1000) / 1000 };
  });
}

function factorOf(claim: Claim, sentences: number, repeated: boolean): number {
  const place = sentences > 1 ? claim.sentence / (sentences - 1) : 1;
  return (
    (claim.inHeading ? HEADING : 1 + LAST * place) *
    (claim.hedged ? HEDGED : 1) *
    (repeated ? REPEATED : 1) *
    claim.nearness
  );
}

/**
 * Decides a facet from its weighed claims and from what words lean to.
 *
 * @param leaning value → what leaning words weigh for it together.
 */
export function decide(
  facet: Facet,
  weighed: readonly WeighedClaim[],
  leaning: ReadonlyMap<string, number> = new Map(),
): Decision {
  const totals = new Map<string, number>(facet.values.map(({ id }) => [id, leaning.get(id) ?? 0]));
  const said = new Set<string>();
  for (const { claim, weight } of weighed) {
    totals.set(claim.value, (totals.get(claim.value) ?? 0) + weight);
    if (weight > 0) said.add(claim.value);
  }
  const unstated = facet.threshold + (totals.get(UNSTATED) ?? 0);
  const combining = facet.values.find(({ combines }) => combines !== null);
  const decision =
    combining?.combines == null
      ? single(facet, totals, said, unstated)
      : combine(facet, combining.id, combining.combines, totals, said, unstated);
  const winners = weighed.filter(({ claim, weight }) => claim.value === decision.value && weight > 0);
  return {
    ...decision,
    hedged: winners.length > 0 && winners.every(({ claim }) => claim.hedged),
  };
}

type Undressed = Omit<Decision, 'hedged'>;

function single(
  facet: Facet,
  totals: ReadonlyMap<string, number>,
  said: ReadonlySet<string>,
  unstated: number,
): Undressed {
  const ranked = [...totals]
    .filter(([id]) => id !== UNSTATED && (said.has(id) || facet.leaningSuffices))
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = [ranked[0] ?? (['', 0] as const), ranked[1] ?? (['', 0] as const)];
  if (first[1] <= unstated) {
    const reason =
      first[1] > 0
        ? `${format(first[1])} for ${first[0]}, more than ${format(unstated)} was needed`
        : 'nothing speaks for a value';
    return { value: UNSTATED, uncertain: unstated - first[1] < facet.margin, reason };
  }
  const against = second[1] > 0 ? `, ${format(second[1])} for ${second[0]}` : '';
  return {
    value: first[0],
    uncertain: first[1] - Math.max(unstated, second[1]) < facet.margin,
    reason: `${format(first[1])} for ${first[0]}${against}; more than ${format(unstated)} was needed`,
  };
}

/** Two values that make a third where both are stated ("mixed"): each has to pass by itself. */
function combine(
  facet: Facet,
  id: string,
  [a, b]: readonly [string, string],
  totals: ReadonlyMap<string, number>,
  said: ReadonlySet<string>,
  unstated: number,
): Undressed {
  const own = totals.get(id) ?? 0;
  const leads = [a, b].map((value) => (totals.get(value) ?? 0) + own - unstated) as [number, number];
  const isSaid = (value: string) => said.has(value) || said.has(id);
  const [forA, forB] = [a, b].map((value, index) => {
    const [lead, other] = [leads[index] as number, leads[1 - index] as number];
    const isAhead = index === 0 ? lead >= other : lead > other;
    return lead > 0 && (isSaid(value) || (facet.leaningSuffices && (lead >= UNSAID || isAhead)));
  });
  return {
    value: forA && forB ? id : forA ? a : forB ? b : UNSTATED,
    uncertain: leads.some((lead) => Math.abs(lead) < facet.margin),
    reason: `${format(leads[0] + unstated)} for ${a}, ${format(leads[1] + unstated)} for ${b}; more than ${format(unstated)} was needed`,
  };
}

const format = (weight: number) => String(Math.round(weight * 10) / 10);
