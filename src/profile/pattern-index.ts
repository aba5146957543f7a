import type { ElementId, Word } from './lexicon.js';
import type { Anchored } from './steps.js';

/** What a word is to the patterns. */
interface Role<T> {
  /** Those that are anchored in it. */
  readonly anchored: readonly Anchored<T>[];
  /** The elements that it is a witness for. */
  readonly witnesses: readonly ElementId[];
}

/** Patterns that are looked for in whole sentences. */
export class PatternIndex<T> {
  readonly #number: number;
  readonly #anchored = new Map<ElementId, Anchored<T>[]>();
  readonly #witnesses = new Set<ElementId>();
  /** For each element, the number of the last sentence with a witness of it. */
  readonly #met: number[] = [];
  #sentence = 0;

  /** @param number its own place in `Word.roles`. */
  constructor(number: number) {
    this.#number = number;
  }

  add(anchor: ElementId, anchored: Anchored<T>): void {
    const list = this.#anchored.get(anchor);
    if (list === undefined) this.#anchored.set(anchor, [anchored]);
    else list.push(anchored);
    const { witness } = anchored;
    if (witness === null) return;
    this.#witnesses.add(witness);
    while (this.#met.length <= witness) this.#met.push(0);
  }

  /** Takes each pattern whose anchor and witness stand in the sentence, with its anchor's place. */
  search(
    tokens: readonly { readonly word: Word }[],
    take: (anchored: Anchored<T>, at: number) => void,
  ): void {
    this.#sentence++;
    let last = -1;
    for (let at = 0; at < tokens.length; at++) {
      const { anchored, witnesses } = this.#roleOf((tokens[at] as { word: Word }).word);
      for (const element of witnesses) this.#met[element] = this.#sentence;
      if (anchored.length > 0) last = at;
    }
    for (let at = 0; at <= last; at++) {
      for (const anchored of this.#roleOf((tokens[at] as { word: Word }).word).anchored) {
        const { witness } = anchored;
        if (witness === null || this.#met[witness] === this.#sentence) take(anchored, at);
      }
    }
  }

  /** A word's role is found out once. */
  #roleOf(word: Word): Role<T> {
    let role = word.roles[this.#number];
    if (role === undefined) {
      role = this.#findRole(word);
      word.roles[this.#number] = role;
    }
    return role as Role<T>;
  }

  #findRole({ elements }: Word): Role<T> {
    const anchored = new Set<Anchored<T>>();
    for (const element of elements) {
      for (const each of this.#anchored.get(element) ?? []) anchored.add(each);
    }
    const witnesses = [...elements].filter((element) => this.#witnesses.has(element));
    return { anchored: [...anchored], witnesses };
  }
}
