import type { ElementId, Word } from './lexicon.js';

/** Things that are looked up by a word: those of every element that the word satisfies. */
export class WordIndex<V> {
  readonly #number: number;
  readonly #byElement = new Map<ElementId, V[]>();

  /** @param number its own place in `Word.found`. */
  constructor(number: number) {
    this.#number = number;
  }

  add(element: ElementId, value: V): void {
    const list = this.#byElement.get(element);
    if (list === undefined) this.#byElement.set(element, [value]);
    else list.push(value);
  }

  elements(): Iterable<ElementId> {
    return this.#byElement.keys();
  }

  /** What stands in the index for a word, each once. It is gathered once a word. */
  at(word: Word): readonly V[] {
    let found = word.found[this.#number];
    if (found === undefined) {
      found = this.#gather(word);
      word.found[this.#number] = found;
    }
    return found as readonly V[];
  }

  #gather({ elements }: Word): readonly V[] {
    const found = new Set<V>();
    for (const element of elements) {
      for (const value of this.#byElement.get(element) ?? []) found.add(value);
    }
    return found.size === 0 ? NOTHING : [...found];
  }
}

const NOTHING: readonly never[] = [];
