import { Argument, Command, Option } from 'commander';
import type { InputFormat } from '../model.js';
import type { Format } from '../report/model.js';
import { bytes, columns, count, share } from './values.js';

/** The options of the main job, as commander hands them over. */
export interface Options {
  readonly format?: Format;
  readonly json?: true;
  readonly output?: string;
  readonly explain?: true;
  readonly quiet?: true;
  readonly showBlocks?: true;
  readonly profile?: string;
  readonly labels?: string;
  readonly threshold?: number;
  readonly weight?: 'votes';
  readonly keepDuplicates?: true;
  /** The facet, or true for all. */
  readonly requireConsensus?: string | true;
  readonly inputFormat?: InputFormat;
  readonly maxBytes?: number;
  readonly jobs?: number;
  readonly width?: number;
  readonly color?: boolean;
  readonly ascii?: true;
  readonly verbose?: true;
}

const FORMATS: readonly Format[] = ['text', 'json', 'ndjson', 'csv', 'markdown', 'html'];
const INPUT_FORMATS: readonly InputFormat[] = ['text', 'markdown', 'html', 'json', 'ndjson'];

const EXAMPLES = `
Examples:
  botox-consensus thread.txt                      what the answers agree on
  botox-consensus -e thread.txt                   and the words that say so, answer by answer
  botox-consensus threads/ -o report.html         every thread in a folder, as one page
  botox-consensus 'threads/*.txt' --format csv    one row per answer, for a spreadsheet
  cat thread.txt | botox-consensus --json         JSON for scripts
  botox-consensus thread.txt --require-consensus effect

Exit codes: 0 the summary was printed; 1 an input could not be used; 2 wrong usage;
3 --require-consensus was not met; 130 Ctrl-C.`;

/** The command's options and help. What it does is told with `action` on what comes back. */
export function createProgram(version: string): Command {
  const program = new Command('botox-consensus')
    .description(
      'Reads question-and-answer threads and prints what the answers agree on,\nevery tag traced to the words that earned it.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(botox-consensus --help tells the options)')
    .addHelpText('after', EXAMPLES)
    .addArgument(
      new Argument('[FILE...]', 'threads: files, folders, patterns between quotes, or - for standard input'),
    );
  program.optionsGroup('Report:');
  program
    .addOption(
      new Option(
        '-f, --format <format>',
        'format of the report; else by the ending of -o, else text',
      ).choices(FORMATS),
    )
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .option('-o, --output <file>', 'write to a file, whole or not at all')
    .option('-e, --explain', 'show each answer with its evidence in context')
    .addOption(new Option('-q, --quiet', 'print the verdict line only').conflicts('explain'))
    .addOption(
      new Option('--show-blocks', 'show how each document is cut into question, answers and noise').conflicts(
        ['format', 'json', 'explain', 'quiet'],
      ),
    )
    .option('--width <columns>', 'width of the text report; else that of the terminal, else 80', columns)
    .option('--color', 'colours even where the output is no terminal')
    .option('--no-color', 'no colours')
    .option('--ascii', 'bars without Unicode');
  program.optionsGroup('Counting:');
  program
    .option('-p, --profile <file>', 'codebook as YAML or JSON instead of the built-in one')
    .option('--labels <file>', "CSV of a coder's labels that replace the program's")
    .option('-t, --threshold <share>', 'share that makes a consensus (default: 0.75)', share)
    .addOption(new Option('--weight <by>', 'weigh each answer by its votes').choices(['votes']))
    .option('--keep-duplicates', 'count answers that were posted twice each time')
    .option('--require-consensus [facet]', 'exit with 3 unless the facet, or every facet, has a consensus');
  program.optionsGroup('Input:');
  program
    .addOption(
      new Option('--input-format <format>', 'format of the input; else told by its content').choices(
        INPUT_FORMATS,
      ),
    )
    .option('--max-bytes <size>', 'largest document that is read (default: 256M)', bytes)
    .option('-j, --jobs <number>', 'documents worked on at a time (default: 1)', count)
    .option('--verbose', 'tell on standard error what was read and what was left out');
  program.optionsGroup('Other:');
  return program;
}
