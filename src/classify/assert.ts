/** What the hit of a term asserts, once its cues and its company are heard. */

import type { AppliedCue, CueKind, Span } from '../model.js';
import type { CompiledProfile, TermMeaning } from '../profile/compile.js';
import type { Facet, TermGroup, Value } from '../profile/model.js';
import { suits } from './company.js';
import type { ScopedCue } from './cues.js';
import { Families } from './families.js';
import { HeardSentence } from './heard.js';
import type { Sentence, Token } from './lex.js';
import { type Hit, longestFirst } from './match.js';
import type { Quoted } from './quotation.js';

/** A term hit with its cues weighed, before the answer as a whole is looked at. */
export interface Claim {
  readonly facet: Facet;
  /** The value that it speaks for, after negation. */
  readonly value: string;
  readonly group: TermGroup;
  /** The profile's term that matched, as it is written there. */
  readonly term: string;
  readonly span: Span;
  /** Index of its sentence in the answer. */
  readonly sentence: number;
  /** Its clause's place, for the binding of one claim to another. */
  readonly clause: number;
  readonly cues: readonly AppliedCue[];
  readonly hedged: boolean;
  readonly inHeading: boolean;
  /** What it is worth by its nearness to what it is said of; 1 where that is not asked. */
  readonly nearness: number;
  /** Why it does not count; null where it counts. */
  readonly discounted: string | null;
  /** Why it speaks for another value than its term's. */
  readonly turned: string | null;
}

/** What of the thread a claim is read against. */
export interface Context {
  readonly text: string;
  readonly profile: CompiledProfile;
  /** All sentences of the answer, and with the cues in each. */
  readonly sentences: readonly Sentence[];
  readonly heard: readonly HeardSentence[];
  readonly families: Families;
  readonly isQuoted: Quoted;
}

/**
 * What sentences that are read together are read in.
 *
 * @param isReported whether they tell in quotation marks what their author said.
 */
export function contextOf(
  text: string,
  sentences: readonly Sentence[],
  profile: CompiledProfile,
  isQuoted: Quoted,
  isReported = false,
): Context {
  const heard = sentences.map((sentence) => new HeardSentence(sentence, profile, isReported));
  return { text, profile, sentences, heard, families: new Families(heard, profile), isQuoted };
}

