import type { CheckContext } from './check.js';
import { deniedIn } from './denied.js';
import { type Entry, groupsOf } from './entries.js';
import { quote } from './names.js';

/** A word as texts have them: hyphens and slashes cut it. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['\u2019\u02bc.&][\p{L}\p{M}\p{N}]+)*$/u;

/** Leaning words: can each be met, and does it say something of its own? Of two with the same stems, only the last is heard. */
export function checkLeaning({ file, profile, error, warn }: CheckContext): void {
  const entries = new Map<string, Entry>();
  for (const { leaning, terms } of groupsOf(file)) {
    for (const entry of leaning ? terms : []) if (!entries.has(entry.text)) entries.set(entry.text, entry);
  }
  const seen = new Map<string, string>();
  for (const { words, stems } of profile.leaning) {
    const { path } = entries.get(words) as Entry;
    const parts = (deniedIn(words) ?? words).split(' ');
    if (parts.length > (deniedIn(words) === null ? 2 : 1) || !parts.every((part) => WORD.test(part))) {
      error(
        path,
        'key',
        `the leaning words ${quote(words)} cannot match`,
        'write a word, two with a blank between, or not_ before one that is denied',
      );
    }
    const other = stems.map((stem) => seen.get(stem)).find((found) => found !== undefined);
    if (other !== undefined) {
      warn(path, 'key', `${quote(words)} matches the same words as ${quote(other)}`, 'take one of them out');
    }
    for (const stem of stems) seen.set(stem, words);
  }
}
