/** From a text to units and the noise between them. */

import { answersAnnounced } from './announced.js';
import { cuesIn } from './captions.js';
import { Cutter, type Noise, withNoise } from './cutter.js';
import { type Line, linesOf } from './lines.js';
import { noiseOf, shapeOf } from './noise.js';
import { prefixesOf } from './prefixed.js';
import { askedStems, sharesStem } from './question-words.js';
import {
  asksAgain,
  isInitials,
  isQuoteHead,
  isRemark,
  isSignature,
  offeredUntil,
  pictured,
  quotesMessage,
  remarkedUntil,
  shownUntil,
  tellsOfMember,
} from './quoted.js';
import type { Reason } from './reason.js';
import { Forms } from './repeat.js';
import type { Shape } from './scan.js';
import { isMessageField } from './spoken.js';
import { End, type Unit, unitOf } from './unit.js';
import { unwrap } from './unwrap.js';
import { boilerplate } from './vocabulary.js';

export type { Noise } from './cutter.js';

export interface Cut {
  readonly units: readonly Unit[];
  /** In order; disjoint from each other and from the units. */
  readonly noise: readonly Noise[];
  /** How many answers the page says that it has; 0 where it does not say. */
  readonly announced: number;
  /** The form of the first noise line under the last unit; empty where there is none. */
  readonly foot: string;
}

/** "2 replies": where it comes again, each counts the remarks on one answer. */
const REMARKS = /^\W*\d{1,4} (?:more )?(?:reply|replies)\W*$/i;

const COMMENTS = /^\d{1,4} comments?$/i;

/** A longer line is a paragraph, in UTF-16 code units. */
const PROSE = 80;

/** A board puts the question's heading above each post. */
const TITLE_AGAIN = /^re: \S/i;

/** Lines above the first question, and at the text's end, in which small print is looked for. */
const above = 30;
const below = 5;

