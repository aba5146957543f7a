import type { Thread } from '../model.js';
import { parse } from '../parse/parse.js';
import { showBlocks } from '../report/blocks.js';
import type { Exit } from './exit.js';
import { openOutput } from './output.js';
import type { Options } from './program.js';
import { reportOptionsOf } from './settings.js';
import type { Shell } from './shell.js';
import { sourcesOf } from './sources.js';
import { workThrough } from './work.js';

/** `--show-blocks`: how each document is cut, and nothing of what it says. */
export async function runShowBlocks(named: readonly string[], options: Options, shell: Shell): Promise<Exit> {
  const sources = await sourcesOf(named);
  const output = openOutput(options.output, shell);
  try {
    const { color = 0 } = await reportOptionsOf(options);
    const take = async (thread: Thread) => output.write(await showBlocks(thread, color));
    const { exit, complete } = await workThrough(
      { sources, output, take, takeEmpty: take, threadsOf: parse },
      options,
      shell,
    );
    if (complete) output.finish();
    return exit;
  } finally {
    output.abandon();
  }
}
