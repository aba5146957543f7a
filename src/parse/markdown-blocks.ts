/** The blocks of a Markdown text, with their places. */

import { parse, postprocess, preprocess } from 'micromark';
import type { Span } from '../model.js';
import { answerCells, isOfFigures, type TableCell, tableIn } from './markdown-table.js';
import { UNUSED_CONSTRUCTS } from './markdown-unused.js';

/** A block as Markdown has it. */
export interface MarkdownBlock {
  readonly kind:
    | 'heading'
    | 'paragraph'
    | 'quote'
    | 'item'
    | 'code'
    | 'html'
    | 'rule'
    | 'front'
    // A table of numbers.
    | 'figures'
    // In a table of answers: whose one is, and what it says.
    | 'name'
    | 'answer';
  /** Without the signs before and behind it where it is a heading, else with them. */
  readonly start: number;
  readonly end: number;
  /** With all signs, where that is more. */
  readonly outer: Span;
  /** 1 to 6 in a heading, else 0. */
  readonly level: number;
}

/** A longer stretch without a blank line is one paragraph, whatever stands in it, in UTF-16 code units. */
const MOST = 16_384;

/** So much the library is asked about at one go: it takes long to begin, and longer for more. */
const MOST_ASKED = 2048;

/** Deeper quotations and lists are paragraphs: the library takes quadratic time for them. */
const MOST_NESTED = 16;

const BLOCKS_ONLY = { extensions: [{ disable: { null: [...UNUSED_CONSTRUCTS] } }] };

/**
 * The blocks of a text, in order. The text is read in stretches between blank lines, so that time and memory
 * stay in proportion to its length, whatever it is; a stretch that has no sign of a block is a paragraph without
 * asking the library.
 * @param text with LF for every line end.
 */
export function* markdownBlocks(text: string): Generator<MarkdownBlock> {
  const front = frontMatter(text);
  if (front > 0) yield blockOf('front', 0, front);
  // Stretches that the library is asked about at one go: it takes long to begin.
  let asked: [start: number, end: number] | null = null;
  for (const [start, end] of stretches(text, front)) {
    const table = tableIn(text, start, end);
    const cells = table && answerCells(text, table);
    if (table && (cells || isOfFigures(text, table))) {
      if (asked) yield* blocksIn(text, ...asked);
      asked = null;
      if (cells) yield* cellBlocks(cells, start, end);
      else yield blockOf('figures', start, end);
      continue;
    }
    const known = knownBlock(text, start, end);
    // What is indented below a list goes on with its last item.
    const goesOn = asked !== null && end - asked[0] <= MOST_ASKED && (!known || indent(text, start) > 1);
    if (asked && goesOn) asked[1] = end;
    else {
      if (asked) yield* blocksIn(text, ...asked);
      asked = known ? null : [start, end];
      if (known) yield known;
    }
  }
  if (asked) yield* blocksIn(text, ...asked);
}

/** The block that a stretch is, where that is plain to see; null where the library must be asked. */
function knownBlock(text: string, start: number, end: number): MarkdownBlock | null {
  if (end - start <= MOST && !isPlain(text, start, end) && !isNested(text, start, end)) {
    const stop = text.indexOf('\n', start);
    if (stop >= 0 && stop < end) return null;
    const line = text.slice(start, end);
    if (/^ {0,3}#{1,6}(?=[ \t]|$)/.test(line)) return headingBlock(text, start + indent(text, start), end);
    return /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)
      ? blockOf('rule', start, end)
      : null;
  }
  return blockOf('paragraph', start + indent(text, start), end);
}

/** The cells that count, each with all that stands before it. */
function* cellBlocks(cells: readonly TableCell[], from: number, to: number): Generator<MarkdownBlock> {
  let at = from;
  for (const [i, { span, kind }] of cells.entries()) {
    const behind = i === cells.length - 1 ? to : span[1];
    yield { ...blockOf(kind, ...span), outer: [at, behind] };
    at = behind;
  }
}

/** Where the block of `key: value` lines ends that a text may start with; 0 where there is none. */
function frontMatter(text: string): number {
  if (!/^---[ \t]*\n[\w-]+[ \t]*:/.test(text.slice(0, 200))) return 0;
  const end = /\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text.slice(3, MOST));
  return end ? 3 + end.index + end[0].length : 0;
}

/** The lines between blank lines; a fence goes on over blank lines to the one that closes it. */
function* stretches(text: string, from: number): Generator<readonly [start: number, end: number]> {
  let start = -1;
  let end = from;
  let unclosed = '';
  for (let at = from; at < text.length; ) {
    const stop = text.indexOf('\n', at);
    let next = stop < 0 ? text.length : stop;
    const ink = at + indent(text, at);
    if (ink >= next) {
      if (start >= 0) yield [start, end];
      start = -1;
    } else {
      if (start < 0) start = at;
      const fence = fenceAt(text, ink);
      if (fence && !(unclosed && fence.startsWith(unclosed))) {
        const close = closeOf(text, fence, next);
        if (close < 0) unclosed = fence;
        else next = close;
      }
      end = next;
    }
    at = next + 1;
  }
  if (start >= 0) yield [start, end];
}

/** The sign of a fence that stands at an offset, or an empty string. */
function fenceAt(text: string, at: number): string {
  const sign = text[at];
  if (sign !== '`' && sign !== '~') return '';
  let end = at;
  while (text[end] === sign && end - at < 64) end++;
  return end - at >= 3 ? text.slice(at, end) : '';
}

