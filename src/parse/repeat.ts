/** Lines whose form comes again and again between the answers: page noise, whatever its words. */

import type { Line } from './lines.js';
import { isWordStart, type Shape, wordEnd } from './scan.js';
import { classOf, isDegree, Word } from './vocabulary.js';

const mostWords = 16;

/**
 * The form of a short line: names, professions and numbers become one sign each, other words stay. Empty for a line
 * that is none: a sentence, a bare name, a line too long.
 */
export function formOf(text: string, line: Line, shape: Shape, loose = false): string {
  if (shape.words > mostWords || shape.words === 0) return '';
  const last = text.charCodeAt(line.end - 1);
  if (last === 0x21 || last === 0x2c) return '';
  let form = '';
  let own = 0;
  for (let at = line.start; at < line.end; ) {
    const code = text.charCodeAt(at);
    if (!isWordStart(code)) {
      if (code > 0x20 && code !== 0xa0) form += text[at];
      at++;
      continue;
    }
    const from = at;
    at = wordEnd(text, at, line.end);
    const word = text.slice(from, at);
    const sign = signOf(word, loose);
    if (sign === '') {
      form += ` ${word.toLowerCase()}`;
      own++;
    } else if (!form.endsWith(sign)) form += sign;
  }
  // A sentence is the page's own only where its names or numbers change.
  if (last === 0x2e && !/[9N]/.test(form)) return '';
  return own > 0 || shape.numbers > 0 ? form : '';
}

function signOf(word: string, loose: boolean): string {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return '9';
  if (isDegree(word)) return 'P';
  const bits = classOf(word.toLowerCase());
  if (bits & (Word.Profession | Word.Field)) return 'P';
  if (bits & (Word.Month | Word.Weekday)) return '9';
  if (bits !== 0) return '';
  if (loose) return 'N';
  return /[_.\d]/.test(word) || (first >= 65 && first <= 90) ? 'N' : '';
}

/**
 * The lines (by index) whose form comes at least three times, and nearly as often as the most frequent one: so a
 * heading that a few answers share stays one. `isOpen` says which lines are candidates at all, `isOwn` which of them
 * may be the answerers' own words; that is asked of few.
 */
export function repeatedLines(
  text: string,
  lines: readonly Line[],
  shapes: readonly (Shape | null)[],
  isOpen: (index: number) => boolean,
  isOwn: (index: number) => boolean,
): ReadonlySet<number> {
  const byForm = new Map<string, number[]>();
  for (let i = 0; i < lines.length; i++) {
    const shape = shapes[i];
    if (!shape || !isOpen(i)) continue;
    const form = formOf(text, lines[i] as Line, shape);
    if (form === '') continue;
    const found = byForm.get(form);
    if (found) found.push(i);
    else byForm.set(form, [i]);
  }
  const often: number[][] = [];
  let most = 0;
  for (const found of byForm.values()) {
    if (found.length < 3 || !isSpread(found) || isOwn(found[0] as number)) continue;
    often.push(found);
    most = Math.max(most, found.length);
  }
  const repeated = new Set<number>();
  const loose = new Set<string>();
  const looseForm = (found: readonly number[]) => {
    const first = found[0] as number;
    return formOf(text, lines[first] as Line, shapes[first] as Shape, true);
  };
  for (const found of often) {
    if (found.length * 5 < most * 3) continue;
    for (const i of found) repeated.add(i);
    loose.add(looseForm(found));
  }
  loose.delete('N');
  // A nick in lower case hides in such a line; its other words show it.
  if (loose.size > 0)
    for (const found of byForm.values())
      if (!repeated.has(found[0] as number) && loose.has(looseForm(found)) && !isOwn(found[0] as number))
        for (const i of found) repeated.add(i);
  return repeated;
}

/** Whether the lines lie apart: a list's lines stand together. */
function isSpread(found: readonly number[]): boolean {
  let apart = 0;
  for (let i = 1; i < found.length; i++) if ((found[i] as number) - (found[i - 1] as number) > 1) apart++;
  return apart * 2 > found.length - 1;
}
