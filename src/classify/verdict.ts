/**
 * Verdicts: a short clause that says anew whether the statement before it holds. It denies or affirms what was said
 * ("Many believe that it wastes away. This is wrong."), or its verb alone, whatever stood beside that ("One treatment
 * does not weaken it, but ten years will"). What is said last counts, and the statement no more.
 */

import type { Facet } from '../profile/model.js';
import type { Claim, Context } from './assert.js';
import type { HeardSentence } from './heard.js';
import { Break, type Sentence, type Token } from './lex.js';
import { bareClaim, leaning, reverse } from './polarity.js';

export interface Verdicts {
  readonly claims: readonly Claim[];
  /** The statements that a verdict is on, and that spoke for another value. */
  readonly overruled: ReadonlySet<Claim>;
}

const NONE: Verdicts = { claims: [], overruled: new Set() };

/** Words of the clause, with those before it that say how it follows. */
const MOST_WORDS = 10;

/** What sets a clause against the one before it. */
const CONTRASTS: ReadonlySet<string> = new Set('but while whereas though although yet however'.split(' '));
const JOINS: ReadonlySet<string> = new Set([...CONTRASTS, 'and', 'which']);
/** "but unfortunately they do not" */
const ADVERBS: ReadonlySet<string> = new Set(
  'unfortunately fortunately sadly luckily actually really simply just practice fact reality truth in only'.split(
    ' ',
  ),
);
const AUXILIARY = /^(?:do|does|did|will|can|may|might|could|would|should|is|are|was|were|has|have)$/;
const DENYING = /^(?:cannot|.+n't|dont|doesnt|didnt|wont|cant|isnt|arent|hasnt|havent)$/;
const EVENT = /^(?:happens?|occurs?|happened|occurred)$/;
/** Whose doing is another matter: "but I do", "as you can". */
const OTHERS: ReadonlySet<string> = new Set(
  'i we you he she who what that as so than if when where how wherever whatever not no nor'.split(' '),
);
/** What stands for the statement, or who judges it: "but not permanently" is no verdict. */
const SAYS_OF: ReadonlySet<string> = new Set('they it this that i we answer'.split(' '));
/** What may stand behind: "but they do with time". */
const BEHIND: ReadonlySet<string> = new Set(
  'with over in after eventually gradually slowly quickly'.split(' '),
);
const MOST_BEHIND = 4;

/** A clause that affirms or denies what is said before it. */
interface Verdict {
  readonly from: number;
  readonly to: number;
  readonly isYes: boolean;
  /** Whether it is on the verb alone, and not on all that was said. */
  readonly isEcho: boolean;
  readonly term: string;
}

/** The verdicts on what an answer claims in the facet that a yes or a no answers. */
export function verdictsOn(found: readonly Claim[], context: Context): Verdicts {
  const facet = context.profile.profile.facets.find(({ polar }) => polar);
  const own = found.filter((claim) => claim.facet === facet);
  if (facet === undefined || own.length === 0) return NONE;
  const claims: Claim[] = [];
  const overruled = new Set<Claim>();
  for (const [index, sentence] of context.sentences.entries()) {
    if (sentence.isQuestion) continue;
    const said = verdictIn(index, sentence, own, context);
    if (said === null) continue;
    const [verdict, on] = said;
    const value = saidBy(verdict, on, facet);
    if (value === null) continue;
    for (const claim of on) if (claim.value !== value) overruled.add(claim);
    claims.push({
      ...bareClaim(verdict, value, facet, sentence, index),
      turned: 'answers what is said before it',
    });
  }
  return { claims, overruled };
}

/** The verdict that a sentence ends on, or is, and the claims that it is on; null where there is none. */
function verdictIn(
  index: number,
  sentence: Sentence,
  own: readonly Claim[],
  context: Context,
): readonly [Verdict, readonly Claim[]] | null {
  const { tokens } = sentence;
  const heard = context.heard[index] as HeardSentence;
  const from = tokens.findLastIndex(
    ({ before, word }, at) => at > 0 && (before >= Break.comma || JOINS.has(word.text)),
  );
  const start = (tokens[from] as Token | undefined)?.start ?? 0;
  const before = own.filter((claim) => claim.sentence === index && claim.span[1] <= start);
  if (before.length > 0 && tokens.length - from <= MOST_WORDS) {
    const verdict = verdictAt(from, tokens, heard, context);
    if (verdict !== null) return [verdict, before];
  }
  const last = context.sentences[index - 1];
  if (
    tokens.length > MOST_WORDS ||
    last === undefined ||
    last.isQuestion ||
    last.inHeading !== sentence.inHeading
  )
    return null;
  if (own.some((claim) => claim.sentence === index)) return null;
  const above = own.filter((claim) => claim.sentence === index - 1);
  const verdict = above.length === 0 ? null : verdictAt(0, tokens, heard, context);
  return verdict && [verdict, above];
}

function verdictAt(
  from: number,
  tokens: readonly Token[],
  { matcher }: HeardSentence,
  { profile }: Context,
): Verdict | null {
  const wordAt = (at: number) => tokens[at]?.word.text ?? '';
  const joint = JOINS.has(wordAt(from)) ? from + 1 : from;
  for (let at = joint; at < tokens.length && (at === joint || ADVERBS.has(wordAt(at - 1))); at++) {
    for (const isYes of [false, true]) {
      const hits = matcher.findAt(isYes ? profile.yes : profile.no, at);
      const isOnIt = ({ to }: { to: number }) =>
        tokens.slice(at, to).some(({ word }) => SAYS_OF.has(word.text));
      const hit = hits.sort((a, b) => b.to - a.to).find((one) => isOnIt(one) && isLast(one.to, tokens));
      if (hit === undefined) continue;
      const end = wordAt(hit.to - 1);
      const isEcho =
        AUXILIARY.test(end) ||
        DENYING.test(end) ||
        EVENT.test(end) ||
        (end === 'not' && AUXILIARY.test(wordAt(hit.to - 2)));
      return { from: at, to: hit.to, isYes, isEcho, term: hit.pattern.text };
    }
  }
  const isSet = from === 0 || CONTRASTS.has(wordAt(from));
  return isSet && !OTHERS.has(wordAt(joint)) ? elided(joint, tokens, wordAt) : null;
}

/** Whether a clause ends there, but for when or how. */
function isLast(to: number, tokens: readonly Token[]): boolean {
  const next = tokens[to];
  if (next === undefined) return true;
  return BEHIND.has(next.word.text) && tokens.length - to <= MOST_BEHIND;
}

/** "regular treatment does", "the masseter will not": a subject, and of its verb the auxiliary alone. */
function elided(from: number, tokens: readonly Token[], wordAt: (at: number) => string): Verdict | null {
  const end = tokens.length - 1;
  const isNot = wordAt(end) === 'not' || wordAt(end) === 'never';
  const verb = isNot ? end - 1 : end;
  const isDenied = isNot || DENYING.test(wordAt(verb));
  if (verb <= from || !(AUXILIARY.test(wordAt(verb)) || (!isNot && isDenied))) return null;
  // "what they do", "as much as they did"
  for (let at = from; at < verb; at++) if (OTHERS.has(wordAt(at)) || AUXILIARY.test(wordAt(at))) return null;
  return {
    from,
    to: tokens.length,
    isYes: !isDenied,
    isEcho: true,
    term: `... ${wordAt(verb)}${isNot ? ' not' : ''}`,
  };
}

/** What the verdict says; null where the claims lean to no value, or it has no reverse. */
function saidBy({ isYes, isEcho }: Verdict, on: readonly Claim[], facet: Facet): string | null {
  const value = leaning(on, (claim) => (isEcho && claim.turned !== null ? idOf(claim, facet) : claim.value));
  return value === null || isYes ? value : reverse(facet, value);
}

/** The value that a claim's term speaks for where nothing denies it. */
function idOf({ group, value }: Claim, facet: Facet): string {
  return facet.values.find(({ terms }) => terms.includes(group))?.id ?? value;
}
