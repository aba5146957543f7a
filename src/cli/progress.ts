import { statSync } from 'node:fs';
import type { SingleBar } from 'cli-progress';
import type { Document } from '../model.js';
import { matches, walk } from '../read/walk.js';
import { clock } from './clock.js';
import type { Output } from './output.js';
import type { Shell } from './shell.js';
import { isTerminal } from './terminal.js';

/** Milliseconds of work before a bar is shown: what is done sooner needs none. */
const PATIENCE = 500;

/** A progress bar on standard error; its measure is bytes read. */
export class Progress {
  private readonly begun = clock();
  private bar: SingleBar | undefined;
  private shown = false;
  private total = 0;
  private done = 0;

  constructor(private readonly sources: readonly string[]) {}

  /** A document was worked on. */
  async add({ text }: Document): Promise<void> {
    this.done += text.length;
    if (!this.bar) {
      if (clock() - this.begun < PATIENCE) return;
      this.bar = await newBar();
      this.total = await sizeOf(this.sources);
    }
    // The size of standard input is not known.
    if (this.total === 0) return;
    if (this.shown) this.bar.update(Math.min(this.done, this.total));
    else this.bar.start(this.total, Math.min(this.done, this.total));
    this.shown = true;
  }

  /** Takes the bar away, until the next document. */
  readonly hide = (): void => {
    if (this.shown) this.bar?.stop();
    this.shown = false;
  };
}

/**
 * A bar where standard error is a terminal, unless lines of the report may appear on it meanwhile.
 * @returns what takes it away for good.
 */
export async function openProgress(
  sources: readonly string[],
  output: Output,
  { messages, interrupt }: Shell,
): Promise<{ readonly progress: Progress | undefined; close(): void }> {
  if (!(await isTerminal(2)) || (output.isStandard && (await isTerminal(1)))) {
    return { progress: undefined, close() {} };
  }
  const progress = new Progress(sources);
  messages.makeWay = progress.hide;
  const forget = interrupt.onStop(progress.hide);
  return {
    progress,
    close() {
      progress.hide();
      forget();
    },
  };
}

/** The library is loaded once there is something to show. */
async function newBar(): Promise<SingleBar> {
  const { default: progress } = await import('cli-progress');
  return new progress.SingleBar({
    format: '[{bar}] {percentage} %, {eta_formatted} left',
    barCompleteChar: '#',
    barIncompleteChar: '.',
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
    stream: process.stderr,
  });
}

/** Bytes of all inputs whose size is known. */
async function sizeOf(sources: readonly string[]): Promise<number> {
  let total = 0;
  const add = (path: string) => {
    total += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  };
  for (const source of sources) {
    const stats = statSync(source, { throwIfNoEntry: false });
    if (stats && !stats.isDirectory()) {
      total += stats.size;
      continue;
    }
    try {
      for (const met of stats ? walk(source) : matches(source)) if (met.kind === 'file') add(met.path);
    } catch {} // What cannot be read is told when its turn comes.
  }
  return total;
}
