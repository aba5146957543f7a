import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import { quote } from './names.js';
import type { ProfileProblem } from './problem.js';

/** Keys and indexes from the top of the file. */
export type Path = readonly (string | number)[];

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A profile file as data that remembers where it stood. */
export interface ProfileSource {
  /** What the file says; undefined where it cannot be read at all. */
  readonly value: unknown;
  readonly problems: readonly ProfileProblem[];
  /** Where the value at `path` begins, or its key; the nearest thing that holds it where there is none. */
  readonly place: (path: Path, at?: 'key' | 'value') => Place;
}

/** The parser takes 15 µs for an entry: what is larger is refused before it costs seconds. */
const MOST_CHARACTERS = 4 * 1024 * 1024;
const MOST_ENTRIES = 100_000;
const MOST_ALIASES = 1000;
/** Open brackets; columns of indent, dashes included. */
const DEEPEST = 100;
const WIDEST_INDENT = 200;
/** These would be read as something that every object has. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

const MENDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'indent it deeper than the key that it belongs to, and close brackets that are open',
  MISSING_CHAR: 'close the quote or the bracket, or put a blank behind the colon',
  MULTIPLE_DOCS: 'a file holds one profile: take out the line ---',
  BLOCK_AS_IMPLICIT_KEY: 'put it on a line of its own, deeper than its key, or between quotes',
  MULTILINE_IMPLICIT_KEY: 'put the text between double quotes',
  BAD_SCALAR_START: 'put the text between double quotes',
  UNEXPECTED_TOKEN:
    'check the quotes and brackets before it, and put text with a colon between double quotes',
  BAD_ALIAS: 'put a text that begins with * or & between double quotes',
  TAG_RESOLVE_FAILED: 'put a text that begins with ! between double quotes',
};

/**
 * Reads YAML (and JSON, which is YAML) and finds what no profile may have: wrong syntax, keys that stand twice
 * or that every object has, alias bombs, too many entries. Linear in the text.
 */
export function readProfileSource(text: string): ProfileSource {
  const tooLarge = sizeProblem(text);
  if (tooLarge !== null)
    return { value: undefined, problems: [tooLarge], place: () => ({ line: 1, column: 1 }) };
  const lines = new LineCounter();
  // The library compares every key with every other; keys are checked below, each once.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: ProfileProblem[] = [];
  const add = (offset: number, problem: string, mend: string) =>
    problems.push({ severity: 'error', ...placeAt(offset), problem, mend });
  for (const { code, message, pos } of unlike(document)) {
    const mend = MENDS[code] ?? 'see how the starter of `profile init` is written';
    add(pos[0], quote(message).slice(1, -1), mend);
  }
  if (problems.length === 0) checkNodes(document, add);
  const value = problems.length === 0 ? toData(document, add) : undefined;
  return { value, problems, place: (path, at) => placeAt(offsetOf(document, path, at ?? 'value')) };
}

/** What the parser must not be given: it takes seconds for a million entries and dies of deep nesting. */
function sizeProblem(text: string): ProfileProblem | null {
  if (text.length > MOST_CHARACTERS) {
    const mend = `a profile has at most ${MOST_CHARACTERS}: check that the file is one`;
    return { severity: 'error', line: 1, column: 1, problem: `${text.length} characters are too many`, mend };
  }
  let entries = 0;
  let depth = 0;
  let line = 1;
  let lineStart = 0;
  let leading = true;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (',\n:[{'.includes(char)) entries++;
    if (char === '[' || char === '{') depth++;
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (char === '\n') {
      line++;
      lineStart = at + 1;
      leading = true;
    } else if (leading && !' -?\t\r'.includes(char)) leading = false;
    if (depth > DEEPEST || (leading && at - lineStart > WIDEST_INDENT)) {
      const column = at - lineStart + 1;
      return {
        severity: 'error',
        line,
        column,
        problem: 'nested too deeply',
        mend: 'a profile needs no such depth',
      };
    }
  }
  if (entries <= MOST_ENTRIES) return null;
  const mend = `a profile has at most ${MOST_ENTRIES}: use globs (weak*) and families`;
  return { severity: 'error', line: 1, column: 1, problem: `${entries} entries are too many`, mend };
}

/** The parser's errors and warnings, the first of each place: what follows from it helps nobody. */
function unlike(document: Document.Parsed) {
  const seen = new Set<number>();
  return [...document.errors, ...document.warnings].filter(
    ({ pos }) => !seen.has(pos[0]) && seen.add(pos[0]),
  );
}

type Add = (offset: number, problem: string, mend: string) => void;

function checkNodes(document: Document.Parsed, add: Add): void {
  const anchors = new Set<string>();
  const stack: unknown[] = [document.contents];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isAlias(node)) {
      if (!anchors.has(node.source)) {
        add(
          startOf(node),
          `${quote(`*${node.source}`)} stands for nothing`,
          'put the term between double quotes, or define &name before it',
        );
      }
      continue;
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    if (anchor !== undefined) anchors.add(anchor);
    if (isMap(node)) checkKeys(node.items, add);
    if (isMap(node))
      for (const { key, value } of [...node.items].reverse()) stack.push(value ?? null, key ?? null);
    else if (isSeq(node)) stack.push(...[...node.items].reverse());
  }
}

function checkKeys(items: readonly Pair[], add: Add): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (!isScalar(key)) {
      add(startOf(key), 'a key must be a word', 'write key: value');
      continue;
    }
    const name = String(key.value);
    if (seen.has(name))
      add(startOf(key), `the key ${quote(name)} stands twice`, 'put what belongs to it under one of them');
    if (RESERVED.has(name))
      add(startOf(key), `the key ${quote(name)} has a meaning in JavaScript`, 'choose another name');
    seen.add(name);
  }
}

function toData(document: Document.Parsed, add: Add): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    // The library throws where aliases of aliases would unfold to more than memory holds.
    const mend = 'write the terms out, or make a family of them and name it as <family>';
    add(0, `too many aliases (${quote((error as Error).message).slice(1, -1)})`, mend);
    return undefined;
  }
}

/** Where the node, or the last that `path` leads to, begins. */
function offsetOf(document: Document.Parsed, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const [depth, segment] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = pairOf(node.items, String(segment));
      if (pair === undefined) return offset;
      const isLast = depth === path.length - 1;
      node = pair.value;
      offset = isLast && at === 'key' ? startOf(pair.key) : startOf(node ?? pair.key);
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (node === undefined) return offset;
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}

const pairs = new WeakMap<readonly Pair[], ReadonlyMap<string, Pair>>();

function pairOf(items: readonly Pair[], name: string): Pair | undefined {
  let byName = pairs.get(items);
  if (byName === undefined) {
    byName = new Map(items.map((pair) => [String((pair.key as { value?: unknown } | null)?.value), pair]));
    pairs.set(items, byName);
  }
  return byName.get(name);
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}