/** Cuts `text` into units and noise by the form of each line. Linear. */
export function cut(text: string): Cut {
  const all = linesOf(text);
  const cues = cuesIn(text, all);
  const lines = unwrap(text, cues.size === 0 ? all : all.filter((line) => !cues.has(line)));
  const prefixes = prefixesOf(text, lines);
  const messages = [...prefixes.values()].some(({ kind }) => kind === 'message' || kind === 'nick');
  const forms = new Forms(text, lines);
  /** For each line why it is noise, or the unit that it would be; null where it has a prefix. */
  const found: (Reason | Unit | null)[] = [];
  let header = -1;
  let announced = 0;
  /** Whether a paragraph has been met. */
  let isProse = false;
  const titles = lines.filter(({ start }) => TITLE_AGAIN.test(text.slice(start, start + 5))).length;
  const count = (pattern: RegExp) =>
    lines.filter(({ start, end }) => end - start <= 20 && pattern.test(text.slice(start, end))).length;
  const remarks = count(REMARKS);
  const comments = count(COMMENTS);
  for (let i = 0; i < lines.length; i++) {
    if (prefixes.has(i)) {
      found.push(null);
      continue;
    }
    const line = lines[i] as Line;
    const shape = shapeOf(text, line.start, line.end);
    const isRemarked = shape !== null && remarks > 1 && REMARKS.test(text.slice(line.start, line.end));
    // A network counts the comments on a post under it.
    const isCounted = isProse && comments === 1 && COMMENTS.test(text.slice(line.start, line.end));
    isProse ||= line.end - line.start > PROSE;
    const stated =
      !shape || header >= 0 || isRemarked
        ? -1
        : isCounted
          ? 0
          : answersAnnounced(text, line.start, line.end, shape);
    if (stated >= 0) {
      header = i;
      announced = stated;
      found.push('answers-header');
    } else if (shape && header === i - 1 && i > 0 && isSubtitle(shape, line, lines[i + 1]))
      found.push('answers-header');
    else if (messages && isMessageField(text, line)) found.push('date');
    else if (messages && quotesMessage(text, lines, i)) found.push('quotation');
    else if (i > 1 && asksAgain(text, line)) found.push('asker');
    else if (isRemark(text, lines, i)) found.push('comment');
    else if (titles > 1 && TITLE_AGAIN.test(text.slice(line.start, line.start + 5))) found.push('label');
    else {
      const reason =
        tellsOfMember(text, lines, i) || isInitials(text, lines, i)
          ? 'navigation'
          : isRemarked
            ? 'votes'
            : noiseOf(text, line.start, line.end, shape);
      const unit = reason ?? unitOf(text, line.start, line.end, 0, 0, false, shape);
      if (typeof unit !== 'string' && found[i - 1] === 'advertisement' && isOffer(unit))
        found.push('advertisement');
      else {
        found.push(unit);
        if (reason === null && shape) forms.add(i, shape);
      }
    }
  }
  const asked = askedStems(text, lines);
  const repeated = forms.repeated((i) => {
    const unit = found[i] as Unit;
    return isOwnWords(unit) || sharesStem(text, unit, asked);
  });
  const cutter = new Cutter(text);
  let asking = false;
  /** Why all is left out up to the next line with a prefix: what the asker says in between, a signature. */
  let muted: Reason | null = null;
  /** Inside what a forum shows of an earlier post, which has no blank line. */
  let isQuoting = false;
  /** The last line of what a board shows of one, and of an advertisement. */
  let shown = -1;
  let offered = -1;
  /** … and of the remarks on an answer. */
  let remarked = -1;
  /** Whom the picture above shows. */
  let name = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const what = found[i] as Reason | Unit;
    cutter.blanks += line.blanks;
    const prefix = prefixes.get(i);
    if (prefix) {
      muted = prefix.kind === 'asks' ? 'asker' : null;
      cutter.prefix(line, prefix);
      continue;
    }
    if (prefixes.size > 1 && isSignature(text, line)) muted ??= 'footer';
    isQuoting = isQuoteHead(text, line) || (isQuoting && line.blanks === 0);
    shown = Math.max(shown, shownUntil(text, lines, i));
    offered = Math.max(offered, offeredUntil(text, lines, i));
    if (header >= 0 && i > header) remarked = Math.max(remarked, remarkedUntil(text, lines, i));
    const isPictured = name !== '' && name === text.slice(line.start, line.end);
    const isTwice = isDoubled(text, line, lines[i + 1], what);
    if (isTwice) name = text.slice(line.start, line.end);
    else name = typeof what === 'string' || isPictured ? pictured(text, line) || name : '';
    if (isQuoting || i <= shown) cutter.skip(line.start, line.end, 'quotation');
    else if (i <= offered) cutter.skip(line.start, line.end, 'advertisement');
    else if (i <= remarked) cutter.skip(line.start, line.end, 'comment');
    else if (isTwice) cutter.skip(line.start, line.end, 'navigation');
    else if (isPictured) cutter.name(line);
    else if (muted !== null) cutter.skip(line.start, line.end, muted);
    else if (what === 'separator' && line.blanks === 0 && cutter.underline(line)) continue;
    else if (typeof what === 'string') {
      cutter.skip(line.start, line.end, what);
      if (what === 'navigation' && tellsOfMember(text, lines, i)) cutter.member();
    } else if (repeated.has(i)) cutter.skip(line.start, line.end, 'repeated');
    else if (header >= 0 && i > header && i <= header + below && isSmallPrint(text, what))
      cutter.skip(line.start, line.end, 'footer');
    else {
      if (((i < above && !asking) || i >= lines.length - below) && isSmallPrint(text, what)) what.tail = true;
      if (what.ending === End.Question && !what.tail) asking = true;
      cutter.add(what);
    }
  }
  const { units, noise, foot } = cutter;
  return { units, noise: withNoise(noise, [...cues], 'event'), announced, foot };
}

/** A line that explains the one above it: right under it, short, and parted from what follows. */
function isSubtitle(shape: Shape, line: Line, next: Line | undefined): boolean {
  return line.blanks === 0 && (next?.blanks ?? 0) > 0 && shape.words <= 14 && shape.names < 2;
}

/** A short sentence under "Advertisement" is what is advertised; a heading or a paragraph there is the thread's. */
function isOffer(unit: Unit): boolean {
  return (
    unit.words <= 14 &&
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

/** Whether a name stands right above itself: the first is what a picture is called. */
function isDoubled(text: string, line: Line, next: Line | undefined, what: Reason | Unit | null): boolean {
  if (what === null || typeof what === 'string' || what.person < 1.5 || what.words > 8 || next?.blanks !== 0)
    return false;
  return text.slice(line.start, line.end) === text.slice(next.start, next.end);
}

function isSmallPrint(text: string, { start, end }: Unit): boolean {
  return end - start <= 600 && boilerplate.test(text.slice(start, end).toLowerCase());
}