/** Why a claim with such a cue does not count; the first that applies is told. */
const DISCOUNTS: readonly (readonly [CueKind, reason: string])[] = [
  ['hypothetical', 'only supposed'],
  ['temporality', 'only for a time'],
  ['experiencer', 'said of somebody or something else'],
  ['attribution', "somebody else's view"],
];
const NEGATORS =
  /^(?:no|not|never|nor|neither|none|nothing|nobody|without|cannot|cant|dont|doesnt|didnt|isnt|wont|.*n't)$/;

/** Words that say nothing in a facet, whatever they mean elsewhere: those of its exceptions. */
export interface Excepted {
  readonly facet: Facet;
  readonly span: Span;
}

/**
 * Every claim of one sentence.
 *
 * @param excepted takes the exceptions in it.
 */
export function claimsOf(index: number, context: Context, excepted: Excepted[] = []): Claim[] {
  const { profile, families } = context;
  const heard = context.heard[index] as HeardSentence;
  const hits = heard.matcher.findAll(profile.terms);
  if (hits.length === 0) return [];
  const { clauses, cues } = heard;
  const { tokens } = heard.sentence;
  const claims: Claim[] = [];
  const spoken: Hit<TermMeaning>[] = [];
  for (const facet of profile.profile.facets) {
    const own = hits.filter(
      (hit) => hit.pattern.meaning.facet === facet && suits(hit, tokens, index, clauses, families),
    );
    // "No longer as strong, gradually", "after years it is gone": the denial is the loss itself, and denies no pace of it.
    const bound = spoken.filter(({ pattern }) => pattern.meaning.facet.id === facet.binding?.facet);
    const heardOn =
      bound.length === 0
        ? cues
        : cues.filter(
            ({ hit: cue }) => !bound.some((hit) => saysDenial(hit, cue, tokens) || saysAll(hit, cue)),
          );
    for (const hit of longestFirst(own, tokens)) {
      const { value, group } = hit.pattern.meaning;
      if (value === null || group === null) {
        excepted.push({ facet, span: spanOf(tokens, hit.from, hit.to) });
        continue;
      }
      claims.push(claim(hit, value, group, index, clauses[hit.from] ?? 0, heardOn, context));
      spoken.push(hit);
    }
  }
  return claims;
}

function claim(
  hit: Hit<TermMeaning>,
  value: Value,
  group: TermGroup,
  index: number,
  clause: number,
  cues: readonly ScopedCue[],
  context: Context,
): Claim {
  const sentence = context.sentences[index] as Sentence;
  const { tokens } = sentence;
  const applying = cuesOn(hit, group, cues, tokens);
  const negations = applying.filter((cue) => cue.kind === 'negation').length;
  const negated = negations % 2 === 1;
  const turned = negated && group.negated !== null;
  return {
    facet: hit.pattern.meaning.facet,
    value: turned ? group.negated : value.id,
    group,
    term: hit.pattern.text,
    span: spanOf(tokens, hit.matched[0] as number, hit.to),
    sentence: index,
    clause,
    cues: applying.map((cue) => asApplied(cue, tokens, context.text)),
    hedged: applying.some((cue) => cue.kind === 'hedge'),
    inHeading: sentence.inHeading,
    nearness: 1,
    discounted: discountOf(hit, group, applying, negated && !turned, sentence, context),
    turned: turned ? 'negated' : null,
  };
}

/** The cues that apply to a term. */
function cuesOn(
  hit: Hit<TermMeaning>,
  { ignore }: TermGroup,
  cues: readonly ScopedCue[],
  tokens: readonly Token[],
): readonly ScopedCue[] {
  return cues.filter((cue) => appliesTo(cue, hit, tokens) && !ignore.includes(cue.kind));
}

/** Why a term does not count; null where it does. */
function discountOf(
  hit: Hit<TermMeaning>,
  { ignore }: TermGroup,
  cues: readonly ScopedCue[],
  isDenied: boolean,
  sentence: Sentence,
  context: Context,
): string | null {
  for (const [kind, reason] of DISCOUNTS) if (cues.some((cue) => cue.kind === kind)) return reason;
  if (sentence.isQuestion && !ignore.includes('question')) return 'a question';
  if (isQuotation(hit, sentence, context)) return 'a quotation';
  return isDenied ? 'denied' : null;
}

function asApplied(cue: ScopedCue, tokens: readonly Token[], text: string): AppliedCue {
  const span = spanOf(tokens, cue.hit.from, cue.hit.to);
  return { kind: cue.kind, span, text: text.slice(span[0], span[1]) };
}

/**
 * A cue applies to a term that stands in its scope. Words of the term are no words of a cue: of one that shares some
 * ("was not | met |", "no | increase in size |") what stands before the term is heard, where that is a denial.
 */
function appliesTo(
  { hit: cue, kind, denialEnd, scopes }: ScopedCue,
  term: Hit<TermMeaning>,
  tokens: readonly Token[],
): boolean {
  if (cue.matched.some((index) => term.matched.includes(index))) {
    if (saysDenial(term, cue, tokens) || cue.from >= term.from) return false;
    const { direction, kind: own } = cue.pattern.meaning;
    if (direction !== 'backward' && own !== 'pseudo') return true;
    return kind === 'negation' && denialEnd <= term.from;
  }
  const last = term.matched.at(-1) as number;
  const first = term.matched[0] as number;
  // A cue in the gap of the term ("lose no strength") reaches the words behind it.
  return scopes.some(
    ([from, to]) => (first >= from && first < to) || (first < from && last >= from && last < to),
  );
}

/** A term that says the denial itself ("no sign of wear") is not denied by it. */
function saysDenial(term: Hit<TermMeaning>, cue: ScopedCue['hit'], tokens: readonly Token[]): boolean {
  return cue.matched.some(
    (index) => term.matched.includes(index) && NEGATORS.test(tokens[index]?.word.text ?? ''),
  );
}

/** Whether a term says all that a cue says. */
function saysAll({ matched }: Hit<TermMeaning>, cue: ScopedCue['hit']): boolean {
  return cue.matched.every((index) => matched.includes(index));
}

function isQuotation(
  { matched }: Hit<TermMeaning>,
  { tokens }: Sentence,
  { text, isQuoted }: Context,
): boolean {
  const at = matched[0] as number;
  if (!tokens[at]?.quoted) return false;
  let [from, to] = [at, at + 1];
  while (tokens[from - 1]?.quoted) from--;
  while (tokens[to]?.quoted) to++;
  return isQuoted(text.slice(...spanOf(tokens, from, to)), to - from);
}

/** What words claim that are no hit of a term. */
export function claimOfWords(
  said: Pick<Claim, 'facet' | 'value' | 'group' | 'term' | 'turned'>,
  [from, to]: readonly [from: number, to: number],
  { tokens, inHeading }: Sentence,
  index: number,
): Claim {
  return {
    ...said,
    span: spanOf(tokens, from, to),
    sentence: index,
    clause: 0,
    cues: [],
    hedged: false,
    inHeading,
    nearness: 1,
    discounted: null,
  };
}

/** The group of words that no profile lists as a term, for a claim of theirs. */
export function groupOfWords(words: string, strength: number, explanation: string | null = null): TermGroup {
  return {
    terms: [words],
    strength,
    near: [],
    unless: [],
    within: 'sentence',
    negated: null,
    free: true,
    ignore: [],
    explanation,
  };
}

/** The span of tokens, `to` behind the last. */
function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return [(tokens[from] as Token).start, (tokens[to - 1] as Token).end];
}
