import { createReadStream, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Document, InputFormat } from '../model.js';
import { BINARY_SAMPLE } from './binary.js';
import { type Bytes, openBytes, streamBytes } from './bytes.js';
import { decode, decodeUtf8, refuseBinary } from './decode.js';
import { InputError, NotText } from './error.js';
import { detectFormat, formatByName, ink } from './format.js';
import { type Line, LineCutter, NdjsonSight, type Sight } from './lines.js';
import { MAGIC, type Met, matches, walk } from './walk.js';

export { InputError } from './error.js';

const MIB = 1024 * 1024;

/** 256 MiB: the longest text that is sure to fit in one string with room for the work on it. */
export const DEFAULT_MAX_BYTES = 256 * MIB;

export interface ReadOptions {
  /** Takes every input for this format instead of telling it by content. */
  readonly format?: InputFormat;
  /** Bytes that one document may have, where NDJSON has one a line; `DEFAULT_MAX_BYTES` unless stated. */
  readonly maxBytes?: number;
  /** What `-` and `/dev/stdin` read; the process's standard input unless stated. */
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** What `readAll` gives. */
export type Reading =
  | {
      readonly kind: 'document';
      readonly document: Document;
      /** Whether it was found in a folder or by a pattern, not named. */
      readonly found: boolean;
    }
  /** A file of a folder that was left out, and why. */
  | { readonly kind: 'note'; readonly source: string; readonly text: string }
  | { readonly kind: 'error'; readonly error: InputError };

/**
 * Reads one input whole.
 * @param source a path, or `-` for standard input.
 * @throws InputError where it cannot be used.
 */
export async function read(source: string, options: ReadOptions = {}): Promise<Document> {
  const bytes = openSource(source, options, false);
  try {
    return await toDocument(await content(bytes, [], source, options), source, options);
  } finally {
    bytes.close();
  }
}

/**
 * Reads many inputs one after the other, holding one document at a time. A folder gives every text file
 * below it; a pattern such as `threads/*.txt` every file that it matches; NDJSON a document for each
 * line, named `path#n` by the line's number. A file that is met again, as in a folder and by its name, is left out.
 * An input that cannot be used gives an error in its place, and the others follow.
 * @param sources paths, folders, patterns, or `-`; in order.
 */
export async function* readAll(
  sources: Iterable<string>,
  options: ReadOptions = {},
): AsyncGenerator<Reading> {
  const all = [...sources];
  const before = new Set<string>();
  // In one folder nothing is met twice, and there may be many files.
  const isNew = (path: string) => {
    if (all.length < 2 || isStdin(path)) return true;
    const place = resolve(path);
    const isMet = before.has(place);
    before.add(place);
    return !isMet;
  };
  for (const source of all) {
    try {
      const files = isStdin(source) ? null : filesOf(source);
      if (files) yield* readFound(files, source, isNew, options);
      else yield* readNew(source, isNew, options, false);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      yield { kind: 'error', error };
    }
  }
}

/** What a folder or a pattern stands for; null for the name of one input. */
function filesOf(source: string): Iterable<Met> | null {
  let stats: Stats | undefined;
  try {
    stats = statSync(source, { throwIfNoEntry: false });
  } catch {
    return null; // The opening of it tells what is wrong.
  }
  if (stats?.isDirectory()) return walk(source);
  return !stats && MAGIC.test(source) ? matches(source) : null;
}

/** Every file of a folder or a pattern. */
async function* readFound(
  files: Iterable<Met>,
  source: string,
  isNew: (path: string) => boolean,
  options: ReadOptions,
): AsyncGenerator<Reading> {
  let used = false;
  for (const met of files) {
    if (met.kind === 'note') {
      yield met;
      continue;
    }
    try {
      if (met.kind === 'error') throw met.error;
      yield* readNew(met.path, isNew, options, true);
      used = true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const skipped = error instanceof NotText;
      yield skipped ? { kind: 'note', source: error.source, text: error.problem } : { kind: 'error', error };
      used ||= !skipped;
    }
  }
  if (!used) throw new InputError(source, 'no text files in it', 'name a folder or file with a thread in it');
}

/** One input, unless it was met before. */
async function* readNew(
  source: string,
  isNew: (path: string) => boolean,
  options: ReadOptions,
  found: boolean,
): AsyncGenerator<Reading> {
  if (isNew(source)) yield* readOne(source, options, found);
  else yield { kind: 'note', source, text: 'read before: left out' };
}

/** One input: a document, or those of its lines. */
async function* readOne(source: string, options: ReadOptions, found: boolean): AsyncGenerator<Reading> {
  const bytes = openSource(source, options, found);
  try {
    const head: Uint8Array[] = [];
    if (await beginsNdjson(bytes, head, source, options)) {
      yield* readLines(bytes, head, source, options, found);
      return;
    }
    const document = await toDocument(await content(bytes, head, source, options), source, options);
    if (document.format === 'ndjson') yield* splitLines(document, found);
    else yield { kind: 'document', document, found };
  } finally {
    bytes.close();
  }
}

/** Reads on until it is clear whether the input is NDJSON that can be read line by line. */
async function beginsNdjson(
  bytes: Bytes,
  head: Uint8Array[],
  source: string,
  options: ReadOptions,
): Promise<boolean> {
  if (options.format && options.format !== 'ndjson') return false;
  const sight = new NdjsonSight(options.format === 'ndjson' || formatByName(source) === 'ndjson');
  let length = 0;
  for (let seen: Sight = 'unclear'; seen === 'unclear' && length <= limit(options); ) {
    const piece = await bytes.next();
    if (!piece) return false;
    length += piece.length;
    const kept = head.length > 0 ? Buffer.from(piece) : piece;
    head.push(kept);
    seen = sight.see(kept);
    if (seen === 'ndjson') return true;
  }
  return false;
}

/** NDJSON, line by line; a line that cannot be used gives an error in its place. */
async function* readLines(
  bytes: Bytes,
  head: Iterable<Uint8Array>,
  source: string,
  options: ReadOptions,
  found: boolean,
): AsyncGenerator<Reading> {
  const cutter = new LineCutter(limit(options));
  for (const piece of head)
    for (const line of cutter.push(piece)) yield* lineReading(line, source, options, found);
  for (let piece = await bytes.next(); piece; piece = await bytes.next()) {
    for (const line of cutter.push(piece)) yield* lineReading(line, source, options, found);
  }
  for (const line of cutter.end()) yield* lineReading(line, source, options, found);
}

async function* lineReading(
  { number, bytes }: Line,
  source: string,
  options: ReadOptions,
  found: boolean,
): AsyncGenerator<Reading> {
  const name = `${source}#${number}`;
  try {
    if (!bytes) throw tooLarge(name, options);
    const strict = decodeUtf8(bytes);
    const { text, encoding } =
      strict === null ? await decode(bytes, name) : { text: strict, encoding: 'utf-8' };
    if (ink(text) === text.length) return;
    yield {
      kind: 'document',
      found,
      document: { source: name, format: 'json', encoding, text, line: number },
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    yield { kind: 'error', error };
  }
}

/** The lines of NDJSON that had to be read whole. */
function* splitLines({ source, encoding, text }: Document, found: boolean): Generator<Reading> {
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const row = text.slice(start, end);
    line++;
    start = end + 1;
    if (ink(row) === row.length) continue;
    yield {
      kind: 'document',
      found,
      document: { source: `${source}#${line}`, format: 'json', encoding, text: row, line },
    };
  }
}

function openSource(source: string, options: ReadOptions, found: boolean): Bytes {
  if (!isStdin(source)) return openBytes(source, source, found);
  return streamBytes(options.stdin ?? createReadStream('', { fd: 0, autoClose: false }), source);
}

/** Standard input has names that cannot be opened where it is a socket. */
function isStdin(source: string): boolean {
  return source === '-' || source === '/dev/stdin' || source === '/dev/fd/0';
}

/** All bytes of an input, of which `head` has been read. */
async function content(
  bytes: Bytes,
  head: readonly Uint8Array[],
  source: string,
  options: ReadOptions,
): Promise<Uint8Array> {
  if ((bytes.size ?? 0) > limit(options)) throw tooLarge(source, options);
  const pieces = [...head];
  let length = head.reduce((sum, piece) => sum + piece.length, 0);
  for (let piece = pieces[0] ?? (await bytes.next()); piece; piece = await bytes.next()) {
    if (piece !== pieces[0]) {
      pieces.push(pieces.length > 0 ? Buffer.from(piece) : piece);
      length += piece.length;
    }
    if (length > limit(options)) throw tooLarge(source, options);
    // A film or an endless device is known by its first bytes.
    if (pieces.length === 1 && length >= BINARY_SAMPLE) refuseBinary(piece, source);
    if (bytes.whole && length < (bytes.size ?? 0)) return bytes.whole();
  }
  return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
}

async function toDocument(bytes: Uint8Array, source: string, options: ReadOptions): Promise<Document> {
  if (bytes.length === 0) throw new NotText(source, 'it is empty', 'name a file that has something in it');
  const { text, encoding } = await decode(bytes, source);
  if (ink(text) === text.length)
    throw new NotText(source, 'it is blank', 'name a file that has something in it');
  return { source, format: options.format ?? detectFormat(text, source), encoding, text };
}

function limit(options: ReadOptions): number {
  return options.maxBytes ?? DEFAULT_MAX_BYTES;
}

function tooLarge(source: string, options: ReadOptions): InputError {
  const bytes = limit(options);
  const size = bytes % MIB ? `${bytes} bytes` : `${bytes / MIB} MiB`;
  return new InputError(
    source,
    `larger than the limit of ${size}`,
    'raise it with --max-bytes, or split the file',
  );
}
