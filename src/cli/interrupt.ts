import { Exit } from './exit.js';

/** Milliseconds that a stuck pipe or disk has to let go. */
const PATIENCE = 300;

/**
 * What happens on Ctrl-C and on SIGTERM. The work looks at `stopped`; what must be undone at once is told
 * with `onStop`. The exit code is set and the process ends by itself, as everywhere; where something holds
 * it, the signal is sent again, and nothing listens to it then.
 */
export class Interrupt {
  stopped = false;
  private readonly undoings = new Set<() => void>();

  listen(): void {
    process.once('SIGINT', () => this.stop('SIGINT', Exit.Interrupted));
    process.once('SIGTERM', () => this.stop('SIGTERM', Exit.Terminated));
  }

  /** @returns what takes the undoing back. */
  onStop(undo: () => void): () => void {
    this.undoings.add(undo);
    return () => this.undoings.delete(undo);
  }

  private stop(name: NodeJS.Signals, exit: Exit): void {
    this.stopped = true;
    process.exitCode = exit;
    for (const undo of this.undoings) undo();
    setTimeout(() => process.kill(process.pid, name), PATIENCE).unref();
  }
}
