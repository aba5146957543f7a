import { alphaOfPairs } from './alpha.js';
import { type BootstrapOptions, bootstrap, type Interval } from './bootstrap.js';
import { type Confusion, cellsOf, confusion, countCells, type LabelPair } from './confusion.js';
import { cohenKappa } from './kappa.js';
import { accuracy, macroF1, type ValueScore, valueScores } from './scores.js';

/** A figure and its bootstrap interval; null where it is undefined. */
export interface Figure {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** How far two coders agree on one facet. */
export interface Agreement {
  readonly answers: number;
  readonly confusion: Confusion;
  /** In the order of `confusion.values`. */
  readonly scores: readonly ValueScore[];
  readonly accuracy: Figure;
  readonly macroF1: Figure;
  readonly kappa: Figure;
  readonly alpha: Figure;
}

const STATISTICS = [accuracy, macroF1, cohenKappa, alphaOfPairs] as const;

/**
 * Compares two coders' labels of the same answers; the first is taken as the truth where it matters
 * (precision, recall). Intervals come from drawing answers anew, with a fixed seed.
 *
 * @param values the facet's values, in the order to show.
 */
export function agreement(
  pairs: readonly LabelPair[],
  values: readonly string[],
  options: BootstrapOptions = {},
): Agreement {
  const matrix = confusion(pairs, values);
  const cells = cellsOf(pairs, matrix.values);
  const intervals = bootstrap(
    pairs.length,
    (drawn) => {
      const resample = countCells(cells, matrix.values, drawn);
      return STATISTICS.map((statistic) => statistic(resample));
    },
    options,
  );
  const [share, f1, kappa, alpha] = STATISTICS.map((statistic, k) => ({
    value: statistic(matrix),
    interval: intervals[k] ?? null,
  })) as [Figure, Figure, Figure, Figure];
  return {
    answers: pairs.length,
    confusion: matrix,
    scores: valueScores(matrix),
    accuracy: share,
    macroF1: f1,
    kappa,
    alpha,
  };
}
