/**
 * Fits the strengths of a profile to labelled answers.
 *
 * For each facet, maximum likelihood of the coders' values under the rule of
 * `decide.ts`: a softmax over the values' weights, where no position has the
 * threshold; for a facet with a combined value ("mixed"), a logistic
 * regression for each of the two, both with the same threshold. Strengths of
 * terms are not negative, since a term that speaks against its value is no
 * term of it; leaning words may. A quadratic penalty keeps all near their start
 * (penalised regression, Hastie et al. 2009, § 4.4.4): groups of terms near 2,
 * leaning words near 0, the less they tell (`telling.ts`) the nearer.
 */

import { UNSTATED } from '../classify/decide.js';
import type { Thread } from '../model.js';
import type { Facet, Language, LeaningWords, Profile, TermGroup } from '../profile/model.js';
import type { Labels } from './labels.js';
import { type Offer, offerReader } from './offers.js';
import { fitSoftmax, type Observation, type Parameter } from './softmax.js';
import { tellingOf } from './telling.js';

/** Fitted strengths, by group of the profile that was given, and facet id → threshold. */
export interface Fit {
  /** Groups of the facets that were fitted; those that were kept have their own. */
  readonly strengths: ReadonlyMap<TermGroup, number>;
  readonly thresholds: ReadonlyMap<string, number>;
  /** What leaning words weigh, by facet id and value. */
  readonly leaning: ReadonlyMap<LeaningWords, Record<string, Record<string, number>>>;
  /** Facet id → labelled answers that its fit rests on; a facet with fewer than `fewest` is not fitted. */
  readonly answers: ReadonlyMap<string, number>;
  /** Answers that were read and have a label. */
  readonly labelled: number;
}

export interface FitOptions {
  /** Groups and words that keep their strength. */
  readonly kept?: ReadonlySet<TermGroup | LeaningWords>;
  /** A facet with fewer labelled answers is left as it is; 1 unless stated. */
  readonly fewest?: number;
  /** How firmly the strengths of terms are held near their start; 1 unless stated. */
  readonly firmness?: number;
}

const GROUP = { start: 2, least: 0, most: 5, centre: 2 };
const LEANING = { start: 0, least: -4, most: 4, centre: 0, penalty: 1 };
const THRESHOLD = { start: 1, least: 0, most: 7, centre: 0, penalty: 0.01 };

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
  { kept = new Set(), fewest = 1, firmness = 1 }: FitOptions = {},
): Fit {
  const strengths = new Map<TermGroup, number>();
  const thresholds = new Map<string, number>();
  const leaning = new Map(
    profile.leaning.map((words) => [words, {} as Record<string, Record<string, number>>]),
  );
  const answers = new Map<string, number>();
  for (const facet of profile.facets) {
    const asked = offers.filter(
      ({ labels }) =>
        labels.has(facet.id) && Object.entries(facet.when).every(([id, value]) => labels.get(id) === value),
    );
    answers.set(facet.id, asked.length);
    if (asked.length < fewest) continue;
    const model = new FacetModel(facet, profile, kept, { ...GROUP, penalty: firmness }, asked);
    const point = fitSoftmax(model.places, model.parameters, model.observations(asked));
    thresholds.set(facet.id, model.threshold(point));
    for (const [group, number] of model.groups) strengths.set(group, point[number] as number);
    for (const [words, cells] of model.words) {
      const weights = Object.entries(cells).map(([value, number]) => [value, point[number] as number]);
      (leaning.get(words) as Record<string, object>)[facet.id] = Object.fromEntries(weights);
    }
  }
  return { strengths, thresholds, leaning, answers, labelled: offers.length };
}

/** A facet's strengths as parameters by number, and what labelled answers say of them. */
class FacetModel {
  readonly parameters: Parameter[] = [];
  readonly groups = new Map<TermGroup, number>();
  /** Leaning words → value → the number of what they weigh for it. */
  readonly words = new Map<LeaningWords, Record<string, number>>();
  /** Values of each regression; what speaks for no position has the place behind them. */
  readonly #regressions: readonly (readonly string[])[];
  readonly #both: string | null;
  readonly #threshold: number;

  constructor(
    readonly facet: Facet,
    { leaning }: Profile,
    kept: ReadonlySet<TermGroup | LeaningWords>,
    ofGroup: Parameter,
    offers: readonly Offer[],
  ) {
    const combining = facet.values.find(({ combines }) => combines !== null);
    this.#both = combining?.id ?? null;
    this.#regressions = combining?.combines?.map((half) => [half]) ?? [
      facet.values.map(({ id }) => id).filter((id) => id !== UNSTATED),
    ];
    this.#threshold = this.#add(THRESHOLD);
    for (const group of facet.values.flatMap(({ terms }) => terms)) {
      this.groups.set(group, this.#add(kept.has(group) ? unchanged(group.strength) : ofGroup));
    }
    const own = leaning.filter((words) => words.weights[facet.id] !== undefined);
    for (const { id } of facet.values) {
      const telling = tellingOf(own, offers, ({ labels }) => this.#has(labels.get(facet.id), id));
      for (const words of own) {
        const weight = words.weights[facet.id]?.[id];
        if (weight === undefined) continue;
        const penalty = LEANING.penalty / (telling.get(words) as number);
        const number = this.#add(kept.has(words) ? unchanged(weight) : { ...LEANING, penalty });
        this.words.set(words, { ...this.words.get(words), [id]: number });
      }
    }
  }

  /** Whether a label is the value, or is made by it and another. */
  #has(label: string | undefined, value: string): boolean {
    return (
      label === value || (label === this.#both && this.#regressions.some((values) => values.includes(value)))
    );
  }

  #add(parameter: Parameter): number {
    return this.parameters.push(parameter) - 1;
  }

  /** The values of a regression, and no position. */
  get places(): number {
    return (this.#regressions[0]?.length ?? 0) + 1;
  }

  threshold(point: Float64Array): number {
    return point[this.#threshold] as number;
  }

  observations(offers: readonly Offer[]): Observation[] {
    return this.#regressions.flatMap((values) => offers.map((offer) => this.#observation(offer, values)));
  }

  #observation({ labels, spoken, leaning }: Offer, values: readonly string[]): Observation {
    const none = values.length;
    const weighs: [number, number, number][] = [[none, this.#threshold, 1]];
    const fixed = new Array<number>(none + 1).fill(0);
    for (const { value, group, factor } of spoken.get(this.facet.id) ?? []) {
      const number = group === null ? undefined : this.groups.get(group);
      for (const place of this.#placesOf(value, values)) {
        if (number === undefined) fixed[place] = (fixed[place] as number) + factor;
        else weighs.push([place, number, factor]);
      }
    }
    for (const words of leaning) {
      const cells = this.words.get(words);
      for (const value in cells) {
        for (const place of this.#placesOf(value, values)) weighs.push([place, cells[value] as number, 1]);
      }
    }
    const [right = none] = this.#placesOf(labels.get(this.facet.id) as string, values);
    return { weighs, fixed, right };
  }

  /** Where what speaks for a value counts among those of a regression. */
  #placesOf(value: string, values: readonly string[]): number[] {
    if (value === UNSTATED) return [values.length];
    if (value === this.#both) return [0];
    const place = values.indexOf(value);
    return place < 0 ? [] : [place];
  }
}

function unchanged(value: number): Parameter {
  return { start: value, least: value, most: value, centre: value, penalty: 0 };
}
