/** From a text to units and the noise between them. */

import { addressedLines } from './addressed.js';
import { boardOf, NO_BOARD } from './boards.js';
import { cuesIn } from './captions.js';
import { withoutCells } from './cells.js';
import { Cutter, type Noise, withNoise } from './cutter.js';
import { Hidden } from './hidden.js';
import { withInlineSpeakers } from './inline.js';
import { kindsOf } from './kinds.js';
import { type Line, linesOf } from './lines.js';
import { prefixesOf } from './prefixed.js';
import { presentedLines } from './presented.js';
import { isBadged, isMember, isPoster, isRated, isSignature, pictured } from './quoted.js';
import type { Reason } from './reason.js';
import { typedLines } from './typed.js';
import { End, type Unit } from './unit.js';
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

/** Lines above the first question, and at the text's end, in which small print is looked for. */
const above = 30;
const below = 5;

/**
 * Cuts `text` into units and noise by the form of each line. Linear.
 * @param isCopied whether a page may have been copied to it, of whose elements nothing is known.
 */
export function cut(text: string, isCopied = false): Cut {
  const events = new Set<Line>();
  const all = withInlineSpeakers(text, withoutCells(text, linesOf(text), events));
  for (const cue of cuesIn(text, all)) events.add(cue);
  const raw = events.size === 0 ? all : all.filter((line) => !events.has(line));
  const joined = unwrap(text, raw);
  // A name in small letters begins no line that goes on.
  const [typedRaw, typedJoined] = [typedLines(text, raw), typedLines(text, joined)];
  const [lines, typed] = typedRaw.size > typedJoined.size ? [raw, typedRaw] : [joined, typedJoined];
  const board = isCopied ? boardOf(text, lines) : NO_BOARD;
  const prefixes = typed.size > 0 ? typed : prefixesOf(text, lines, board.names);
  const { found, header, announced, members, repeated } = kindsOf(text, lines, prefixes);
  const presented = presentedLines(text, lines);
  const addressed = addressedLines(text, lines);
  const cutter = new Cutter(text);
  let asking = false;
  const hidden = new Hidden(text, lines, header);
  /** Why all is left out up to the next line with a prefix: what the asker says in between, a signature. */
  let muted: Reason | null = null;
  /** Whom the picture above shows. */
  let name = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const what = found[i] as Reason | Unit;
    cutter.blanks += line.blanks;
    const own = board.noise.get(i);
    if (own) {
      cutter.skip(line.start, line.end, own);
      continue;
    }
    const prefix = prefixes.get(i);
    if (prefix) {
      muted = prefix.kind === 'asks' ? 'asker' : null;
      cutter.prefix(line, prefix);
      continue;
    }
    const post = addressed.get(i);
    if (post) {
      muted = post.asks ? 'asker' : null;
      if (post.asks) cutter.skip(line.start, line.end, 'asker');
      else {
        cutter.name({ ...line, end: post.end });
        cutter.skip(post.end, line.end, 'navigation');
      }
      continue;
    }
    if (prefixes.size > 1 && isSignature(text, line)) muted ??= 'footer';
    const covered = hidden.at(i);
    const isPictured = name !== '' && name === text.slice(line.start, line.end);
    const isTwice = isDoubled(text, line, lines[i + 1], what);
    if (isTwice) name = text.slice(line.start, line.end);
    else name = typeof what === 'string' || isPictured ? pictured(text, line) || name : '';
    if (covered !== null) cutter.skip(line.start, line.end, covered);
    else if (isTwice) cutter.skip(line.start, line.end, 'navigation');
    else if (
      isPictured ||
      presented.has(i) ||
      (typeof what !== 'string' && isPoster(text, lines, i)) ||
      isMember(text, lines, i) ||
      isRated(text, lines, i) ||
      isBadged(text, lines, i)
    )
      cutter.name(line);
    else if (muted !== null) cutter.skip(line.start, line.end, muted);
    else if (what === 'separator' && line.blanks === 0 && cutter.underline(line)) continue;
    else if (typeof what === 'string') {
      cutter.skip(line.start, line.end, what);
      if (members.has(i)) cutter.member();
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
  return { units, noise: withNoise(noise, [...events], 'event'), announced, foot };
}

/** Whether a name stands right above itself: the first is what a picture is called, perhaps in brackets. */
function isDoubled(text: string, line: Line, next: Line | undefined, what: Reason | Unit | null): boolean {
  if (what === null || typeof what === 'string' || what.words > 8 || next?.blanks !== 0) return false;
  const name = text.slice(next.start, next.end);
  const above = text.slice(line.start, line.end);
  return above === `[${name}]` || (what.person >= 1.5 && above === name);
}

function isSmallPrint(text: string, { start, end }: Unit): boolean {
  return end - start <= 600 && boilerplate.test(text.slice(start, end).toLowerCase());
}
