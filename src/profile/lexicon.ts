import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { PlainAtom } from './pattern.js';

/** The identity of a word element: words that satisfy it carry this number. */
export type ElementId = number;

/** A word met in a text, and what the profile makes of it. */
export interface Word {
  /** Lower case, apostrophes straight. */
  readonly text: string;
  /** The word elements that it satisfies. */
  readonly elements: ReadonlySet<ElementId>;
  /** For each word index, by its number, what stands in it for the word; the index fills it in. */
  readonly found: (readonly unknown[] | undefined)[];
  /** For each pattern index, by its number, what the word is to its patterns; the index fills it in. */
  readonly roles: unknown[];
}

const NONE: ReadonlySet<ElementId> = new Set();

/** More distinct words than this are not remembered, so that a hostile text cannot fill the memory. */
const MOST_WORDS = 50_000;

/** Places for the words met last; a power of two. */
const RECENT = 2 ** 14;

/** Longer than any English word, in UTF-16 code units: not worth the stemmer's time, nor remembering. */
const LONGEST = 32;

/**
 * Knows, for every word met, which word elements of the profile it satisfies. A word is stemmed and looked
 * up once; when it is met again, the text is compared with it in place, and nothing is allocated.
 */
export class Lexicon {
  readonly #exact = new Map<string, ElementId[]>();
  readonly #stems = new Map<string, ElementId[]>();
  readonly #globs = new Map<string, ElementId[]>();
  readonly #elements = new Map<string, ElementId>();
  readonly #atoms: (readonly PlainAtom[])[] = [];
  readonly #words = new Map<string, Word>();
  /** Words as they were written, each in the place that its characters give it, and what they are. */
  readonly #forms: string[] = Array(RECENT).fill('');
  readonly #recent: (Word | undefined)[] = Array(RECENT).fill(undefined);
  readonly #noneFound: Word['found'] = [];
  readonly #noRoles: Word['roles'] = [];
  #longestGlob = 0;

  /** The element for these alternatives; the same alternatives give the same element. */
  element(atoms: readonly PlainAtom[]): ElementId {
    const key = atoms
      .map(({ kind, text }) => `${kind} ${text}`)
      .sort()
      .join('|');
    const known = this.#elements.get(key);
    if (known !== undefined) return known;
    const id = this.#elements.size;
    this.#elements.set(key, id);
    this.#atoms.push(atoms);
    for (const { kind, text } of atoms) {
      if (kind === 'exact') push(this.#exact, text, id);
      else if (kind === 'stem') push(this.#stems, stem(text), id);
      else {
        push(this.#globs, text, id);
        this.#longestGlob = Math.max(this.#longestGlob, text.length);
      }
    }
    return id;
  }

  /** The alternatives that an element was made of. */
  atomsOf(element: ElementId): readonly PlainAtom[] {
    return this.#atoms[element] ?? [];
  }

  /** The word that is `text.slice(start, end)`. */
  wordAt(text: string, start: number, end: number): Word {
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const place = (hash ^ (hash >>> 15)) & (RECENT - 1);
    const known = this.#recent[place];
    if (known !== undefined && stands(this.#forms[place] as string, text, start, end)) return known;
    const form = ownCopy(text.slice(start, end));
    const word = this.#wordOf(fold(form));
    if (form.length > LONGEST) return word;
    this.#forms[place] = form;
    this.#recent[place] = word;
    return word;
  }

  #wordOf(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const elements = this.#elementsOf(text);
    // Words that satisfy nothing are the same to every index.
    const word: Word =
      elements === NONE
        ? { text, elements, found: this.#noneFound, roles: this.#noRoles }
        : { text, elements, found: [], roles: [] };
    if (text.length > LONGEST) return word;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    this.#words.set(text, word);
    return word;
  }

  #elementsOf(word: string): ReadonlySet<ElementId> {
    const ids = [...(this.#exact.get(word) ?? []), ...(this.#stems.get(stem(word)) ?? [])];
    const longest = Math.min(this.#longestGlob, word.length);
    for (let length = 1; length <= longest; length++) {
      const found = this.#globs.get(word.slice(0, length));
      if (found !== undefined) ids.push(...found);
    }
    return ids.length === 0 ? NONE : new Set(ids);
  }
}

/** Whether `text.slice(start, end)` is the form. */
function stands(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== form.charCodeAt(at - start)) return false;
  }
  return true;
}

/** A slice would keep the whole text in memory for as long as it is remembered itself. */
function ownCopy(slice: string): string {
  return ` ${slice}`.slice(1);
}

function fold(form: string): string {
  const word = form.toLowerCase();
  return word.includes('\u2019') || word.includes('\u02bc') ? word.replace(/[\u2019\u02bc]/g, "'") : word;
}

/** The stems of words met, profiles' own above all: a profile names the same word in many terms. */
const stems = new Map<string, string>();

function stem(word: string): string {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (plain.length > LONGEST) return plain;
  let found = stems.get(plain);
  if (found === undefined) {
    if (stems.size >= MOST_WORDS) stems.clear();
    found = PorterStemmer.stem(plain);
    stems.set(plain, found);
  }
  return found;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
