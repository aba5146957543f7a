import { type Command, Option } from 'commander';
import type { InputFormat } from '../../model.js';
import { bytes } from '../values.js';

const INPUT_FORMATS: readonly InputFormat[] = ['text', 'markdown', 'html', 'json', 'ndjson'];

/** The options of how inputs are read, for the commands beside the main job. */
export function addInputOptions(command: Command): void {
  command
    .addOption(
      new Option('--input-format <format>', 'format of the input; else told by its content').choices(
        INPUT_FORMATS,
      ),
    )
    .option('--max-bytes <size>', 'largest document that is read (default: 256M)', bytes)
    .option('--verbose', 'tell on standard error what was read and what was left out');
}
