import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { InputError, systemError } from './error.js';

/** The bytes of one input, piece by piece. */
export interface Bytes {
  /** Size in bytes where it is known beforehand. */
  readonly size?: number;
  /** The next piece; null at the end. The first is the reader's own, any other is overwritten by the next. */
  next(): Uint8Array | null | Promise<Uint8Array | null>;
  /** The whole content in one piece, whatever was read before. Only regular files have it. */
  whole?(): Uint8Array;
  close(): void;
}

const PIECE = 65_536;

/** How long a pipe may stand without a writer, in milliseconds. */
const PATIENCE = 1000;

/**
 * Opens a file, a pipe or a device.
 * @param onlyFiles refuse all but regular files (in a folder a pipe would be waited for without end).
 * @throws InputError
 */
export function openBytes(path: string, source: string, onlyFiles = false): Bytes {
  let fd: number | undefined;
  try {
    // Without O_NONBLOCK the opening of a pipe that nobody writes to would not return.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(fd);
    if (stats.isFile()) return fileBytes(fd, source, stats);
    if (stats.isDirectory()) throw new InputError(source, 'it is a folder', 'name a file in it');
    if (onlyFiles || stats.isBlockDevice()) {
      throw new InputError(source, 'it is no regular file', 'save its content as a file first');
    }
    return pipeBytes(fd, source, stats);
  } catch (error) {
    if (fd !== undefined) closeSync(fd);
    throw systemError(source, error, onlyFiles);
  }
}

/** Bytes that come from elsewhere, such as standard input. */
export function streamBytes(stream: AsyncIterable<Uint8Array>, source: string): Bytes {
  const pieces = stream[Symbol.asyncIterator]();
  return {
    async next() {
      try {
        const { value, done } = await pieces.next();
        return done ? null : value;
      } catch (error) {
        throw systemError(source, error);
      }
    },
    close() {
      pieces.return?.().catch(() => {});
    },
  };
}

/** A regular file is read by blocking calls: for a folder of many small files they cost a tenth. */
function fileBytes(fd: number, source: string, before: Stats): Bytes {
  let read = 0;
  let again: Buffer | undefined;
  return {
    size: before.size,
    next() {
      // One byte more than there is, so that a small file takes no large piece.
      const piece =
        read === 0
          ? Buffer.allocUnsafe(Math.min(before.size + 1, PIECE))
          : (again ?? Buffer.allocUnsafe(PIECE));
      if (read > 0) again = piece;
      const n = readAt(fd, piece, read, source);
      read += n;
      if (n === 0) unchanged(fd, source, before);
      return n === 0 ? null : piece.subarray(0, n);
    },
    whole() {
      const content = Buffer.allocUnsafe(before.size + 1);
      let length = 0;
      for (let n = 1; n > 0 && length < content.length; length += n) {
        n = readAt(fd, content.subarray(length), length, source);
      }
      unchanged(fd, source, before);
      return content.subarray(0, length);
    },
    close() {
      closeSync(fd);
    },
  };
}

function readAt(fd: number, piece: Uint8Array, position: number, source: string): number {
  try {
    return readSync(fd, piece, 0, piece.length, position);
  } catch (error) {
    throw systemError(source, error);
  }
}

/** @throws InputError where the file is no longer what it was when it was opened. */
function unchanged(fd: number, source: string, before: Stats): void {
  const after = fstatSync(fd);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw new InputError(source, 'it changed while it was read', 'run again when nothing writes to it');
  }
}

/**
 * A pipe or a character device, read without blocking. While its writer is slow it is waited for; a
 * pipe without a writer looks like one at its end, so one that stays so for a second gives an error.
 */
function pipeBytes(fd: number, source: string, stats: Stats): Bytes {
  let begun = !stats.isFIFO();
  return {
    async next() {
      let waited = 0;
      for (let pause = 1; ; pause = Math.min(pause * 2, 16)) {
        const piece = Buffer.allocUnsafe(PIECE);
        const n = readNow(fd, piece, source);
        if (n !== null && n > 0) {
          begun = true;
          return piece.subarray(0, n);
        }
        if (n === 0 && begun) return null;
        if (n === 0 && waited >= PATIENCE) {
          throw new InputError(source, 'it is a pipe that nothing is written to', 'start its writer first');
        }
        await delay(pause);
        if (n === 0) waited += pause;
      }
    },
    close() {
      closeSync(fd);
    },
  };
}

/** Bytes read into `piece`; 0 at the end or without a writer, null where the writer has nothing yet. */
function readNow(fd: number, piece: Uint8Array, source: string): number | null {
  try {
    return readSync(fd, piece, 0, piece.length, null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw systemError(source, error);
  }
}
