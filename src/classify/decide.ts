/**
 * From claims and leaning words to a facet's value, by a stated rule.
 *
 * A claim weighs its group's strength, less in the heading of a body that says something (`HEADING`), where
 * it is hedged (`HEDGED`) and where its group has spoken for the value before
 * (`REPEATED`); more the nearer it stands to what it is said of (`bind.ts`),
 * and the later it stands (`LAST`), since the view that an answer stands by is
 * the one it ends on. A group says the same thing at most `MOST` times over.
 * A leaning word weighs what the profile says, once, wherever it stands; a
 * little less (`SIDES`) where two values may both be stated, since chance has
 * then two sides to tip. Words lean against nothing that a term says, and to
 * nothing else, where they are few (`FEW`); nor against a term that says
 * outright (`OUTRIGHT`) which of two sides it is on. The weaker of two sides
 * has to lead by what the facet says, unless a term says that there are two.
 *
 * The value with the most weight wins, if that is more than the facet's
 * threshold and what speaks for no position, and if a term says it: words that
 * only lean to a value state none by themselves, unless the facet says that
 * they may; and then it takes `UNSAID` more. The lead decides whether the
 * label is certain: the facet's margin, `UNSURE` times as much for a value
 * that no term says. Where a term by itself says a value (`TOLD`), and leaning
 * words keep it from winning but speak not more against it, that none is stated
 * is not certain.
 */

import type { Facet, TermGroup } from '../profile/model.js';
import type { Claim } from './assert.js';

export const UNSTATED = 'unstated';

const HEADING = 0.6;
const HEDGED = 0.9;
const REPEATED = 0.5;
const LAST = 0.3;
const MOST = 2.5;
const UNSAID = 0.4;
const UNSURE = 3;
const FEW = 12;
const OUTRIGHT = 2.1;
const SIDES = 0.9;
const TOLD = 2;

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
  const heading = claims.some(({ inHeading, discounted }) => !inHeading && discounted === null) ? HEADING : 1;
  return claims.map((claim) => {
    if (claim.discounted !== null) return { claim, weight: 0 };
    const { group } = claim;
    const ofValue = spent.get(claim.value) ?? new Map<TermGroup, number>();
    const before = ofValue.get(group);
    const factor = Math.min(factorOf(claim, heading, sentences, before !== undefined), MOST - (before ?? 0));
    spent.set(claim.value, ofValue.set(group, (before ?? 0) + factor));
    return { claim, weight: Math.round(group.strength * factor * 1000) / 1000 };
  });
}

function factorOf(claim: Claim, heading: number, sentences: number, repeated: boolean): number {
  const place = sentences > 1 ? claim.sentence / (sentences - 1) : 1;
  return (
    (claim.inHeading ? heading : 1 + LAST * place) *
    (claim.hedged ? HEDGED : 1) *
    (repeated ? REPEATED : 1) *
    claim.nearness
  );
}

/**
 * Decides a facet from its weighed claims and from what words lean to.
 *
 * @param leaning value → what leaning words weigh for it together.
 * @param words how many the answer has.
 */
export function decide(
  facet: Facet,
  weighed: readonly WeighedClaim[],
  leaning: ReadonlyMap<string, number> = new Map(),
  words = Number.POSITIVE_INFINITY,
): Decision {
  const combining = facet.values.find(({ combines }) => combines !== null);
  const counted = weighed.filter(({ weight }) => weight > 0).map(({ claim }) => claim);
  const said = new Set(counted.map(({ value }) => value));
  const areFew = words <= FEW;
  const isFirm = ({ group }: Claim) => areFew || (combining !== undefined && group.strength >= OUTRIGHT);
  const halves = (value: string) => (value === combining?.id && combining.combines) || value;
  const firm = new Set(counted.filter(isFirm).flatMap(({ value }) => halves(value)));
  const leans = (id: string) => {
    const weight = (leaning.get(id) ?? 0) * (combining === undefined ? 1 : SIDES);
    return firm.has(id) ? Math.max(weight, 0) : weight;
  };
  const totals = new Map(facet.values.map(({ id }) => [id, leans(id)]));
  for (const { claim, weight } of weighed) {
    totals.set(claim.value, (totals.get(claim.value) ?? 0) + weight);
  }
  const unstated = facet.threshold + (totals.get(UNSTATED) ?? 0);
  const mayLean = facet.leaningSuffices && !(areFew && [...said].some((id) => id !== UNSTATED));
  const told = new Set(weighed.filter(({ weight }) => weight >= TOLD).map(({ claim }) => claim.value));
  const standing = { totals, said, told, unstated, mayLean };
  const decision =
    combining?.combines == null
      ? single(facet, standing)
      : combine(facet, combining.id, combining.combines, standing);
  const winners = weighed.filter(({ claim, weight }) => claim.value === decision.value && weight > 0);
  return {
    ...decision,
    hedged: winners.length > 0 && winners.every(({ claim }) => claim.hedged),
  };
}

