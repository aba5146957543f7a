import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, matchesGlob, normalize, sep } from 'node:path';
import { InputError, systemError } from './error.js';

/** What makes a name a pattern. */
export const MAGIC = /[*?[\]{}]/;

/** Something met on a walk: a file to read, or one that was left out, and why. */
export type Met =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'note'; readonly source: string; readonly text: string }
  | { readonly kind: 'error'; readonly error: InputError };

/**
 * Walks a folder depth first, every folder's entries sorted by name (by UTF-16 code units, so that the order
 * is the same on every machine). Links are not followed: what they point to inside the folder is met
 * anyway, and what is outside is none of it. Hidden entries (`.git`), pipes and devices are left out.
 */
export function* walk(folder: string): Generator<Met> {
  // A stack of what is left of every open folder, since a tree may be deeper than the call stack.
  const stack: { path: string; names: string[] }[] = [];
  const open = function* (path: string): Generator<Met> {
    try {
      stack.push({ path, names: readdirSync(path).sort().reverse() });
    } catch (error) {
      yield { kind: 'error', error: systemError(path, error) };
    }
  };
  yield* open(folder);
  for (let here = stack.at(-1); here; here = stack.at(-1)) {
    const name = here.names.pop();
    if (name === undefined) {
      stack.pop();
      continue;
    }
    const path = join(here.path, name);
    const left = (text: string): Met => ({ kind: 'note', source: path, text });
    if (name.startsWith('.')) {
      yield left('hidden: left out');
      continue;
    }
    try {
      const stats = lstatSync(path);
      if (stats.isDirectory()) yield* open(path);
      else if (stats.isFile()) yield { kind: 'file', path };
      else yield left(stats.isSymbolicLink() ? 'a link: not followed' : 'no regular file: left out');
    } catch (error) {
      yield { kind: 'error', error: systemError(path, error, true) };
    }
  }
}

/**
 * The files that a pattern such as `threads/*.txt` matches, sorted by path. Hidden entries are left out, and
 * links to folders are not followed.
 * @throws InputError where none does.
 */
export function matches(pattern: string): Met[] {
  const whole = normalize(pattern);
  const fixed = whole.slice(0, whole.search(MAGIC)).lastIndexOf(sep) + 1;
  const rest = whole.slice(fixed);
  const depth = rest.includes('**') ? Number.POSITIVE_INFINITY : rest.split(sep).length;
  const paths = [...filesBelow(whole.slice(0, fixed) || '.', depth)];
  const found = withoutWarnings(() => paths.filter((path) => matchesGlob(path, whole)));
  if (found.length === 0)
    throw new InputError(pattern, 'no such file, and no file matches it', 'check the name');
  return found.sort().map((path) => ({ kind: 'file', path }));
}

/** The files in a folder and so many levels of folders, its own the first; what cannot be opened has none. */
function* filesBelow(folder: string, depth: number): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory() && depth > 1) yield* filesBelow(path, depth - 1);
    else if (entry.isFile() || (entry.isSymbolicLink() && isFile(path))) yield path;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Node 20 and 22 warn on stderr that `matchesGlob` is new to them. */
function withoutWarnings<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}
