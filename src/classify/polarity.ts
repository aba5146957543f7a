/**
 * Bare answers. "Yes." asserts what the question asks, "No." its reverse: so
 * the question itself is read with the profile, and where it leans to one
 * value, a bare yes or no is evidence: at the head of an answer, or behind a
 * question that the answer itself puts ("Lasting weakness? No.").
 */

import type { Thread } from '../model.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Lazy } from '../profile/lazy.js';
import type { Facet } from '../profile/model.js';
import { STRENGTH } from '../profile/normalize.js';
import type { CompiledPattern } from '../profile/steps.js';
import type { WordIndex } from '../profile/word-index.js';
import { type Claim, type Context, claimOfWords, claimsOf, contextOf, groupOfWords } from './assert.js';
import type { HeardSentence } from './heard.js';
import { Break, lex, type Sentence, type Token } from './lex.js';
import type { Hit, Matcher } from './match.js';
import { isStatement } from './quotation.js';

/** The value that a yes asserts, and the one that a no asserts. */
export interface Stance {
  readonly facet: Facet;
  readonly yes: string;
  readonly no: string;
}

/** A bare answer stands at the head: in the heading, or among the first sentences of the body. */
const HEAD_SENTENCES = 2;
const HEAD_WORDS = 3;

/** What a yes to the thread's question means; null where the question leans to no value. */
export function stanceOf({ text, question }: Thread, profile: CompiledProfile): Stance | null {
  const facet = profile.profile.facets.find(({ polar }) => polar);
  if (facet === undefined) return null;
  for (const span of [question.headingSpan, question.bodySpan]) {
    if (span === null) continue;
    const sentences = lex(text, span, profile.lexicon).map((sentence) => ({
      ...sentence,
      isQuestion: false,
    }));
    const context = contextOf(text, sentences, profile, isStatement);
    const stance = stanceFrom(
      sentences.flatMap((_, index) => claimsOf(index, context)),
      facet,
    );
    if (stance !== undefined) return stance;
  }
  return null;
}

/** The stance that claims add up to; null where its value has no reverse, undefined where it leans to none. */
function stanceFrom(claims: readonly Claim[], facet: Facet): Stance | null | undefined {
  const own = claims.filter((claim) => claim.facet === facet);
  const yes = leaning(own, ({ value }) => value);
  if (yes === null) return undefined;
  const no = reverse(facet, yes);
  return no === null ? null : { facet, yes, no };
}

/** The value that claims weigh most for, each for the one that `speaksFor` names; null where they lean to none. */
export function leaning(claims: readonly Claim[], speaksFor: (claim: Claim) => string): string | null {
  const totals = new Map<string, number>();
  for (const claim of claims) {
    const value = speaksFor(claim);
    totals.set(value, (totals.get(value) ?? 0) + claim.group.strength);
  }
  const [first, second] = [...totals].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] <= (second?.[1] ?? 0) ? null : first[0];
}

/** The value that the denial of another speaks for. */
export function reverse(facet: Facet, id: string): string | null {
  const value = facet.values.find((candidate) => candidate.id === id);
  return value?.terms.find(({ negated }) => negated !== null)?.negated ?? null;
}

/**
 * The claims of bare yeses and noes.
 *
 * @param found what the answer claims otherwise, its questions included.
 * @param asked the stance of the thread's question.
 * @param isSaid whether a sentence answers what the answer itself says before it.
 */
