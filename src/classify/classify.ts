import type {
  Answer,
  CodedAnswer,
  CodedThread,
  Evidence,
  LeaningEvidence,
  Question,
  Thread,
} from '../model.js';
import type { CompiledProfile } from '../profile/compiled.js';
import type { Facet, Profile } from '../profile/model.js';
import type { Claim } from './assert.js';
import { type Decision, decide, UNSTATED } from './decide.js';
import { leaningTotals } from './leaning.js';
import { type Reading, readerOf } from './reading.js';

/**
 * Codes every answer of a thread: finds the profile's terms, hears their cues,
 * and decides each facet.
 */
export function classify(thread: Thread, profile: CompiledProfile): CodedThread {
  // One after the other: the claims of all would take much more room than what comes of them.
  const read = readerOf(thread, profile);
  const answers = thread.answers.map((answer) => code(read(answer), profile, thread.text));
  return { ...thread, answers };
}

/**
 * Codes one text by itself, without a thread around it: for the negation, say,
 * of a phrase in a sentence. What it quotes it tells.
 */
export function classifyText(text: string, profile: CompiledProfile): CodedAnswer {
  const span = [0, text.length] as const;
  const question: Question = { heading: null, headingSpan: null, body: null, bodySpan: null };
  const answer: Answer = {
    id: 1,
    heading: null,
    headingSpan: null,
    body: text,
    bodySpan: span,
    span,
    excluded: [],
  };
  const blocks = [{ kind: 'answer-body', span, answer: 1 } as const];
  const thread: Thread = { source: '', format: 'text', text, question, answers: [answer], blocks };
  return classify(thread, profile).answers[0] as CodedAnswer;
}

function code(
  { answer, words: count, claims, leaning }: Reading,
  compiled: CompiledProfile,
  text: string,
): CodedAnswer {
  const { profile, leaning: index } = compiled;
  const totals = leaningTotals(leaning, index.rows);
  const facets: Record<string, string> = {};
  const reasons: Record<string, string> = {};
  const hedged: string[] = [];
  const uncertain: string[] = [];
  const evidence: Evidence[] = [];
  for (const facet of profile.facets) {
    const weighed = claims.get(facet.id) ?? [];
    const missing = unmet(facet, facets);
    const decision = missing ?? decide(facet, weighed, totals.get(facet.id), count);
    facets[facet.id] = decision.value;
    reasons[facet.id] = decision.reason;
    if (decision.hedged) hedged.push(facet.id);
    const followsUncertain = Object.keys(facet.when).some((id) => uncertain.includes(id));
    if (decision.uncertain || followsUncertain) uncertain.push(facet.id);
    for (const { claim, weight } of weighed) {
      evidence.push(asEvidence(claim, missing ? 0 : weight, missing?.reason ?? null, text));
    }
  }
  evidence.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  const tags = tagsOf(facets, profile);
  let words: readonly LeaningEvidence[] | undefined;
  return {
    ...answer,
    facets,
    tags,
    hedged,
    uncertain,
    reasons,
    evidence,
    // Made when asked for: there are a hundred in an answer, and a tally needs none of them.
    get leaning() {
      words ??= leaning.map(({ row, span, isDenied }) => ({
        span,
        text: text.slice(span[0], span[1]),
        ...(isDenied && { denied: true }),
        weights: index.weightsOf(row),
      }));
      return words;
    },
  };
}

/** The decision for a facet that is not asked of this answer; null where it is. */
function unmet({ when }: Facet, facets: Readonly<Record<string, string>>): Decision | null {
  for (const [facet, value] of Object.entries(when)) {
    if (facets[facet] !== value) {
      return {
        value: UNSTATED,
        uncertain: false,
        hedged: false,
        reason: `asked only where ${facet} is ${value}`,
      };
    }
  }
  return null;
}

/** The tags whose conditions the facets meet, in the profile's order. */
export function tagsOf(facets: Readonly<Record<string, string>>, { tags }: Profile): string[] {
  return tags
    .filter(({ when }) =>
      Object.entries(when).every(([facet, value]) => (facets[facet] ?? UNSTATED) === value),
    )
    .map(({ id }) => id);
}

function asEvidence(claim: Claim, weight: number, unasked: string | null, text: string): Evidence {
  const { facet, value, term, span, cues, discounted } = claim;
  const reason = discounted ?? unasked ?? claim.turned;
  const evidence: Writable<Evidence> = {
    facet: facet.id,
    value,
    term,
    span,
    text: text.slice(span[0], span[1]),
    cues,
    counted: discounted === null && unasked === null,
    weight,
  };
  if (reason !== null) evidence.reason = reason;
  return evidence;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
