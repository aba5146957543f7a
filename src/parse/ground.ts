/** What a thread looks like as a whole; every unit is judged against it. */

import { askedStems } from './question-words.js';
import { titledBelow } from './titled.js';
import { End, Gap, spokenStyle, type Unit } from './unit.js';
import { classOf } from './vocabulary.js';

/** What the thread as a whole looks like; every unit is judged against it. */
export interface Ground {
  readonly text: string;
  readonly units: readonly Unit[];
  /** Blank lines stand between paragraphs; so a line without one before it goes on. */
  readonly spaced: boolean;
  /** The gap that is wider than the common one, in blank lines; Infinity where gaps are all alike. */
  readonly wide: number;
  /** Wide gaps part the answers, narrow ones their paragraphs. */
  readonly parted: boolean;
  /** Stems (five letters) of the words of the question's heading. */
  readonly asked: ReadonlySet<string>;
  /** Capitalised words near the top that no list knows: the asker's name may be among them. */
  askers(): ReadonlySet<string>;
  /** Units near the top whose words come again soon. */
  readonly repeats: ReadonlySet<number>;
  /** Most units start in lower case: nothing follows from a lower-case start. */
  readonly lower: boolean;
  /** Gaps with votes, dates or buttons: enough of them to mean something. */
  readonly metas: boolean;
  readonly separators: boolean;
  /** Rules part the answers: there are three or more. */
  readonly ruled: boolean;
  /** There is a separator, be it one. */
  readonly separated: boolean;
  /** Numbers or labels count the answers. */
  readonly numbered: boolean;
  /** The first unit with a number or label; -1 where there is none. */
  readonly firstNumber: number;
  /** The first unit that asks, where but short lines stand above it; -1 where there is none. */
  readonly question: number;
  /** The unit under "7 answers"; -1 where there is no such line. */
  readonly header: number;
  /** The style of most person lines, and the share of them that have it. */
  readonly style: number;
  readonly styled: number;
  /** A chat: nicks open the lines. */
  readonly spoken: boolean;
  /** The form of the noise that ends the last answer and others; empty where there is none. */
  readonly foot: string;
  /** The form of the noise below which most answers have a line of their own above their words; empty where there is none. */
  readonly titled: string;
  /** From this unit to the end there are but short lines without a full stop. */
  readonly links: number;
}

/** Units above the line that announces the answers. */
const LOWEST_HEADER = 120;

/** Reads the ground off the units; linear. */
export function groundOf(text: string, units: readonly Unit[], foot: string): Ground {
  let spaced = 0;
  let wide = 0;
  let lower = 0;
  let metas = 0;
  let separators = 0;
  let numbered = 0;
  let header = -1;
  let words = 0;
  /** Words down to the header. */
  let above = 0;
  let firstNumber = -1;
  const styles = new Map<number, number>();
  let persons = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    if (i > 0 && unit.blanks > 0) spaced++;
    if (unit.blanks > 1 && !unit.noise) wide++;
    if (unit.lower) lower++;
    if (unit.gap & Gap.Meta) metas++;
    if (unit.gap & Gap.Separator) separators++;
    if (unit.gap & Gap.Number && numbered++ === 0) firstNumber = i;
    words += unit.words;
    if (unit.gap & Gap.Header && header < 0) {
      header = i;
      above = words;
    }
    // The second line of a card says nothing of the first lines' style.
    if (unit.person >= 1.5 && !(unit.field && i > 0 && (units[i - 1] as Unit).person >= 1.5)) {
      persons++;
      styles.set(unit.style, (styles.get(unit.style) ?? 0) + 1);
    }
  }
  let style = 0;
  let most = 0;
  for (const [candidate, count] of styles) {
    if (count > most) {
      most = count;
      style = candidate;
    }
  }
  let askers: ReadonlySet<string> | undefined;
  const repeats = repeatsNear(text, units);
  return {
    text,
    units,
    spaced: spaced > 0 && spaced * 4 >= units.length,
    wide: wide > 0 && wide * 2 < spaced ? 2 : Number.POSITIVE_INFINITY,
    parted: wide >= 2 && wideParts(units, persons > 0),
    askers: () => {
      askers ??= namesNear(text, units);
      return askers;
    },
    repeats,
    question: questionOf(text, units, repeats),
    asked: askedStems(text, units),
    lower: lower * 2 > units.length,
    // The noise under the last answer counts as well.
    metas: metas + (foot === '' ? 0 : 1) > 1,
    separators: separators > 1,
    ruled: separators > 2,
    separated: separators > 0,
    numbered: numbered > 0,
    firstNumber,
    // What counts the answers of another thread, or is no such line, stands farther down.
    header: above * 2 > words || header > LOWEST_HEADER ? -1 : header,
    style,
    styled: persons > 1 ? most / persons : 0,
    spoken: style === spokenStyle && !isHeaded(units),
    foot: footOf(units, foot),
    titled: titledBelow(units),
    // On a page with buttons a lone line at the end is one too.
    links: linksFrom(units, metas > 2 && lower * 2 <= units.length ? 1 : 2),
  };
}

/** In words. */
const MOST_OF_HEADING = 10;

