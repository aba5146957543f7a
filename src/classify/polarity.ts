/**
 * Bare answers. "Yes." asserts what the question asks, "No." its reverse: so
 * the question itself is read with the profile, and where it leans to one
 * value, a bare yes or no at the head of an answer is evidence.
 */

import type { Thread } from '../model.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Facet, TermGroup } from '../profile/model.js';
import type { CompiledPattern } from '../profile/steps.js';
import type { WordIndex } from '../profile/word-index.js';
import { type Claim, type Context, claimsOf } from './assert.js';
import { Families } from './families.js';
import { Break, lex, type Sentence, type Token } from './lex.js';
import { type Hit, Matcher } from './match.js';

/** The value that a yes asserts, and the one that a no asserts. */
export interface Stance {
  readonly facet: Facet;
  readonly yes: string;
  readonly no: string;
}

const STRENGTH = 1;
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
    const families = new Families(sentences, profile);
    const context: Context = { text, profile, sentences, families, repeatsQuestion: () => false };
    const totals = new Map<string, number>();
    for (let index = 0; index < sentences.length; index++) {
      for (const claim of claimsOf(index, context)) {
        if (claim.facet === facet)
          totals.set(claim.value, (totals.get(claim.value) ?? 0) + claim.group.strength);
      }
    }
    const [first, second] = [...totals].sort((a, b) => b[1] - a[1]);
    if (first !== undefined && first[1] > (second?.[1] ?? 0)) {
      const no = reverse(facet, first[0]);
      return no === null ? null : { facet, yes: first[0], no };
    }
  }
  return null;
}

/** The value that the denial of another speaks for. */
function reverse(facet: Facet, id: string): string | null {
  const value = facet.values.find((candidate) => candidate.id === id);
  return value?.terms.find(({ negated }) => negated !== null)?.negated ?? null;
}

/** The claims of a bare yes or no at the head of the answer. */
export function bareAnswers({ sentences, profile }: Context, stance: Stance | null): Claim[] {
  if (stance === null) return [];
  const claims: Claim[] = [];
  const body = sentences.findIndex(({ inHeading }) => !inHeading);
  for (const [index, sentence] of sentences.entries()) {
    if (!sentence.inHeading && index >= body + HEAD_SENTENCES) break;
    const hit = bareAt(sentence, profile.yes, profile) ?? bareAt(sentence, profile.no, profile);
    if (hit === null || sentence.isQuestion) continue;
    const isYes = bareAt(sentence, profile.yes, profile) !== null;
    const first = sentence.tokens[hit.from];
    const last = sentence.tokens[hit.to - 1];
    if (first === undefined || last === undefined) continue;
    claims.push({
      facet: stance.facet,
      value: isYes ? stance.yes : stance.no,
      group: isYes ? YES : NO,
      term: hit.pattern.text,
      span: [first.start, last.end],
      sentence: index,
      clause: 0,
      cues: [],
      hedged: false,
      inHeading: sentence.inHeading,
      nearness: 1,
      discounted: null,
      turned: 'answers the question',
    });
    if (!sentence.inHeading) break;
  }
  return claims;
}

/** A bare answer begins its sentence (a greeting may come first) and is set off from what follows, or is all of it. */
function bareAt(
  { tokens }: Sentence,
  index: WordIndex<CompiledPattern<null>>,
  profile: CompiledProfile,
): Hit<null> | null {
  const matcher = new Matcher(tokens, profile);
  const opens = ({ word }: Token) => word.elements.has(profile.clauseOpeners);
  for (let at = 0; at < Math.min(HEAD_WORDS, tokens.length); at++) {
    if (at > 0 && tokens[at]?.before === Break.none) continue;
    const longest = matcher.findAt(index, at).sort((a, b) => b.to - a.to)[0];
    if (longest === undefined) continue;
    const next = tokens[longest.to];
    if (next === undefined || next.before >= Break.comma) return longest;
    // "Yes it does"; but "No one knows" is no answer.
    const isLonger = () =>
      matcher.findAll(profile.cues).some(({ from, to }) => from === at && to > longest.to);
    if (longest.to === at + 1 && opens(next) && !isLonger()) return longest;
  }
  return null;
}

const group = (terms: string): TermGroup => ({
  terms: [terms],
  strength: STRENGTH,
  near: [],
  unless: [],
  within: 'sentence',
  negated: null,
  free: true,
  leaning: false,
  ignore: [],
  explanation: null,
});
const YES = group('yes');
const NO = group('no');
