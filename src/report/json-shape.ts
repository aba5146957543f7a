/** The JSON report as types. `schema/report.schema.json` says the same to machines. */

import type {
  AppliedCue,
  CodedAnswer,
  CodedThread,
  Consensus,
  Evidence,
  FacetConsensus,
  LeaningEvidence,
  Question,
  Span,
} from '../model.js';
import type { Profile } from '../profile/model.js';
import { DEFAULT_THRESHOLD } from '../tally/consensus.js';
import type { ReportDocument, ReportOptions, ReportSettings } from './model.js';

export const SCHEMA_VERSION = 1;

/** So many leaning words stand in the report for each value, unless all are asked for. */
const STRONGEST = 5;

/** What stands before the documents of a JSON report, and first in each line of NDJSON. */
export interface JsonHead {
  readonly schemaVersion: number;
  readonly profile: { readonly id: string; readonly version: string; readonly question: string };
  readonly threshold: number;
  readonly weightedBy?: string;
}

export interface JsonDocument {
  readonly source: string;
  /** Only where the input was HTML or JSON: the text that spans refer to. */
  readonly text?: string;
  readonly question: {
    readonly heading: string | null;
    readonly body: string | null;
    readonly span: Span | null;
    readonly headingSpan: Span | null;
    readonly bodySpan: Span | null;
  };
  readonly answers: readonly JsonAnswer[];
  readonly consensus: Consensus;
}

export interface JsonAnswer
  extends Omit<CodedAnswer, 'uncertain' | 'excluded' | 'reasons'>,
    Partial<Pick<CodedAnswer, 'excluded' | 'reasons'>> {
  readonly uncertain: readonly { readonly facet: string; readonly why: string }[];
}

export interface JsonReport extends JsonHead {
  readonly documents: readonly JsonDocument[];
  readonly consensus: Consensus;
}

export function jsonHead({ profile, threshold, weightedBy }: ReportSettings): JsonHead {
  return {
    schemaVersion: SCHEMA_VERSION,
    profile: profileHead(profile),
    threshold: threshold ?? DEFAULT_THRESHOLD,
    ...given('weightedBy', weightedBy),
  };
}

/** A document with its keys in the contract's order; facets and values in the profile's. */
export function jsonDocument(
  { thread, consensus }: ReportDocument,
  profile: Profile,
  options: ReportOptions = {},
): JsonDocument {
  return {
    source: thread.source,
    ...(textIsExtracted(thread) ? { text: thread.text } : {}),
    question: question(thread.question),
    answers: thread.answers.map((answer) => jsonAnswer(answer, profile, options)),
    consensus: jsonConsensus(consensus, profile),
  };
}

/** A consensus with its keys in the contract's order; shares and their intervals to six decimals. */
export function jsonConsensus({ answers, tally, facets }: Consensus, profile: Profile): Consensus {
  return {
    answers,
    tally: ordered(tally, profile.tags),
    facets: Object.fromEntries(
      profile.facets.flatMap(({ id, values }) => {
        const of = facets[id];
        return of ? [[id, jsonFacet(of, values)]] : [];
      }),
    ),
  };
}

function jsonFacet(of: FacetConsensus, values: Profile['facets'][number]['values']): FacetConsensus {
  return {
    question: of.question,
    counts: ordered(of.counts, values),
    stated: of.stated,
    unstated: of.unstated,
    leading: of.leading,
    share: of.share === null ? null : sixDecimals(of.share),
    interval: of.interval && [sixDecimals(of.interval[0]), sixDecimals(of.interval[1])],
    verdict: of.verdict,
    ...(of.weights ? { weights: { answers: of.weights.answers, squares: of.weights.squares } } : {}),
  };
}

function jsonAnswer(answer: CodedAnswer, profile: Profile, { explain }: ReportOptions): JsonAnswer {
  return {
    id: answer.id,
    heading: answer.heading,
    body: answer.body,
    span: answer.span,
    headingSpan: answer.headingSpan,
    bodySpan: answer.bodySpan,
    ...(answer.excluded.length > 0 ? { excluded: answer.excluded } : {}),
    ...given('author', answer.author),
    ...given('votes', answer.votes),
    ...given('date', answer.date),
    ...given('duplicateOf', answer.duplicateOf),
    ...given('weight', answer.weight),
    facets: ordered(answer.facets, profile.facets),
    tags: answer.tags,
    hedged: answer.hedged,
    uncertain: answer.uncertain.map((facet) => ({ facet, why: answer.reasons[facet] ?? '' })),
    reasons: ordered(answer.reasons, profile.facets),
    ...given('coded', answer.coded),
    evidence: answer.evidence.map(jsonEvidence),
    leaning: (explain ? answer.leaning : strongest(answer, profile)).map(
      ({ span, text, denied, weights }) => ({
        span,
        text,
        ...given('denied', denied),
        weights,
      }),
    ),
  };
}

/** For each value that the answer states, the words that lean to it most. */
function strongest({ leaning, facets }: CodedAnswer, profile: Profile): LeaningEvidence[] {
  const shown = new Set<LeaningEvidence>();
  for (const { id, values } of profile.facets) {
    const stated = values.find((value) => value.id === facets[id]);
    for (const value of stated?.combines ?? (stated ? [stated.id] : [])) {
      const weightOf = ({ weights }: LeaningEvidence) => weights[id]?.[value] ?? 0;
      const own = leaning.filter((words) => weightOf(words) > 0).sort((a, b) => weightOf(b) - weightOf(a));
      for (const words of own.slice(0, STRONGEST)) shown.add(words);
    }
  }
  return leaning.filter((words) => shown.has(words));
}

function jsonEvidence({ facet, value, term, span, text, cues, counted, reason, weight }: Evidence): Evidence {
  return {
    facet,
    value,
    span,
    text,
    cues: cues.map(jsonCue),
    counted,
    ...given('term', term),
    ...given('reason', reason),
    weight,
  };
}

function jsonCue({ kind, span, text }: AppliedCue): AppliedCue {
  return { kind, span, text };
}

function question({ heading, headingSpan, body, bodySpan }: Question): JsonDocument['question'] {
  const spans = [headingSpan, bodySpan].filter((span) => span !== null);
  const span: Span | null =
    spans.length > 0 ? [Math.min(...spans.map(([s]) => s)), Math.max(...spans.map(([, e]) => e))] : null;
  return { heading, body, span, headingSpan, bodySpan };
}

function textIsExtracted({ format }: CodedThread): boolean {
  return format === 'html' || format === 'json' || format === 'ndjson';
}

function profileHead({ id, version, question }: Profile): JsonHead['profile'] {
  return { id, version, question };
}

/** The entries whose keys are ids of the list, in its order. */
function ordered<T>(record: Readonly<Record<string, T>>, by: readonly { id: string }[]): Record<string, T> {
  return Object.fromEntries(
    by.filter(({ id }) => Object.hasOwn(record, id)).map(({ id }) => [id, record[id] as T]),
  );
}

/** The property, or none where the value is absent. */
function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}

function sixDecimals(share: number): number {
  return Math.round(1e6 * share) / 1e6;
}