type Undressed = Omit<Decision, 'hedged'>;

/** What speaks for each value of a facet. */
interface Standing {
  readonly totals: ReadonlyMap<string, number>;
  /** The values that terms say. */
  readonly said: ReadonlySet<string>;
  /** Those that one of them says by itself. */
  readonly told: ReadonlySet<string>;
  /** What a value must outweigh. */
  readonly unstated: number;
  /** Whether a value may win that no term says. */
  readonly mayLean: boolean;
}

function single(facet: Facet, { totals, said, told, unstated, mayLean }: Standing): Undressed {
  const ranked = [...totals]
    .filter(([id]) => id !== UNSTATED && (said.has(id) || mayLean))
    .map(([id, total]) => ({ id, total, needed: said.has(id) ? unstated : unstated + UNSAID }))
    .sort((a, b) => b.total - b.needed - (a.total - a.needed));
  const [first, second] = ranked;
  if (first === undefined || first.total <= first.needed) {
    const reason =
      first !== undefined && first.total > 0
        ? `${format(first.total)} for ${first.id}, more than ${format(first.needed)} was needed`
        : 'nothing speaks for a value';
    const isOutdone = [...told].some((id) => id !== UNSTATED && (totals.get(id) ?? 0) > 0);
    const isClose = unstated - (first?.total ?? 0) < facet.margin;
    return { value: UNSTATED, uncertain: isClose || isOutdone, reason };
  }
  const { id, total, needed } = first;
  const other = second?.total ?? 0;
  const against = other > 0 ? `, ${format(other)} for ${second?.id}` : '';
  return {
    value: id,
    uncertain: total - Math.max(unstated, other) < marginOf(facet, said.has(id)),
    reason: `${format(total)} for ${id}${against}; more than ${format(needed)} was needed`,
  };
}

/**
 * Two values that make a third where both are stated ("mixed"): each has to pass by itself, and where no term says the
 * third, the weaker one by the facet's lead.
 */
function combine(
  facet: Facet,
  id: string,
  [a, b]: readonly [string, string],
  { totals, said, unstated, mayLean }: Standing,
): Undressed {
  const { weakerLead } = facet;
  const own = totals.get(id) ?? 0;
  const leadOf = (value: string) => (totals.get(value) ?? 0) + own - unstated;
  const sides = [a, b].map((value) => {
    const isSaid = said.has(value) || said.has(id);
    const lead = leadOf(value);
    const other = leadOf(value === a ? b : a);
    const isWeaker = !said.has(id) && other > 0 && lead < other;
    const least = isWeaker ? weakerLead : 0;
    const passes = lead > Math.max(least, isSaid ? 0 : UNSAID) && (isSaid || mayLean);
    const isUncertain = Math.abs(lead - least) < marginOf(facet, isSaid || !passes);
    return { value, lead, passes, isUncertain, isOutdone: isWeaker && lead > 0 && !passes };
  });
  const stated = sides.filter(({ passes }) => passes).map(({ value }) => value);
  const found = sides.map(({ value, lead }) => `${format(lead + unstated)} for ${value}`).join(', ');
  const beside = sides.some(({ isOutdone }) => isOutdone)
    ? `, and ${format(unstated + weakerLead)} beside the other`
    : '';
  return {
    value: stated.length > 1 ? id : (stated[0] ?? UNSTATED),
    uncertain: sides.some(({ isUncertain }) => isUncertain),
    reason: `${found}; more than ${format(unstated)} was needed${beside}`,
  };
}

/** The lead from which on a label is certain. */
function marginOf(facet: Facet, isSaid: boolean): number {
  return isSaid ? facet.margin : UNSURE * facet.margin;
}

const format = (weight: number) => String(Math.round(weight * 10) / 10);
