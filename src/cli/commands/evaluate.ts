import { evaluate } from '../../evaluate/evaluate.js';
import { labelsNone } from '../../evaluate/labelled.js';
import { type Labels, readLabels } from '../../evaluate/labels.js';
import type { CodedThread } from '../../model.js';
import type { CompiledProfile } from '../../profile/compile.js';
import { read } from '../../read/read.js';
import { evaluationJson } from '../../report/evaluation.js';
import { evaluationText } from '../../report/evaluation-text.js';
import type { ReportOptions } from '../../report/model.js';
import { code } from '../../summarize.js';
import type { Define } from '../commands.js';
import { Exit } from '../exit.js';
import { openOutput, refuseOverwriting } from '../output.js';
import type { Options } from '../program.js';
import { formatOf, profileOf, reportOptionsOf } from '../settings.js';
import type { Shell } from '../shell.js';
import { sourcesOf } from '../sources.js';
import { columns, count } from '../values.js';
import { workThrough } from '../work.js';
import { addInputOptions } from './input-options.js';
import { addOutputOptions } from './output-options.js';

interface EvaluateOptions extends Omit<Options, 'format'> {
  readonly gold: readonly string[];
  readonly format?: 'text' | 'json';
  readonly seed: number;
}

const HELP = `
A gold file is CSV with the columns document, answer and one for each facet; a blank cell is no label.
With a second --gold, the coders are compared with each other first: no program should be asked to agree
with people more than they do. Intervals are bootstrap 95 % intervals; the same seed gives the same.

Examples:
  botox-consensus evaluate --gold labels.csv threads/
  botox-consensus evaluate --gold ann.csv --gold ben.csv threads/ --json`;

export const defineEvaluate: Define = (command, shell, done) => {
  command
    .argument('[FILE...]', 'the threads: files, folders, patterns between quotes, or - for standard input')
    .requiredOption('-g, --gold <file>', "CSV of a coder's labels; given twice or more: several coders", list)
    .option('-p, --profile <file>', 'codebook as YAML or JSON instead of the built-in one');
  addOutputOptions(command);
  command
    .option('--seed <number>', 'seed of the intervals', count, 1)
    .option('--width <columns>', 'width of the text; else that of the terminal, else 80', columns);
  addInputOptions(command);
  command
    .addHelpText('after', HELP)
    .action(async (files: string[], options: EvaluateOptions) => done(await run(files, options, shell)));
};

function list(file: string, before: readonly string[] = []): readonly string[] {
  return [...before, file];
}

async function run(files: readonly string[], options: EvaluateOptions, shell: Shell): Promise<Exit> {
  const json = formatOf(options) === 'json';
  const compiled = await profileOf(options);
  const gold = await Promise.all(options.gold.map((file) => readGold(file, compiled)));
  const output = openOutput(options.output, shell);
  try {
    for (const file of options.gold) refuseOverwriting(output, file);
    const { threads, exit, complete } = await codedThreads(files, options, compiled, output, shell);
    if (!complete || threads.length === 0) return exit;
    const evaluation = evaluate(threads, gold as [Labels, ...Labels[]], compiled.profile, {
      seed: options.seed,
    });
    if (evaluation.pairing.labelled.length === 0) {
      await shell.messages.say(labelsNone(threads, gold[0] as Labels));
      return Exit.Failed;
    }
    const told = json ? evaluationJson(evaluation) : await evaluationText(evaluation, await looks(options));
    if (await output.write(told)) output.finish();
    return exit;
  } finally {
    output.abandon();
  }
}

/** The text is as wide as the terminal, unless told otherwise. */
async function looks(options: EvaluateOptions): Promise<ReportOptions> {
  const { width } = await reportOptionsOf(options as Options);
  return width === undefined ? {} : { width };
}

async function readGold(file: string, { profile }: CompiledProfile): Promise<Labels> {
  const { text } = await read(file, { format: 'text' });
  return readLabels(text, file, profile);
}

/** Reads and codes all inputs; every answer is kept, duplicates too, as coders label them all. */
export async function codedThreads(
  files: readonly string[],
  options: Options,
  compiled: CompiledProfile,
  output: ReturnType<typeof openOutput>,
  shell: Shell,
): Promise<{ threads: CodedThread[]; exit: Exit; complete: boolean }> {
  const threads: CodedThread[] = [];
  const work = {
    sources: await sourcesOf(files),
    output,
    threadsOf: (document: Parameters<typeof code>[0]) =>
      code(document, { profile: compiled, keepDuplicates: true }),
    take: async (thread: CodedThread) => threads.push(thread) > 0,
  };
  const { exit, complete } = await workThrough(work, options, shell);
  return { threads, exit, complete };
}
