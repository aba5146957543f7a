import { LONGEST_WORD, MOST_WORDS, Stems } from './stem.js';
import type { WordElement } from './word-element.js';

/** Those of terms and of cues: an array that grows by itself takes room for many more. */
const PATTERN_INDEXES = 2;

/** A word met in a text. What is found out about it is remembered. */
export class Word {
  /** Lower case, apostrophes straight. */
  readonly text: string;
  /** The word indexes in which nothing stands for the word, as bits; they fill them in. */
  without = 0;
  /** For another word index, by its number, what stands in it; most words have none. */
  found: (readonly unknown[] | undefined)[] | undefined;
  /** For each pattern index, by its number, what the word is to its patterns; the index fills it in. */
  readonly roles: unknown[] = Array(PATTERN_INDEXES);
  /** Its numbers among the leaning words; their index fills them in. */
  leaning: readonly number[] | undefined;
  readonly #number: number;
  readonly #stems: Stems;
  readonly #fits: Fits;
  #stem: string | undefined;

  /** @param number its own among the lexicon's. */
  constructor(text: string, number: number, stems: Stems, fits: Fits) {
    this.text = text;
    this.#number = number;
    this.#stems = stems;
    this.#fits = fits;
  }

  get stem(): string {
    this.#stem ??= this.#stems.of(this.text);
    return this.#stem;
  }

  /** Whether the stemmer need not be asked. */
  get hasKnownStem(): boolean {
    this.#stem ??= this.#stems.known(this.text);
    return this.#stem !== undefined;
  }

  /** Whether it satisfies a word element. */
  is(element: WordElement): boolean {
    return this.fit(element) >= 0;
  }

  /** How exactly it does: see `WordElement`. */
  fit(element: WordElement): number {
    return this.#fits.of(this, this.#number, element);
  }
}

/** Places for the fits asked for last; a power of two. */
const FITS = 2 ** 17;
/** Of the bits of a product so many are left out, so that the others are a place. */
const LEFT_OUT = Math.clz32(FITS - 1);
/** More than there are elements. */
const ELEMENTS = 2 ** 24;

/** How words satisfy elements, as far as it was asked lately: one table for all takes less room than one for each. */
class Fits {
  readonly #keys = new Float64Array(FITS).fill(-1);
  readonly #fits = new Int8Array(FITS);

  of(word: Word, number: number, element: WordElement): number {
    const key = number * ELEMENTS + element.number;
    const place = (Math.imul(number, 0x9e3779b1) ^ Math.imul(element.number, 0x85ebca6b)) >>> LEFT_OUT;
    if (this.#keys[place] !== key) {
      // Asking may ask for others: the place is taken at the end.
      const fit = element.fit(word);
      this.#keys[place] = key;
      this.#fits[place] = fit;
    }
    return this.#fits[place] as number;
  }
}

/** Places for the words met last; a power of two. */
const RECENT = 2 ** 14;

/** The words met. When one is met again, the text is compared with it in place, and nothing is allocated. */
export class Lexicon {
  readonly #stems: Stems;
  readonly #fits = new Fits();
  readonly #words = new Map<string, Word>();
  #count = 0;
  /** Words as they were written, each in the place that its characters give it, and what they are. */
  readonly #forms: string[] = Array(RECENT).fill('');
  readonly #recent: (Word | undefined)[] = Array(RECENT).fill(undefined);

  constructor(stems = new Stems()) {
    this.#stems = stems;
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
    if (form.length > LONGEST_WORD) return word;
    this.#forms[place] = form;
    this.#recent[place] = word;
    return word;
  }

  #wordOf(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = new Word(text, this.#count++, this.#stems, this.#fits);
    if (text.length > LONGEST_WORD) return word;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    this.#words.set(text, word);
    return word;
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

const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4\u0060\u2032]/g;

/** With the apostrophes of keyboards and typists as one. */
export function withStraightApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "'");
}

function fold(form: string): string {
  return withStraightApostrophes(form.toLowerCase());
}
