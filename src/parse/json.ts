/** JSON and NDJSON to threads. */

import type { Document, Thread } from '../model.js';
import { OtherShapeError, ParseError } from './error.js';
import { type Asked, threadsOf } from './extracted.js';
import { jsonFault } from './json-error.js';
import { isObject, type Json } from './json-field.js';
import { askedIn } from './json-shape.js';
import { askedByForm } from './json-unnamed.js';

const EXPECTED =
  'expected a schema.org QAPage or Question, {"question": …, "answers": […]}, an array of answers, or Stack Exchange "items"';

/**
 * Reads threads from JSON. Spans refer to a text that is made of the question's and the answers' texts, with
 * markup and entities out.
 * @throws ParseError for a text that is no JSON (with line and column), and for JSON of another shape.
 */
export function parseJson(document: Document): Thread[] {
  const { source, format } = document;
  const value = jsonOf(document);
  const asked = askedIn(value) ?? unnamedIn(value);
  if (!asked) throw new OtherShapeError(source, `JSON of another shape (${described(value)})`, EXPECTED);
  return threadsOf(ownName(value, document) ?? source, format, asked);
}

/** A line of NDJSON may name itself ("source"), so that it is called the same in whatever part of a corpus it comes. */
function ownName(value: Json, { line }: Document): string | undefined {
  if (line === undefined || !isObject(value)) return undefined;
  return typeof value.source === 'string' && value.source !== '' ? value.source : undefined;
}

/**
 * Reads NDJSON: one thread a line, named `source#n` by the line, or as the line itself says.
 * @throws ParseError for the first line that cannot be used.
 */
export function parseNdjson(document: Document): Thread[] {
  const { source, text } = document;
  const threads: Thread[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    line++;
    const row = text.slice(start, end);
    if (/\S/.test(row))
      for (const thread of parseJson({ ...document, source: `${source}#${line}`, text: row, line }))
        threads.push(thread);
    start = end + 1;
  }
  return threads;
}

function unnamedIn(value: Json): Asked[] | null {
  const asked = askedByForm(value);
  return asked && [asked];
}

function jsonOf({ source, text, line = 1 }: Document): Json {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    return JSON.parse(json);
  } catch {
    const { line: at, column, fault } = jsonFault(json);
    throw new ParseError(
      source,
      `not JSON at line ${at + line - 1}, column ${column} (${fault})`,
      'mend it there, or name another format with --input-format',
    );
  }
}

/** What a value is, in a few words. */
function described(value: Json): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${kind(value[0])}`;
  if (!isObject(value)) return kind(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const named = keys.slice(0, 4).map((key) => JSON.stringify(key.slice(0, 30)));
  return `an object with ${named.join(', ')}${keys.length > 4 ? ', …' : ''}`;
}

function kind(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'arrays';
  return typeof value === 'object' ? 'objects' : `${typeof value}s`;
}
