import { write } from './terminal.js';

export const NAME = 'botox-consensus';

/** What the command says on standard error, one line each; nothing else writes there. */
export class Messages {
  /** Called before a message: whatever is shown on the same terminal makes way for it. */
  makeWay: () => void = () => {};

  constructor(private readonly verbose: boolean) {}

  /** Says what a user must know. An error reads `source: what is wrong: how to mend it`. */
  async say(message: string): Promise<void> {
    this.makeWay();
    const lines = message.split('\n').map((line) => `${NAME}: ${line}\n`);
    // Where nobody reads standard error, or it cannot be written, there is nobody to tell.
    await write(2, lines.join('')).catch(() => {});
  }

  /** Says what only `--verbose` tells. */
  async detail(message: string): Promise<void> {
    if (this.verbose) await this.say(message);
  }
}
