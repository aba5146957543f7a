import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { Atom } from './pattern.js';

/** The identity of a word element: words that satisfy it carry this number. */
export type ElementId = number;

const NONE: ReadonlySet<ElementId> = new Set();

/** More distinct words than this are not remembered, so that a hostile text cannot fill the memory. */
const MOST_WORDS = 200_000;

/**
 * Knows, for every word met, which word elements of the profile it satisfies.
 * A word is stemmed and looked up once; after that it is one map access.
 */
export class Lexicon {
  readonly #exact = new Map<string, ElementId[]>();
  readonly #stems = new Map<string, ElementId[]>();
  readonly #globs = new Map<string, ElementId[]>();
  readonly #words = new Map<string, ReadonlySet<ElementId>>();
  #longestGlob = 0;
  #count = 0;

  /** A new element for these alternatives. */
  element(atoms: readonly Atom[]): ElementId {
    const id = this.#count++;
    for (const { kind, text } of atoms) {
      if (kind === 'exact') push(this.#exact, text, id);
      else if (kind === 'stem') push(this.#stems, stem(text), id);
      else {
        push(this.#globs, text, id);
        this.#longestGlob = Math.max(this.#longestGlob, text.length);
      }
    }
    this.#words.clear();
    return id;
  }

  /** The elements that a word satisfies. `word`: lower case, apostrophes straight. */
  elementsOf(word: string): ReadonlySet<ElementId> {
    let found = this.#words.get(word);
    if (found === undefined) {
      if (this.#words.size >= MOST_WORDS) this.#words.clear();
      found = this.#lookUp(word);
      this.#words.set(word, found);
    }
    return found;
  }

  #lookUp(word: string): ReadonlySet<ElementId> {
    const ids = [...(this.#exact.get(word) ?? []), ...(this.#stems.get(stem(word)) ?? [])];
    const longest = Math.min(this.#longestGlob, word.length);
    for (let length = 1; length <= longest; length++) {
      const found = this.#globs.get(word.slice(0, length));
      if (found !== undefined) ids.push(...found);
    }
    return ids.length === 0 ? NONE : new Set(ids);
  }
}

/** Whether a word is one of some alternatives. A word is tried once. */
export class WordTest {
  readonly #atoms: readonly Atom[];
  readonly #known = new Map<string, boolean>();

  constructor(atoms: readonly Atom[]) {
    this.#atoms = atoms;
  }

  /** `word`: lower case, apostrophes straight. */
  matches(word: string): boolean {
    let known = this.#known.get(word);
    if (known === undefined) {
      if (this.#known.size >= MOST_WORDS) this.#known.clear();
      known = this.#atoms.some((atom) => satisfies(word, atom));
      this.#known.set(word, known);
    }
    return known;
  }
}

function satisfies(word: string, { kind, text }: Atom): boolean {
  if (kind === 'glob') return word.startsWith(text);
  return kind === 'stem' ? stem(word) === stem(text) : word === text;
}

/** Words whose stems are remembered; each is stemmed once. */
const stems = new Map<string, string>();

/** Stems longer than any English word are not worth the stemmer's time. */
function stem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    if (stems.size >= MOST_WORDS) stems.clear();
    const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
    found = plain.length <= 32 ? PorterStemmer.stem(plain) : plain;
    stems.set(word, found);
  }
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
