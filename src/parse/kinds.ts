/** For each line why it is noise, or the unit that it would be, told by its own form and the lines beside it. */

import { answersAnnounced } from './announced.js';
import { linesBelow } from './below.js';
import type { Line } from './lines.js';
import { noiseOf, shapeOf } from './noise.js';
import type { Prefix } from './prefixed.js';
import { askedStems, sharesStem } from './question-words.js';
import {
  asksAgain,
  isInitials,
  isTagline,
  quotesMessage,
  remarkLines,
  repeatsBelowName,
  tellsOfMember,
} from './quoted.js';
import type { Reason } from './reason.js';
import { Forms } from './repeat.js';
import type { Shape } from './scan.js';
import { isMessageField } from './senders.js';
import { End, type Unit, unitOf } from './unit.js';

export interface Kinds {
  /** By line; null where it has a prefix. */
  readonly found: readonly (Reason | Unit | null)[];
  /** The line that announces the answers, and how many; -1 and 0 where there is none. */
  readonly header: number;
  readonly announced: number;
  /** Lines that tell of the member of a board. */
  readonly members: ReadonlySet<number>;
  /** Lines whose form comes again and again. */
  readonly repeated: ReadonlySet<number>;
}

/** "2 replies": where it comes again, or likes are counted below it, it counts the remarks on one answer. */
const REMARKS = /^\W*\d{1,4} (?:more )?(?:reply|replies)\W*$/i;

const COMMENTS = /^\d{1,4} comments?(?: [·•] \d{1,4} shares?)?$/i;

/** So many lines are looked for in what stands before them: each search reads all of it. */
const MOST_SEARCHED = 100;

/** "THE LOOKING GLASS        Autumn 2016" */
const SET_APART = /^\S.{0,60}\S {5,}\S.{0,40}$/;

/** A longer line is a paragraph, in UTF-16 code units. */
const PROSE = 80;

/** Lines that an asker's words may have. */
const MOST_ASKED = 30;

/** So many lines in a row of a letter or two are a network's, which does not want the day to be read. */
const LETTERS = 6;

/** The lines of such rows. Linear. */
function scrambledLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && (lines[to] as Line).end - (lines[to] as Line).start <= 2) to++;
    if (to - from >= LETTERS) for (let i = from; i < to; i++) found.add(i);
    from = to + 1;
  }
  return found;
}

/** Running heads: what stands first on a page of print, behind a form feed, and on another one as well. Linear. */
function runningHeads(text: string, lines: readonly Line[]): ReadonlySet<number> {
  const byWords = new Map<string, number[]>();
  if (!text.includes('\f')) return new Set();
  for (let i = 1; i < lines.length; i++) {
    const { start, end } = lines[i] as Line;
    if (end - start > LONGEST_HEAD || !text.slice((lines[i - 1] as Line).end, start).includes('\f')) continue;
    const words = text.slice(start, end).replace(/\d+/g, '');
    byWords.set(words, [...(byWords.get(words) ?? []), i]);
  }
  return new Set([...byWords.values()].filter(({ length }) => length > 1).flat());
}

/** In UTF-16 code units. */
const LONGEST_HEAD = 120;

/** A board puts the question's heading above each post. */
const TITLE_AGAIN = /^(?:default )?re: \S/i;

