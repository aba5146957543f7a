import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTopic } from './on-topic.js';
import { toLine, toText } from './thread.js';

const FILES_IN_A_FOLDER = 1000;

/** A folder for corpora, removed at the end. */
export async function withScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'botox-consensus-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('SIGINT', () => {
    remove();
    process.exit(130);
  });
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

export interface Corpus {
  readonly path: string;
  readonly bytes: number;
}

/** NDJSON of so many bytes or a little more, written thread by thread. */
export function writeLines(path: string, size: number): Corpus {
  const file = openSync(path, 'w');
  let bytes = 0;
  let number = 0;
  try {
    for (const thread of onTopic()) {
      number++;
      bytes += writeSync(file, toLine(thread, `thread-${String(number).padStart(8, '0')}`));
      if (bytes >= size) break;
    }
  } finally {
    closeSync(file);
  }
  return { path, bytes };
}

/** A folder of so many plain text files, a thousand to a folder within it. */
export function writeFolder(path: string, files: number): Corpus {
  let bytes = 0;
  let number = 0;
  for (const thread of onTopic()) {
    const folder = join(path, String(Math.floor(number / FILES_IN_A_FOLDER)).padStart(4, '0'));
    if (number % FILES_IN_A_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const text = Buffer.from(toText(thread));
    writeFileSync(join(folder, `${String(number).padStart(8, '0')}.txt`), text);
    bytes += text.length;
    number++;
    if (number === files) break;
  }
  return { path, bytes };
}
