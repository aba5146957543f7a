/** How much is measured: sizes in bytes, times in milliseconds. */
export interface Scale {
  /** Pairs of runs of the whole command. */
  readonly starts: number;
  /** The text of the throughput, and how often and how long each contestant works on it. */
  readonly text: number;
  readonly rounds: number;
  readonly budget: number;
  /** The largest document of the growth, on an ordinary text and on hostile ones. */
  readonly growth: number;
  readonly hostile: number;
  /** The corpus of many documents: NDJSON in bytes, a folder in files. */
  readonly corpus: number;
  readonly files: number;
  /** How often the command goes through it. */
  readonly passes: number;
}

export const MB = 1_000_000;

/** Shows that everything works; the figures say little. */
export const QUICK: Scale = {
  starts: 3,
  text: MB / 4,
  rounds: 1,
  budget: 200,
  growth: MB / 2,
  hostile: MB / 16,
  corpus: MB / 2,
  files: 50,
  passes: 1,
};

export const USUAL: Scale = {
  starts: 31,
  text: 10 * MB,
  rounds: 3,
  budget: 2000,
  growth: 16 * MB,
  hostile: 4 * MB,
  corpus: 50 * MB,
  files: 5000,
  passes: 2,
};

export const FULL: Scale = {
  ...USUAL,
  starts: 101,
  rounds: 5,
  growth: 64 * MB,
  hostile: 64 * MB,
  corpus: 2000 * MB,
  files: 100_000,
  passes: 1,
};

/** Sizes that double, up to the largest: seven of them, as 1, 2, 4 … 64 MB. */
export function doublings(largest: number): number[] {
  return [64, 32, 16, 8, 4, 2, 1].map((part) => Math.ceil(largest / part));
}