/** Linear. */
export function kindsOf(text: string, lines: readonly Line[], prefixes: ReadonlyMap<number, Prefix>): Kinds {
  const messages = [...prefixes.values()].some(({ kind }) => kind === 'message' || kind === 'nick');
  const forms = new Forms(text, lines);
  const found: (Reason | Unit | null)[] = [];
  const members = new Set<number>();
  let header = -1;
  let announced = 0;
  const isCommented = text.includes('Add a comment');
  /** The line behind the last remark on a post. */
  let remarked = 0;
  /** Whether a paragraph has been met. */
  let isProse = false;
  let searched = 0;
  const isQuotation = (index: number) => {
    if (searched > MOST_SEARCHED || !repeatsBelowName(text, lines, index)) return false;
    searched++;
    const { start, end } = lines[index] as Line;
    return text.indexOf(text.slice(start, end)) < start;
  };
  const isTitleAgain = ({ start }: Line) => TITLE_AGAIN.test(text.slice(start, start + 14));
  const titles = lines.filter(isTitleAgain).length;
  const count = (pattern: RegExp) =>
    lines.filter(({ start, end }) => end - start <= 30 && pattern.test(text.slice(start, end))).length;
  const scrambled = scrambledLines(lines);
  const heads = runningHeads(text, lines);
  const below = linesBelow(text, lines);
  const remarks = count(REMARKS);
  const comments = count(COMMENTS);
  for (let i = 0; i < lines.length; i++) {
    if (prefixes.has(i)) {
      found.push(null);
      continue;
    }
    const known = below.get(i) ?? (heads.has(i) ? 'page' : scrambled.has(i) ? 'navigation' : undefined);
    if (known) {
      found.push(known);
      continue;
    }
    const line = lines[i] as Line;
    const shape = shapeOf(text, line.start, line.end);
    const isRemarked =
      shape !== null &&
      REMARKS.test(text.slice(line.start, line.end)) &&
      (remarks > 1 || isCount(text, lines[i + 1]));
    // A network counts the comments on a post under it.
    const isCounted = isProse && comments === 1 && COMMENTS.test(text.slice(line.start, line.end));
    isProse ||= line.end - line.start > PROSE;
    // The number of answers may stand above the asker's words, too: the last such line parts them from the answers.
    const isNear = header >= 0 && announced > 0 && i - header <= MOST_ASKED;
    const stated =
      !shape || isRemarked || (header >= 0 && !isNear)
        ? -1
        : isCounted
          ? 0
          : answersAnnounced(text, line.start, line.end, shape);
    const isAgain = isNear && stated === announced;
    remarked = Math.max(remarked, i + remarkLines(text, lines, i, isCommented));
    if (isAgain) found[header] = 'votes';
    if (isAgain || (stated >= 0 && header < 0)) {
      header = i;
      announced = stated;
      found.push('answers-header');
    } else if (shape && header === i - 1 && i > 0 && isSubtitle(shape, line, lines[i + 1]))
      found.push('answers-header');
    else if (messages && isMessageField(text, line)) found.push('date');
    else if ((messages || text[lines[i + 1]?.start ?? 0] === '>') && quotesMessage(text, lines, i))
      found.push('quotation');
    else if (isQuotation(i)) {
      found[i - 1] = 'quotation';
      found.push('quotation');
    } else if (i > 1 && asksAgain(text, line)) found.push('asker');
    else if (i < remarked) found.push('comment');
    else if (isTagline(text, lines, i)) found.push('author');
    else if (titles > 1 && isTitleAgain(line)) found.push('label');
    else {
      if (tellsOfMember(text, lines, i)) members.add(i);
      const form = noiseOf(text, line.start, line.end, shape);
      const isRule = form === 'separator' && line.blanks === 0 && found[i - 1] === 'page';
      const reason =
        members.has(i) || isInitials(text, lines, i)
          ? 'navigation'
          : isRemarked
            ? 'votes'
            : isRule
              ? 'page'
              : form;
      // A page's head may have two lines.
      const above = lines[i - 1];
      const isHead = reason === 'page' && above && line.blanks === 0 && typeof found[i - 1] === 'object';
      if (isHead && SET_APART.test(text.slice(above.start, above.end))) found[i - 1] = 'page';
      const unit = reason ?? unitOf(text, line.start, line.end, 0, 0, false, shape);
      if (typeof unit !== 'string' && found[i - 1] === 'advertisement' && isOffer(unit))
        found.push('advertisement');
      else {
        found.push(unit);
        const isNick = typeof unit !== 'string' && unit.words === 1 && isBulleted(text, lines, i + 1);
        if (isNick) found[i] = { ...unit, person: Math.max(unit.person, NICK) };
        else if (reason === null && shape) forms.add(i, shape);
      }
    }
  }
  const asked = askedStems(text, lines);
  const repeated = forms.repeated((i) => {
    const unit = found[i] as Unit;
    return isOwnWords(unit) || sharesStem(text, unit, asked);
  });
  for (const i of placesIn(text, lines, found, repeated)) {
    const unit = found[i] as Unit;
    found[i] = { ...unit, person: Math.max(unit.person, NICK), field: true };
  }
  return { found, header, announced, members, repeated };
}

/** Words that are names alone, between a card's lines: where a doctor works. In words, and in answers. */
const MOST_OF_PLACE = 3;
const LEAST_PLACES = 3;

/** The lines between two of the page's own, the second of which counts votes, that may be the names of places. */
function placesIn(
  text: string,
  lines: readonly Line[],
  found: readonly (Reason | Unit | null)[],
  repeated: ReadonlySet<number>,
): number[] {
  const places = lines.flatMap(({ blanks, start, end }, i) => {
    const [unit, above, below] = [found[i], found[i - 1], found[i + 1]];
    if (typeof unit !== 'object' || unit === null || unit.words > MOST_OF_PLACE || blanks > 0) return [];
    if (
      (typeof above !== 'string' && !repeated.has(i - 1)) ||
      (below !== 'votes' && below !== 'stars') ||
      lines[i + 1]?.blanks !== 0
    )
      return [];
    return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*$/u.test(text.slice(start, end)) ? [i] : [];
  });
  return places.length < LEAST_PLACES ? [] : places;
}

/** How surely a word above a dot is a name, in the units of `weights`. */
const NICK = 2.5;

/** A dot of its own parts a name, and perhaps its rank, from when its words were said: who comes again is no button. */
function isBulleted(text: string, lines: readonly Line[], index: number): boolean {
  const wordsOf = (line: Line | undefined) =>
    line ? text.slice(line.start, Math.min(line.end, line.start + 4)) : '';
  const [first, second] = [wordsOf(lines[index]), wordsOf(lines[index + 1])];
  return DOT.test(first) || (RANK.test(first) && DOT.test(second));
}

const DOT = /^[•·]$/;
const RANK = /^(?:OP|MOD)$/;

/** "12", and nothing else. */
function isCount(text: string, line: Line | undefined): boolean {
  return line !== undefined && line.end - line.start <= 4 && /^\d+$/.test(text.slice(line.start, line.end));
}

/** A line that explains the one above it: right under it, short, and parted from what follows. */
function isSubtitle(shape: Shape, line: Line, next: Line | undefined): boolean {
  return line.blanks === 0 && (next?.blanks ?? 0) > 0 && shape.words <= 14 && shape.names < 2;
}

/** A short sentence under "Advertisement" is what is advertised; a heading or a paragraph there is the thread's. */
function isOffer(unit: Unit): boolean {
  return (
    unit.words <= 18 &&
    (unit.ending === End.Stop || unit.ending === End.Bang) &&
    !unit.signOff &&
    !unit.greeting &&
    unit.person < 1.5
  );
}

/** A sign-off, a greeting or a name may be every answerer's own. */
function isOwnWords(unit: Unit): boolean {
  return unit.signOff || unit.greeting || unit.opening > 0 || unit.person >= 1.5 || unit.quote || unit.item;
}
