import type { Document } from '../model.js';
import type { Reporter } from '../report/model.js';
import { type CodingOptions, code } from '../summarize.js';
import { consensusOf } from '../tally/consensus.js';
import { type PartialTally, tallyAnswers } from '../tally/partial.js';
import { showsVotes } from '../tally/weight.js';

/** A thread coded, counted and made ready for the report, as plain data: any thread of the process may do that. */
export interface Finished {
  readonly source: string;
  /** The ids of its answers. */
  readonly answers: readonly number[];
  readonly showsVotes: boolean;
  readonly counted: PartialTally;
  /** What of it goes into the report, for any reporter of the same settings. */
  readonly piece: unknown;
}

/** @throws ParseError, LabelsError */
export type Finish = (document: Document) => Promise<Finished[]>;

/** Codes and counts documents, and makes what a reporter wants of them. */
export function finisher(
  coding: CodingOptions & Required<Pick<CodingOptions, 'profile'>>,
  reporter: Reporter,
  threshold: number | undefined,
): Finish {
  const { profile } = coding.profile;
  return async (document) => {
    const finished: Finished[] = [];
    for (const thread of await code(document, coding)) {
      const counted = tallyAnswers(thread.answers, profile);
      const consensus = consensusOf(counted, profile, threshold);
      finished.push({
        source: thread.source,
        answers: thread.answers.map(({ id }) => id),
        showsVotes: showsVotes(thread),
        counted,
        piece: thread.answers.length > 0 ? await reporter.piece({ thread, consensus }) : null,
      });
    }
    return finished;
  };
}
