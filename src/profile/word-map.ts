import type { Word } from './lexicon.js';
import type { PlainAtom } from './pattern.js';
import { LONGEST_WORD, type Stems } from './stem.js';

/** Things that are found by a word, put in for words as they stand, for stems, and for beginnings. */
export class WordMap<V> {
  readonly #stems: Stems;
  readonly #exact = new Map<string, V[]>();
  readonly #stemmed = new Map<string, V[]>();
  readonly #globs = new Map<string, V[]>();
  #longestGlob = 0;

  constructor(stems: Stems) {
    this.#stems = stems;
  }

  add({ kind, text }: PlainAtom, value: V): void {
    if (kind === 'exact') push(this.#exact, text, value);
    else if (kind === 'stem') push(this.#stemmed, this.#stems.ofTerm(text), value);
    else {
      push(this.#globs, text, value);
      this.#longestGlob = Math.max(this.#longestGlob, text.length);
    }
  }

  /** What stands here for the word: each once, what is for the word itself first, then by its stem, then by its beginning. */
  at(word: Word): readonly V[] {
    const { text } = word;
    let found: readonly V[] = this.#exact.get(text) ?? NOTHING;
    if (this.#stemmed.size > 0 && (word.hasKnownStem || this.#mayHaveStemOf(text))) {
      found = joined(found, this.#stemmed.get(word.stem));
    }
    const longest = Math.min(this.#longestGlob, text.length);
    for (let length = 1; length <= longest; length++) {
      found = joined(found, this.#globs.get(text.slice(0, length)));
    }
    return found;
  }

  /** Whether a word may have one of the stems, told without the stemmer: a word begins with its stem but for an "e", and an "i" for "y". */
  #mayHaveStemOf(text: string): boolean {
    // A longer word is its own stem.
    if (text.length > LONGEST_WORD || text.includes('y')) return true;
    for (let length = 1; length <= text.length; length++) {
      const start = text.slice(0, length);
      if (this.#stemmed.has(start) || this.#stemmed.has(`${start}e`)) return true;
    }
    return false;
  }
}

const NOTHING: readonly never[] = [];

function joined<V>(found: readonly V[], more: readonly V[] | undefined): readonly V[] {
  if (more === undefined) return found;
  return found.length === 0 ? more : [...new Set([...found, ...more])];
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
