import { YAMLException } from 'js-yaml';
import { quote } from './names.js';
import type { ProfileProblem } from './problem.js';
import { pairAt, readYaml, type YamlMap, type YamlNode, type YamlPair } from './yaml-tree.js';

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
/** Open brackets; columns of indent, dashes included. */
const DEEPEST = 100;
const WIDEST_INDENT = 200;
/** These would be read as something that every object has. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** What mends what the parser complains of, by its words; the first that they match. */
const MENDS: readonly (readonly [complaint: RegExp, mend: string])[] = [
  [/^tab characters/, 'indent with spaces'],
  [
    /^deficient indentation/,
    'indent it deeper than the key that it belongs to, and close the bracket or quote that is open before it',
  ],
  [
    /^bad indentation/,
    'begin it in the column of the one before, with a blank behind its colon, and put text with a colon between double quotes',
  ],
  [/quoted scalar|flow collection$/, 'close the quote or the bracket'],
  [/^missed comma/, 'close the bracket, or put text that begins with a sign between double quotes'],
  [/^expected the node content/, 'take the sign out, or put the text between double quotes'],
  [/multiline key|mapping key|whitespace character/, 'write key: value, with a blank behind the colon'],
  [/escape sequence|hexadecimal/, 'put the text between single quotes, where a backslash means itself'],
  [/non-printable|null byte/, 'take them out: a profile is plain text'],
  [/\btag\b/, 'put a text that begins with ! between double quotes'],
  [/alias|anchor/, 'put a text that begins with * or & between double quotes'],
];

/**
 * Reads YAML (and JSON, which is YAML) and finds what no profile may have: wrong syntax, keys that stand twice
 * or that every object has, alias bombs, too many entries. Linear in the text.
 */
export function readProfileSource(text: string): ProfileSource {
  const placeAt = placesIn(text);
  const problems: ProfileProblem[] = [];
  const tooLarge = sizeProblem(text);
  if (tooLarge !== null) return { value: undefined, problems: [tooLarge], place: () => placeAt(0) };
  const root = rootOf(text, problems, (offset, problem, mend) =>
    problems.push({ severity: 'error', ...placeAt(offset), problem, mend }),
  );
  return {
    value: root?.value,
    problems,
    place: (path, at) => placeAt(root?.node ? offsetOf(root.node, path, at ?? 'value') : 0),
  };
}

interface Root {
  readonly node: YamlNode | undefined;
  readonly value: unknown;
}

/** The document of a text, and as data where nothing is wrong with it; null where the parser cannot read it. */
function rootOf(text: string, problems: ProfileProblem[], add: Add): Root | null {
  try {
    const { documents, toData } = readYaml(text);
    const [node, second] = documents;
    if (second) add(second.from, 'a second document', 'a file holds one profile: take out the line ---');
    if (node) checkNodes(node, add);
    return { node, value: problems.length === 0 ? toData() : undefined };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const mend = MENDS.find(([pattern]) => pattern.test(reason))?.[1];
    add(
      mark?.position ?? 0,
      quote(reason).slice(1, -1),
      mend ?? 'see how the starter of `profile init` is written',
    );
    return null;
  }
}

/** Gives the line and column, from 1, of an offset. */
function placesIn(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: mark, index }) => index + mark.length)];
    let [line, behind] = [0, starts.length];
    while (behind - line > 1) {
      const middle = (line + behind) >> 1;
      if ((starts[middle] as number) <= offset) line = middle;
      else behind = middle;
    }
    return { line: line + 1, column: offset - (starts[line] as number) + 1 };
  };
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

type Add = (offset: number, problem: string, mend: string) => void;

/** What a node and all in it come to when aliases are written out. */
function checkNodes(root: YamlNode, add: Add): void {
  const sizes = new Map<YamlNode, number>();
  const visit = (node: YamlNode): number => {
    const size = 1 + partsOf(node, add).reduce((sum, part) => sum + (sizes.get(part) ?? visit(part)), 0);
    sizes.set(node, size);
    return size;
  };
  if (visit(root) > MOST_ENTRIES) {
    add(
      0,
      'too many aliases: written out they are more than memory holds',
      'write the terms out, or make a family of them and name it as <family>',
    );
  }
}

function partsOf(node: YamlNode, add: Add): readonly YamlNode[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'list':
      return node.items;
    case 'map':
      checkKeys(node, add);
      return node.pairs.flatMap(({ key, value }) => [key, value]);
    case 'alias':
      if (node.target !== null) return [node.target];
      add(
        node.from,
        `${quote(`*${node.name}`)} stands for nothing`,
        'put the term between double quotes, or define &name before it',
      );
      return [];
  }
}

function checkKeys({ pairs }: YamlMap, add: Add): void {
  const seen = new Set<string>();
  for (const { key } of pairs) {
    if (key.kind !== 'scalar') {
      add(key.from, 'a key must be a word', 'write key: value');
      continue;
    }
    const name = key.text;
    if (seen.has(name))
      add(key.from, `the key ${quote(name)} stands twice`, 'put what belongs to it under one of them');
    if (RESERVED.has(name))
      add(key.from, `the key ${quote(name)} has a meaning in JavaScript`, 'choose another name');
    seen.add(name);
  }
}

/** Where the node, or the last that `path` leads to, begins. */
function offsetOf(root: YamlNode, path: Path, at: 'key' | 'value'): number {
  let node: YamlNode = root;
  let offset = node.from;
  for (const [depth, segment] of path.entries()) {
    if (node.kind === 'alias' && node.target !== null) node = node.target;
    if (node.kind === 'map') {
      const pair = pairAt(node, String(segment));
      if (pair === undefined) return offset;
      const isLast = depth === path.length - 1;
      node = pair.value;
      offset = isLast && at === 'key' ? pair.key.from : placeOf(pair);
    } else if (node.kind === 'list') {
      const item: YamlNode | undefined = node.items[Number(segment)];
      if (item === undefined) return offset;
      node = item;
      offset = node.from;
    } else return offset;
  }
  return offset;
}

/** Where a pair's value stands; its key where none does. */
function placeOf({ key, value }: YamlPair): number {
  return value.kind === 'scalar' && value.from === value.to ? key.from : value.from;
}
