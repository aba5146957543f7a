/**
 * Partial tallies: counts and nothing else, so that they add up. With `emptyTally` and `mergeTallies`
 * they form a commutative monoid: a corpus may be cut anywhere and counted in any order.
 *
 * Weights are kept as whole thousandths and their squares as whole millionths. Whole numbers add
 * exactly (up to 2^53), floating point sums would depend on the order.
 */

import type { CodedAnswer, Consensus } from '../model.js';
import type { Profile } from '../profile/model.js';
import { positions, UNSTATED } from '../profile/reserved.js';

const PER_UNIT = 1000;
const PER_SQUARE = PER_UNIT * PER_UNIT;

/** Counts over some answers. Its arrays follow the order of the profile's facets, values and tags. */
export interface PartialTally {
  /** Answers counted; repeats of an earlier answer are not. */
  readonly answers: number;
  /** Per tag, in thousandths of weight. */
  readonly tags: readonly number[];
  readonly facets: readonly FacetTally[];
}

export interface FacetTally {
  /** Per value, in thousandths of weight. */
  readonly counts: readonly number[];
  /** Answers that take no position, in thousandths of weight. */
  readonly unstated: number;
  /** Answers of any weight above 0 that take a position. */
  readonly stating: number;
  /** The sum of their squared weights, in millionths. */
  readonly squares: number;
}

/** The tally of no answers: the monoid's neutral element. */
export function emptyTally(profile: Profile): PartialTally {
  return {
    answers: 0,
    tags: profile.tags.map(() => 0),
    facets: profile.facets.map((facet) => ({
      counts: positions(facet).map(() => 0),
      unstated: 0,
      stating: 0,
      squares: 0,
    })),
  };
}

/** Adds two partial tallies of the same profile; associative and commutative. */
export function mergeTallies(a: PartialTally, b: PartialTally): PartialTally {
  if (!sameShape(a, b)) throw new RangeError('Tallies of different profiles do not add up.');
  return {
    answers: a.answers + b.answers,
    tags: a.tags.map((count, i) => count + (b.tags[i] ?? 0)),
    facets: a.facets.map((facet, i) => addFacets(facet, b.facets[i] as FacetTally)),
  };
}

/**
 * Counts answers. One that repeats an earlier one (`duplicateOf`) is left out; `weight`, rounded to
 * thousandths, is 1 where it is absent.
 *
 * @throws RangeError at a value or a tag that the profile does not have, and at a weight that is no
 *   finite number of at least 0
 */
export function tallyAnswers(answers: Iterable<CodedAnswer>, profile: Profile): PartialTally {
  const tagIndex = new Map(profile.tags.map(({ id }, i) => [id, i]));
  const tags = profile.tags.map(() => 0);
  const facets = profile.facets.map((facet) => ({
    id: facet.id,
    index: new Map(positions(facet).map(({ id }, i) => [id, i])),
    counts: positions(facet).map(() => 0),
    unstated: 0,
    stating: 0,
    squares: 0,
  }));
  let total = 0;
  for (const answer of answers) {
    if (answer.duplicateOf !== undefined) continue;
    total++;
    const weight = thousandths(answer);
    for (const tag of answer.tags) {
      const i = known(tagIndex.get(tag), `tag ${tag}`, answer);
      tags[i] = (tags[i] ?? 0) + weight;
    }
    for (const facet of facets) {
      const value = answer.facets[facet.id] ?? UNSTATED;
      if (value === UNSTATED) {
        facet.unstated += weight;
        continue;
      }
      const i = known(facet.index.get(value), `value ${value} of ${facet.id}`, answer);
      facet.counts[i] = (facet.counts[i] ?? 0) + weight;
      facet.stating += weight > 0 ? 1 : 0;
      facet.squares += weight * weight;
    }
  }
  return {
    answers: total,
    tags,
    facets: facets.map(({ counts, unstated, stating, squares }) => ({ counts, unstated, stating, squares })),
  };
}

/** The partial tally that a consensus was derived from: what a report has written can be added up again. */
export function tallyOfConsensus(consensus: Consensus, profile: Profile): PartialTally {
  return {
    answers: consensus.answers,
    tags: profile.tags.map(({ id }) => fromUnits(consensus.tally[id])),
    facets: profile.facets.map((facet) => {
      const of = consensus.facets[facet.id];
      const counts = positions(facet).map(({ id }) => fromUnits(of?.counts[id]));
      const sum = counts.reduce((a, b) => a + b, 0);
      return {
        counts,
        unstated: fromUnits(of?.unstated),
        stating: of?.weights?.answers ?? sum / PER_UNIT,
        squares: of?.weights ? Math.round(of.weights.squares * PER_SQUARE) : sum * PER_UNIT,
      };
    }),
  };
}

/** Thousandths of weight, as a number of answers. */
export function units(count: number): number {
  return count / PER_UNIT;
}

/** Millionths of squared weight, as a number of answers squared. */
export function squareUnits(squares: number): number {
  return squares / PER_SQUARE;
}

function fromUnits(count: number | undefined): number {
  return Math.round((count ?? 0) * PER_UNIT);
}

function thousandths({ id, weight = 1 }: CodedAnswer): number {
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`Answer ${id} has the weight ${weight}: it must be a finite number of at least 0.`);
  }
  return Math.round(weight * PER_UNIT);
}

function known(index: number | undefined, what: string, answer: CodedAnswer): number {
  if (index === undefined)
    throw new RangeError(`Answer ${answer.id} has the ${what}, which the profile lacks.`);
  return index;
}

function sameShape(a: PartialTally, b: PartialTally): boolean {
  return (
    a.tags.length === b.tags.length &&
    a.facets.length === b.facets.length &&
    a.facets.every(({ counts }, i) => counts.length === b.facets[i]?.counts.length)
  );
}

function addFacets(a: FacetTally, b: FacetTally): FacetTally {
  return {
    counts: a.counts.map((count, i) => count + (b.counts[i] ?? 0)),
    unstated: a.unstated + b.unstated,
    stating: a.stating + b.stating,
    squares: a.squares + b.squares,
  };
}
