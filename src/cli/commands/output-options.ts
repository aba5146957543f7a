import { type Command, Option } from 'commander';

/** The options of where a report goes and in which form, for the commands that print text or JSON. */
export function addOutputOptions(command: Command): void {
  command
    .addOption(
      new Option('-f, --format <format>', 'format; else by the ending of -o, else text').choices([
        'text',
        'json',
      ]),
    )
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .option('-o, --output <file>', 'write to a file, whole or not at all');
}
