/** What the command's exit code says. */
export const Exit = {
  /** The summary was printed. */
  Done: 0,
  /** An input could not be used, or the output not be written. */
  Failed: 1,
  /** Wrong usage. */
  Usage: 2,
  /** `--require-consensus` was not met. */
  NoConsensus: 3,
  /** Ctrl-C, as shells say it: 128 and the signal's number. */
  Interrupted: 130,
  Terminated: 143,
} as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

/** A wrong use of the command that its options alone do not show. The message says how to mend it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
