import { randomNumbers } from './random.js';

/** Lower and upper bound. */
export type Interval = readonly [low: number, high: number];

export interface BootstrapOptions {
  /** 1 unless stated. */
  readonly seed?: number;
  /** How many times the answers are drawn anew; 1999 unless stated. */
  readonly resamples?: number;
  /** 0.95 unless stated. */
  readonly level?: number;
}

export const DEFAULT_SEED = 1;
/** (resamples + 1) × 2.5 % is a whole number, so that the bounds are drawn values and none between two. */
export const DEFAULT_RESAMPLES = 1999;

/**
 * Percentile bootstrap intervals (Efron & Tibshirani 1993, An Introduction to the Bootstrap, ch. 13).
 * `size` units are drawn with replacement; `statistics` gets the drawn indexes (one array, reused) and
 * gives one figure or several. A figure that a draw leaves undefined (null) is left out; where more than
 * half of the draws leave it undefined, its interval is null.
 *
 * @returns one interval for each figure.
 */
export function bootstrap(
  size: number,
  statistics: (drawn: Uint32Array) => readonly (number | null)[],
  { seed = DEFAULT_SEED, resamples = DEFAULT_RESAMPLES, level = 0.95 }: BootstrapOptions = {},
): (Interval | null)[] {
  if (size === 0) return [];
  const random = randomNumbers(seed);
  const drawn = new Uint32Array(size);
  const figures: number[][] = [];
  for (let round = 0; round < resamples; round++) {
    for (let i = 0; i < size; i++) drawn[i] = Math.floor(random() * size);
    statistics(drawn).forEach((figure, k) => {
      figures[k] ??= [];
      if (figure !== null) figures[k].push(figure);
    });
  }
  return figures.map((drawnFigures) =>
    drawnFigures.length * 2 < resamples ? null : percentiles(drawnFigures, level),
  );
}

function percentiles(figures: number[], level: number): Interval {
  figures.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  const rank = Math.max(1, Math.floor((figures.length + 1) * tail + 1e-9));
  return [figures[rank - 1] as number, figures[figures.length - rank] as number];
}
