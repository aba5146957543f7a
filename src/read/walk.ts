import { lstatSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { InputError, systemError } from './error.js';

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
 * The files that a pattern such as `threads/*.txt` matches, sorted by path. Links to folders are not followed.
 * @throws InputError where none does.
 */
export async function matches(pattern: string): Promise<Met[]> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(pattern, {
    absolute: isAbsolute(pattern),
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  if (paths.length === 0)
    throw new InputError(pattern, 'no such file, and no file matches it', 'check the name');
  return paths.sort().map((path) => ({ kind: 'file', path }));
}
