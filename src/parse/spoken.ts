/** Lines of a chat or a talk that name their speaker: "20:58 <gwen> …", "Dr. Roe: …". */

import type { Line } from './lines.js';
import { noiseIn, shapeOf } from './noise.js';
import { isMessageField, namedField } from './senders.js';
import { hasTitle, isSpeaker } from './speakers.js';

const stamp =
  /^[[«]?(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?,? +)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?(?:,? \d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?(?=\]))?(?:\]$|[\]»]?(?: *[-–—])?[ \t]+)/i;
const nick = /^<[@+%]?([^<>\s@][^<>@]{0,40})>\s*/;
const speaker = /^(@?[\p{L}\p{N}_.'’-]+(?: [\p{L}\p{N}_.()'’,/|&-]+){0,6}):\s+/u;
/** "Dr. J. Roe, Leeds - no, it does not", where something is said. */
const titledSpeaker =
  /^((?:[Dd][Rr]|[Pp]rof|PROF)\.? (?:\p{L}\. )?\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?(?: \([^()]{2,40}\)|, \p{L}[\p{L} .'’-]{2,24})?) +[-–—]+ +(?=.{20})/u;
/** "JANE ROE, facialist and founder of Roe and Sons, London: …" */
const shouted = /^(\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){1,4}, [^:.!?]{3,70}):\s+(?=.)/u;
/** "From  Jane Roe RN : ", "From Jane Roe to Everyone: ", as a meeting's chat is saved. */
const chatted = /^From\s+(\S[^:]{0,40}?)(?:\s+to\s+[^:]{1,60}?)?\s*:(?:\s+|$)/;
/** In a group's chat a name may be anything, such as a telephone's number: "19:22 Jane > …". */
const member = /^([^:<>*▸›»]{1,40})(?::| [>▸›»])\s+/u;

/** "Dr. Roe  01:58", "Dr. Roe, [21.11.2023 08:15]": who speaks, and when, on a line above the words. */
const clocked =
  /^\[?(\p{L}[^:\]`]{1,40}?)\]?(?: {1,4}`[^`\n]{1,30}`)?(?:\s{1,6}(?:[-–—] )?[(`]?|, \[[\d./-]{6,10},? )\d{1,2}:\d{2}(?::\d{2})?[)\]`]?:?$/u;
/** With a dash and the day between the two it is a chat's for sure: "roe_md — 21/11/2023 8:15 PM". */
const dated =
  /^(\p{L}[^:`]{1,40}?) [-–—] (?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?|(?:[Tt]o|[Yy]ester)day at) \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?$/u;

/** "19:20 | Jane (London)", on a line above the words. */
const barred = /^\[?\d{1,2}:\d{2}\]? +[|·] +(\p{L}[^|·:]{1,40}|\+\d[^|:]{5,40})$/u;

/** "00:41:29  DR JANE ROE (HOST)", on a line above the words. */
const timed = /^\d{1,2}:\d{2}:\d{2} {1,4}(\p{Lu}[\p{L}.'’,() -]{2,50}[\p{L})])$/u;

/** Time and nick before a chat line's words. */
export interface Spoken {
  /** Where the words start; the line's end where it holds the nick alone. */
  readonly rest: number;
  /** The nick's span; empty where there is only a time. */
  readonly nick: readonly [number, number];
  readonly timed: boolean;
}

/** In UTF-16 code units. */
const LONGEST_HEAD = 60;

/** The time and nick that the line starts with: `20:58 <gwen> …`, `[19:04] omar: …`, `Dr. Roe: …`. */
export function spokenOf(text: string, line: Line): Spoken | null {
  const head = text.slice(line.start, Math.min(line.end, line.start + 100));
  const isShort = line.end - line.start <= LONGEST_HEAD;
  const name = isShort ? (barred.exec(head) ?? timed.exec(head))?.[1] : undefined;
  if (name) return { rest: line.end, nick: [line.end - name.length, line.end], timed: true };
  const time = stamp.exec(head)?.[0].length ?? 0;
  const behind = time > 0 ? head.slice(time) : head;
  const angled = nick.exec(behind);
  const from = line.start + time;
  if (angled) {
    const at = from + angled[0].indexOf('<') + 1;
    return { rest: from + angled[0].length, nick: [at, from + angled[0].indexOf('>')], timed: time > 0 };
  }
  const isAbove = time === 0 && isShort;
  const day = isAbove ? dated.exec(head) : null;
  const above = day ?? (isAbove ? clocked.exec(head) : null);
  if (above?.[1]) {
    const at = from + above[0].indexOf(above[1]);
    return { rest: line.end, nick: [at, at + above[1].length], timed: day !== null };
  }
  const said =
    shouted.exec(behind) ??
    speaker.exec(behind) ??
    (time > 0 ? member.exec(behind) : titledSpeaker.exec(behind));
  const meeting = time > 0 ? chatted.exec(behind) : null;
  if (meeting?.[1]) {
    const at = from + meeting[0].indexOf(meeting[1]);
    return { rest: from + meeting[0].length, nick: [at, at + meeting[1].length], timed: true };
  }
  if (said?.[1]) return { rest: from + said[0].length, nick: [from, from + said[1].length], timed: time > 0 };
  return time > 0 ? { rest: from, nick: [from, from], timed: true } : null;
}

/** "OKONJO (derm, London)", "JANE ROE, facialist, London" */
const DESCRIBED = /^\p{Lu}[\p{Lu}-]{3,20} \(.+\)$|^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){1,4}, /u;

/** Lines of a chat: many lines open with a time or a nick, or the document is none. */
export function spokenLines(text: string, lines: readonly Line[]): Map<number, Spoken> {
  const timed = new Map<number, Spoken>();
  const named = new Map<number, Spoken>();
  const cards = new Map<number, Spoken>();
  const described = new Map<number, Spoken>();
  /** Behind initials, and whose they are. */
  const initialled = new Map<number, Spoken>();
  const initials = new Set<string>();
  let stamps = 0;
  let nicks = 0;
  let speech = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.end - line.start > 30) speech++;
    if (!mayBeSpoken(text, line)) continue;
    const said = spokenOf(text, line);
    // "21:04 * fran has joined" is an event.
    if (!said || (said.timed && isPage(text, line))) continue;
    const bare = said.nick[0] === said.nick[1];
    if (bare && text.charCodeAt(said.rest) === 0x2a) continue;
    const angled = text.charCodeAt(said.nick[0] - 1) === 0x3c;
    // "**kelpforest** `he/him` — 18:57", whose signs are blanks here
    const isBold = !bare && /^ {2,4}[`–—-]/.test(text.slice(said.nick[1], said.nick[1] + 5));
    if (said.timed || isBold) stamps++;
    if (said.timed || angled || isBold) {
      // "[19:04] dr_roe" is a card as it stands.
      if (bare && (shapeOf(text, line.start, line.end)?.words ?? 0) <= 6) cards.set(i, said);
      else timed.set(i, said);
      if (!bare) nicks++;
    } else if (!isMessageField(text, line) && namedField(text, line) < 0) {
      const name = text.slice(...said.nick);
      if (DESCRIBED.test(name)) described.set(i, said);
      if (isSpeaker(text, said.nick)) named.set(i, said);
      else if (!described.has(i) && /^\p{Lu}{2,4}$/u.test(name)) {
        initialled.set(i, said);
        initials.add(name);
      }
    }
  }
  if (described.size > 2) for (const [i, said] of described) named.set(i, said);
  // Two at least, who take turns: "PS:" alone is no speaker.
  if (initials.size > 1 && initialled.size >= 2 * initials.size - 2 && initialled.size > 3)
    for (const [i, said] of initialled) named.set(i, said);
  const found = new Map<number, Spoken>();
  if (stamps >= 3 || timed.size >= 2) for (const [i, said] of timed) found.set(i, said);
  // Where all others have nicks, a line without one is an event.
  if (found.size > 0 && nicks > 2 * cards.size) for (const [i, said] of cards) found.set(i, said);
  // The question's heading and body are not spoken.
  const titled = [...named].filter(([i, { nick }]) => described.has(i) || hasTitle(text, ...nick)).length;
  const enough = described.size > 2 ? named.size * 6 : titled >= 3 ? named.size * 4 : named.size * 2;
  if (named.size >= 2 && enough >= speech - 2) for (const [i, said] of named) found.set(i, said);
  return found.size > 0 ? found : clockedLines(text, lines);
}

/** "8:55 AM", on a line of its own, as a workplace's chat is copied: below a name, or where its speaker goes on. */
const clock = /^(?:app +)?\d{1,2}:\d{2}(?: ?[ap]m)?$/i;
/** In UTF-16 code units. */
const LONGEST_NAME = 40;

/** The names above such lines, and those that stand below none; where three and more have one. */
function clockedLines(text: string, lines: readonly Line[]): Map<number, Spoken> {
  const found = new Map<number, Spoken>();
  let names = 0;
  for (let i = 1; i < lines.length; i++) {
    const { start, end, blanks } = lines[i] as Line;
    if (end - start > 16 || blanks > 0 || !clock.test(text.slice(start, end))) continue;
    const above = lines[i - 1] as Line;
    const isName = (above.blanks > 0 || i === 1) && above.end - above.start <= LONGEST_NAME;
    if (isName) names++;
    // "Polly", and below it "APP 9:30 AM"
    const name = [above.start, /^app/i.test(text.slice(start, end)) ? end : above.end] as const;
    if (isName) found.set(i - 1, { rest: above.end, nick: name, timed: true });
    else found.set(i, { rest: end, nick: [start, start], timed: true });
  }
  return names >= 3 ? found : new Map();
}

/** A cheap look before the patterns are tried: a digit, bracket or angle first, or a colon near by. */
function mayBeSpoken(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.start);
  if ((code >= 48 && code <= 57) || code === 0x5b || code === 0x3c || code === 0xab) return true;
  if (/^(?:dr|prof)\b/i.test(text.slice(line.start, line.start + 5))) return true;
  const end = Math.min(line.end, line.start + 90);
  for (let at = line.start + 1; at < end; at++) if (text.charCodeAt(at) === 0x3a) return at + 1 < line.end;
  return false;
}

/** Whether a browser printed the line, with the date, at a page's head. */
function isPage(text: string, line: Line): boolean {
  return noiseIn(text, line) === 'page';
}
