import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { CheckContext } from './check.js';
import { type Entry, familyEntries, type GroupEntry, groupsOf, namesAt, otherPatterns } from './entries.js';
import { nearest, oneOf, quote } from './names.js';
import { type Atom, type Element, type Pattern, PatternError, parsePattern } from './pattern.js';

/** Gaps multiply the ways to match: three of the longest are 13 × 13 × 13. */
const MOST_WAYS = 2200;
/** Words that a family may unfold to, families in families and all. */
const MOST_WORDS = 20_000;
/** Each occurrence of a word tries every term that begins with it. */
const MOST_WITH_ONE_START = 5000;
/** A glob of fewer letters matches words that nobody thought of. */
const SHORTEST_GLOB = 2;

/** Terms, families, exceptions and cues: can each be read, can it match, does it say something of its own? */
export function checkPatterns(context: CheckContext): void {
  const groups = groupsOf(context.file);
  const terms = groups.flatMap((group) => group.terms.map((entry) => ({ entry, group })));
  const families = readAll(familyEntries(context.file), context);
  const others = readAll(otherPatterns(context.file), context);
  const read = readAll(
    terms.map(({ entry }) => entry),
    context,
  );
  checkFamilyNames([...families, ...others, ...read], groups, context);
  checkFamilySizes(families, context);
  checkSharing(
    terms.flatMap(({ group }, i) => (read[i]?.pattern ? [{ ...(read[i] as Read), group }] : [])),
    others,
    context,
  );
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

/** What was probably meant: the term without marks that no word has. */
function mended(text: string): string | null {
  const better = text
    .replace(/\*(?=[\p{L}\p{N}])[\p{L}\p{N}']+/gu, '*')
    .replace(/[^\p{L}\p{N}'&*|<>?=.\s-]/gu, ' ')
    .replace(/(^|\s)[*.?|]+(?=\s|$)/g, ' ')
    .replace(/(?<=[\p{L}\p{N}])\.+(?=\s|$)/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  try {
    parsePattern(better);
    return better === text ? null : better;
  } catch {
    return null;
  }
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
    if (pattern !== null) patterns.set(name, [...(patterns.get(name) ?? []), pattern]);
  }
  const sizes = new Map<string, number>();
  const size = (name: string, open: readonly string[]): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    if (open.includes(name)) {
      error(
        ['families', name],
        'key',
        `the family ${quote(name)} contains itself (${[...open, name].slice(-4).join(' > ')})`,
        'take it out of its own entries',
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

interface ReadTerm extends Read {
  readonly group: GroupEntry;
}

function checkSharing(
  terms: readonly ReadTerm[],
  others: readonly Read[],
  { error, warn }: CheckContext,
): void {
  const exceptions = new Set(
    others.flatMap(({ entry, pattern }) => {
      if (pattern === null || entry.path[2] !== 'exceptions') return [];
      return keysOf(pattern).map((key) => `${entry.path[1]} ${key}`);
    }),
  );
  const seen = new Map<string, ReadTerm>();
  const starts = new Map<string, number>();
  for (const term of terms) {
    const { entry, pattern, group } = term;
    const keys = keysOf(pattern as Pattern);
    if (keys.every((key) => exceptions.has(`${group.facet} ${key}`))) {
      warn(
        entry.path,
        entry.at ?? 'value',
        `${quote(entry.text)} is an exception of ${quote(group.facet)} too, which takes its words away`,
        'take it out there or here',
      );
    }
    for (const key of keys) {
      const place = `${group.facet} ${conditions(group)} ${key}`;
      const first = seen.get(place);
      if (first === undefined) seen.set(place, term);
      else if (first.group.value !== group.value) {
        const problem = `${quote(entry.text)} is a term of ${quote(first.group.value)} too${first.entry.text === entry.text ? '' : ` (${quote(first.entry.text)})`}`;
        error(
          entry.path,
          entry.at ?? 'value',
          problem,
          `keep it in one value, or tell them apart with near: or unless:`,
        );
        break;
      } else {
        const same =
          first.entry.text === entry.text
            ? 'stands twice'
            : `matches the same words as ${quote(first.entry.text)}`;
        warn(entry.path, entry.at ?? 'value', `${quote(entry.text)} ${same}`, 'take one of them out');
        break;
      }
    }
    const start = elementKey((pattern as Pattern)[0] as Element);
    const count = (starts.get(start) ?? 0) + 1;
    starts.set(start, count);
    if (count === MOST_WITH_ONE_START + 1) {
      error(
        entry.path,
        entry.at ?? 'value',
        `more than ${MOST_WITH_ONE_START} terms begin as ${quote(entry.text)} does`,
        'make a family of what follows',
      );
    }
  }
}

/** What a pattern matches, so that two that match the same are equal: each word of a single element by itself. */
function keysOf(pattern: Pattern): string[] {
  const [only] = pattern;
  if (pattern.length === 1 && only?.kind === 'word') return [...new Set(only.atoms.map(atomKey))];
  return [pattern.map(elementKey).join(' ')];
}

function elementKey(element: Element): string {
  if (element.kind === 'gap') return `...${element.most}`;
  return `${element.atoms.map(atomKey).sort().join('|')}${element.optional ? '?' : ''}`;
}

function atomKey({ kind, text }: Atom): string {
  if (kind === 'stem') return PorterStemmer.stem(text);
  return { exact: `=${text}`, glob: `${text}*`, family: `<${text}>` }[kind];
}

function conditions({ group, leaning }: GroupEntry): string {
  if (leaning) return 'leaning';
  if (group === null) return '[]';
  const { near, unless, within, free } = group;
  const list = (names: typeof near) =>
    namesAt(names, [])
      .map(({ text }) => text)
      .sort();
  const all = [list(near), list(unless), within, free];
  return list(near).length + list(unless).length === 0 && !free ? '[]' : JSON.stringify(all);
}
