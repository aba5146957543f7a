/** Something in a labels file that cannot be used. */
export interface LabelProblem {
  /** 1-based line of the labels file. */
  readonly line: number;
  readonly problem: string;
  readonly mend: string;
}

/** Beyond these the rest is only counted: the first ones mend most. */
const MOST_SHOWN = 20;
const LONGEST_QUOTE = 60;

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

/** A cell as it is shown in an error: short, quoted, without characters that a terminal would obey. */
export function quote(cell: string): string {
  const short = cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE - 1)}…` : cell;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** "a, b or c". */
export function oneOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
