import type { ElementId, Word } from './lexicon.js';
import type { Anchored } from './steps.js';
import type { WordIndex } from './word-index.js';

/** Patterns that are looked for in whole sentences. */
export class PatternIndex<T> {
  readonly #anchored: WordIndex<Anchored<T>>;
  readonly #witnesses: WordIndex<ElementId>;
  /** For each element, the number of the last sentence with it. */
  readonly #met: Uint32Array;
  #sentence = 0;

  /** @param elements how many there are. */
  constructor(anchored: WordIndex<Anchored<T>>, witnesses: WordIndex<ElementId>, elements: number) {
    this.#anchored = anchored;
    this.#witnesses = witnesses;
    this.#met = new Uint32Array(elements);
  }

  /** Takes note of a sentence's words; after that, `at` asks for the witnesses among them. */
  enter(tokens: readonly { readonly word: Word }[]): void {
    this.#sentence++;
    for (const { word } of tokens) {
      for (const element of this.#witnesses.at(word)) this.#met[element] = this.#sentence;
    }
  }

  /** The patterns that are anchored in a word. */
  at(word: Word): readonly Anchored<T>[] {
    return this.#anchored.at(word);
  }

  /** Whether the pattern's witness stands in the sentence. */
  mayStand({ witness }: Anchored<T>): boolean {
    return witness === null || this.#met[witness] === this.#sentence;
  }
}
