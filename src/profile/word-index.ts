import type { Word } from './lexicon.js';
import type { PlainAtom } from './pattern.js';
import type { Stems } from './stem.js';
import { WordMap } from './word-map.js';

/** Things that are looked up by a word. */
export class WordIndex<V> {
  readonly #number: number;
  /** Its bit in `Word.without`; none where there are more indexes than bits. */
  readonly #bit: number;
  readonly #map: WordMap<V>;

  /** @param number its own place in `Word.found`. */
  constructor(number: number, stems: Stems) {
    this.#number = number;
    this.#bit = number < 31 ? 1 << number : 0;
    this.#map = new WordMap(stems);
  }

  add(word: PlainAtom, value: V): void {
    this.#map.add(word, value);
  }

  /** What stands in the index for a word, each once. It is gathered once a word. */
  at(word: Word): readonly V[] {
    if ((word.without & this.#bit) !== 0) return NOTHING;
    return (word.found?.[this.#number] as readonly V[] | undefined) ?? this.#gather(word);
  }

  #gather(word: Word): readonly V[] {
    const found = this.#map.at(word);
    if (found.length === 0 && this.#bit !== 0) {
      word.without |= this.#bit;
    } else {
      word.found ??= [];
      word.found[this.#number] = found;
    }
    return found;
  }
}

const NOTHING: readonly never[] = [];