export function bareAnswers(
  found: readonly Claim[],
  { sentences, heard, profile }: Context,
  asked: Stance | null,
  isSaid: (sentence: number) => boolean,
): Claim[] {
  const facet = profile.profile.facets.find(({ polar }) => polar);
  if (facet === undefined) return [];
  const claims: Claim[] = [];
  const put = claimsOfQuestions(found, sentences);
  const body = sentences.findIndex(({ inHeading }) => !inHeading);
  let isAnswered = false;
  for (const [index, sentence] of sentences.entries()) {
    const isHead = sentence.inHeading || (index < body + HEAD_SENTENCES && !isAnswered);
    const isReply = sentences[index - 1]?.isQuestion ?? false;
    if (sentence.isQuestion || !(isHead || isReply) || isSaid(index)) continue;
    const { matcher } = heard[index] as HeardSentence;
    const yes = bareAt(sentence, profile.yes, matcher, profile);
    const hit = yes ?? bareAt(sentence, profile.no, matcher, profile);
    if (hit === null) continue;
    const own = isReply ? stanceFrom(put.get(index - 1) ?? [], facet) : undefined;
    const stance = own ?? (isHead ? asked : null);
    if (stance !== null) {
      const value = yes !== null ? stance.yes : stance.no;
      claims.push(
        bareClaim(
          { ...hit, term: hit.pattern.text, isYes: yes !== null },
          value,
          stance.facet,
          sentence,
          index,
        ),
      );
    }
    if (!sentence.inHeading) isAnswered = true;
  }
  return claims;
}

/** What the answer's own questions would claim, by sentence. */
function claimsOfQuestions(found: readonly Claim[], sentences: readonly Sentence[]): Map<number, Claim[]> {
  const claims = new Map<number, Claim[]>();
  for (const claim of found) {
    if (!sentences[claim.sentence]?.isQuestion) continue;
    const known = claims.get(claim.sentence);
    if (known === undefined) claims.set(claim.sentence, [claim]);
    else known.push(claim);
  }
  return claims;
}

/** Words that answer. */
interface Bare {
  readonly from: number;
  readonly to: number;
  readonly isYes: boolean;
  readonly term: string;
}

/** What words claim that say no more than yes or no. */
export function bareClaim(
  { from, to, isYes, term }: Bare,
  value: string,
  facet: Facet,
  sentence: Sentence,
  index: number,
): Claim {
  const said = { facet, value, group: isYes ? YES : NO, term, turned: 'answers the question' };
  return claimOfWords(said, [from, to], sentence, index);
}

/** "It does and …", "They do eventually": behind a pronoun and its verb. */
const GOES_ON: ReadonlySet<string> = new Set(
  'and but because if though although unless eventually gradually slowly quickly'.split(' '),
);

/** A bare answer begins its sentence (a greeting may come first) and is set off from what follows, or is all of it. */
function bareAt(
  { tokens }: Sentence,
  index: WordIndex<Lazy<CompiledPattern<null>>>,
  matcher: Matcher,
  profile: CompiledProfile,
): Hit<null> | null {
  const opens = ({ word }: Token) => word.is(profile.clauseOpeners);
  for (let at = 0; at < Math.min(HEAD_WORDS, tokens.length); at++) {
    if (at > 0 && tokens[at]?.before === Break.none) continue;
    const longest = matcher.findAt(index, at).sort((a, b) => b.to - a.to)[0];
    if (longest === undefined) continue;
    const next = tokens[longest.to];
    if (next === undefined || next.before >= Break.comma) return longest;
    // "Yes it does"; but "No one knows" is no answer.
    const isLonger = () =>
      matcher.findAll(profile.cues).some(({ from, to }) => from === at && to > longest.to);
    if (longest.to === at + 1 ? opens(next) && !isLonger() : GOES_ON.has(next.word.text)) return longest;
  }
  return bareAtEnd(tokens, index, matcher);
}

/** "From what I have seen, yes.": set off from what stands before, and the last that is said. */
function bareAtEnd(
  tokens: readonly Token[],
  index: WordIndex<Lazy<CompiledPattern<null>>>,
  matcher: Matcher,
): Hit<null> | null {
  const from = tokens.findLastIndex(({ before }) => before === Break.comma);
  if (from < 1 || tokens.length - from > MOST_AT_END || from > MOST_BEFORE_END) return null;
  return matcher.findAt(index, from).find(({ to }) => to === tokens.length) ?? null;
}

/** In words. */
const MOST_AT_END = 3;
const MOST_BEFORE_END = 10;

const YES = groupOfWords('yes', STRENGTH);
const NO = groupOfWords('no', STRENGTH);
