import type { Profile } from '../profile/model.js';
import { type Agreement, agreement, type Figure } from './agreement.js';
import { krippendorffAlpha, type UnitLabels } from './alpha.js';
import { type BootstrapOptions, bootstrap } from './bootstrap.js';
import type { LabelPair } from './confusion.js';
import { type Labels, valuesOf } from './labels.js';

/** How far human coders agree on one facet. */
export interface CoderFacet {
  /** Answers that two coders or more labelled. */
  readonly answers: number;
  /** Krippendorff's alpha over all coders. */
  readonly alpha: Figure;
  readonly pairs: readonly CoderPair[];
}

export interface CoderPair {
  readonly coders: readonly [first: string, second: string];
  readonly agreement: Agreement;
}

/**
 * Compares human coders with each other, facet by facet: no program should be asked to agree with people more
 * than they do. An answer is one by document name and number, so files that name a document unlike are two.
 */
export function compareCoders(
  coders: readonly Labels[],
  profile: Profile,
  options: BootstrapOptions = {},
): Map<string, CoderFacet> {
  const units = new Map<string, (ReadonlyMap<string, string> | undefined)[]>();
  coders.forEach(({ rows }, coder) => {
    for (const { document, answer, values } of rows) {
      const key = `${answer} ${document}`;
      const unit = units.get(key) ?? [];
      unit[coder] = values;
      units.set(key, unit);
    }
  });
  const all = [...units.values()];
  return new Map(
    profile.facets.map((facet) => {
      const values = valuesOf(facet);
      const labels = all.map((unit) => coders.map((_, coder) => unit[coder]?.get(facet.id)));
      return [facet.id, compareFacet(labels, coders, values, options)];
    }),
  );
}

type Unit = readonly (string | undefined)[];

function compareFacet(
  units: readonly Unit[],
  coders: readonly Labels[],
  values: readonly string[],
  options: BootstrapOptions,
): CoderFacet {
  const shared = units.map((unit): UnitLabels => unit.filter((label) => label !== undefined));
  const pairable = shared.filter((labels) => labels.length > 1);
  const [interval] = bootstrap(
    pairable.length,
    (drawn) => [krippendorffAlpha(Array.from(drawn, (unit) => pairable[unit] as UnitLabels))],
    options,
  );
  const pairs = coders.flatMap((first, i) =>
    coders.slice(i + 1).map((second, k): CoderPair => {
      const both = units.flatMap((unit): LabelPair[] => {
        const [a, b] = [unit[i], unit[i + 1 + k]];
        return a === undefined || b === undefined ? [] : [[a, b]];
      });
      return { coders: [first.source, second.source], agreement: agreement(both, values, options) };
    }),
  );
  return {
    answers: pairable.length,
    alpha: { value: krippendorffAlpha(pairable), interval: interval ?? null },
    pairs,
  };
}
