/** An answer read: its sentences, and what they claim for each facet. */

import type { Answer, Thread } from '../model.js';
import type { CompiledProfile } from '../profile/compile.js';
import { type Claim, type Context, claimsOf, contextOf, type Excepted } from './assert.js';
import { bind } from './bind.js';
import { contrastsIn } from './contrast.js';
import { type WeighedClaim, weigh } from './decide.js';
import { type FoundLeaning, leaningWordsIn } from './leaning.js';
import { lex, type Sentence } from './lex.js';
import { bareAnswers, stanceOf } from './polarity.js';
import { isReported, quotedIn } from './quotation.js';
import { verdictsOn } from './verdict.js';

export interface Reading {
  readonly answer: Answer;
  /** How many it has, those of its heading among them. */
  readonly words: number;
  /** Facet id → its claims, weighed. */
  readonly claims: ReadonlyMap<string, readonly WeighedClaim[]>;
  readonly leaning: readonly FoundLeaning[];
}

/** Reads every answer of a thread, and decides nothing yet. */
export function readAnswers(thread: Thread, profile: CompiledProfile): Reading[] {
  return thread.answers.map(readerOf(thread, profile));
}

/** What reads the answers of a thread, one at a time. */
export function readerOf(thread: Thread, profile: CompiledProfile): (answer: Answer) => Reading {
  const { text } = thread;
  const stance = stanceOf(thread, profile);
  const quoted = quotedIn(thread);
  return (answer) => {
    const sentences = sentencesOf(answer, text, profile);
    const isTold = isReported(sentences);
    const context = contextOf(text, sentences, profile, quoted(isTold), isTold);
    const excepted: Excepted[] = [];
    const stated = sentences.flatMap((_, index) => claimsOf(index, context, excepted));
    const { claims: verdicts, overruled } = verdictsOn(stated, context);
    const standing = stated.map((claim) =>
      overruled.has(claim) ? { ...claim, discounted: claim.discounted ?? 'answered behind it' } : claim,
    );
    const isSaid = (index: number) => verdicts.some(({ sentence }) => sentence === index);
    const found = [
      ...standing,
      ...verdicts,
      ...bareAnswers(stated, context, stance, isSaid),
      ...contrastsIn(stated, context),
    ];
    const leaning = leaningWordsIn(context.heard, profile.leaning, excepted);
    const words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
    return { answer, words, claims: weighed(found, context), leaning };
  };
}

/** Facet id → its claims, bound and weighed. */
function weighed(found: readonly Claim[], context: Context): Map<string, readonly WeighedClaim[]> {
  const claims = new Map<string, readonly WeighedClaim[]>();
  let before: readonly WeighedClaim[] = [];
  for (const facet of context.profile.profile.facets) {
    const own = found.filter((claim) => claim.facet === facet);
    const bound = bind(facet, own, before, context);
    const weighed = weigh(bound, context.sentences.length);
    claims.set(facet.id, weighed);
    before = [...before, ...weighed];
  }
  return claims;
}

function sentencesOf(answer: Answer, text: string, { lexicon }: CompiledProfile): Sentence[] {
  const heading = answer.headingSpan ? lex(text, answer.headingSpan, lexicon, { inHeading: true }) : [];
  return [...heading, ...lex(text, answer.bodySpan, lexicon, { excluded: answer.excluded })];
}
