/** Lines whose form comes again and again between the answers: page noise, whatever its words. */

import type { Line } from './lines.js';
import { isWordStart, type Shape, scan, wordEnd } from './scan.js';
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
  // A sentence is the page's own only where its names or numbers change.
  if (last === 0x2e && shape.numbers + shape.names + shape.handles + shape.initials === 0) return '';
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

/** The short lines of a text by their form. */
export class Forms {
  readonly #byForm = new Map<string, number[]>();

  constructor(
    readonly text: string,
    readonly lines: readonly Line[],
  ) {}

  /** Notes a line that may be the page's own. */
  add(index: number, shape: Shape): void {
    const form = formOf(this.text, this.lines[index] as Line, shape);
    if (form === '') return;
    const found = this.#byForm.get(form);
    if (found) found.push(index);
    else this.#byForm.set(form, [index]);
  }

  /**
   * The lines (by index) whose form comes at least three times, and nearly as often as the most frequent one: so a
   * heading that a few answers share stays one. `isOwn` says which lines may be the answerers' own words.
   */
  repeated(isOwn: (index: number) => boolean): ReadonlySet<number> {
    const often: number[][] = [];
    let most = 0;
    for (const found of this.#byForm.values()) {
      if (found.length < 3 || !isSpread(found) || isOwn(found[0] as number)) continue;
      often.push(found);
      most = Math.max(most, found.length);
    }
    const repeated = new Set<number>();
    const loose = new Set<string>();
    for (const found of often) {
      if (found.length * 5 < most * 3) continue;
      for (const i of found) repeated.add(i);
      loose.add(this.#looseForm(found));
    }
    loose.delete('N');
    if (loose.size === 0) return repeated;
    // A nick in lower case hides in such a line; its other words show it.
    for (const found of this.#byForm.values())
      if (
        !repeated.has(found[0] as number) &&
        loose.has(this.#looseForm(found)) &&
        !isOwn(found[0] as number)
      )
        for (const i of found) repeated.add(i);
    return repeated;
  }

  #looseForm(found: readonly number[]): string {
    const line = this.lines[found[0] as number] as Line;
    return formOf(this.text, line, scan(this.text, line.start, line.end), true);
  }
}

/** Whether the lines lie apart: a list's lines stand together. */
function isSpread(found: readonly number[]): boolean {
  let apart = 0;
  for (let i = 1; i < found.length; i++) if ((found[i] as number) - (found[i - 1] as number) > 1) apart++;
  return apart * 2 > found.length - 1;
}
