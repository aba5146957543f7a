import type { Confusion } from './confusion.js';

/** One unit's labels, by whichever coders gave one; missing labels are simply not there. */
export type UnitLabels = readonly string[];

/**
 * Krippendorff's alpha for nominal data, any number of coders, missing labels allowed
 * (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section D):
 * 1 - observed / expected disagreement over the coincidences of values within units. A unit with fewer than
 * two labels has no coincidence and is left out. null where alpha is undefined: no pairable labels, or one
 * value throughout. Linear in the labels, for a fixed number of values.
 */
export function krippendorffAlpha(units: Iterable<UnitLabels>): number | null {
  let pairable = 0;
  let disagreement = 0;
  const totals = new Map<string, number>();
  for (const labels of units) {
    if (labels.length < 2) continue;
    const here = new Map<string, number>();
    for (const label of labels) here.set(label, (here.get(label) ?? 0) + 1);
    let same = 0;
    for (const [label, count] of here) {
      same += count * (count - 1);
      totals.set(label, (totals.get(label) ?? 0) + count);
    }
    pairable += labels.length;
    disagreement += (labels.length * (labels.length - 1) - same) / (labels.length - 1);
  }
  return alphaOf(disagreement, totals.values(), pairable);
}

/** The same for two coders who both labelled every answer, from their confusion matrix. */
export function alphaOfPairs({ values, counts, total }: Confusion): number | null {
  const size = values.length;
  const totals = new Float64Array(size);
  let disagreement = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const count = counts[i * size + j] as number;
      (totals[i] as number) += count;
      (totals[j] as number) += count;
      if (i !== j) disagreement += 2 * count;
    }
  }
  return alphaOf(disagreement, totals, 2 * total);
}

/** `disagreement`: coincidences of unlike values; `totals`: each value's labels; `pairable`: their sum. */
function alphaOf(disagreement: number, totals: Iterable<number>, pairable: number): number | null {
  let alike = 0;
  for (const total of totals) alike += total * (total - 1);
  const expected = pairable * (pairable - 1) - alike;
  return expected === 0 ? null : 1 - ((pairable - 1) * disagreement) / expected;
}
