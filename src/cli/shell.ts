import type { Interrupt } from './interrupt.js';
import type { Messages } from './messages.js';

/** What a command has of the process that it runs in. */
export interface Shell {
  readonly messages: Messages;
  readonly interrupt: Interrupt;
}
