import { existsSync, writeSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import { SUBCOMMANDS } from './commands.js';
import { Exit, UsageError } from './exit.js';
import { Interrupt } from './interrupt.js';
import { Messages, NAME } from './messages.js';
import { createProgram, type Options } from './program.js';
import { run } from './run.js';
import type { Shell } from './shell.js';

/** The package's version, put in by the build. */
declare const VERSION: string;

/**
 * The command. Sets `process.exitCode` and returns; the process ends by itself, so that nothing which is
 * still on its way through a pipe is cut off.
 * @param args the command line after the program's name.
 */
export async function main(args: readonly string[]): Promise<void> {
  const interrupt = new Interrupt();
  interrupt.listen();
  const exit = await obey(args, { interrupt, messages: new Messages(args.includes('--verbose')) });
  if (!interrupt.stopped) process.exitCode = exit;
}

async function obey(args: readonly string[], shell: Shell): Promise<Exit> {
  let exit: Exit = Exit.Done;
  const done = (code: Exit) => {
    exit = code;
  };
  const program = createProgram(VERSION);
  program.configureOutput({
    writeOut: (text) => writeNow(1, text),
    writeErr: (text) => writeNow(2, text),
    outputError: (text, write) => write(text.replace(/^error: /, `${NAME}: `)),
  });
  program.action(async (files: string[], options: Options) => {
    await refuseSlip(files[0]);
    done(await mainJob(options)(files, options, shell));
  });
  for (const { name, summary, usage } of SUBCOMMANDS) program.command(name).description(summary).usage(usage);
  program.hook('preSubcommand', async (_, command) => {
    const called = SUBCOMMANDS.find(({ name }) => name === command.name());
    (await called?.load())?.(command, shell, done);
  });
  try {
    await program.parseAsync(helpAsked(args) ? [...args.slice(1), '--help'] : args, { from: 'user' });
    return exit;
  } catch (error) {
    return failed(error, program, shell);
  }
}

/** "help", unless a file is called so. */
function helpAsked([first]: readonly string[]): boolean {
  return first === 'help' && !existsSync(first);
}

/** @throws UsageError where a word that is no file's name is nearly a command's. */
async function refuseSlip(word = ''): Promise<void> {
  if (!/^[a-z]+$/i.test(word) || existsSync(word)) return;
  const { nearest } = await import('../profile/names.js');
  const meant = nearest(
    word,
    SUBCOMMANDS.map(({ name }) => name),
  );
  if (meant !== null) throw new UsageError(`${word}: no such file; did you mean the command ${meant}?`);
}

function mainJob({ showBlocks }: Options): typeof run {
  if (!showBlocks) return run;
  return async (...all) => (await import('./show-blocks.js')).runShowBlocks(...all);
}

/** Says what was wrong, and gives the exit code for it. */
async function failed(error: unknown, program: Command, { interrupt, messages }: Shell): Promise<Exit> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.Done : Exit.Usage;
  // What was let go of on Ctrl-C may fail; nobody wants to hear of it.
  if (interrupt.stopped) return Exit.Interrupted;
  if (error instanceof UsageError) {
    try {
      program.error(`error: ${error.message}`);
    } catch {}
    return Exit.Usage;
  }
  // Errors about a file name it and are ready to print; any other is a fault of the program's own.
  const known = error instanceof Error && 'source' in error;
  await messages.say(known ? error.message : `the program failed, please report this: ${traceOf(error)}`);
  return Exit.Failed;
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** commander writes without waiting. Where nobody reads, there is nobody to tell. */
function writeNow(fd: 1 | 2, text: string): void {
  try {
    writeSync(fd, text);
  } catch {}
}
