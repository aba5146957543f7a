/**
 * Fits the strengths of a profile to labelled answers.
 *
 * For each facet, maximum likelihood of the coders' values under the rule of
 * `decide.ts`: a softmax over the values' weights, where no position has the
 * threshold; for a facet with a combined value ("mixed"), a logistic
 * regression for each of the two. Strengths are not negative, since a term
 * that speaks against its value is no term of it, and a quadratic penalty
 * keeps them near their start (penalised regression, Hastie et al. 2009,
 * § 4.4.4): groups of terms near 1, leaning words near 0.
 */

import { UNSTATED } from '../classify/decide.js';
import type { Thread } from '../model.js';
import type { Facet, Language, Profile, TermGroup } from '../profile/model.js';
import type { Labels } from './labels.js';
import { type Offer, offerReader } from './offers.js';
import { fitSoftmax, type Observation, type Parameter } from './softmax.js';

/** Fitted strengths, by group of the profile that was given, and facet id → threshold. */
export interface Fit {
  /** Groups of the facets that were fitted; those that were kept have their own. */
  readonly strengths: ReadonlyMap<TermGroup, number>;
  readonly thresholds: ReadonlyMap<string, number>;
  /** Facet id → labelled answers that its fit rests on; a facet with fewer than `fewest` is not fitted. */
  readonly answers: ReadonlyMap<string, number>;
  /** Answers that were read and have a label. */
  readonly labelled: number;
}

export interface FitOptions {
  /** Groups that keep their strength. */
  readonly kept?: ReadonlySet<TermGroup>;
  /** A facet with fewer labelled answers is left as it is; 1 unless stated. */
  readonly fewest?: number;
}

const GROUP = { start: 1, least: 0, most: 4, centre: 1, penalty: 2 };
const LEANING = { start: 0, least: 0, most: 4, centre: 0, penalty: 1 };
const THRESHOLD = { start: 1, least: 0.4, most: 7, centre: 0, penalty: 0.01 };
/** Rare halves of a combined value are missed more often than they should be; this much of the lead makes up for it. */
const COMBINED_OFFSET = 0.35;
/** What a profile may say at most. */
const STRONGEST = 10;

/** Fits every facet's strengths and threshold to the labelled answers of the threads. */
export function fitProfile(
  profile: Profile,
  language: Language,
  threads: Iterable<Thread>,
  labels: Labels,
  options: FitOptions = {},
): Fit {
  return fitOffers(profile, offerReader(profile, language)(threads, labels), options);
}

/**
 * The same from answers that were read before (`offerReader` of the same profile), all of them or a part. A facet
 * with a condition (`when`) is fitted on the answers that meet it.
 */
export function fitOffers(
  profile: Profile,
  offers: readonly Offer[],
  { kept = new Set(), fewest = 1 }: FitOptions = {},
): Fit {
  const strengths = new Map<TermGroup, number>();
  const thresholds = new Map<string, number>();
  const answers = new Map<string, number>();
  for (const facet of profile.facets) {
    const asked = offers.filter(
      ({ labels }) =>
        labels.has(facet.id) && Object.entries(facet.when).every(([id, value]) => labels.get(id) === value),
    );
    answers.set(facet.id, asked.length);
    if (asked.length < fewest) continue;
    const groups = facet.values.flatMap(({ terms }) => terms);
    const parameters = groups.map((group) => parameterOf(group, kept));
    const fitted = fitFacet(facet, { groups, parameters, offers: asked });
    thresholds.set(facet.id, fitted.threshold);
    for (const [index, group] of groups.entries()) strengths.set(group, fitted.strengths[index] as number);
  }
  return { strengths, thresholds, answers, labelled: offers.length };
}

function parameterOf(group: TermGroup, kept: ReadonlySet<TermGroup>): Parameter {
  if (kept.has(group)) return unchanged(group.strength);
  return group.leaning ? LEANING : GROUP;
}

function unchanged(value: number): Parameter {
  return { start: value, least: value, most: value, centre: value, penalty: 0 };
}

interface Task {
  readonly groups: readonly TermGroup[];
  /** In the order of the groups. */
  readonly parameters: readonly Parameter[];
  readonly offers: readonly Offer[];
}

interface FacetFit {
  readonly strengths: Float64Array;
  readonly threshold: number;
}

function fitFacet(facet: Facet, task: Task): FacetFit {
  const combining = facet.values.find(({ combines }) => combines !== null);
  if (combining?.combines == null) {
    const values = facet.values.map(({ id }) => id).filter((id) => id !== UNSTATED);
    return fitValues(facet, values, task, (value) => values.indexOf(value));
  }
  const { id: both, combines } = combining;
  const fitHalf = (half: string, threshold?: number) =>
    fitValues(facet, [half], task, (value) => (value === half || value === both ? 0 : -1), threshold);
  const first = fitHalf(combines[0]);
  // Strengths that stay cannot be put to another scale.
  const scalable = task.parameters.every(({ least, most }) => least < most);
  const second = fitHalf(combines[1], scalable ? undefined : first.threshold);
  return joinHalves([first, second], facet, combines, task.groups);
}

/**
 * @param placeOf index in `values`, of what is said and of what is right; below 0: it is none of them.
 * @param fixed the threshold, where it is not to be fitted.
 */
function fitValues(
  facet: Facet,
  values: readonly string[],
  { groups, parameters, offers }: Task,
  placeOf: (value: string) => number,
  fixed?: number,
): FacetFit {
  const none = values.length;
  const threshold = groups.length;
  const numberOf = new Map(groups.map((group, index) => [group, index]));
  const observations = offers.map(({ labels, spoken }): Observation => {
    const weighs: [number, number, number][] = [[none, threshold, 1]];
    const given = new Array<number>(none + 1).fill(0);
    for (const { value, group, factor } of spoken.get(facet.id) ?? []) {
      const place = value === UNSTATED ? none : placeOf(value);
      const number = group === null ? undefined : numberOf.get(group);
      if (place < 0) continue;
      if (number === undefined) given[place] = (given[place] as number) + factor;
      else weighs.push([place, number, factor]);
    }
    const right = placeOf(labels.get(facet.id) as string);
    return { weighs, fixed: given, right: right < 0 ? none : right };
  });
  const limit = fixed === undefined ? THRESHOLD : unchanged(fixed);
  const point = fitSoftmax(none + 1, [...parameters, limit], observations);
  return { strengths: point.subarray(0, threshold), threshold: point[threshold] as number };
}

/** Both halves have one threshold in the profile, so the second is put to the scale of the first. */
function joinHalves(
  [first, second]: readonly [FacetFit, FacetFit],
  facet: Facet,
  values: readonly [string, string],
  groups: readonly TermGroup[],
): FacetFit {
  const limit = (fit: FacetFit) => Math.max(fit.threshold - COMBINED_OFFSET, THRESHOLD.least);
  const scale = limit(first) / limit(second);
  const [ofFirst, ofSecond] = values.map(
    (value) => new Set(facet.values.find(({ id }) => id === value)?.terms),
  ) as [Set<TermGroup>, Set<TermGroup>];
  const strengths = groups.map((group, index) => {
    const a = first.strengths[index] as number;
    const b = Math.min((second.strengths[index] as number) * scale, STRONGEST);
    if (ofFirst.has(group)) return a;
    return ofSecond.has(group) ? b : (a + b) / 2;
  });
  return { strengths: Float64Array.from(strengths), threshold: limit(first) };
}
