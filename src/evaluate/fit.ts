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

import { UNSTATED, type WeighedClaim } from '../classify/decide.js';
import { type Reading, readAnswers } from '../classify/reading.js';
import type { Answer, Thread } from '../model.js';
import { compileProfile } from '../profile/compile.js';
import type { Facet, Language, Profile, TermGroup } from '../profile/model.js';
import { pairLabels } from './labelled.js';
import type { Labels } from './labels.js';
import { minimize } from './minimize.js';

/** Fitted strengths, by group of the profile that was given, and facet id → threshold. */
export interface Fit {
  readonly strengths: ReadonlyMap<TermGroup, number>;
  readonly thresholds: ReadonlyMap<string, number>;
  /** Labelled answers that it rests on. */
  readonly answers: number;
}

const PENALTY = { group: 0.3, leaning: 1 };
const START = { group: 1, leaning: 0 };
const STRONGEST = 4;
const THRESHOLD = { least: 0.4, start: 1, most: 7, penalty: 0.01 };
/**
 * Likelihood favours the common value, which mostly is no position; so much is taken off the threshold, so that
 * every value counts alike (macro F1).
 */
const OFFSET = { single: 0.3, combined: 0.6 };

/** What one answer offers: for each value, how often each group spoke for it, in `decide.ts`'s factors. */
interface Row {
  readonly features: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Weight that no group of the profile answers for: a bare "yes". */
  readonly fixed: ReadonlyMap<string, number>;
  readonly gold: string;
}

/** Fits every facet's strengths and threshold. Facets with a condition (`when`) are fitted on the answers that meet it. */
export function fitProfile(
  profile: Profile,
  language: Language,
  threads: readonly Thread[],
  labels: Labels,
): Fit {
  const { unit, original } = withUnitStrengths(profile);
  const compiled = compileProfile(unit, language);
  const readings = new Map<Answer, Reading>();
  for (const thread of threads) {
    for (const reading of readAnswers(thread, compiled)) readings.set(reading.answer, reading);
  }
  const { labelled } = pairLabels(threads, labels);
  const strengths = new Map<TermGroup, number>();
  const thresholds = new Map<string, number>();
  for (const facet of profile.facets) {
    const groups = facet.values.flatMap(({ terms }) => terms);
    const numberOf = new Map(groups.map((group, index) => [group, index]));
    const rows: Row[] = [];
    for (const { answer, labels: values } of labelled) {
      const gold = values.get(facet.id);
      const asked = Object.entries(facet.when).every(([id, value]) => values.get(id) === value);
      const claims = readings.get(answer)?.claims.get(facet.id) ?? [];
      if (gold !== undefined && asked)
        rows.push(rowOf(claims, gold, (group) => numberOf.get(original.get(group) ?? group)));
    }
    const fitted = fitFacet(facet, groups, rows);
    thresholds.set(facet.id, fitted.threshold);
    for (const [index, group] of groups.entries()) strengths.set(group, fitted.strengths[index] as number);
  }
  return { strengths, thresholds, answers: labelled.length };
}

function rowOf(
  claims: readonly WeighedClaim[],
  gold: string,
  numberOf: (group: TermGroup) => number | undefined,
): Row {
  const features = new Map<string, Map<number, number>>();
  const fixed = new Map<string, number>();
  for (const { claim, weight } of claims) {
    if (weight === 0) continue;
    const group = numberOf(claim.group);
    if (group === undefined) fixed.set(claim.value, (fixed.get(claim.value) ?? 0) + weight);
    else {
      const ofValue = features.get(claim.value) ?? new Map<number, number>();
      ofValue.set(group, (ofValue.get(group) ?? 0) + weight);
      features.set(claim.value, ofValue);
    }
  }
  return { features, fixed, gold };
}

/** The profile with every strength 1 and no conditions, and each new group's original. */
function withUnitStrengths(profile: Profile): { unit: Profile; original: ReadonlyMap<TermGroup, TermGroup> } {
  const original = new Map<TermGroup, TermGroup>();
  const facets = profile.facets.map((facet) => ({
    ...facet,
    when: {},
    values: facet.values.map((value) => ({
      ...value,
      terms: value.terms.map((group) => {
        const unit = { ...group, strength: 1 };
        original.set(unit, group);
        return unit;
      }),
    })),
  }));
  return { unit: { ...profile, facets }, original };
}

