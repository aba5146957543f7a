import type { CompiledProfile } from '../profile/compile.js';
import type { HeardSentence } from './heard.js';

/** Where the families stand in the sentences of an answer. Each is looked for once, when it is asked for. */
export class Families {
  readonly #sentences: readonly HeardSentence[];
  readonly #profile: CompiledProfile;
  readonly #starts = new Map<string, (readonly number[] | undefined)[]>();
  readonly #standing = new Map<string, boolean>();

  constructor(sentences: readonly HeardSentence[], profile: CompiledProfile) {
    this.#sentences = sentences;
    this.#profile = profile;
  }

  /** The tokens of a sentence at which an entry of the family begins, in order. */
  startsIn(sentence: number, family: string): readonly number[] {
    let ofFamily = this.#starts.get(family);
    if (ofFamily === undefined) {
      ofFamily = [];
      this.#starts.set(family, ofFamily);
    }
    ofFamily[sentence] ??= this.#find(sentence, family);
    return ofFamily[sentence];
  }

  /** Whether the family stands anywhere in the answer. */
  stands(family: string): boolean {
    let stands = this.#standing.get(family);
    if (stands === undefined) {
      stands = this.#sentences.some((_, sentence) => this.startsIn(sentence, family).length > 0);
      this.#standing.set(family, stands);
    }
    return stands;
  }

  #find(sentence: number, name: string): readonly number[] {
    const family = this.#profile.family(name);
    if (family === undefined) return [];
    const { sentence: own, matcher } = this.#sentences[sentence] as HeardSentence;
    const starts: number[] = [];
    for (let at = 0; at < own.tokens.length; at++) {
      if (matcher.endOf(family, at) > at) starts.push(at);
    }
    return starts;
  }
}
