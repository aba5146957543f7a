import { UNSTATED } from '../classify/decide.js';
import type { CodedAnswer, CodedThread, Evidence } from '../model.js';
import type { Facet, Profile } from '../profile/model.js';
import { type Agreement, agreement } from './agreement.js';
import type { BootstrapOptions } from './bootstrap.js';
import { type CoderFacet, compareCoders } from './coders.js';
import { type LabelledAnswer, type Pairing, pairLabels } from './labelled.js';
import { type Labels, valuesOf } from './labels.js';

/** How far the program agrees with a coder. */
export interface Evaluation {
  readonly profile: Profile;
  /** The gold files; the first is what the program is compared with. */
  readonly gold: readonly string[];
  readonly pairing: Pairing;
  /** Facet id → how the human coders agree; null with one coder. */
  readonly coders: ReadonlyMap<string, CoderFacet> | null;
  /** Facet id → how the program agrees with the first coder; the profile's facets that the coder labelled. */
  readonly facets: ReadonlyMap<string, FacetEvaluation>;
  readonly disagreements: readonly Disagreement[];
}

export interface FacetEvaluation {
  readonly facet: Facet;
  readonly agreement: Agreement;
  readonly certain: Coverage;
  readonly uncertain: Coverage;
}

/** Labels of one kind (certain, uncertain), and how many of them are right. */
export interface Coverage {
  readonly labels: number;
  readonly right: number;
}

/** A label of the program's that the coder would not have given, and what led to it. */
export interface Disagreement {
  readonly document: string;
  readonly answer: number;
  readonly heading: string | null;
  readonly facet: string;
  readonly gold: string;
  readonly found: string;
  readonly certain: boolean;
  /** Why the program's value won. */
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
  /** What the answer says, for a reader who looks for the words that were missed. */
  readonly body: string;
}

/**
 * Compares the program's labels with a coder's, facet by facet, and lists every disagreement with its evidence.
 * With a second coder (and more), the coders are compared with each other first. Answers are the units, also
 * of the bootstrap; the same input and seed give the same figures.
 *
 * @param gold at least one coder's labels.
 */
export function evaluate(
  threads: Iterable<CodedThread>,
  gold: readonly [Labels, ...Labels[]],
  profile: Profile,
  options: BootstrapOptions = {},
): Evaluation {
  const [first] = gold;
  const pairing = pairLabels(threads, first);
  const facets = profile.facets.filter(({ id }) => first.facets.includes(id));
  return {
    profile,
    gold: gold.map(({ source }) => source),
    pairing,
    coders: gold.length > 1 ? compareCoders(gold, profile, options) : null,
    facets: new Map(facets.map((facet) => [facet.id, evaluateFacet(facet, pairing.labelled, options)])),
    disagreements: pairing.labelled.flatMap((labelled) =>
      facets.flatMap((facet) => disagreement(labelled, facet) ?? []),
    ),
  };
}

function evaluateFacet(
  facet: Facet,
  labelled: readonly LabelledAnswer[],
  options: BootstrapOptions,
): FacetEvaluation {
  const both = labelled.flatMap(({ answer, labels }) => {
    const gold = labels.get(facet.id);
    return gold === undefined
      ? []
      : [{ gold, found: foundValue(answer, facet), certain: isCertain(answer, facet) }];
  });
  const coverage = (certain: boolean): Coverage => {
    const these = both.filter((labels) => labels.certain === certain);
    return { labels: these.length, right: these.filter(({ gold, found }) => gold === found).length };
  };
  return {
    facet,
    agreement: agreement(
      both.map(({ gold, found }) => [gold, found] as const),
      valuesOf(facet),
      options,
    ),
    certain: coverage(true),
    uncertain: coverage(false),
  };
}

function disagreement({ thread, answer, labels }: LabelledAnswer, facet: Facet): Disagreement | null {
  const gold = labels.get(facet.id);
  const found = foundValue(answer, facet);
  if (gold === undefined || gold === found) return null;
  return {
    document: thread.source,
    answer: answer.id,
    heading: answer.heading,
    facet: facet.id,
    gold,
    found,
    certain: isCertain(answer, facet),
    reason: answer.reasons[facet.id] ?? null,
    evidence: answer.evidence.filter((evidence) => evidence.facet === facet.id),
    body: answer.body,
  };
}

function foundValue(answer: CodedAnswer, facet: Facet): string {
  return answer.facets[facet.id] ?? UNSTATED;
}

function isCertain(answer: CodedAnswer, facet: Facet): boolean {
  return !answer.uncertain.includes(facet.id);
}
