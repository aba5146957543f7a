import type { Labels } from '../evaluate/labels.js';
import { read } from '../read/read.js';
import type { ReportSettings } from '../report/model.js';
import { reporters } from '../report/report.js';
import type { CodingOptions } from '../summarize.js';
import { consensusOf } from '../tally/consensus.js';
import { emptyTally, mergeTallies } from '../tally/partial.js';
import { Exit } from './exit.js';
import { type Finish, type Finished, finisher } from './finish.js';
import { openOutput, refuseOverwriting } from './output.js';
import type { Pool } from './pool.js';
import type { Options } from './program.js';
import type { Recipe } from './recipe.js';
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
    const report = await reportOptionsOf(options);
    const settings = reportSettingsOf(options, profile);
    const reporter = await reporters[format](settings, report);
    let total = emptyTally(profile);
    let reported = 0;
    let voteless = 0;
    const labelled: string[] = [];
    const take = async ({ source, showsVotes, counted, piece }: Finished) => {
      reported++;
      if (coding.weight && !showsVotes) voteless++;
      if (coding.labels) labelled.push(source);
      total = mergeTallies(total, counted);
      return output.write(reporter.add(piece));
    };
    const threadsOf = finisher({ ...coding, profile: compiled }, reporter, options.threshold);
    const pool = await poolOf(options, { coding, format, settings, report }, threadsOf);
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

/** The threads of `--jobs`. */
async function poolOf(
  { jobs = 1, profile }: Options,
  told: Recipe & { readonly coding: CodingOptions; readonly settings: ReportSettings },
  threadsOf: Finish,
): Promise<Pool | undefined> {
  if (jobs === 1) return undefined;
  const { openPool } = await import('./pool.js');
  // A compiled profile is no plain data.
  const { profile: _, ...coding } = told.coding;
  const { profile: __, ...settings } = told.settings;
  const recipe = { ...told, coding, settings };
  if (profile === undefined) return openPool(jobs, recipe, threadsOf);
  const { text } = await read(profile);
  return openPool(jobs, { ...recipe, profile: { text, source: profile } }, threadsOf);
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
