import { fstatSync, writeSync } from 'node:fs';

/** A standard stream's file descriptor. */
export type Descriptor = 0 | 1 | 2;

/** Whether a standard stream is a terminal. `node:tty` is loaded only where it may be one. */
export async function isTerminal(fd: Descriptor): Promise<boolean> {
  try {
    if (!fstatSync(fd).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(fd);
}

/** Whether a standard stream is open at all: a service may have none. */
export function isOpen(fd: Descriptor): boolean {
  try {
    fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/** The columns of the terminal behind standard output; undefined where it is none. */
export async function terminalWidth(): Promise<number | undefined> {
  return (await isTerminal(1)) ? process.stdout.columns : undefined;
}

/**
 * Writes to standard output or standard error. Plain writes, since opening `process.stdout` costs a tenth
 * of the whole start; the stream takes over where a pipe is full and does not block.
 * @returns false where nobody reads any more.
 */
export async function write(fd: 1 | 2, text: string): Promise<boolean> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      return writeToStream(fd, bytes.subarray(at));
    }
  }
  return true;
}

function writeToStream(fd: 1 | 2, bytes: Uint8Array): Promise<boolean> {
  const stream = fd === 1 ? process.stdout : process.stderr;
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve(false) : reject(error));
    stream.once('error', fail);
    stream.write(bytes, (error) => {
      if (error) return;
      stream.off('error', fail);
      resolve(true);
    });
  });
}
