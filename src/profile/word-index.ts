import type { Word } from './lexicon.js';
import type { PlainAtom } from './pattern.js';
import type { Stems } from './stem.js';
import { WordMap } from './word-map.js';

/** Things that are looked up by a word. */
export class WordIndex<V> {
  readonly #number: number;
  readonly #map: WordMap<V>;

  /** @param number its own place in `Word.found`. */
  constructor(number: number, stems: Stems) {
    this.#number = number;
    this.#map = new WordMap(stems);
  }

  add(word: PlainAtom, value: V): void {
    this.#map.add(word, value);
  }

  /** What stands in the index for a word, each once. It is gathered once a word. */
  at(word: Word): readonly V[] {
    let found = word.found[this.#number];
    if (found === undefined) {
      found = this.#map.at(word);
      word.found[this.#number] = found;
    }
    return found as readonly V[];
  }
}
