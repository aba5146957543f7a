/** Stretches of lines that are no words of who is read: what is quoted, advertised, remarked. */

import { type Line, wordsAt } from './lines.js';
import { noiseIn } from './noise.js';
import type { Reason } from './reason.js';

export class Hidden {
  /** Inside what a forum shows of an earlier post, which has no blank line; and whether the line before is known from there. */
  #isQuoting = false;
  #isKnown = false;
  /** The line asked for before. */
  #last = -1;
  /** The last line of what a board shows of one, of an advertisement, of other questions, and of the remarks on an answer. */
  #shown = -1;
  #offered = -1;
  #related = -1;
  #remarked = -1;

  /** The second line that says who asks: from there on others do. */
  readonly #others: number;

  /** @param header the line that announces the answers: below it remarks are counted. */
  constructor(
    readonly text: string,
    readonly lines: readonly Line[],
    readonly header: number,
  ) {
    const asking = lines.flatMap(({ start, end }, i) =>
      end - start <= LONGEST_TITLE && ASKING.test(text.slice(start, end)) ? [i] : [],
    );
    this.#others = asking[1] ?? Number.POSITIVE_INFINITY;
  }

  /** Why a line is hidden; null where it is not. Asked for the lines in order; one with a prefix may be left out. */
  at(index: number): Reason | null {
    const { text, lines, header } = this;
    const line = lines[index] as Line;
    const isNext = index === this.#last + 1 && line.blanks === 0;
    this.#last = index;
    if (isQuoteHead(text, line)) {
      this.#isQuoting = true;
      this.#isKnown = false;
    } else if (this.#isQuoting) {
      // Right below a quotation that is known from above, what is not is the reply.
      const isKnown = isNext && standsAbove(text, line);
      this.#isQuoting = isNext && (isKnown || !this.#isKnown);
      this.#isKnown = isKnown;
    }
    this.#shown = Math.max(this.#shown, shownUntil(text, lines, index));
    this.#offered = Math.max(this.#offered, offeredUntil(text, lines, index));
    this.#related = Math.max(this.#related, relatedUntil(text, lines, index));
    if (header >= 0 && index > header)
      this.#remarked = Math.max(this.#remarked, remarkedUntil(text, lines, index));
    if (this.#isQuoting || index <= this.#shown) return 'quotation';
    if (index <= this.#offered) return 'advertisement';
    if (index <= this.#related || index >= this.#others) return 'related';
    return index <= this.#remarked ? 'comment' : null;
  }
}

/** Who is quoted is looked for so far above, in UTF-16 code units. */
const NEAR = 20_000;

/** Whether the line stands above an earlier post that a forum's member quotes. */
function isQuoteHead(text: string, { start, end }: Line): boolean {
  if (end - start > 90) return false;
  const code = text.charCodeAt(start) | 32;
  const line = text.slice(start, end);
  // Most lines have neither q nor o at their beginning, nor a colon.
  if (code !== 0x71 && code !== 0x6f && !line.includes(':')) return false;
  if (
    /^(?:quote:$|(?:quote:? )?originally posted by \S|(?:quot|cit)(?:e|ed|ing) from \S)|^\S.{0,40} (?:wrote|said): ?↑/i.test(
      line,
    )
  )
    return true;
  // Who is quoted has posted above.
  const name = QUOTED_NAME.exec(line)
    ?.slice(1)
    .find((each) => each !== undefined);
  return name !== undefined && text.slice(Math.max(0, start - NEAR), start).includes(name);
}

/** "roe wrote:", "Quote: roe", "On 9/14/2021 at 8:02 PM, roe said:", "13 hours ago, roe said:" */
const QUOTED_NAME =
  /^(\S.{1,40}) wrote:$|^quot(?:e|ing): (\S.{1,40})$|^(?:on .{4,30}\d.{0,12}|.{1,15} ago), (\S.{1,40}) said:$/i;

/** A line with fewer characters may be said by anybody, and so many tell it. In UTF-16 code units. */
const SHORT = 12;
const TELLING = 60;

/** Whether the line is in what was said not far above. */
export function standsAbove(text: string, { start, end }: Pick<Line, 'start' | 'end'>): boolean {
  if (end - start < SHORT) return false;
  const words = text.slice(start, Math.min(end, start + TELLING));
  return text.slice(Math.max(0, start - NEAR), start).includes(words);
}

/** Lines that a board may show of an earlier post. */
const MOST_SHOWN = 12;
const QUOTED = /\[\/quote\]\s*$/i;

/**
 * Where what a board shows of an earlier post ends, which "roe said:" stands above and "Click to expand" below, or
 * "[quote]" and "[/quote]": the line's index; -1 where the line is no such head.
 */
function shownUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  if (/^\[quote\b/i.test(text.slice(start, start + 7))) {
    const isWhole = QUOTED.test(text.slice(start, end));
    return isWhole ? index : nextOf(QUOTED, text, lines, index, MOST_SHOWN);
  }
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
function offeredUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  if (end - start > 60 || !advert.test(text.slice(start, end))) return -1;
  return nextOf(button, text, lines, index, MOST_OFFERED);
}

const MOST_OFFERED = 8;
const advert = /^(?:promoted|sponsored(?: links?| content)?|(?:ad|promoted|sponsored) by \S.*)$/i;
const button =
  /^(?:learn more|sign up|shop now|get started|install|download|book now|order now|apply now|subscribe|watch more|get quote|see menu|view on \S+|(?:view|visit) (?:clinic|profile|site|website|offer))$/i;

/** What a site puts above other questions. */
export const RELATED =
  /^(?:related(?: (?:\S+ )?(?:questions?|answers?|posts?))?|similar questions|people also ask(?:ed)?|more (?:\S+ ){0,2}questions(?: like this)?):?$/i;
/** "Is this permanent? (photo)  17 answers" */
const OTHER_QUESTION = /\?(?: \([^()]{1,20}\)){0,2}(?:\s+\d{1,5} (?:answers?|replies))?$/;
/** "A 29-year-old member asked:" */
const ASKING = /^[Aa]n? \d{1,2}[- ]year[- ]old(?: \p{L}+)? asked:?$/u;
/** Questions that make a list of them, and how long one may be, in UTF-16 code units. */
const LEAST_RELATED = 2;
const LONGEST_RELATED = 150;
const LONGEST_TITLE = 40;
const CONTINUE = /^continue reading\W*$/i;
const MOST_OF_OTHER = 12;

/** Where other questions end that "Related questions" stands above: the last one's index; -1 where there are none. */
function relatedUntil(text: string, lines: readonly Line[], index: number): number {
  if (!RELATED.test(wordsAt(text, lines, index, LONGEST_TITLE))) return -1;
  // "More answers below"
  const next = lines[index + 1];
  const first = next !== undefined && noiseIn(text, next) !== null ? index + 2 : index + 1;
  let at = first;
  while (OTHER_QUESTION.test(wordsAt(text, lines, at, LONGEST_RELATED))) at++;
  if (at - first >= LEAST_RELATED) return at - 1;
  // One, with the beginning of an answer to it.
  return at > first ? nextOf(CONTINUE, text, lines, at, MOST_OF_OTHER) : -1;
}

/** Lines of a remark with its head, at most. */
const MOST_OF_REMARK = 12;

/**
 * Where the remarks on an answer end, which "Comments (2)" stands above and a button below each of: the last one's
 * index; -1 where the line counts none, or they are not so many.
 */
function remarkedUntil(text: string, lines: readonly Line[], index: number): number {
  const { start, end } = lines[index] as Line;
  const counted = end - start > 14 ? null : remarks.exec(text.slice(start, end));
  let left = Number(counted?.[1] ?? counted?.[2] ?? 0);
  let at = index;
  for (; left > 0; left--) {
    const next = nextOf(replying, text, lines, at, MOST_OF_REMARK);
    at = next < 0 ? said(text, lines, at) : next;
    if (at < 0) return -1;
  }
  return counted ? at : -1;
}

/** Where a remark ends whose writer and time stand on the next line, and its words below: its last line; -1 where there is none. */
function said(text: string, lines: readonly Line[], index: number): number {
  const isHead = (at: number) => REMARKER.test(wordsAt(text, lines, at, LONGEST_HEAD));
  if (!isHead(index + 1)) return -1;
  let at = index + 2;
  while (lines[at + 1]?.blanks === 0 && !isHead(at + 1)) at++;
  return Math.min(at, lines.length - 1);
}

const REMARKER = /^\S.{1,40} \d{1,2} ?(?:[smhdwy]|mo|min|hr|yr|mth|hour|day|week|month|year)s? ago$/i;
/** In UTF-16 code units. */
const LONGEST_HEAD = 60;

const remarks = /^(?:comments? \((\d{1,2})\)|(\d{1,2}) comments?)$/i;
const replying = /^(?:like\W*)?reply\W*$/i;
