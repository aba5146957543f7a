import { classify } from '../../src/classify/classify.js';
import { UNSTATED } from '../../src/classify/decide.js';
import { pairLabels } from '../../src/evaluate/labelled.js';
import type { CodedAnswer, Thread } from '../../src/model.js';
import type { CompiledProfile } from '../../src/profile/compile.js';
import type { LabelledThread } from './corpora.js';

/** A value that somebody found for a facet. */
export interface Found {
  readonly value: string;
  readonly certain: boolean;
}

/** Facet id → what was found. */
export type Findings = ReadonlyMap<string, Found>;

/** A labelled answer with everybody's findings. */
export interface Guess {
  readonly thread: LabelledThread;
  readonly answer: number;
  /** Heading and body. */
  readonly text: string;
  readonly labels: ReadonlyMap<string, string>;
  /** Where the answer truly stands. */
  readonly ours: Findings;
  /** Through the parser: `unstated` where it did not find the answer. */
  readonly parsed: Findings;
}

/** What the profile finds in each labelled answer of a thread. */
export function guessesIn(thread: LabelledThread, compiled: CompiledProfile): Guess[] {
  const ours = findingsIn(thread.cut, thread, compiled);
  const parsed = thread.parsed === thread.cut ? ours : parsedFindings(thread, compiled);
  return pairLabels([thread.cut], thread.labels).labelled.map(
    ({ answer, labels }): Guess => ({
      thread,
      answer: answer.id,
      text: `${answer.heading ?? ''}\n${answer.body}`,
      labels,
      ours: ours.get(answer.id) ?? new Map(),
      parsed: parsed.get(answer.id) ?? new Map(),
    }),
  );
}

/** Number of a labelled answer → what the profile finds in it. */
export function findingsIn(
  cut: Thread,
  { labels }: LabelledThread,
  compiled: CompiledProfile,
): Map<number, Findings> {
  const { labelled } = pairLabels([classify(cut, compiled)], labels);
  return new Map(labelled.map(({ answer }) => [answer.id, findingsOf(answer)]));
}

/** Number of an answer as it is truly cut → what the profile finds in that of the parser which covers most of it. */
function parsedFindings({ cut, parsed }: LabelledThread, compiled: CompiledProfile): Map<number, Findings> {
  const coded = classify(parsed, compiled).answers;
  const found = new Map<number, Findings>();
  for (const { id, bodySpan } of cut.answers) {
    const shared = ({ bodySpan: [start, end] }: CodedAnswer) =>
      Math.min(end, bodySpan[1]) - Math.max(start, bodySpan[0]);
    const best = coded.reduce<CodedAnswer | undefined>(
      (most, one) => (most && shared(most) >= shared(one) ? most : one),
      undefined,
    );
    if (best && shared(best) * 2 > bodySpan[1] - bodySpan[0]) found.set(id, findingsOf(best));
  }
  return found;
}

function findingsOf({ facets, uncertain }: CodedAnswer): Findings {
  return new Map(
    Object.entries(facets).map(([facet, value]) => [facet, { value, certain: !uncertain.includes(facet) }]),
  );
}

/** The value found, where anything was. */
export function foundValue(findings: Findings | undefined, facet: string): string {
  return findings?.get(facet)?.value ?? UNSTATED;
}