/** Whether most who speak do so below a short line of its own: a report has headings, a chat has none. */
function isHeaded(units: readonly Unit[]): boolean {
  const cards = units.flatMap((unit, i) => (unit.style === spokenStyle ? [i] : []));
  const headed = cards.filter((i) => {
    const unit = units[i - 1];
    if (!unit || unit.blanks === 0 || (units[i] as Unit).blanks === 0 || unit.person >= 2) return false;
    return unit.words <= MOST_OF_HEADING && unit.ending === End.Open && !unit.item && !unit.quote;
  });
  return headed.length > 2 && headed.length * 2 >= cards.length;
}

function linksFrom(units: readonly Unit[], least: number): number {
  let from = units.length;
  while (from > 1) {
    const unit = units[from - 1] as Unit;
    const linked = unit.words <= 14 && (unit.ending === End.Open || unit.ending === End.Question);
    if (!linked || unit.signOff || unit.greeting || unit.item || unit.person >= 1.5) break;
    if ((units[from - 2] as Unit).ending === End.Colon) break;
    from--;
  }
  return units.length - from >= least ? from : units.length;
}

/** The form of the noise under the last answer, where it stands under others too. */
function footOf(units: readonly Unit[], last: string): string {
  let foot = last;
  // Above the page's tail, where there is one.
  for (let i = units.length - 1; i > 0; i--) {
    const unit = units[i] as Unit;
    if (unit.tail && unit.foot !== '') foot = unit.foot;
    if (unit.words > 14 && !unit.tail) break;
  }
  if (foot === '') return '';
  let count = 0;
  for (const unit of units) if (unit.foot === foot) count++;
  return count >= 2 ? foot : '';
}

/**
 * Whether wide gaps (two blank lines and more) part the answers: there are some, each stretch between them has a
 * paragraph, and headings stand at the stretches' starts only.
 */
function wideParts(units: readonly Unit[], isNamed: boolean): boolean {
  let stretches = 0;
  let bad = 0;
  let from = 0;
  /** Below the first stretch, which is the question's. */
  let paragraphs = 0;
  for (let i = 1; i <= units.length; i++) {
    const unit = units[i];
    if (unit && unit.blanks < 2) continue;
    stretches++;
    let prose = false;
    let inner = false;
    for (let j = from; j < i; j++) {
      const one = units[j] as Unit;
      const next = units[j + 1];
      if (one.words >= 15 && one.blanks > 0 && stretches > 1) paragraphs++;
      // "No." is all that some say; where names stand, it may be a card's.
      if (one.words >= 15 || (!isNamed && i - from === 1 && one.ending === End.Stop)) prose = true;
      else if (
        j > from + 1 &&
        next &&
        next.words >= 15 &&
        one.blanks > 0 &&
        one.ending === End.Open &&
        one.person < 1.5 &&
        !one.signOff &&
        !one.item
      )
        inner = true;
    }
    if (stretches > 1 && (!prose || inner)) bad++;
    from = i;
  }
  // Stretches of many paragraphs are sections.
  return stretches >= 3 && bad * 6 <= stretches && paragraphs <= MOST_PARAGRAPHS * (stretches - 1);
}

/** In an answer, on average. */
const MOST_PARAGRAPHS = 3.5;

/** Capitalised words that no list knows, near the top: read when a paragraph first asks for them. */
function namesNear(text: string, units: readonly Unit[]): ReadonlySet<string> {
  const names = new Set<string>();
  const last = units[Math.min(3, units.length - 1)];
  const first = units[0];
  if (!first || !last) return names;
  const top = text.slice(first.start, Math.min(last.start, first.start + 3000));
  for (const [word] of top.matchAll(/\p{Lu}\p{Ll}{2,13}/gu))
    if (classOf(word.toLowerCase()) === 0) names.add(word);
  return names;
}

/** Words of a line that may stand above a question. */
const SHORT_LINE = 14;

function questionOf(text: string, units: readonly Unit[], repeats: ReadonlySet<number>): number {
  const asks = ({ start, end, words }: Unit) => words <= MOST_ASKED && text.slice(start, end).includes('?');
  const prose = units.findIndex((unit) => unit.words > SHORT_LINE && !unit.tail && !asks(unit));
  const top = units.slice(0, Math.min(prose < 0 ? topUnits : prose + 1, topUnits));
  const first = top.findIndex((unit, i) => unit.words >= 3 && !unit.tail && !repeats.has(i) && asks(unit));
  if (first < 0) return -1;
  // A browser's title line comes again as the heading.
  const headOf = ({ start }: Unit) => text.slice(start, start + sameStart).toLowerCase();
  return top.findLastIndex((unit) => headOf(unit) === headOf(top[first] as Unit));
}

/** Words of a heading that asks. */
const MOST_ASKED = 30;

const sameStart = 20;
const topUnits = 54;
const soon = 14;

/** Units near the top whose first words come again soon: a browser's title line, a menu. */
function repeatsNear(text: string, units: readonly Unit[]): ReadonlySet<number> {
  const repeats = new Set<number>();
  const last = new Map<string, number>();
  for (let i = 0; i < units.length && i < topUnits; i++) {
    const { start, end } = units[i] as Unit;
    if (end - start < sameStart) continue;
    const words = text.slice(start, start + sameStart).toLowerCase();
    const before = last.get(words);
    if (before !== undefined && i - before < soon) repeats.add(before);
    last.set(words, i);
  }
  return repeats;
}
