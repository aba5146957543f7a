import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { CheckContext } from './check.js';
import { type Entry, type GroupEntry, namesAt } from './entries.js';
import { quote } from './names.js';
import type { Atom, Element, Pattern } from './pattern.js';

/** Each occurrence of a word tries every term that begins with it. */
const MOST_WITH_ONE_START = 5000;

/** A pattern that could be read. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly pattern: Pattern;
}

export interface ReadTerm extends ReadEntry {
  readonly group: GroupEntry;
}

/** Does every term say something of its own? Of two that match the same words, only the first is ever heard. */
export function checkSharing(
  terms: readonly ReadTerm[],
  others: readonly ReadEntry[],
  context: CheckContext,
): void {
  const exceptions = exceptionKeys(others);
  const seen = new Map<string, ReadTerm>();
  const starts = new Map<string, number>();
  for (const term of terms) {
    const { facet } = term.group;
    const keys = keysOf(term.pattern);
    if (keys.every((key) => exceptions.has(`${facet} ${key}`))) {
      const problem = `${quote(term.entry.text)} is an exception of ${quote(facet)} too, which takes its words away`;
      report(context.warn, term, problem, 'take it out there or here');
    }
    const places = keys.map((key) => `${facet} ${conditions(term.group)} ${key}`);
    const first = places.map((place) => seen.get(place)).find((found) => found !== undefined);
    if (first !== undefined) reportSame(first, term, context);
    for (const place of places) if (!seen.has(place)) seen.set(place, term);
    countStart(term, starts, context);
  }
}

function reportSame(first: ReadTerm, term: ReadTerm, { error, warn }: CheckContext): void {
  const [text, other] = [quote(term.entry.text), quote(first.entry.text)];
  if (first.group.value === term.group.value) {
    const same = text === other ? 'stands twice' : `matches the same words as ${other}`;
    report(warn, term, `${text} ${same}`, 'take one of them out');
    return;
  }
  const written = text === other ? '' : ` (${other})`;
  const problem = `${text} is a term of ${quote(first.group.value)} too${written}`;
  report(error, term, problem, 'keep it in one value, or tell them apart with near: or unless:');
}

function report(how: CheckContext['error'], { entry }: ReadTerm, problem: string, mend: string): void {
  how(entry.path, entry.at ?? 'value', problem, mend);
}

function countStart(term: ReadTerm, starts: Map<string, number>, { error }: CheckContext): void {
  const start = elementKey(term.pattern[0] as Element);
  const count = (starts.get(start) ?? 0) + 1;
  starts.set(start, count);
  if (count !== MOST_WITH_ONE_START + 1) return;
  const problem = `more than ${MOST_WITH_ONE_START} terms begin as ${quote(term.entry.text)} does`;
  report(error, term, problem, 'make a family of what follows');
}

function exceptionKeys(others: readonly ReadEntry[]): ReadonlySet<string> {
  return new Set(
    others.flatMap(({ entry: { path }, pattern }) =>
      path[2] === 'exceptions' ? keysOf(pattern).map((key) => `${path[1]} ${key}`) : [],
    ),
  );
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

/** Terms whose conditions differ are told apart by them. */
function conditions({ group }: GroupEntry): string {
  const list = (names: string | readonly string[] | undefined) =>
    namesAt(names, [])
      .map(({ text }) => text)
      .sort();
  const [near, unless] = [list(group?.near), list(group?.unless)];
  if (near.length + unless.length === 0 && !group?.free) return '[]';
  return JSON.stringify([near, unless, group?.within, group?.free]);
}
