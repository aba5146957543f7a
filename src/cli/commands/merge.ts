import { Option } from 'commander';
import type { Document } from '../../model.js';
import { NotText } from '../../read/error.js';
import { InputError, readAll } from '../../read/read.js';
import { jsonWriter } from '../../report/json.js';
import { Merge, type Merged, MergeError } from '../../report/merge.js';
import { ndjsonLine } from '../../report/ndjson.js';
import type { Define } from '../commands.js';
import { Exit, UsageError } from '../exit.js';
import { type Output, openOutput, refuseOverwriting } from '../output.js';
import { formatOf, readingOf } from '../settings.js';
import type { Shell } from '../shell.js';
import { sourcesOf } from '../sources.js';

interface MergeOptions {
  readonly format?: 'json' | 'ndjson';
  readonly output?: string;
}

const HELP = `
Parts are what --json or --format ndjson has written; NDJSON parts of any size pass through line by line.
Documents come out sorted by source, so that neither order nor grouping of the parts makes a difference.

Examples:
  botox-consensus merge monday.json tuesday.json -o week.json
  cat parts/*.ndjson | botox-consensus merge - --format ndjson`;

export const defineMerge: Define = (command, shell, done) => {
  command
    .argument('[PART...]', 'reports: files, folders, patterns between quotes, or - for standard input')
    .addOption(
      new Option(
        '-f, --format <format>',
        'format of the merged report; else by the ending of -o, else json',
      ).choices(['json', 'ndjson']),
    )
    .option('-o, --output <file>', 'write to a file, whole or not at all')
    .addHelpText('after', HELP)
    .action(async (parts: string[], options: MergeOptions) => done(await merge(parts, options, shell)));
};

async function merge(parts: readonly string[], options: MergeOptions, shell: Shell): Promise<Exit> {
  const format = options.format ?? (options.output === undefined ? 'json' : formatOf(options));
  if (format !== 'json' && format !== 'ndjson') {
    throw new UsageError(`-o ${options.output}: a merged report is JSON or NDJSON: name the file so`);
  }
  const sources = await sourcesOf(parts);
  const output = openOutput(options.output, shell);
  try {
    for (const source of sources) refuseOverwriting(output, source);
    const merge = new Merge();
    const exit = await addAll(merge, sources, shell);
    const merged = merge.merged();
    if (shell.interrupt.stopped || !merged) {
      if (exit === Exit.Done)
        await shell.messages.say('no report was found: name what --json or --format ndjson wrote');
      return Exit.Failed;
    }
    if (merged.repeated.length > 0) await shell.messages.say(repeatedWords(merged.repeated));
    if (await (format === 'json' ? writeJson : writeNdjson)(merged, output)) output.finish();
    return exit;
  } finally {
    output.abandon();
  }
}

async function addAll(merge: Merge, sources: readonly string[], shell: Shell): Promise<Exit> {
  const { interrupt, messages } = shell;
  let exit: Exit = Exit.Done;
  for await (const read of readAll(sources, readingOf({}, shell))) {
    if (interrupt.stopped) return Exit.Interrupted;
    const message =
      read.kind === 'note' ? null : read.kind === 'error' ? refusal(read.error) : added(merge, read.document);
    if (message === null) continue;
    exit = Exit.Failed;
    await messages.say(message);
  }
  return exit;
}

/** A part of a run may have had no thread: that is no error. */
function refusal(error: InputError): string | null {
  return error instanceof NotText && /empty|blank/.test(error.problem) ? null : error.message;
}

/** @returns what is wrong with a part, or null. */
function added(merge: Merge, { source, text }: Document): string | null {
  try {
    for (const json of reportsIn(text)) merge.add(JSON.parse(json));
    return null;
  } catch (error) {
    if (error instanceof MergeError) return new InputError(source, error.problem, error.mend).message;
    if (!(error instanceof SyntaxError)) throw error;
    const mend = 'make the part again: it may have been cut off';
    return new InputError(source, `it is no JSON (${error.message})`, mend).message;
  }
}

/** JSON reports as one run after the other has written them; each ends with the brace that opens no line but its last. */
function reportsIn(text: string): string[] {
  return text.split(/^(?<=^}\r?\n)(?={)/m);
}

async function writeJson({ head, documents, consensus }: Merged, output: Output): Promise<boolean> {
  const writer = jsonWriter(head);
  for (const document of documents)
    if (!(await output.write(writer.add(writer.piece(document))))) return false;
  return output.write(writer.end(consensus));
}

async function writeNdjson({ head, documents }: Merged, output: Output): Promise<boolean> {
  for (const document of documents) if (!(await output.write(ndjsonLine(head, document)))) return false;
  return true;
}

function repeatedWords(sources: readonly string[]): string {
  const [first, ...others] = sources;
  const more = others.length > 0 ? ` and ${others.length} more stand` : ' stands';
  return `${first}${more} in the parts more than once, counted each time: was a part given twice?`;
}
