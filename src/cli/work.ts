import type { Document } from '../model.js';
import { attempt } from './attempt.js';
import { clock } from './clock.js';
import { Exit } from './exit.js';
import { type Made, outcomes, type Worker } from './outcomes.js';
import { type Output, refuseOverwriting } from './output.js';
import type { Options } from './program.js';
import { openProgress } from './progress.js';
import { readingOf } from './settings.js';
import type { Shell } from './shell.js';

export interface Work<T extends Made> {
  readonly sources: readonly string[];
  readonly output: Output;
  /** Makes a document's threads. */
  readonly threadsOf: (document: Document) => Promise<readonly T[]>;
  /** Makes them in other threads too; absent: `threadsOf` does, one document at a time. */
  readonly pool?: Worker<T> & { close(): Promise<void> };
  /** Takes a thread that has answers. @returns false where nobody reads what comes of it. */
  take(thread: T): Promise<boolean>;
  /** Takes a thread without answers. */
  takeEmpty?(thread: T): Promise<boolean>;
}

export interface Done {
  /** `Done`, or `Failed` where an input could not be used. */
  readonly exit: Exit;
  /** False after Ctrl-C, and where nobody reads the output any more. */
  readonly complete: boolean;
}

/** Milliseconds of work after which signals get their turn. */
const TURN = 50;

/** Works through all inputs, and says what was wrong with each that could not be used. */
export async function workThrough<T extends Made>(
  work: Work<T>,
  options: Options,
  shell: Shell,
): Promise<Done> {
  const { messages, interrupt } = shell;
  const { output, sources, pool } = work;
  const worker = pool ?? { ahead: 0, attempt: (document: Document) => attempt(document, work.threadsOf) };
  for (const source of sources) refuseOverwriting(output, source);
  const { progress, close } = await openProgress(sources, output, shell);
  let failures = 0;
  let leftOut = 0;
  let taken = 0;
  let met = 0;
  let turn = clock();
  try {
    for await (const outcome of outcomes(sources, readingOf(options, shell), worker)) {
      if (++met === 2) keepHeapSmall();
      if (clock() - turn > TURN) {
        await new Promise(setImmediate);
        turn = clock();
      }
      if (interrupt.stopped) return { exit: Exit.Interrupted, complete: false };
      if (outcome.kind === 'failure') {
        failures++;
        await messages.say(outcome.message);
      } else if (outcome.kind === 'left-out') {
        leftOut++;
        await messages.detail(outcome.message);
      } else {
        const { document, threads } = outcome;
        refuseOverwriting(output, document.source);
        await progress?.add(document);
        await messages.detail(account(document, threads));
        for (const thread of threads) {
          const take = thread.answers.length > 0 ? work.take : work.takeEmpty;
          if (thread.answers.length > 0) taken++;
          if (take && !(await take(thread))) return { exit: exitOf(failures), complete: false };
        }
      }
    }
  } finally {
    close();
    await pool?.close();
  }
  if (leftOut > 0 && !options.verbose) {
    await messages.say(
      `${leftOut === 1 ? '1 file is' : `${leftOut} files are`} left out: --verbose says why`,
    );
  }
  if (taken === 0 && failures === 0) {
    failures++;
    await messages.say('no thread was found: name a file or a folder with threads');
  }
  return { exit: exitOf(failures), complete: true };
}

/**
 * Left alone V8 lets the heap grow to several times what is alive: a third more memory for many documents, and no
 * time saved.
 */
function keepHeapSmall(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=20');
}

function exitOf(failures: number): Exit {
  return failures > 0 ? Exit.Failed : Exit.Done;
}

function account({ source, format, encoding }: Document, threads: readonly Made[]): string {
  const answers = threads.reduce((sum, thread) => sum + thread.answers.length, 0);
  const several = threads.length > 1 ? `${threads.length} threads, ` : '';
  return `${source}: ${format} in ${encoding}, ${several}${answers} answers`;
}
