/** A Markdown text with its signs blanked out, each character in its place, to be read as plain text. */

import { lineEnd } from './lines.js';
import type { MarkdownBlock } from './markdown-blocks.js';
import { countedAtEnd, hasPosters, isMember, posterIn } from './markdown-names.js';
import { signAt, signBefore } from './markdown-signs.js';
import { shapeOf } from './noise.js';

/** A line this long was broken by an editor's width, in UTF-16 code units. */
const FULL_LINE = 45;

/** A bold start longer than this is a bold sentence. */
const MOST_LEAD = 120;

const ADDRESS = /\]\([^)\s]{0,2000}(?:[ \t]+"[^"\n]{0,300}")?\)/.source;
const WORDS = /\[[^\]\n]{0,300}/.source;
/** A picture, which may be a link; and a link's signs around its words. */
const LINK = new RegExp(`\\[!${WORDS}${ADDRESS}${ADDRESS}|!${WORDS}${ADDRESS}|${WORDS}(${ADDRESS})`, 'g');
/** What stands before one of a row of buttons. */
const BUTTONS_BAR = /[|·•][ \t]*$/;
const MOST_OF_BUTTON = 3;
const TAG = /<\/?[a-z][^<>\n]{0,300}>|<!--[^<>]{0,2000}-->/gi;
const BREAK = /^<br\b/i;
/** A line that starts a block of its own. */
const SIGN = /^[ \t]*(?:[-*+>#|]|\d{1,9}[.)])/;

/** "[!quote] ", and that of a box of another kind. */
const CALLOUT = /^\[!(?:(quote|cite)|\w{2,20})\][-+]?[ \t]*/i;

export class Mask {
  /** Lines all of which are bold, by their start. */
  readonly bold = new Set<number>();
  /** Lines all of which are in italics, by their start. */
  readonly italic = new Set<number>();
  /** Quotations whose first line says whose they are, by their start: "> [!quote] Jane Roe", as editors of notes have it. */
  readonly callouts = new Set<number>();
  /** Where the bold type ends that a line starts with, by the line's start. */
  readonly leads = new Map<number, number>();
  private readonly edits: { at: number; words: string }[] = [];
  private readonly openers = new Map<number, number>();
  private readonly closers = new Map<number, number>();

  /** Whether posts stand below bold names. */
  private readonly isThread: boolean;

  /** @param source text with LF for every line end. */
  constructor(private readonly source: string) {
    this.isThread = hasPosters(source);
  }

  /** The text with blanks for the signs of the blocks that were added. */
  text(): string {
    const parts: string[] = [];
    let at = 0;
    this.edits.sort((a, b) => a.at - b.at);
    for (const edit of this.edits) {
      if (edit.at < at) continue;
      parts.push(this.source.slice(at, edit.at), edit.words);
      at = edit.at + edit.words.length;
    }
    parts.push(this.source.slice(at));
    return parts.join('');
  }

  /** A span with the inline signs around it: the stars of a line in italics. */
  widen(start: number, end: number): [start: number, end: number] {
    let from = start;
    let to = end;
    for (let more = this.openers.get(from); more !== undefined; more = this.openers.get(from)) from = more;
    for (let more = this.closers.get(to); more !== undefined; more = this.closers.get(to)) to = more;
    return [from, to];
  }

  add({ kind, start, end, outer }: MarkdownBlock): void {
    const { source } = this;
    switch (kind) {
      case 'rule':
        return;
      case 'front':
      case 'figures':
        this.blankLines(outer[0], outer[1]);
        return;
      case 'html':
        this.tags(start, end);
        return;
      case 'code':
        this.fences(start, end);
        return;
      case 'quote':
        for (const [from, to] of linesIn(source, start, end)) {
          const sign =
            /^(?:[ \t]{0,8}>)+[ \t]?/.exec(source.slice(from, Math.min(to, from + 200)))?.[0] ?? '';
          this.blank(from, from + sign.length);
          const callout = CALLOUT.exec(source.slice(from + sign.length, Math.min(to, from + 200)));
          if (callout) this.blank(from + sign.length, from + sign.length + callout[0].length);
          if (callout?.[1]) this.callouts.add(start);
        }
        break;
      case 'heading':
        this.blank(outer[0], start);
        this.blankLines(end, outer[1]);
        if (this.isLinked(start, end)) return;
        break;
      case 'name':
      case 'answer':
        this.blank(outer[0], start - 1);
        // Each on lines of its own.
        this.blank(start - 1, start, true);
        this.blank(end, outer[1]);
        break;
    }
    this.inline(start, end);
  }

  private blank(start: number, end: number, line = false): void {
    if (end > start)
      this.edits.push({
        at: start,
        words: line ? `\n${' '.repeat(end - start - 1)}` : ' '.repeat(end - start),
      });
  }

  private blankLines(start: number, end: number): void {
    for (const [from, to] of linesIn(this.source, start, end)) this.blank(from, to);
  }

  private fences(start: number, end: number): void {
    for (const [from, to] of linesIn(this.source, start, end)) {
      if (/^[ \t]*(?:`{3}|~{3})/.test(this.source.slice(from, Math.min(to, from + 200))))
        this.blank(from, to);
    }
  }

  private tags(start: number, end: number): void {
    const words = this.source.slice(start, end);
    if (words.startsWith('<!--')) this.blankLines(start, end);
    else
      for (const { index, 0: tag } of words.matchAll(TAG))
        this.blank(start + index, start + index + tag.length, BREAK.test(tag));
  }

  /** Signs inside a paragraph, heading or item, and the line ends that an editor put there. */
  private inline(start: number, end: number): void {
    const { source } = this;
    if (source.slice(start, end).includes('<')) this.tags(start, end);
    if (source.slice(start, end).includes('](')) this.links(start, end);
    let line = start;
    for (const [from, to] of linesIn(source, start, end)) {
      const joined = to < end && this.isWrapped(from, to, end);
      if (joined) this.blank(to, to + 1);
      else {
        this.emphasis(line, to);
        line = to + 1;
      }
    }
  }

  private isWrapped(from: number, to: number, end: number): boolean {
    const { source } = this;
    if (to - from < FULL_LINE || source[to - 1] === '\\' || source.startsWith('  ', to - 2)) return false;
    return !SIGN.test(source.slice(to + 1, Math.min(end, to + 41)));
  }

  /**
   * A link reads as its words in brackets: blanks for its address would look like the gaps of a menu. A person's name on
   * a line of its own reads as the name; a short link behind a bar is a button.
   */
  private links(start: number, end: number): void {
    for (const { index, 0: link, 1: close } of this.source.slice(start, end).matchAll(LINK)) {
      const from = start + index;
      const to = from + link.length;
      if (close === undefined) {
        this.blank(from, to);
        continue;
      }
      const rest = lineEnd(this.source, to, end);
      // A letter stands in the place of a picture.
      const isNick = to - close.length - from > 2 && this.isFirst(from);
      if (isNick && isMember(close, this.source.slice(to, rest))) {
        this.nick(from, from + 1, to - close.length, rest);
        continue;
      }
      const shape = shapeOf(this.source, from + 1, to - close.length);
      if (this.isLine(from, to) && shape !== null && shape.titles + shape.degrees > 0) {
        this.sign(from, from + 1, to - close.length, to);
        continue;
      }
      const bar = BUTTONS_BAR.exec(this.source.slice(Math.max(start, from - 4), from));
      if (bar && shape !== null && shape.words <= MOST_OF_BUTTON) {
        this.blank(from - bar[0].length, to);
        continue;
      }
      this.edits.push({ at: from, words: '(' });
      this.edits.push({ at: to - close.length, words: ')'.repeat(close.length) });
    }
  }

  /** Whether a heading is a link, and what it leads to is the post below; it reads as its words. */
  private isLinked(start: number, end: number): boolean {
    const words = /^\[([^\]\n]{1,300})\]\([^)\s]{1,2000}\)$/.exec(this.source.slice(start, end))?.[1];
    if (words === undefined || !words.includes(' ')) return false;
    this.sign(start, start + 1, start + 1 + words.length, end);
    return true;
  }

  /** Whether nothing else stands on the line. */
  private isLine(from: number, to: number): boolean {
    let before = from - 1;
    while (this.isGap(before)) before--;
    let behind = to;
    while (this.isGap(behind)) behind++;
    const { source } = this;
    return (before < 0 || source[before] === '\n') && (behind === source.length || source[behind] === '\n');
  }

  private isGap(at: number): boolean {
    return this.source[at] === ' ' || this.source[at] === '\t';
  }

  /** Whether nothing but signs of quotations and headings stands before it on the line. */
  private isFirst(from: number): boolean {
    let before = from - 1;
    while (this.isGap(before) || this.source[before] === '>' || this.source[before] === '#') before--;
    return before < 0 || this.source[before] === '\n';
  }

  /** Bold and italic type at either end of a line. */
  private emphasis(lineStart: number, lineEnd: number): void {
    const { source } = this;
    let start = lineStart;
    let end = lineEnd;
    while (start < end && (source[start] === ' ' || source[start] === '\t')) start++;
    while (end > start && (source[end - 1] === ' ' || source[end - 1] === '\t')) end--;
    const poster = this.isThread ? posterIn(source, start, end) : null;
    if (poster !== null) {
      this.nick(poster[0] - 2, ...poster, end);
      return;
    }
    // "**It does** (votes: 22)"
    const counted = countedAtEnd(source, start, end);
    this.blank(end - counted, end);
    end -= counted;
    // A bullet, a number, or when it was said.
    const item =
      /^(?:[-*+]|\d{1,9}[.)]|[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?)[ \t]+/.exec(
        source.slice(start, Math.min(end, start + 20)),
      )?.[0].length ?? 0;
    const sign = signAt(source, start + item, end);
    const first = start + item + sign.length;
    if (sign) {
      const close = source.slice(first, Math.min(end, first + MOST_LEAD + 4)).indexOf(sign);
      const whole =
        source.endsWith(sign, end) &&
        end - sign.length > first &&
        (close < 0 || first + close === end - sign.length);
      if (whole) {
        this.sign(start + item, first, end - sign.length, end);
        if (item === 0) (sign.length > 1 ? this.bold : this.italic).add(first);
        return;
      }
      if (close > 0) {
        const last = first + close;
        this.sign(start + item, first, last, last + sign.length);
        // The unit starts at the item's sign, unless that is taken for an answer's number.
        if (sign.length > 1) for (const at of [start, first]) this.leads.set(at, last);
      }
    }
    const tail = signBefore(source, first, end);
    if (tail) {
      this.blank(end - tail.length, end);
      this.closers.set(end - tail.length, end);
    }
  }

  /** Who has said what stands below: "<jane_roe>", as chats have it. */
  private nick(start: number, from: number, to: number, end: number): void {
    this.edits.push({ at: start, words: `${' '.repeat(from - start - 1)}<` });
    this.edits.push({ at: to, words: `>${' '.repeat(end - to - 1)}` });
  }

  private sign(openStart: number, openEnd: number, closeStart: number, closeEnd: number): void {
    this.blank(openStart, openEnd);
    this.blank(closeStart, closeEnd);
    this.openers.set(openEnd, openStart);
    this.closers.set(closeStart, closeEnd);
  }
}

/** The lines of a stretch, without their ends. */
function* linesIn(source: string, start: number, end: number): Generator<[from: number, to: number]> {
  let from = start;
  while (from <= end) {
    const stop = source.indexOf('\n', from);
    const to = stop < 0 || stop > end ? end : stop;
    yield [from, to];
    from = to + 1;
  }
}
