import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Longer than any English word, in UTF-16 code units: not worth the stemmer's time, nor remembering. */
export const LONGEST_WORD = 32;
/** More distinct words than this are not remembered, so that a hostile text cannot fill the memory. */
export const MOST_WORDS = 50_000;

/** The Porter stems of words in lower case; that of "muscle's" is that of "muscle". */
export class Stems {
  readonly #known = new Map<string, string>();
  readonly #isVocabularyKnown: boolean;

  /** @param vocabulary the words of the profile, as `writeVocabulary` has them: the stemmer is slow to start. */
  constructor(vocabulary?: string) {
    this.#isVocabularyKnown = vocabulary !== undefined;
    for (const group of vocabulary?.split(' ') ?? []) {
      const [stem = '', ...words] = group.split(',');
      for (const word of words) this.#known.set(wordOf(stem, word), stem);
    }
  }

  /** The stem, where the stemmer need not be asked. */
  known(word: string): string | undefined {
    return this.#known.get(word);
  }

  of(word: string): string {
    return this.#known.get(word) ?? stem(word);
  }

  /** The stem of a word of the profile; it is known from then on. */
  ofTerm(word: string): string {
    let known = this.#known.get(word);
    if (known === undefined) {
      known = this.#isVocabularyKnown ? usualStem(word) : stem(word);
      this.#known.set(word, known);
    }
    return known;
  }
}

/** Words with their stems, in short: those that have the usual one are left out. */
export function writeVocabulary(words: Iterable<string>): string {
  const groups = new Map<string, string[]>();
  for (const word of new Set(words)) {
    const of = stem(word);
    if (of === usualStem(word)) continue;
    const others = groups.get(of);
    if (others === undefined) groups.set(of, [word]);
    else others.push(word);
  }
  return [...groups]
    .map(([stem, words]) => [stem, ...words.map((word) => written(stem, word))].join(','))
    .sort()
    .join(' ');
}

/** A short word that keeps its "e": "bite", "free". */
const KEEPS_E = /^[^aeiou]+[aeiouy][^aeiouwxy]e$|ee$/;

/** What the stemmer makes of most words: it takes these endings, one after the other, on few conditions. */
function usualStem(word: string): string {
  if (KEEPS_E.test(word)) return word;
  return word
    .replace(/([^s])s$/, '$1')
    .replace(/(...)(?:ed|ing)$/, '$1')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(..)y$/, '$1i')
    .replace(/(?:(?<=e|al|ent|ous)li|(?<=...)(?:ful|ness))$/, '')
    .replace(/(..)e$/, '$1')
    .replace(/(....)(?:e?ment|ent|[ai]bl|[ae]nc|at(?:ion|or)?|al|iv|(?<=[st])ion|iviti|iti)$/, '$1');
}

/** "ing", or "1ying" where the stem's last letter is another in the word. */
function written(stem: string, word: string): string {
  let kept = 0;
  while (kept < stem.length && stem[kept] === word[kept]) kept++;
  return (kept < stem.length ? String(stem.length - kept) : '') + word.slice(kept);
}

function wordOf(stem: string, written: string): string {
  const cut = written.charCodeAt(0) - ZERO;
  return cut >= 0 && cut <= 9 ? stem.slice(0, -cut) + written.slice(1) : stem + written;
}

const ZERO = 48;

/** What the stemmer has been asked, for all profiles. */
const stems = new Map<string, string>();

/** The stem of a word in lower case. It is found once and remembered. */
export function stem(word: string): string {
  const plain = word.endsWith("'s") ? word.slice(0, -2) : word;
  if (plain.length > LONGEST_WORD) return plain;
  let found = stems.get(plain);
  if (found === undefined) {
    if (stems.size >= MOST_WORDS) stems.clear();
    found = PorterStemmer.stem(plain);
    stems.set(plain, found);
  }
  return found;
}
