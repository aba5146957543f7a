/** How much is measured: sizes in bytes, times in milliseconds. */
export interface Scale {
  /** Pairs of runs of the whole command. */
  readonly starts: number;
  /** How often all takes its turn; the milliseconds of one turn on the throughput. */
  readonly rounds: number;
  readonly budget: number;
  /** The text of the throughput. */
  readonly text: number;
  /** The largest document of the growth, an ordinary one and a hostile one, and how often it is halved. */
  readonly growth: number;
  readonly hostile: number;
  readonly doublings: number;
  /** The corpus of many documents: NDJSON in bytes, a folder in files. */
  readonly corpus: number;
  readonly files: number;
  /** How often the command goes through it. */
  readonly passes: number;
}

export const MB = 1_000_000;

/** Shows that everything works; the figures say little. */
export const QUICK: Scale = {
  starts: 1,
  text: MB / 4,
  rounds: 1,
  budget: 50,
  growth: MB / 32,
  hostile: MB / 64,
  doublings: 1,
  corpus: MB / 16,
  files: 10,
  passes: 1,
};

export const USUAL: Scale = {
  starts: 15,
  text: 10 * MB,
  rounds: 3,
  budget: 2000,
  growth: 4 * MB,
  hostile: MB / 2,
  doublings: 6,
  corpus: 5 * MB,
  files: 1000,
  passes: 1,
};

export const FULL: Scale = {
  ...USUAL,
  starts: 101,
  rounds: 5,
  budget: 5000,
  growth: 64 * MB,
  hostile: 64 * MB,
  corpus: 2000 * MB,
  files: 100_000,
};

/** Sizes that double, up to the largest: 1, 2, 4 … 64 MB for six doublings. */
export function doublings(largest: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => Math.ceil(largest / 2 ** (count - i)));
}
