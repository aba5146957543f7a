/**
 * From claims to a facet's value, by a stated rule.
 *
 * A claim weighs its term's strength, less in the heading (`HEADING`), where
 * it is hedged (`HEDGED`), and where it repeats a term already heard
 * (`REPEATED`); more the later it stands (`LAST`): the view an answer stands
 * by is the one it ends on. The value with the most weight wins if it reaches
 * the facet's threshold. How far it is ahead, and how much there is of it,
 * decides whether the label is certain.
 */

import type { Facet } from '../profile/model.js';
import type { Claim } from './assert.js';

export const UNSTATED = 'unstated';

const HEADING = 0.6;
const HEDGED = 0.9;
const REPEATED = 0.5;
const LAST = 0.3;
/** A value that is combined from two ("mixed") wants each of them to weigh this share of the other. */
const COMBINED = 0.4;
/** A label is certain from this lead on: (first - second) / (first + second). */
const CLEAR_LEAD = 0.5;
/** … and from this weight on, in thresholds. */
const CLEAR_WEIGHT = 1.5;

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

/** The weight of each counted claim of a facet; 0 for the others. `sentences`: how many the answer has. */
export function weigh(claims: readonly Claim[], sentences: number): WeighedClaim[] {
  const heard = new Set<string>();
  return claims.map((claim) => {
    if (claim.discounted !== null) return { claim, weight: 0 };
    const key = `${claim.value} ${claim.group.terms[0]}`;
    const repeated = heard.has(key);
    heard.add(key);
    const place = sentences > 1 ? claim.sentence / (sentences - 1) : 1;
    const weight =
      claim.group.strength *
      (claim.inHeading ? HEADING : 1 + LAST * place) *
      (claim.hedged ? HEDGED : 1) *
      (repeated ? REPEATED : 1);
    return { claim, weight: Math.round(weight * 1000) / 1000 };
  });
}

/** Decides a facet from its weighed claims. */
export function decide(facet: Facet, weighed: readonly WeighedClaim[]): Decision {
  const totals = new Map<string, number>(facet.values.map(({ id }) => [id, 0]));
  totals.set(UNSTATED, totals.get(UNSTATED) ?? 0);
  for (const { claim, weight } of weighed) totals.set(claim.value, (totals.get(claim.value) ?? 0) + weight);
  const combined = combine(facet, totals);
  if (combined !== null) return { ...combined, hedged: hedged(weighed, combined.value) };
  const ranked = [...totals].sort((a, b) => b[1] - a[1]);
  const first = ranked[0] as [string, number];
  const second = ranked[1] ?? (['', 0] as const);
  const lead = first[1] + second[1] > 0 ? (first[1] - second[1]) / (first[1] + second[1]) : 0;
  if (first[0] === UNSTATED || first[1] < facet.threshold) {
    const uncertain = first[0] === UNSTATED ? lead < CLEAR_LEAD && second[1] > 0 : first[1] > 0;
    return { value: UNSTATED, uncertain, hedged: false, reason: unstatedReason(first, weighed) };
  }
  const uncertain = lead < CLEAR_LEAD || first[1] < CLEAR_WEIGHT * facet.threshold;
  const against = second[1] > 0 ? `, against ${format(second[1])} for ${second[0]}` : '';
  return {
    value: first[0],
    uncertain,
    hedged: hedged(weighed, first[0]),
    reason: `${format(first[1])} for ${first[0]}${against}`,
  };
}

function combine(facet: Facet, totals: ReadonlyMap<string, number>): Omit<Decision, 'hedged'> | null {
  for (const { id, combines } of facet.values) {
    if (combines === null) continue;
    const [a, b] = combines.map((value) => totals.get(value) ?? 0) as [number, number];
    const own = totals.get(id) ?? 0;
    const [low, high] = a < b ? [a + own / 2, b + own / 2] : [b + own / 2, a + own / 2];
    if (low < facet.threshold || low < COMBINED * high) continue;
    return {
      value: id,
      uncertain: low < CLEAR_WEIGHT * facet.threshold || low < 2 * COMBINED * high,
      reason: `both: ${format(a)} for ${combines[0]}, ${format(b)} for ${combines[1]}`,
    };
  }
  return null;
}

function unstatedReason([value, weight]: [string, number], weighed: readonly WeighedClaim[]): string {
  if (value === UNSTATED && weight > 0) return `${format(weight)} for taking no position`;
  if (weight > 0) return `${format(weight)} for ${value} is too little`;
  return weighed.length > 0 ? 'nothing that was found counts' : 'no term found';
}

function hedged(weighed: readonly WeighedClaim[], value: string): boolean {
  const winners = weighed.filter(({ claim, weight }) => claim.value === value && weight > 0);
  return winners.length > 0 && winners.every(({ claim }) => claim.hedged);
}

const format = (weight: number) => String(Math.round(weight * 10) / 10);
