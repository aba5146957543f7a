import type { CheckContext } from './check.js';
import { checkSharing, type ReadTerm } from './check-sharing.js';
import { type Entry, familyEntries, type GroupEntry, groupsOf, namesAt, otherPatterns } from './entries.js';
import { withStraightApostrophes } from './lexicon.js';
import { nearest, oneOf, quote } from './names.js';
import {
  type Atom,
  type Element,
  type Pattern,
  PatternError,
  parsePattern,
  withoutMarks,
} from './pattern.js';

/** Gaps multiply the ways to match: three of the longest are 13 × 13 × 13. */
const MOST_WAYS = 2200;
/** Words that a family may unfold to, families in families and all. */
const MOST_WORDS = 20_000;
const DEEPEST_FAMILY = 20;
/** A glob of fewer letters matches words that nobody thought of. */
const SHORTEST_GLOB = 2;

/** Terms, families, exceptions and cues: can each be read, can it match, does it say something of its own? */
export function checkPatterns(context: CheckContext): void {
  const groups = groupsOf(context.file).filter(({ leaning }) => !leaning);
  const terms = groups.flatMap((group) => group.terms.map((entry) => ({ entry, group })));
  const families = readAll(familyEntries(context.file), context);
  const others = readAll(otherPatterns(context.file), context);
  const read = readAll(
    terms.map(({ entry }) => entry),
    context,
  );
  checkFamilyNames([...families, ...others, ...read], groups, context);
  checkFamilySizes(families, context);
  const readable = others.flatMap(({ entry, pattern }) => (pattern === null ? [] : [{ entry, pattern }]));
  const readTerms = terms.flatMap(({ group, entry }, i): ReadTerm[] => {
    const pattern = read[i]?.pattern ?? null;
    return pattern === null ? [] : [{ entry, pattern, group }];
  });
  checkSharing(readTerms, readable, context);
}

interface Read {
  readonly entry: Entry;
  readonly pattern: Pattern | null;
}

function readAll(entries: readonly Entry[], context: CheckContext): Read[] {
  return entries.map((entry) => {
    try {
      const pattern = parsePattern(entry.text);
      checkCost(pattern, entry, context);
      checkMarks(entry, context);
      return { entry, pattern };
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      reportUnreadable(entry, error, context);
      return { entry, pattern: null };
    }
  });
}

function reportUnreadable(
  { text, path, at = 'value' }: Entry,
  { message }: PatternError,
  { error }: CheckContext,
): void {
  const better = mended(text);
  const said = message.startsWith(`"${text}": `) ? message.slice(text.length + 4) : message;
  const [problem, mend] = said.split(/; |: (?=remove)/, 2) as [string, string?];
  const write = better === null ? (mend ?? 'write it in words') : `write ${quote(better)}`;
  error(path, at, `the term ${quote(text)} cannot match: ${clean(problem)}`, clean(write));
}

