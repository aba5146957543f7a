import { labelsNone, pairLabels } from '../../../evaluate/labelled.js';
import { readLabels } from '../../../evaluate/labels.js';
import { suggestTerms } from '../../../evaluate/suggest.js';
import { read } from '../../../read/read.js';
import { type Suggestions, suggestionsJson, suggestionsText } from '../../../report/suggestions.js';
import type { Define } from '../../commands.js';
import { Exit } from '../../exit.js';
import { openOutput, refuseOverwriting } from '../../output.js';
import type { Options } from '../../program.js';
import { formatOf, profileOf, reportOptionsOf } from '../../settings.js';
import type { Shell } from '../../shell.js';
import { columns, count } from '../../values.js';
import { codedThreads } from '../evaluate.js';
import { addInputOptions } from '../input-options.js';
import { addOutputOptions } from '../output-options.js';

interface SuggestOptions extends Omit<Options, 'format'> {
  readonly gold: string;
  readonly format?: 'text' | 'json';
  readonly most: number;
}

const HELP = `
Keyness is Dunning's log-likelihood of a word, or of two in a row, in the answers with a value against all
other labelled answers. What the profile lacks comes first.

Example:
  botox-consensus profile suggest -p my.yaml --gold labels.csv threads/`;

export const defineSuggest: Define = (command, shell, done) => {
  command
    .argument('[FILE...]', 'the threads: files, folders, patterns between quotes, or - for standard input')
    .requiredOption('-g, --gold <file>', "CSV of a coder's labels")
    .option('-p, --profile <file>', 'codebook as YAML or JSON instead of the built-in one');
  addOutputOptions(command);
  command
    .option('--most <number>', 'words shown for each value', count, 15)
    .option('--width <columns>', 'width of the text; else that of the terminal, else 80', columns);
  addInputOptions(command);
  command
    .addHelpText('after', HELP)
    .action(async (files: string[], options: SuggestOptions) => done(await run(files, options, shell)));
};

async function run(files: readonly string[], options: SuggestOptions, shell: Shell): Promise<Exit> {
  const json = formatOf(options) === 'json';
  const compiled = await profileOf(options);
  const { profile } = compiled;
  const { text } = await read(options.gold, { format: 'text' });
  const labels = readLabels(text, options.gold, profile);
  const output = openOutput(options.output, shell);
  try {
    refuseOverwriting(output, options.gold);
    const { threads, exit, complete } = await codedThreads(files, options, compiled, output, shell);
    if (!complete || threads.length === 0) return exit;
    const { labelled } = pairLabels(threads, labels);
    if (labelled.length === 0) {
      await shell.messages.say(labelsNone(threads, labels));
      return Exit.Failed;
    }
    const suggestions = profile.facets
      .filter(({ id }) => labels.facets.includes(id))
      .flatMap((facet): Suggestions[] =>
        [...suggestTerms(labelled, facet)].map(([value, terms]) => ({ facet: facet.id, value, terms })),
      );
    const { width } = await reportOptionsOf(options as Options);
    const told = json
      ? suggestionsJson(profile, suggestions)
      : suggestionsText(suggestions, { most: options.most, ...(width === undefined ? {} : { width }) });
    if (await output.write(told)) output.finish();
    return exit;
  } finally {
    output.abandon();
  }
}
