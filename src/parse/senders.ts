/** Lines that name who sent a message: "From: Jane Roe", "Post by jane", "Jane Roe wrote:". */

import { standsAbove } from './hidden.js';
import type { Line } from './lines.js';
import { hasColon } from './prefix.js';
import type { Spoken } from './spoken.js';

const nameField =
  /^(?:from|von|author|name|by|user|username|doctor|expert|member|poster|respondent|posted by|answered by|reply from|response from):\s+(?=\S)/i;
const otherField =
  /^(?:date|sent|to|cc|bcc|subject|gesendet|an|betreff|datum|posted|posted on|answered on|location|joined|registered|posts|rating|votes|likes|reply-to|in-reply-to|references|message-id|newsgroups|organi[sz]ation|lines|path|sender|received|return-path|user-agent|(?:x|list|mime|content|nntp)-[\w-]+|specialty|experience|member since):\s/i;

/** What parts the messages of a mailbox: "From jane@example.org  Sun Feb  8 14:22:09 2009". */
const mailbox = /^From \S+@\S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} +\d/;

/** Of as many as there may be. */
const addressees = /^(?:to|an|cc|bcc):\s/i;

/** Where the name behind "From:" or "Author:" starts; -1 where the line has no such field. */
export function namedField(text: string, line: Line): number {
  const code = text.charCodeAt(line.start) | 32;
  // a b d e f m n p r u v
  if (code < 97 || code > 118 || line.end - line.start > 100 || !hasColon(text, line, 24)) return -1;
  const found = nameField.exec(text.slice(line.start, Math.min(line.end, line.start + 24)));
  return found ? line.start + found[0].length : -1;
}

/** Whether the line is another field of a message's head: "Date: …". */
export function isMessageField(text: string, line: Line): boolean {
  const head = text.slice(line.start, Math.min(line.end, line.start + 24));
  if (line.end - line.start > 160) return addressees.test(head);
  return (
    otherField.test(head) || (head.startsWith('From ') && mailbox.test(text.slice(line.start, line.end)))
  );
}

/** "[–]browdoc 12 points 3 years ago": the mark closes the comment. */
const closable = /^\[[–—+-]\]\s*(?=\S.*\b(?:points?|ago)\b)/;

/** "Jane Roe <jane@example.org>     Mon, Sep 9, 2019 at 12:47 PM": a message's head as mail is printed. */
const mailed = /^[^<>:]{2,60} <[^<>@\s]+@[^<>\s]+>\s.*\d{1,2}:\d{2}/;

/**
 * Lines that name an answer's author in a field of its own, where several do: "From: Jane Roe"; beside the mark
 * that closes it; or with address and time.
 * @param names lines that are known to be such names.
 */
export function messageLines(
  text: string,
  lines: readonly Line[],
  names: ReadonlySet<number>,
): Map<number, Spoken> {
  const found = new Map<number, Spoken>();
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (names.has(i)) {
      found.set(i, { rest: line.end, nick: [line.start, line.end], timed: false });
      continue;
    }
    const mark = text.charCodeAt(line.start) === 0x5b && closable.exec(text.slice(line.start, line.end));
    const at = mark
      ? line.start + mark[0].length
      : isMailed(text, line)
        ? line.start
        : isPlace(text, line, lines[i + 1])
          ? -1
          : namedField(text, line);
    const nick =
      writerOf(text, line) ??
      quotedBelow(text, line, lines[i + 1]) ??
      (at < 0 ? null : ([at, line.end] as const));
    if (nick) found.set(i, { rest: line.end, nick, timed: false });
  }
  return found.size >= 2 ? found : new Map();
}

/** "From: Leeds", above how much a board's member has written. */
function isPlace(text: string, { start, end }: Line, next: Line | undefined): boolean {
  const isFrom = end - start <= LONGEST_PLACE && text.slice(start, start + 5).toLowerCase() === 'from:';
  return (
    isFrom && next !== undefined && COUNTS.test(text.slice(next.start, Math.min(next.end, next.start + 30)))
  );
}

/** In UTF-16 code units. */
const LONGEST_PLACE = 40;
const COUNTS = /^(?:posts|notes|messages|threads|joined|member since|likes|reputation): ?\S/i;

/**
 * "Kitty in Reno says:", as blogs put it above a comment; "Post by kitty » Fri Jan 15, 2016 9:30 am", as boards do,
 * "Posted by kitty on January 15, 2016 at 9:30:12:", "Author: kitty [ Fri Jan 15, 2016 9:30 am ]" in print, "kitty kitty is
 * offline", and a name with nothing but its address.
 */
const writer =
  /^(.{2,60}) says:$|^(?:post ?)?by (.{2,40}) » \w|^posted by (.{2,40}) on .{4,30} at \d{1,2}:\d{2}.{0,6}:$|^author:\s+(\S.{1,40}) \[ .{8,40} \]$|^(u\/[\w-]{2,30}) [·•] \d.{0,40}$|^([^<>:@]{2,60}?) ?<[^<>@\s]+@[^<>@\s]+>$|^(\S.{1,40}) \7 is (?:off|on)line(?: now)?$/i;

/** The name's span in such a line; null where the line is none. */
export function writerOf(
  text: string,
  { start, end }: Pick<Line, 'start' | 'end'>,
): readonly [number, number] | null {
  if (end - start > 100) return null;
  const found = writer.exec(text.slice(start, end));
  if (!found) return null;
  const name = found.slice(1).find((one) => one !== undefined) as string;
  const at = start + found[0].indexOf(name);
  return [at, at + name.length];
}

/** "On 7 Jun 2024, at 11:04, Jane Roe <jane@example.org> wrote:" */
const wrote = /^on .{6,40}?,? (\p{Lu}[^,<>]{1,40}?)(?: <[^<>]{3,60}>)? wrote:$/iu;
/** So much of what is quoted is looked for elsewhere, and so far, in UTF-16 code units. */
const TELLING = 40;
const NEAR = 20_000;

/** The name's span where a message begins below that is quoted without marks, and stands nowhere else; null where none does. */
function quotedBelow(
  text: string,
  { start, end }: Line,
  next: Line | undefined,
): readonly [number, number] | null {
  if (end - start > 160 || next === undefined || text.charCodeAt(next.start) === 0x3e) return null;
  const name = wrote.exec(text.slice(start, end))?.[1];
  if (name === undefined) return null;
  const words = text.slice(next.start, Math.min(next.end, next.start + TELLING));
  if (standsAbove(text, next) || text.slice(next.end, next.end + NEAR).includes(words)) return null;
  const at = start + text.slice(start, end).indexOf(name);
  return [at, at + name.length];
}

function isMailed(text: string, { start, end }: Line): boolean {
  if (end - start > 160) return false;
  const line = text.slice(start, end);
  return line.includes('<') && mailed.test(line);
}
