import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './exit.js';
import type { Shell } from './shell.js';
import { write } from './terminal.js';

/** Where the report goes. */
export interface Output {
  /** Whether it is standard output. */
  readonly isStandard: boolean;
  /** @returns false where nobody reads any more, so that the work may stop. */
  write(text: string): Promise<boolean>;
  /** All is written: the file appears under its name. */
  finish(): void;
  /** Leaves nothing half-written; without effect after `finish`. */
  abandon(): void;
  /** Whether a path leads to the file that would be overwritten. */
  overwrites(path: string): boolean;
}

/** An output that cannot be written: `file: what is wrong: how to mend it`. */
export class OutputError extends Error {
  override readonly name = 'OutputError';

  constructor(
    readonly source: string,
    problem: string,
  ) {
    super(`${source}: ${problem}`);
  }
}

/** The file, or standard output where none or `-` is named. What is half-written goes when a signal comes. */
export function openOutput(path: string | undefined, { interrupt }: Shell): Output {
  if (path === undefined || path === '-') return standardOutput();
  const output = fileOutput(path);
  interrupt.onStop(() => output.abandon());
  return output;
}

/** @throws UsageError where the output would take the place of an input. */
export function refuseOverwriting(output: Output, source: string): void {
  if (source === '-' || !output.overwrites(source)) return;
  throw new UsageError(
    `-o ${source}: it is one of the inputs, which are never overwritten: name another file`,
  );
}

/** Standard output. */
function standardOutput(): Output {
  return {
    isStandard: true,
    async write(text) {
      try {
        return await write(1, text);
      } catch (error) {
        throw outputError('standard output', error);
      }
    },
    finish() {},
    abandon() {},
    overwrites: () => false,
  };
}

/**
 * A file that is written whole or not at all: a temporary file beside it takes its name at the end. A link
 * stays a link; a device or a pipe is written as it is.
 * @throws OutputError
 */
function fileOutput(path: string): Output {
  try {
    const before = existing(path);
    if (before && !before.isFile()) return before.isDirectory() ? refuseFolder(path) : deviceOutput(path);
    return regularOutput(path, before);
  } catch (error) {
    throw outputError(path, error);
  }
}

function regularOutput(path: string, before: Stats | undefined): Output {
  const target = before ? realpathSync(path) : path;
  const temporary = join(
    dirname(target),
    `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.tmp`,
  );
  const fd = openSync(temporary, 'wx');
  if (before) fchmodSync(fd, before.mode & 0o777);
  let open = true;
  return {
    isStandard: false,
    async write(text) {
      if (open) writeWhole(path, fd, text);
      return open;
    },
    finish() {
      if (!open) return;
      try {
        fsyncSync(fd);
        closeSync(fd);
        renameSync(temporary, target);
      } catch (error) {
        throw outputError(path, error);
      }
      open = false;
    },
    abandon() {
      if (!open) return;
      open = false;
      closeSync(fd);
      unlinkSync(temporary);
    },
    overwrites(source) {
      const stats = existing(source);
      return before !== undefined && stats?.ino === before.ino && stats.dev === before.dev;
    },
  };
}

function deviceOutput(path: string): Output {
  const fd = openSync(path, 'w');
  return {
    isStandard: false,
    async write(text) {
      writeWhole(path, fd, text);
      return true;
    },
    finish: () => closeSync(fd),
    abandon() {},
    overwrites: () => false,
  };
}

function writeWhole(path: string, fd: number, text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  } catch (error) {
    throw outputError(path, error);
  }
}

function existing(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

function refuseFolder(path: string): never {
  throw new OutputError(path, 'it is a folder: name a file in it');
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist: create it first',
  ENOTDIR: 'a part of its path is a file, not a folder: check the path',
  EACCES: 'not allowed to write it: choose another file, or change the permissions of its folder',
  EPERM: 'not allowed to write it: choose another file, or change the permissions of its folder',
  EROFS: 'the disk is read-only: choose another place',
  ENOSPC: 'no space is left on the device: make room, or choose another place',
  EBADF: 'it is closed: open it, or name a file with -o',
};

function outputError(name: string, error: unknown): OutputError {
  if (error instanceof OutputError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const known = PROBLEMS[code ?? ''];
  return new OutputError(name, known ?? `could not be written (${code ?? message}): choose another place`);
}
