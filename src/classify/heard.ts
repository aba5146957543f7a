/** A sentence with the cues in it, which are looked for when they are asked for. */

import type { CueKind } from '../model.js';
import type { CompiledProfile } from '../profile/compile.js';
import { clausesOf } from './clauses.js';
import { findCues, type ScopedCue } from './cues.js';
import type { Sentence } from './lex.js';
import { Matcher } from './match.js';

export class HeardSentence {
  readonly sentence: Sentence;
  readonly matcher: Matcher;
  readonly #profile: CompiledProfile;
  readonly #isReported: boolean;
  #clauses: readonly number[] | undefined;
  #cues: readonly ScopedCue[] | undefined;
  #denials: readonly ScopedCue[] | undefined;
  #views: readonly ScopedCue[] | undefined;

  /** @param isReported whether what it quotes is its author's own: then "she says" names nobody else. */
  constructor(sentence: Sentence, profile: CompiledProfile, isReported = false) {
    this.sentence = sentence;
    this.matcher = new Matcher(sentence.tokens, profile);
    this.#profile = profile;
    this.#isReported = isReported && sentence.tokens.some(({ quoted }) => quoted);
  }

  /** The clause of each token. */
  get clauses(): readonly number[] {
    this.#clauses ??= clausesOf(this.sentence.tokens, this.#profile);
    return this.#clauses;
  }

  get cues(): readonly ScopedCue[] {
    if (this.#cues === undefined) {
      const { tokens } = this.sentence;
      const found = findCues(tokens, this.clauses, this.matcher, this.#profile);
      const isTeller = ({ kind, hit }: ScopedCue) => kind === 'attribution' && !tokens[hit.from]?.quoted;
      this.#cues = this.#isReported ? found.filter((cue) => !isTeller(cue)) : found;
    }
    return this.#cues;
  }

  /** Whether the token at `at` stands in the scope of a negation; two cancel each other. */
  isDenied(at: number): boolean {
    this.#denials ??= this.#cuesOf('negation');
    return this.#denials.filter((cue) => reaches(cue, at)).length % 2 === 1;
  }

  /** Whether the token at `at` is somebody else's view. */
  isOthers(at: number): boolean {
    this.#views ??= this.#cuesOf('attribution');
    return this.#views.some((cue) => reaches(cue, at));
  }

  /** Those of a kind. Most sentences have no word of one: then their cues need not be found for its sake. */
  #cuesOf(kind: CueKind): readonly ScopedCue[] {
    const isOf = (cue: { readonly kind: CueKind }) => cue.kind === kind;
    if (this.#cues === undefined && !this.#profile.cues.mayHave(this.sentence.tokens, isOf)) return [];
    return this.cues.filter(isOf);
  }
}

function reaches({ scopes }: ScopedCue, at: number): boolean {
  return scopes.some(([from, to]) => at >= from && at < to);
}