/** What was probably meant: the term without what matches no word. */
function mended(text: string): string | null {
  const better = withoutMarks(text.replace(/\*(?=[\p{L}\p{N}])[\p{L}\p{N}']+/gu, '*'))
    .replace(/(^|\s)[*.?|]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  try {
    parsePattern(better);
    return better === text ? null : better;
  } catch {
    return null;
  }
}

/** Hyphens apart, a mark may have been meant for something. */
function checkMarks({ text, path, at = 'value' }: Entry, { warn }: CheckContext): void {
  const bare = withoutMarks(text);
  const spaced = (pattern: string) => pattern.replace(/[\s\-\u2010\u2011]+/g, ' ').trim();
  if (spaced(withStraightApostrophes(text)) !== spaced(bare))
    warn(path, at, `the marks in ${quote(text)} are read as blanks`, `write ${quote(bare)}`);
}

/** A message may quote the file: nothing in it may act on a terminal. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
}

function checkCost(
  pattern: Pattern,
  { text, path, at = 'value' }: Entry,
  { error, warn }: CheckContext,
): void {
  const ways = pattern.reduce(
    (product, element) => product * (element.kind === 'gap' ? element.most + 1 : 1),
    1,
  );
  if (ways > MOST_WAYS) {
    error(
      path,
      at,
      `the gaps of ${quote(text)} can be filled in ${ways} ways`,
      'take a gap out, or make two terms of it',
    );
  }
  for (const { kind, text: word } of pattern.flatMap(atomsOf)) {
    if (kind !== 'glob' || word.length >= SHORTEST_GLOB) continue;
    warn(
      path,
      at,
      `${quote(`${word}*`)} matches every word that begins so`,
      'write more letters, or the words',
    );
  }
}

function atomsOf(element: Element): readonly Atom[] {
  return element.kind === 'word' ? element.atoms : [];
}

function checkFamilyNames(read: readonly Read[], groups: readonly GroupEntry[], context: CheckContext): void {
  const { file, families, error, warn } = context;
  const known = Object.keys(families);
  const used = new Set<string>();
  const check = ({ text, path }: Entry) => {
    used.add(text);
    if (Object.hasOwn(families, text)) return;
    const guess = nearest(text, known);
    const mend =
      guess !== null
        ? `write ${guess}`
        : known.length > 0
          ? `define it under families:, or name ${oneOf(known)}`
          : 'define it under families:';
    error(path, 'value', `there is no family ${quote(text)}`, mend);
  };
  for (const { entry, pattern } of read) {
    for (const { kind, text } of (pattern ?? []).flatMap(atomsOf)) {
      if (kind === 'family') check({ text, path: entry.path });
    }
  }
  for (const { group, path } of groups) {
    for (const name of namesAt(group?.near, [...path, 'near'])) check(name);
    for (const name of namesAt(group?.unless, [...path, 'unless'])) check(name);
  }
  for (const [facet, { binding }] of Object.entries(file.facets)) {
    if (binding?.references !== undefined) {
      check({ text: binding.references, path: ['facets', facet, 'binding', 'references'] });
    }
  }
  for (const [name, family] of Object.entries(file.families ?? {})) {
    if (!Array.isArray(family) && family.of !== 'time')
      check({ text: family.of, path: ['families', name, 'of'] });
    if (Array.isArray(family) && family.length === 0) {
      error(
        ['families', name],
        'key',
        `the family ${quote(name)} has no words`,
        'add some, or take the family out',
      );
    }
  }
  for (const name of Object.keys(file.families ?? {})) {
    if (!used.has(name))
      warn(
        ['families', name],
        'key',
        `no term names the family ${quote(name)}`,
        'take it out, or name it in a term, near: or unless:',
      );
  }
}

/** Families in families can double at every step: their sizes are added up before anything is unfolded. */
function checkFamilySizes(read: readonly Read[], { families, error }: CheckContext): void {
  const patterns = new Map<string, Pattern[]>();
  for (const { entry, pattern } of read) {
    const name = String(entry.path[1]);
    const list = patterns.get(name) ?? [];
    if (pattern !== null) list.push(pattern);
    patterns.set(name, list);
  }
  const sizes = new Map<string, number>();
  let tooDeep = false;
  const size = (name: string, open: readonly string[]): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const path = ['families', name];
    if (open.includes(name)) {
      const round = [...open, name].slice(-4).join(' > ');
      error(
        path,
        'key',
        `the family ${quote(name)} contains itself (${clean(round)})`,
        'take it out of its own entries',
      );
      return 0;
    }
    if (open.length > DEEPEST_FAMILY) {
      tooDeep = true;
      error(
        path,
        'key',
        `the family ${quote(name)} is the ${open.length}th in a row of families in families`,
        'name its words where they are needed',
      );
      return 0;
    }
    let sum = 0;
    for (const { kind, text } of (patterns.get(name) ?? []).flat().flatMap(atomsOf)) {
      sum += kind === 'family' && Object.hasOwn(families, text) ? size(text, [...open, name]) : 1;
    }
    sizes.set(name, sum);
    return sum;
  };
  for (const name of patterns.keys()) {
    const words = size(name, []);
    if (tooDeep) return;
    if (words <= MOST_WORDS) continue;
    error(
      ['families', name],
      'key',
      `the family ${quote(name)} unfolds to ${words} words`,
      `a family has at most ${MOST_WORDS}: use globs, or fewer families in families`,
    );
    return;
  }
}
