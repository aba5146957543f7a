import { type Fit, fitProfile } from '../../../evaluate/fit.js';
import { labelsNone } from '../../../evaluate/labelled.js';
import { type Labels, readLabels } from '../../../evaluate/labels.js';
import { strengthen, withoutPlace } from '../../../evaluate/strengthen.js';
import type { Document, Thread } from '../../../model.js';
import { parse } from '../../../parse/parse.js';
import { englishLanguage } from '../../../profile/builtin.js';
import { loadProfile } from '../../../profile/load.js';
import type { Profile } from '../../../profile/model.js';
import { read } from '../../../read/read.js';
import type { Define } from '../../commands.js';
import { Exit, UsageError } from '../../exit.js';
import { openOutput, refuseOverwriting } from '../../output.js';
import type { Options } from '../../program.js';
import type { Shell } from '../../shell.js';
import { sourcesOf } from '../../sources.js';
import { workThrough } from '../../work.js';
import { addInputOptions } from '../input-options.js';

interface FitOptions extends Options {
  readonly gold: string;
}

/** Fewer labelled answers say too little of how much a term should weigh. */
const FEWEST = 20;
/** A facet that is asked of some answers only. */
const FEWEST_OF_FACET = 10;

const HELP = `
Prints the profile as it stands in its file, with the strengths and thresholds that make the coder's labels
most likely (maximum likelihood with a quadratic penalty) in place of its own. Terms, comments and order stay;
leaning words that turn out to say nothing go. Terms in a plain list keep their strength: what is to be fitted
is a group ("- terms: [...]"). Measure the result on answers that it was not fitted to.

Examples:
  botox-consensus profile fit -p my.yaml --gold labels.csv threads/ -o fitted.yaml
  botox-consensus profile show > mine.yaml         the built-in profile as a file, each term in a group`;

export const defineFit: Define = (command, shell, done) => {
  command
    .argument('[FILE...]', 'the threads: files, folders, patterns between quotes, or - for standard input')
    .requiredOption('-g, --gold <file>', "CSV of a coder's labels")
    .option('-p, --profile <file>', 'the profile to fit, as YAML')
    .option('-o, --output <file>', 'write to a file, whole or not at all');
  addInputOptions(command);
  command
    .addHelpText('after', HELP)
    .action(async (files: string[], options: FitOptions) => done(await run(files, options, shell)));
};

async function run(files: readonly string[], options: FitOptions, shell: Shell): Promise<Exit> {
  const { gold, profile: source, output: path } = options;
  const { text, profile } = await yamlProfile(source);
  const labels = readLabels((await read(gold, { format: 'text' })).text, gold, profile);
  const output = openOutput(path, shell);
  try {
    for (const file of [source, gold]) if (file !== undefined) refuseOverwriting(output, file);
    const threads: Thread[] = [];
    const work = {
      sources: await sourcesOf(files),
      output,
      threadsOf: async (document: Document) => parse(document),
      take: async (thread: Thread) => threads.push(thread) > 0,
    };
    const { exit, complete } = await workThrough(work, options, shell);
    if (!complete || threads.length === 0) return exit;
    const kept = withoutPlace(text, profile);
    const fit = fitProfile(profile, englishLanguage(), threads, labels, { kept, fewest: FEWEST_OF_FACET });
    const tooFew = fewAnswers(fit, labels, threads);
    if (tooFew !== null) {
      await shell.messages.say(tooFew);
      return Exit.Failed;
    }
    if (!(await output.write(strengthen(text, profile, fit)))) return exit;
    output.finish();
    for (const note of notes(fit, profile, kept.size > 0)) await shell.messages.say(`${source}: ${note}`);
    return exit;
  } finally {
    output.abandon();
  }
}

/** @throws UsageError where there is no YAML to write numbers into. */
async function yamlProfile(source: string | undefined): Promise<{ text: string; profile: Profile }> {
  if (source === undefined) {
    throw new UsageError(
      'the built-in profile is no file: write it to one (botox-consensus profile show > mine.yaml) and name that with --profile',
    );
  }
  const { text } = await read(source);
  const { profile } = loadProfile(text, source);
  if (isJson(text)) {
    throw new UsageError(
      `${source}: it is JSON, and strengths are written into YAML: make it that (botox-consensus profile show ${source} > mine.yaml) and name mine.yaml with --profile`,
    );
  }
  return { text, profile };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What to say where the labels are too few to fit anything; else null. */
function fewAnswers({ labelled }: Fit, labels: Labels, threads: readonly Thread[]): string | null {
  const { source, rows } = labels;
  if (labelled === 0) return labelsNone(threads, labels);
  if (labelled >= FEWEST) return null;
  const of = rows.length > labelled ? ` (of ${rows.length} in the file)` : '';
  return `${source}: it labels ${labelled} ${labelled === 1 ? 'answer' : 'answers'} that ${labelled === 1 ? 'was' : 'were'} read${of}, too few to fit a profile to: label ${FEWEST} or more`;
}

/** What of the profile was left as it is. */
function notes({ answers, thresholds }: Fit, { facets }: Profile, keepsSome: boolean): string[] {
  const left = facets.filter(({ id }) => !thresholds.has(id));
  return [
    ...left.map(({ id }) => {
      const count = answers.get(id) ?? 0;
      const labels = count === 1 ? '1 label' : `${count || 'no'} labels`;
      return `${id} is left as it is: ${labels}, of answers that it is asked of, ${count === 1 ? 'is' : 'are'} too few to fit it`;
    }),
    ...(keepsSome
      ? ['terms in plain lists keep their strength: make a group of those that are to be fitted']
      : []),
  ];
}
