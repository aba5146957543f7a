import type { Command } from 'commander';
import type { Exit } from './exit.js';
import type { Shell } from './shell.js';

/** Adds arguments, options and the action to a command; `done` takes the exit code of what it did. */
export type Define = (command: Command, shell: Shell, done: (exit: Exit) => void) => void;

/** A command beside the main job. Its code is loaded when it is called. */
export interface Subcommand {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  load(): Promise<Define>;
}

export const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'merge',
    summary: 'combine JSON or NDJSON reports into one',
    usage: '[options] PART...',
    load: async () => (await import('./commands/merge.js')).defineMerge,
  },
  {
    name: 'evaluate',
    summary: "measure how far the labels agree with a coder's",
    usage: '[options] --gold LABELS.csv FILE...',
    load: async () => (await import('./commands/evaluate.js')).defineEvaluate,
  },
  {
    name: 'profile',
    summary: 'write, check, show or improve a codebook',
    usage: 'init|check|show|suggest|fit',
    load: async () => (await import('./commands/profile.js')).defineProfile,
  },
];
