/** Something in a labels file that cannot be used. */
export interface LabelProblem {
  /** 1-based line of the labels file. */
  readonly line: number;
  readonly problem: string;
  readonly mend: string;
}

/** Beyond these the rest is only counted: the first ones mend most. */
const MOST_SHOWN = 20;

/** A labels file that cannot be used as it is. `message` has a line for each problem. */
export class LabelsError extends Error {
  override readonly name = 'LabelsError';

  constructor(
    readonly source: string,
    readonly problems: readonly LabelProblem[],
  ) {
    const shown = problems
      .slice(0, MOST_SHOWN)
      .map(({ line, problem, mend }) => `${source}:${line}: ${problem}: ${mend}`);
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`${source}: and ${more} more problems of this kind`] : [])].join('\n'));
  }
}
