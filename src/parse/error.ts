/**
 * A document that its format's parser cannot use: JSON that is broken or of another shape. `message` is one
 * whole line, ready to print: `source: what is wrong: how to mend`.
 */
export class ParseError extends Error {
  override readonly name = 'ParseError';
  readonly source: string;
  /** What is wrong, in a few words. */
  readonly problem: string;
  /** How to mend it, in a few words. */
  readonly mend: string;

  constructor(source: string, problem: string, mend: string) {
    super(`${source === '-' ? 'standard input' : source}: ${problem}: ${mend}`);
    this.source = source;
    this.problem = problem;
    this.mend = mend;
  }
}

/** JSON that is whole and holds no thread: among threads it lies for something else. */
export class OtherShapeError extends ParseError {}