/** The end of the line that closes a fence behind an offset; -1 where none does. */
function closeOf(text: string, fence: string, from: number): number {
  for (let at = text.indexOf(`\n`, from); at >= 0; at = text.indexOf('\n', at + 1)) {
    const ink = at + 1 + indent(text, at + 1);
    if (!text.startsWith(fence, ink)) continue;
    const stop = text.indexOf('\n', ink);
    const end = stop < 0 ? text.length : stop;
    if (/^[`~]+\s*$/.test(text.slice(ink, end))) return end;
  }
  return -1;
}

/** How many blanks stand at an offset. */
export function indent(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at - from;
}

/** What a line starts with that is more than a paragraph. */
const SIGN =
  /^(?:#{1,6}(?:[ \t]|$)|>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|`{3}|~{3}|<[a-z/!?]|(?:=+|-+|_[_ \t]+|\*[* \t]+)$)/i;

/** Whether no line starts with a sign of a block. */
function isPlain(text: string, from: number, to: number): boolean {
  if (indent(text, from) > 3) return false;
  for (let at = from; at < to; ) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 || stop > to ? to : stop;
    const ink = at + indent(text, at);
    if (SIGN.test(text.slice(ink, Math.min(end, ink + 80)).trimEnd())) return false;
    at = end + 1;
  }
  return true;
}

/** Whether a line starts with more signs of lists and quotations than are read. */
function isNested(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, Math.min(end < 0 ? to : end, at + MOST_NESTED * 8));
    if (/^(?:[ \t]*(?:>|[*+-][ \t]|\d{1,9}[.)][ \t])){16}/.test(line)) return true;
    at = end < 0 ? to : end + 1;
  }
  return false;
}

type Event = ReturnType<typeof postprocess>[number];

/** The library's names of blocks; those inside of others are not looked at. */
const KINDS: Readonly<Record<string, MarkdownBlock['kind']>> = {
  atxHeading: 'heading',
  setextHeading: 'heading',
  thematicBreak: 'rule',
  blockQuote: 'quote',
  codeFenced: 'code',
  codeIndented: 'code',
  htmlFlow: 'html',
  paragraph: 'paragraph',
};

/** Asks the library for the blocks of a stretch. */
function* blocksIn(text: string, from: number, to: number): Generator<MarkdownBlock> {
  const document = parse(BLOCKS_ONLY).document();
  const events = postprocess(document.write(preprocess()(text.slice(from, to), undefined, true)));
  for (let at = 0; at < events.length; at++) {
    const [, token] = events[at] as Event;
    const list = token.type === 'listOrdered' || token.type === 'listUnordered';
    const kind = KINDS[token.type];
    if (!list && !kind) continue;
    const begin = at;
    while ((events[at] as Event)[1] !== token || at === begin) at++;
    const [start, end] = [from + token.start.offset, from + token.end.offset];
    if (list) {
      for (const item of itemsIn(events, begin, at)) yield blockOf('item', from + item[0], from + item[1]);
    } else if (kind === 'heading') yield headingBlock(text, start, end);
    else if (kind) yield blockOf(kind, start, end);
  }
}

/** What may stand between the end of an item and the next. */
const BETWEEN =
  /^(?:lineEnding(?:Blank)?|linePrefix|listItemIndent|blockQuote(?:Prefix|PrefixWhitespace|Marker))$/;

/** The items of the list whose events those are, without the line ends behind them. */
function* itemsIn(events: readonly Event[], begin: number, end: number): Generator<Span> {
  const begins: number[] = [];
  let depth = 0;
  for (let at = begin + 1; at <= end; at++) {
    const [kind, { type }] = events[at] as Event;
    if (/^(?:list(?:Ordered|Unordered)|blockQuote)$/.test(type)) depth += kind === 'enter' ? 1 : -1;
    else if (depth === 0 && kind === 'enter' && type === 'listItemPrefix') begins.push(at);
  }
  for (const [i, first] of begins.entries()) {
    const next = begins[i + 1] ?? end;
    let last = next - 1;
    let stop: number | undefined;
    for (; BETWEEN.test((events[last] as Event)[1].type); last--) {
      const [kind, { type, start }] = events[last] as Event;
      if (kind === 'enter' && type.startsWith('lineEnding')) stop = start.offset;
    }
    const behind = (events[next] as Event)[1];
    yield [(events[first] as Event)[1].start.offset, stop ?? behind.end.offset];
  }
}

export function blockOf(kind: MarkdownBlock['kind'], start: number, end: number): MarkdownBlock {
  return { kind, start, end, outer: [start, end], level: 0 };
}

/** A heading without its signs: those before and behind it on its line, or the line below it. */
function headingBlock(text: string, from: number, to: number): MarkdownBlock {
  const words = text.slice(from, to);
  const outer: Span = [from, to];
  const hash = /^(#{1,6})[ \t]*/.exec(words);
  if (!hash?.[1]) {
    // A line of "=" below it, or of "-".
    const level = words.trimEnd().endsWith('=') ? 1 : 2;
    const above = words.slice(0, words.lastIndexOf('\n'));
    return { kind: 'heading', start: from, end: from + above.trimEnd().length, outer, level };
  }
  const start = from + hash[0].length;
  const closed = words.trimEnd().replace(/#+$/, '');
  const end = from + (/[ \t]$/.test(closed) ? closed.trimEnd() : words.trimEnd()).length;
  return { kind: 'heading', start, end: Math.max(start, end), outer, level: hash[1].length };
}
