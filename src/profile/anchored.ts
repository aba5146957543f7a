import { MOST_BEFORE_UNIT } from './quantities.js';
import { type CompiledPattern, lengthOf } from './steps.js';

/** A pattern as it is written, and what it means. */
export interface Row<T> {
  readonly text: string;
  readonly meaning: T;
  /** Its place among the rows that it came with. */
  readonly order: number;
}

/** Which of a pattern's pieces it is looked for by. */
export interface Anchor {
  readonly step: number;
  /** Another that must stand in the sentence; -1 where there is none. */
  readonly witness: number;
}

/** A pattern that is looked for by one of its words, and compiled when that word has been met. */
export class Anchored<T> {
  readonly row: Row<T>;
  /** The piece that is its witness; null where there is none. */
  readonly witnessPiece: string | null;
  /** The number that the index gives to the witness: -1 where there is none, less where none is given yet. */
  witness: number;
  readonly #step: number;
  #located: Located<T> | undefined;

  /** @param step which of the pattern's pieces the word is. */
  constructor(row: Row<T>, step: number, witnessPiece: string | null) {
    this.row = row;
    this.#step = step;
    this.witnessPiece = witnessPiece;
    this.witness = witnessPiece === null ? -1 : -2;
  }

  /** The compiled pattern. */
  located(compile: (row: Row<T>) => CompiledPattern<T>): Located<T> {
    this.#located ??= locate(compile(this.row), this.#step);
    return this.#located;
  }
}

/** A compiled pattern, and where in it the word stands that it is looked for by. */
export interface Located<T> {
  readonly pattern: CompiledPattern<T>;
  /** How many words stand before that one at least, and at most. */
  readonly least: number;
  readonly most: number;
}

function locate<T>(pattern: CompiledPattern<T>, anchor: number): Located<T> {
  let [least, most] = [0, 0];
  for (const step of pattern.steps.slice(0, anchor)) {
    const [fewest, longest] = lengthOf(step);
    least += fewest;
    most += longest;
  }
  const step = pattern.steps[anchor];
  if (step?.kind === 'family' && step.family.kind === 'quantity') most += MOST_BEFORE_UNIT;
  return { pattern, least, most };
}
