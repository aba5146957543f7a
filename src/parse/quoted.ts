/** Lines around a post’s own words: quotations of mail, signatures, what a board tells of a member, pictures, a remark; the asker again. */

import { type Line, wordsAt } from './lines.js';

/** Whether the line, or the one above it, is one of the labels under which a forum tells of a member. */
export function tellsOfMember(text: string, lines: readonly Line[], index: number): boolean {
  const isLabel = (at: number) => {
    const line = lines[at];
    return line !== undefined && line.end - line.start <= 16 && labels.test(text.slice(line.start, line.end));
  };
  const { start, end, blanks } = lines[index] as Line;
  if (end - start <= 40 && told.test(text.slice(start, end))) return true;
  return isLabel(index) || (blanks === 0 && end - start <= 40 && isLabel(index - 1));
}

/** "Joined: 03 Jan 2004", "Messages 61" */
const told = /^(?:joined|member since):?\s+\S.{3,}\d{4}$|^(?:posts|messages):?\s+[\d,]+$/i;

const labels =
  /^(?:join date|joined|location|posts|messages|threads|likes|reaction score|reputation|points|trophy points|gender|age|website|occupation|reactions):?$/i;

/**
 * How many lines a remark on a post has, which its writer and the time end: "Do you have a source? – ann", the time
 * below, or the name, too; 0 where the line begins none.
 * @param isCommented whether a button shows that posts have remarks: else a name behind a dash may sign an answer.
 */
export function remarkLines(
  text: string,
  lines: readonly Line[],
  index: number,
  isCommented: boolean,
): number {
  if (ASKER.test(wordsAt(text, lines, index, LONGEST_HEAD))) return thanksLines(text, lines, index);
  // Most lines have no time below them.
  const isTimed = (at: number) => REMARKED.test(wordsAt(text, lines, at, LONGEST_HEAD));
  const named = isTimed(index + 2) ? 2 : isTimed(index + 1) ? 1 : 0;
  if (named === 0) return 0;
  if (named === 2 && BELOW.test(wordsAt(text, lines, index + 1, LONGEST_HEAD))) return isCommented ? 3 : 0;
  const { start, end } = lines[index] as Line;
  const isMarked = (named === 1 ? BEHIND : DASHED).test(text.slice(Math.max(start, end - LONGEST_HEAD), end));
  return isMarked ? named + 1 : 0;
}

/** "jane_42   ASKER", what is said below it, and its buttons: what the asker says to one answer. */
function thanksLines(text: string, lines: readonly Line[], index: number): number {
  for (let at = index + 2; at <= index + MOST_THANKS; at++)
    if (BUTTONS.test(wordsAt(text, lines, at, LONGEST_HEAD))) return at - index;
  return 0;
}

const ASKER = /\S {2,}asker$/i;
const BUTTONS = /(?:^|[·•|] ?)reply$/i;
/** In lines. */
const MOST_THANKS = 8;

/** In UTF-16 code units. */
const LONGEST_HEAD = 50;
/** The writer's name behind a dash, the dash above the name, and both below what is remarked. */
const BEHIND = / [–—] {0,2}\S[^.!?–—]{0,40}$/;
const DASHED = /–$| [–—]$/;
const BELOW = /^[–—] ?\S[^.!?–—]{0,40}$/;
const REMARKED = /^(?:commented ?)?\p{Lu}\p{Ll}{2} \d{1,2}(?:, \d{4})? at \d{1,2}:\d{2}$/iu;

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

/** In UTF-16 code units. */
const LONGEST_BUTTON = 10;

/** Whether the line is what a member of a network calls himself: below how near he is, "• 3rd+", or the button to follow him. */
export function isTagline(text: string, lines: readonly Line[], index: number): boolean {
  if (lines[index]?.blanks !== 0) return false;
  const above = wordsAt(text, lines, index - 1, LONGEST_BUTTON);
  if (/^[•·]\s*(?:\d(?:st|nd|rd)\+?|author)$/i.test(above)) return true;
  const { start, end } = lines[index] as Line;
  return (
    above === 'Follow' &&
    wordsAt(text, lines, index - 2, LONGEST_BUTTON) === '·' &&
    end - start > 1 &&
    end - start < LONGEST_TAGLINE
  );
}

/**
 * Whether the line is a member's name as a forum copies it: below stand the month, or a role and the month ("Apr '23"),
 * or a role and how much he has posted.
 */
export function isMember(text: string, lines: readonly Line[], index: number): boolean {
  const tells = (at: number, pattern: RegExp) =>
    lines[at]?.blanks === 0 && pattern.test(wordsAt(text, lines, at, LONGEST_TOLD));
  const { start, end, blanks } = lines[index] as Line;
  if (end - start > LONGEST_NAME || lines[index + 1]?.blanks !== 0) return false;
  const isDated = blanks > 0 && (tells(index + 1, MONTH) || tells(index + 2, MONTH));
  return (isDated || tells(index + 2, POSTS)) && /^@?[\p{L}\p{N}_.-]+$/u.test(text.slice(start, end));
}

