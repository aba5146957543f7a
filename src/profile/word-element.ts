import type { Word } from './lexicon.js';
import type { PlainAtom } from './pattern.js';
import type { Stems } from './stem.js';
import { WordMap } from './word-map.js';

/** What a pattern asks of one word: that it be one of these. */
export class WordElement {
  /** Its own among the profile's. */
  readonly number: number;
  readonly atoms: readonly PlainAtom[];
  readonly #stems: Stems;
  #fits: WordMap<number> | undefined;

  constructor(number: number, atoms: readonly PlainAtom[], stems: Stems) {
    this.number = number;
    this.atoms = atoms;
    this.#stems = stems;
  }

  /**
   * How closely a word satisfies the element: 0 as it stands, 1 by its stem, more by its beginning; -1 where it
   * does not. Words remember the answer: ask them.
   */
  fit(word: Word): number {
    this.#fits ??= this.#unfold();
    return this.#fits.at(word)[0] ?? -1;
  }

  #unfold(): WordMap<number> {
    const fits = new WordMap<number>(this.#stems);
    for (const atom of this.atoms) fits.add(atom, fitOf(atom));
    return fits;
  }
}

function fitOf({ kind, text }: PlainAtom): number {
  if (kind === 'exact') return 0;
  return kind === 'stem' ? 1 : 1 + text.length;
}