interface FacetFit {
  readonly strengths: readonly number[];
  readonly threshold: number;
}

function fitFacet(facet: Facet, groups: readonly TermGroup[], rows: readonly Row[]): FacetFit {
  const combining = facet.values.find(({ combines }) => combines !== null);
  if (combining?.combines == null) {
    const values = facet.values.map(({ id }) => id).filter((id) => id !== UNSTATED);
    const { strengths, threshold } = fitSoftmax([...values, UNSTATED], groups, rows);
    return { strengths, threshold: Math.max(threshold - OFFSET.single, THRESHOLD.least) };
  }
  const halves = combining.combines.map((value) => {
    const yes = rows.map(({ features, fixed, gold }) => ({
      features: new Map([['yes', sum(features.get(value), features.get(combining.id))]]),
      fixed: new Map([['yes', fixed.get(value) ?? 0]]),
      gold: gold === value || gold === combining.id ? 'yes' : UNSTATED,
    }));
    return fitSoftmax(['yes', UNSTATED], groups, yes);
  });
  return joinHalves(halves, facet, combining.combines, groups);
}

/** Both halves have one threshold in the profile, so the second is put to the scale of the first. */
function joinHalves(
  halves: readonly FacetFit[],
  facet: Facet,
  values: readonly string[],
  groups: readonly TermGroup[],
): FacetFit {
  const [first, second] = halves as [FacetFit, FacetFit];
  const limit = (fit: FacetFit) => Math.max(fit.threshold - OFFSET.combined, THRESHOLD.least);
  const scale = limit(first) / limit(second);
  const ofSecond = new Set(facet.values.find(({ id }) => id === values[1])?.terms);
  const ofFirst = new Set(facet.values.find(({ id }) => id === values[0])?.terms);
  const strengths = groups.map((group, index) => {
    const [a, b] = [first.strengths[index] as number, (second.strengths[index] as number) * scale];
    if (ofFirst.has(group)) return a;
    return ofSecond.has(group) ? b : (a + b) / 2;
  });
  return { strengths, threshold: limit(first) };
}

function sum(...maps: readonly (ReadonlyMap<number, number> | undefined)[]): ReadonlyMap<number, number> {
  const total = new Map<number, number>();
  for (const map of maps) for (const [key, value] of map ?? []) total.set(key, (total.get(key) ?? 0) + value);
  return total;
}

/** Penalised maximum likelihood; the last value is "no position", with the threshold as its weight. */
function fitSoftmax(values: readonly string[], groups: readonly TermGroup[], rows: readonly Row[]): FacetFit {
  const threshold = groups.length;
  const start = [...groups.map(({ leaning }) => (leaning ? START.leaning : START.group)), THRESHOLD.start];
  const penalty = [
    ...groups.map(({ leaning }) => (leaning ? PENALTY.leaning : PENALTY.group)),
    THRESHOLD.penalty,
  ];
  const centre = [...start.slice(0, -1), 0];
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (let index = 0; index < point.length; index++) {
      const off = (point[index] as number) - (centre[index] as number);
      loss += 0.5 * (penalty[index] as number) * off * off;
      gradient[index] = (penalty[index] as number) * off;
    }
    for (const { features, fixed, gold } of rows) {
      const weights = values.map((value) => {
        let weight = (fixed.get(value) ?? 0) + (value === UNSTATED ? (point[threshold] as number) : 0);
        for (const [group, factor] of features.get(value) ?? []) weight += factor * (point[group] as number);
        return weight;
      });
      const top = Math.max(...weights);
      const shares = weights.map((weight) => Math.exp(weight - top));
      const total = shares.reduce((a, b) => a + b, 0);
      for (const [index, value] of values.entries()) {
        const share = (shares[index] as number) / total;
        const error = share - (value === gold ? 1 : 0);
        if (value === gold) loss -= Math.log(share + 1e-12);
        if (value === UNSTATED) gradient[threshold] = (gradient[threshold] as number) + error;
        for (const [group, factor] of features.get(value) ?? []) {
          gradient[group] = (gradient[group] as number) + error * factor;
        }
      }
    }
    return loss;
  };
  const bounds = [...groups.map(() => [0, STRONGEST] as const), [THRESHOLD.least, THRESHOLD.most] as const];
  const point = minimize(objective, start, bounds);
  return { strengths: [...point.slice(0, threshold)], threshold: point[threshold] as number };
}
