/** Lines around a post’s own words: quotations, signatures, what a board tells of a member, advertisements, pictures, remarks; the asker again. */

import type { Line } from './lines.js';

/** Whether the line, or the one above it, is one of the labels under which a forum tells of a member. */
export function tellsOfMember(text: string, lines: readonly Line[], index: number): boolean {
  const isLabel = (at: number) => {
    const line = lines[at];
    return line !== undefined && line.end - line.start <= 16 && labels.test(text.slice(line.start, line.end));
  };
  const { start, end, blanks } = lines[index] as Line;
  return isLabel(index) || (blanks === 0 && end - start <= 40 && isLabel(index - 1));
}

const labels =
  /^(?:join date|joined|location|posts|messages|threads|likes|reaction score|reputation|points|trophy points|gender|age|website|occupation|reactions):?$/i;

/** Whether the line stands above an earlier post that a forum's member quotes. */
export function isQuoteHead(text: string, { start, end }: Line): boolean {
  const code = text.charCodeAt(start) | 32;
  if (code !== 0x71 && code !== 0x6f)
    return end - start < 90 && /^\S.{0,40} (?:wrote|said): ?↑/.test(text.slice(start, end));
  return /^(?:quote:$|(?:quote:? )?originally posted by \S)/i.test(
    text.slice(start, Math.min(end, start + 40)),
  );
}

/** Lines that a board may show of an earlier post. */
const MOST_SHOWN = 12;

/**
 * Where what a board shows of an earlier post ends, which "roe said:" stands above and "Click to expand" below: the
 * line's index; -1 where the line is no such head.
 */
export function shownUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  if (end - start > 50 || !/ (?:said|wrote):$/.test(text.slice(start, end))) return -1;
  return nextOf(/^click to expand\W*$/i, text, lines, index, MOST_SHOWN);
}

/** The index of the first line that `pattern` matches among the `most` below `index`; -1 where there is none. */
function nextOf(pattern: RegExp, text: string, lines: readonly Line[], index: number, most: number): number {
  const below = lines.slice(index + 1, index + 1 + most);
  const found = below.findIndex(({ start, end }) => pattern.test(text.slice(start, end)));
  return found < 0 ? -1 : index + 1 + found;
}

/** Where an advertisement ends, which its label stands above and its button below; -1 where the line is no label. */
export function offeredUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  if (end - start > 60 || !advert.test(text.slice(start, end))) return -1;
  return nextOf(button, text, lines, index, MOST_OFFERED);
}

const MOST_OFFERED = 5;
const advert = /^(?:promoted|sponsored|(?:ad|promoted|sponsored) by \S.*)$/i;
const button =
  /^(?:learn more|sign up|shop now|get started|install|download|book now|order now|apply now|subscribe|watch more|get quote|see menu|view on \S+)$/i;

/** Lines of a remark with its head, at most. */
const MOST_OF_REMARK = 12;

/**
 * Where the remarks on an answer end, which "Comments (2)" stands above and a button below each of: the last one's
 * index; -1 where the line counts none, or they are not so many.
 */
export function remarkedUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  const counted = end - start > 14 ? null : remarks.exec(text.slice(start, end));
  let left = Number(counted?.[1] ?? counted?.[2] ?? 0);
  let at = index;
  for (; left > 0; left--) {
    at = nextOf(replying, text, lines, at, MOST_OF_REMARK);
    if (at < 0) return -1;
  }
  return counted ? at : -1;
}

const remarks = /^(?:comments? \((\d{1,2})\)|(\d{1,2}) comments?)$/i;
const replying = /^(?:like\W*)?reply\W*$/i;

/** Whether a remark on a post ends with its writer, and stands above the time: "Do you have a source? – ann". */
export function isRemark(text: string, lines: readonly Line[], index: number): boolean {
  const { start, end } = lines[index] as Line;
  const next = lines[index + 1];
  if (next === undefined || next.end - next.start > 50) return false;
  if (!/ [–—] ?\S[^.!?–—]{0,40}$/.test(text.slice(Math.max(start, end - 50), end))) return false;
  return /^(?:commented )?\p{Lu}\p{Ll}{2} \d{1,2}(?:, \d{4})? at \d{1,2}:\d{2}$/iu.test(
    text.slice(next.start, next.end),
  );
}

