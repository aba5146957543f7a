/** What labelled answers offer to the fit of a profile's strengths. */

import { type Reading, readAnswers } from '../classify/reading.js';
import type { Answer, Thread } from '../model.js';
import { compileProfile } from '../profile/compile.js';
import type { Language, LeaningWords, Profile, TermGroup } from '../profile/model.js';
import { pairLabels } from './labelled.js';
import type { Labels } from './labels.js';

/** A group's word for a value; a bare "yes" is no group's. */
export interface Spoken {
  readonly value: string;
  readonly group: TermGroup | null;
  /** What a strength of 1 weighs here, by the rules of `decide.ts`. */
  readonly factor: number;
}

/** A labelled answer, and what in it speaks for what. */
export interface Offer {
  readonly source: string;
  readonly answer: Answer;
  /** Facet id → the coder's value; facets left blank are absent. */
  readonly labels: ReadonlyMap<string, string>;
  /** Facet id → what was said, by the groups of the profile that was given. */
  readonly spoken: ReadonlyMap<string, readonly Spoken[]>;
  /** Leaning words of the profile that was given. */
  readonly leaning: readonly LeaningWords[];
}

/** Reads the labelled answers of threads; what they offer does not depend on the profile's strengths. Linear in the text. */
export type OfferReader = (threads: Iterable<Thread>, labels: Labels) => Offer[];

/** Compiles the profile once, for as many threads and labels as there are. */
export function offerReader(profile: Profile, language: Language): OfferReader {
  const { unit, original } = withUnitStrengths(profile);
  const compiled = compileProfile(unit, language);
  return (threads, labels) =>
    [...threads].flatMap((thread) => {
      const readings = readAnswers(thread, compiled);
      const readingOf = new Map(readings.map((reading) => [reading.answer, reading]));
      return pairLabels([thread], labels).labelled.map(
        ({ answer, labels: values }): Offer => ({
          source: thread.source,
          answer,
          labels: values,
          spoken: spokenIn(readingOf.get(answer)?.claims ?? new Map(), original),
          leaning: readingOf.get(answer)?.leaning.map(({ row }) => unit.leaning[row] as LeaningWords) ?? [],
        }),
      );
    });
}

function spokenIn(
  claims: Reading['claims'],
  original: ReadonlyMap<TermGroup, TermGroup>,
): Map<string, readonly Spoken[]> {
  return new Map(
    [...claims].map(([facet, weighed]) => [
      facet,
      weighed
        .filter(({ weight }) => weight > 0)
        .map(({ claim: { value, group }, weight }) => ({
          value,
          group: original.get(group) ?? null,
          factor: weight,
        })),
    ]),
  );
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
