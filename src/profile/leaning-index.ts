import type { Word } from './lexicon.js';
import type { LeaningWords } from './model.js';

/** What a word of a text may be to the leaning words. */
export interface LeaningRole {
  readonly stem: string;
  readonly alone: LeaningWords | undefined;
  /** By the stem of the word behind it. */
  readonly pairs: ReadonlyMap<string, LeaningWords> | undefined;
}

/** More distinct words than this are not remembered, so that a hostile text cannot fill the memory. */
const MOST_WORDS = 50_000;

/** Finds leaning words by the stems of a text's words. */
export class LeaningIndex {
  readonly #alone = new Map<string, LeaningWords>();
  readonly #pairs = new Map<string, Map<string, LeaningWords>>();
  readonly #roles = new Map<Word, LeaningRole>();

  constructor(leaning: readonly LeaningWords[]) {
    for (const words of leaning) for (const stems of words.stems) this.#add(stems, words);
  }

  #add(stems: string, words: LeaningWords): void {
    const [first = '', second] = stems.split(' ');
    if (second === undefined) this.#alone.set(first, words);
    else this.#pairs.set(first, (this.#pairs.get(first) ?? new Map()).set(second, words));
  }

  get isEmpty(): boolean {
    return this.#alone.size + this.#pairs.size === 0;
  }

  roleOf(word: Word): LeaningRole {
    let role = this.#roles.get(word);
    if (role === undefined) {
      const { stem } = word;
      role = { stem, alone: this.#alone.get(stem), pairs: this.#pairs.get(stem) };
      if (this.#roles.size >= MOST_WORDS) this.#roles.clear();
      this.#roles.set(word, role);
    }
    return role;
  }
}
