import { extname } from 'node:path';
import { builtinProfile } from '../profile/builtin.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Profile } from '../profile/model.js';
import { type ReadOptions, read } from '../read/read.js';
import type { Format, ReportOptions, ReportSettings } from '../report/model.js';
import type { CodingOptions } from '../summarize.js';
import { colorLevel } from './color.js';
import { UsageError } from './exit.js';
import type { Options } from './program.js';
import type { Shell } from './shell.js';
import { isTerminal } from './terminal.js';

/** Endings of the file that a report goes to, and the format that they stand for. */
const BY_ENDING: Readonly<Record<string, Format>> = {
  '': 'text',
  '.txt': 'text',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
};

/**
 * The format of the report: as told, else by the ending of the output file, else text.
 * @throws UsageError for an ending that stands for none.
 */
export function formatOf({ format, json, output }: Pick<Options, 'format' | 'json' | 'output'>): Format {
  if (format) return format;
  if (json) return 'json';
  const ending = output === undefined ? '' : extname(output).toLowerCase();
  const byEnding = BY_ENDING[ending];
  if (byEnding) return byEnding;
  throw new UsageError(`-o ${output}: ${ending} stands for no format: name it with --format`);
}

/** The profile in use. */
export async function profileOf({ profile }: Pick<Options, 'profile'>): Promise<CompiledProfile> {
  if (profile === undefined) return builtinProfile();
  const [{ text }, { loadProfile }] = await Promise.all([read(profile), import('../profile/load.js')]);
  return loadProfile(text, profile);
}

/** How inputs are read. Standard input is the process's own stream, so that Ctrl-C can let go of it. */
export function readingOf({ inputFormat, maxBytes }: Options, { interrupt }: Shell): ReadOptions {
  const stdin = {
    [Symbol.asyncIterator]: () => {
      interrupt.onStop(() => process.stdin.destroy());
      return process.stdin[Symbol.asyncIterator]();
    },
  };
  return { ...given('format', inputFormat), ...given('maxBytes', maxBytes), stdin };
}

/** How answers are coded; reads a coder's labels, if any are given. */
export async function codingOf(options: Options, profile: CompiledProfile): Promise<CodingOptions> {
  const { labels, weight, keepDuplicates } = options;
  const coding = { profile, ...given('weight', weight), ...given('keepDuplicates', keepDuplicates) };
  if (labels === undefined) return coding;
  const [{ text }, { readLabels }] = await Promise.all([read(labels), import('../evaluate/labels.js')]);
  return { ...coding, labels: readLabels(text, labels, profile.profile) };
}

export function reportSettingsOf({ threshold, weight }: Options, profile: Profile): ReportSettings {
  return { profile, ...given('threshold', threshold), ...given('weightedBy', weight) };
}

/** How a report for people looks: colours and width are those of the terminal, unless told otherwise. */
export async function reportOptionsOf(options: Options): Promise<ReportOptions> {
  const { output, explain, quiet, ascii, color } = options;
  const terminal = output === undefined && (await isTerminal(1));
  return {
    ...given('explain', explain),
    ...given('quiet', quiet),
    ...given('ascii', ascii),
    ...given('width', options.width ?? (terminal ? process.stdout.columns || undefined : undefined)),
    color: await colorLevel(color, terminal),
  };
}

/** The property, or none where the value is absent. */
function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };
}
