/** How much is measured: sizes in bytes, times in milliseconds. */
export interface Scale {
  /** Pairs of runs of the whole command. */
  readonly starts: number;
  /** The text of the throughput, and how often and how long each contestant works on it. */
  readonly text: number;
  readonly rounds: number;
  readonly budget: number;
  /** The largest document of the growth, an ordinary one and a hostile one, and how often it is halved. */
  readonly growth: number;
  readonly hostile: number;
  readonly doublings: number;
  /** How often a document is worked on at most: the smaller the more often, since chance has a larger part in it. */
  readonly repeats: number;
  /** The corpus of many documents: NDJSON in bytes, a folder in files. */
  readonly corpus: number;
  readonly files: number;
  /** How often the command goes through it. */
  readonly passes: number;
}

export const MB = 1_000_000;

/** Shows that everything works; the figures say little. */
export const QUICK: Scale = {
  starts: 2,
  text: MB / 4,
  rounds: 1,
  budget: 100,
  growth: MB / 32,
  hostile: MB / 64,
  doublings: 2,
  repeats: 1,
  corpus: MB / 16,
  files: 10,
  passes: 1,
};

export const USUAL: Scale = {
  starts: 31,
  text: 10 * MB,
  rounds: 3,
  budget: 2000,
  growth: 8 * MB,
  hostile: 2 * MB,
  doublings: 6,
  repeats: 5,
  corpus: 10 * MB,
  files: 2000,
  passes: 1,
};

export const FULL: Scale = {
  ...USUAL,
  starts: 101,
  rounds: 5,
  growth: 64 * MB,
  hostile: 64 * MB,
  corpus: 2000 * MB,
  files: 100_000,
};

/** Sizes that double, up to the largest: 1, 2, 4 … 64 MB for six doublings. */
export function doublings(largest: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => Math.ceil(largest / 2 ** (count - i)));
}