/** The name of whom a picture shows, as the words say that stand in its place; empty where the line is none. */
export function pictured(text: string, { start, end }: Line): string {
  if (end - start > 90) return '';
  const found = picture.exec(text.slice(start, end));
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

/** Whether the line is the initials of who is named right below, in the place of a picture. */
export function isInitials(text: string, lines: readonly Line[], index: number): boolean {
  const { start, end } = lines[index] as Line;
  const next = lines[index + 1];
  if (end - start > 3 || end - start < 2 || !next || next.end - next.start > 60) return false;
  const initials = text.slice(start, end);
  if (!/^\p{Lu}+$/u.test(initials)) return false;
  const name = text.slice(next.start, next.end);
  // "DR" above "Dr. Roe"
  if (name.toUpperCase().startsWith(`${initials}.`)) return true;
  const named = name.match(/(?<![\p{L}'’])\p{Lu}/gu)?.join('') ?? '';
  return (
    named.includes(initials) || (named.startsWith(initials.charAt(0)) && named.includes(initials.slice(1)))
  );
}

/** Whether the line is what a member of a network calls himself, below how near he is: "• 3rd+". */
export function isTagline(text: string, lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  if (above === undefined || above.end - above.start > 10 || lines[index]?.blanks !== 0) return false;
  return /^[•·]\s*(?:\d(?:st|nd|rd)\+?|author)$/i.test(text.slice(above.start, above.end));
}

const picture =
  /^(?:(?:profile )?(?:photo|picture|avatar|headshot) (?:for|of) (.{2,60})|view (.{2,60})['’]s? +(?:graphic link|profile)|(?:u\/)?(.{2,60}?)(?:['’]s?)?(?: user)? (?:avatar|profile (?:photo|picture)))$/i;

/** So far into a paragraph the asker says who it is, in UTF-16 code units. */
const ASKER_SAYS_SO = 120;

/** The asker comes back: "Thank you for the replies so far! This is Marianne, who asked the question." */
export function asksAgain(text: string, { start, end }: Line): boolean {
  const head = text.slice(start, Math.min(end, start + ASKER_SAYS_SO));
  return (
    thanked.test(head) ||
    (head.includes('who asked') && /\b(?:i am|i'm|this is) \p{Lu}\p{L}+, who asked\b/iu.test(head))
  );
}

const thanked =
  /^\W?(?:(?:hi|hello|hey|ok|okay|wow)\b[^.!?]{0,30}[.!?,]+\s*)?(?:(?:many )?thank(?:s| you)(?: you)?(?: so much| very much| all| everyone| everybody| guys| again){0,3},?(?: all| everyone)? for (?:all )?(?:of )?(?:the|your|these|those) (?:\w+ )?(?:replies|answers|responses|comments)\b|(?:op|original poster|asker|(?:it'?s |this is )?the (?:asker|original poster|op)) here\b|(?:update|addition|edit) (?:from|by) (?:the )?(?:op|asker|original poster)\b)/i;

/** Whether a message's line is another's, behind ">", or says whose the next ones are. */
export function quotesMessage(text: string, lines: readonly Line[], index: number): boolean {
  const isQuoted = (at: number) => text.charCodeAt(lines[at]?.start ?? 0) === 0x3e && lines[at] !== undefined;
  if (isQuoted(index)) return true;
  const { start, end } = lines[index] as Line;
  if (end - start > 200) return false;
  const line = text.slice(start, end);
  if (quoting.test(line)) return true;
  if (isQuoted(index + 1)) return /\b(?:wrote|writes|said)\b[^.?!]*$/i.test(line);
  return isQuoted(index + 2) && /^(?:on|in article|in message) .*[\d<@]/i.test(line);
}

/** "Am 20.09.2023 um 18:14 schrieb Jane Roe:" */
const quoting =
  /^(?:on|am|il|le|op|el|den|em) .{4,80}\b(?:wrote|schrieb|schreef|ha scritto|a écrit|escribió|escreveu|skrev)\b.{0,80}:$/i;

/** The rule above a signature of a message or a forum's member. */
export function isSignature(text: string, { start, end }: Line): boolean {
  const code = text.charCodeAt(start);
  return (
    (code === 0x2d || code === 0x5f) && /^(?:--|_{10,})$/.test(text.slice(start, Math.min(end, start + 80)))
  );
}