/** In UTF-16 code units. */
const LONGEST_TOLD = 13;
const POSTS = /^posts: [\d,]+$/i;
const MONTH = /^\p{L}{3,4} ['’]\d\d$/u;

/** Whether the line is a member's name below the place of a picture, and above the badges he has. */
export function isBadged(text: string, lines: readonly Line[], index: number): boolean {
  const [above, below] = [index - 1, index + 1].map((at) => wordsAt(text, lines, at, LONGEST_NAME));
  return /^user avatar$/i.test(above ?? '') && /\d (?:gold|silver|bronze) badge/i.test(below ?? '');
}

/** Whether the line is a name, as the line below says: "88% (15233 ratings)". */
export function isRated(text: string, lines: readonly Line[], index: number): boolean {
  const { start, end } = lines[index] as Line;
  return end - start <= LONGEST_NAME && RATED.test(wordsAt(text, lines, index + 1, LONGEST_RATING));
}

const RATED = /^\d{1,3} ?% \(\d+ ratings?\)$/i;
/** In UTF-16 code units. */
const LONGEST_RATING = 24;

/** Whether the line names who posts on a network: below stand a dot, and the button to follow him or how long ago it was. */
export function isPoster(text: string, lines: readonly Line[], index: number): boolean {
  const dot = lines[index + 1];
  if (!dot || dot.end - dot.start > 1 || !/[·•]/.test(text.charAt(dot.start))) return false;
  const [line, next] = [lines[index], lines[index + 2]];
  if (!line || !next || line.end - line.start > LONGEST_NAME || dot.blanks + next.blanks > 0) return false;
  return FOLLOWED.test(text.slice(next.start, Math.min(next.end, next.start + LONGEST_NAME)));
}

const FOLLOWED = /^(?:follow|(?:updated )?\d{1,2}(?:mo|[ywdh]))$/i;

/** In UTF-16 code units. */
const LONGEST_TAGLINE = 120;
const LONGEST_NAME = 60;

const picture =
  /^(?:(?:profile )?(?:photo|picture|avatar|headshot) (?:for|of) (.{2,60})|view (.{2,60})['’]s? +(?:graphic link|profile)|(?:u\/)?(.{2,60}?)(?:['’]s?)?(?: user)? (?:avatar|headshot|profile (?:photo|picture|image)))$/i;

/** So far into a paragraph the asker says who it is, in UTF-16 code units. */
const ASKER_SAYS_SO = 120;

/** The asker comes back: "Thank you for the replies so far! This is Marianne, who asked the question." */
export function asksAgain(text: string, { start, end }: Line): boolean {
  const head = text.slice(start, Math.min(end, start + ASKER_SAYS_SO)).toLowerCase();
  return (
    thanked.test(head) ||
    (head.includes('who asked') && /\b(?:i am|i'm|this is) \p{L}{2,}, who asked\b/u.test(head))
  );
}

const thanked =
  /^\W?(?:(?:hi|hello|hey|ok|okay|wow)\b[^.!?]{0,30}[.!?,]+\s*)?(?:(?:many )?thank(?:s| you)(?: you)?(?: so much| very much| all| everyone| everybody| guys| again){0,3},?(?: all| everyone)? for (?:all )?(?:of )?(?:the|your|these|those) (?:\w+ )?(?:replies|answers|responses|comments)\b|(?:op|original poster|asker|(?:it'?s |this is )?the (?:asker|original poster|op)) here\b|(?:update|addition|edit) (?:from|by) (?:the )?(?:op|asker|original poster)\b)/;

/** Whether a message's line is another's, behind ">" or ": ", or says whose the next ones are. */
export function quotesMessage(text: string, lines: readonly Line[], index: number): boolean {
  const isQuoted = (at: number) => {
    const start = lines[at]?.start ?? text.length;
    return text.startsWith('>', start) || text.startsWith(': ', start);
  };
  if (isQuoted(index)) return true;
  const { start, end } = lines[index] as Line;
  if (end - start > 200) return false;
  const line = text.slice(start, end);
  if (quoting.test(line)) return true;
  if (isQuoted(index + 1)) return /\b(?:wrote|writes|said)\b[^.?!]*$|^news:\S+$/i.test(line);
  return isQuoted(index + 2) && /^(?:on|in article|in message) .*[\d<@]|[@>].* wrote in message$/i.test(line);
}

/** Whether a line may be a quotation as a forum copies it: below "jane_roe:", right above a reply to it. */
export function repeatsBelowName(text: string, lines: readonly Line[], index: number): boolean {
  const [above, line, next] = [lines[index - 1], lines[index], lines[index + 1]];
  if (!above || !line || line.blanks !== 0 || next?.blanks !== 0) return false;
  const length = line.end - line.start;
  if (length < LEAST_QUOTED || length > MOST_QUOTED || above.end - above.start > LONGEST_NAME) return false;
  return text.charAt(above.end - 1) === ':' && quotedName.test(text.slice(above.start, above.end));
}

const quotedName = /^@?[\p{L}\p{N}_.'’-]+(?: [\p{L}\p{N}_.'’-]+){0,2}:$/u;

/** In UTF-16 code units. */
const LEAST_QUOTED = 15;
const MOST_QUOTED = 600;

/** "Am 20.09.2023 um 18:14 schrieb Jane Roe:" */
const quoting =
  /^(?:on|am|il|le|op|el|den|em) .{4,80}\b(?:wrote|schrieb|schreef|ha scritto|a écrit|escribió|escreveu|skrev)\b.{0,80}:$/i;

/** The rule above a signature of a message or a forum's member, what a list puts below mail, and a firm's notice. */
export function isSignature(text: string, { start, end }: Line): boolean {
  const code = text.charCodeAt(start);
  return (
    (code === 0x2d || code === 0x5f || code === 0x43) &&
    /^(?:(?:--|_{10,}|_\._,_\._,_)$|CONFIDENTIALITY NOTICE)/.test(
      text.slice(start, Math.min(end, start + 80)),
    )
  );
}
