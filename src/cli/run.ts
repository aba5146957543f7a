import type { Labels } from '../evaluate/labels.js';
import type { CodedThread, Document } from '../model.js';
import { read } from '../read/read.js';
import { reporters } from '../report/report.js';
import { type CodingOptions, code } from '../summarize.js';
import { consensusOf } from '../tally/consensus.js';
import { emptyTally, mergeTallies, tallyAnswers } from '../tally/partial.js';
import { showsVotes } from '../tally/weight.js';
import { Exit } from './exit.js';
import { openOutput, refuseOverwriting } from './output.js';
import type { Pool } from './pool.js';
import type { Options } from './program.js';
import { codingOf, formatOf, profileOf, reportOptionsOf, reportSettingsOf } from './settings.js';
import type { Shell } from './shell.js';
import { required, sourcesOf } from './sources.js';
import { workThrough } from './work.js';

/** The main job: threads in, what their answers agree on out. */
export async function run(given: readonly string[], options: Options, shell: Shell): Promise<Exit> {
  const format = formatOf(options);
  const compiled = await profileOf(options);
  const { profile } = compiled;
  const { facets, named } = required(options.requireConsensus, given, profile);
  const sources = await sourcesOf(named);
  const coding = await codingOf(options, compiled);
  const output = openOutput(options.output, shell);
  try {
    for (const file of [options.profile, options.labels]) if (file) refuseOverwriting(output, file);
    const reporter = await reporters[format](
      reportSettingsOf(options, profile),
      await reportOptionsOf(options),
    );
    let total = emptyTally(profile);
    let reported = 0;
    let voteless = 0;
    const labelled: string[] = [];
    const take = async (thread: CodedThread) => {
      reported++;
      if (coding.weight && !showsVotes(thread)) voteless++;
      if (coding.labels) labelled.push(thread.source);
      const counted = tallyAnswers(thread.answers, profile);
      total = mergeTallies(total, counted);
      const consensus = consensusOf(counted, profile, options.threshold);
      return output.write(await reporter.add({ thread, consensus }));
    };
    const threadsOf = (document: Document) => code(document, coding);
    const pool = await poolOf(options, coding, threadsOf);
    const work = { sources, output, take, threadsOf, ...(pool ? { pool } : {}) };
    const { exit, complete } = await workThrough(work, options, shell);
    if (!complete || reported === 0) return exit;
    const consensus = consensusOf(total, profile, options.threshold);
    if (!(await output.write(await reporter.end(consensus)))) return exit;
    output.finish();
    if (voteless > 0)
      await shell.messages.say(`${threads(voteless)} no votes: each answer counts once there`);
    const known = await labelsAreKnown(coding.labels, labelled, shell);
    if (!facets.every((facet) => consensus.facets[facet]?.verdict === 'consensus')) return Exit.NoConsensus;
    return known ? exit : Exit.Failed;
  } finally {
    output.abandon();
  }
}

/** The worker threads of `--jobs`. */
async function poolOf(
  { jobs = 1, profile }: Options,
  { profile: _, ...coding }: CodingOptions,
  threadsOf: (document: Document) => Promise<CodedThread[]>,
): Promise<Pool | undefined> {
  if (jobs === 1) return undefined;
  const { openPool } = await import('./pool.js');
  if (profile === undefined) return openPool(jobs, coding, threadsOf);
  const { text } = await read(profile);
  return openPool(jobs, { ...coding, profile: { text, source: profile } }, threadsOf);
}

function threads(count: number): string {
  return count === 1 ? '1 thread shows' : `${count} threads show`;
}

/** Says which labels belong to no thread that was read: a slip in a name must not go unseen. */
async function labelsAreKnown(
  labels: Labels | undefined,
  sources: readonly string[],
  { messages }: Shell,
): Promise<boolean> {
  if (!labels) return true;
  const [{ unmatchedDocuments }, { LabelsError }] = await Promise.all([
    import('../evaluate/match.js'),
    import('../evaluate/labels-error.js'),
  ]);
  const problems = unmatchedDocuments(labels, sources);
  if (problems.length > 0) await messages.say(new LabelsError(labels.source, problems).message);
  return problems.length === 0;
}
