import { classify } from './classify/classify.js';
import type { Labels } from './evaluate/labels.js';
import type { CodedThread, Document, InputFormat } from './model.js';
import { parse } from './parse/parse.js';
import { builtinProfile } from './profile/builtin.js';
import type { CompiledProfile } from './profile/compiled.js';
import { detectFormat } from './read/format.js';
import type { Report, ReportDocument } from './report/model.js';
import { consensusOf } from './tally/consensus.js';
import { markDuplicates } from './tally/duplicates.js';
import { emptyTally, mergeTallies, tallyAnswers } from './tally/partial.js';
import { weighByVotes } from './tally/weight.js';

/** What decides the labels and weights of answers. */
export interface CodingOptions {
  /** The built-in profile unless stated. */
  readonly profile?: CompiledProfile;
  /** A coder's labels, which replace the classifier's. */
  readonly labels?: Labels;
  /** What answers are weighted by; absent: every answer counts once. */
  readonly weight?: 'votes';
  /** Count answers that repeat an earlier one of their thread, too. */
  readonly keepDuplicates?: boolean;
}

export interface SummarizeOptions extends CodingOptions {
  /** The share that makes a consensus, above 0 and at most 1; 0.75 unless stated. */
  readonly threshold?: number;
}

/** A text to summarize. */
export interface Input {
  readonly text: string;
  /** The name that reports show; `-` unless stated. */
  readonly source?: string;
  /** Told by the content, and by the ending of the name, unless stated. */
  readonly format?: InputFormat;
}

/**
 * The threads of a document with their answers coded: parse, classify, a coder's labels, duplicates, weights.
 * @throws ParseError where the document cannot be used; LabelsError where labels name answers it does not have.
 */
export async function code(document: Document, options: CodingOptions = {}): Promise<CodedThread[]> {
  const profile = options.profile ?? builtinProfile();
  const { labels } = options;
  const mend = labels && (await import('./evaluate/mend.js')).applyLabels;
  return (await parse(document)).map((parsed) => {
    let thread = classify(parsed, profile);
    if (labels && mend) thread = mend(thread, labels, profile.profile);
    if (!options.keepDuplicates) thread = markDuplicates(thread);
    return options.weight === 'votes' ? weighByVotes(thread) : thread;
  });
}

/**
 * The whole pipeline in one call: what the answers of a thread, or of several, agree on.
 * @param inputs a thread's text, or several texts with their names.
 * @throws ParseError, LabelsError; RangeError for a threshold out of range.
 */
export async function summarize(
  inputs: string | Input | Iterable<Input>,
  options: SummarizeOptions = {},
): Promise<Report> {
  const { threshold, weight } = options;
  const { profile } = options.profile ?? builtinProfile();
  const documents: ReportDocument[] = [];
  let total = emptyTally(profile);
  for (const input of listed(inputs)) {
    for (const thread of await code(toDocument(input), options)) {
      const counted = tallyAnswers(thread.answers, profile);
      documents.push({ thread, consensus: consensusOf(counted, profile, threshold) });
      total = mergeTallies(total, counted);
    }
  }
  return {
    profile,
    ...(threshold === undefined ? {} : { threshold }),
    ...(weight === undefined ? {} : { weightedBy: weight }),
    documents,
    consensus: consensusOf(total, profile, threshold),
  };
}

function listed(inputs: string | Input | Iterable<Input>): Iterable<Input> {
  if (typeof inputs === 'string') return [{ text: inputs }];
  return Symbol.iterator in inputs ? inputs : [inputs];
}

function toDocument({ text, source = '-', format = detectFormat(text, source) }: Input): Document {
  return { source, format, encoding: 'utf-16', text: text.startsWith('\ufeff') ? text.slice(1) : text };
}
