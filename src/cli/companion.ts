import { stripVTControlCharacters } from 'node:util';
import type { Document } from '../model.js';
import { STATEMENT } from '../report/words.js';

/**
 * Files of the command's own that lie among threads: labels, profiles and earlier reports. They are no threads, and
 * a user who names a folder or `*` means the threads.
 * @returns what it is and that it was left out; null for any other document.
 */
export function companionOf({ text }: Document): string | null {
  if (/^document[,;\t]answer[,;\t]/.test(text))
    return "a table of labels, left out: --labels takes a coder's";
  // The first keys of our JSON and NDJSON, which no one else's begin with.
  if (/^\{\s*"schemaVersion":\s*\d+,\s*"profile":\s*\{/.test(text) || endsAsReport(text)) {
    return 'a report of this program, left out: merge takes JSON reports';
  }
  if (/^facets:/m.test(text) && /^ +values:/m.test(text)) return 'a profile, left out: --profile takes one';
  return null;
}

/** Whether it is a report for people: the statement closes these, as broad as the terminal was. */
function endsAsReport(text: string): boolean {
  const end = stripVTControlCharacters(text.slice(-300)).replace(/(?:\s|<\/?[a-z]+>)+/g, ' ');
  return end.replace(/[ *]+$/, '').endsWith(STATEMENT);
}
