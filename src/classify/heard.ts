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
  #clauses: readonly number[] | undefined;
  #cues: readonly ScopedCue[] | undefined;
  #denials: readonly ScopedCue[] | undefined;

  constructor(sentence: Sentence, profile: CompiledProfile) {
    this.sentence = sentence;
    this.matcher = new Matcher(sentence.tokens, profile);
    this.#profile = profile;
  }

  /** The clause of each token. */
  get clauses(): readonly number[] {
    this.#clauses ??= clausesOf(this.sentence.tokens, this.#profile);
    return this.#clauses;
  }

  get cues(): readonly ScopedCue[] {
    this.#cues ??= findCues(this.sentence.tokens, this.clauses, this.matcher, this.#profile);
    return this.#cues;
  }

  /** Whether the token at `at` stands in the scope of a negation; two cancel each other. */
  isDenied(at: number): boolean {
    this.#denials ??= this.#mayDeny() ? this.cues.filter(isNegation) : [];
    let denied = false;
    for (const { scopes } of this.#denials) {
      if (scopes.some(([from, to]) => at >= from && at < to)) denied = !denied;
    }
    return denied;
  }

  /** Most sentences have no negation: their cues need not be found for its sake. */
  #mayDeny(): boolean {
    return this.#cues !== undefined || this.#profile.cues.mayHave(this.sentence.tokens, isNegation);
  }
}

const isNegation = ({ kind }: { readonly kind: CueKind }) => kind === 'negation';
