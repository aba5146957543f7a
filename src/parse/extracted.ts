/** From questions and answers that a format hands over as data to threads with a text of their own. */

import type { Answer, Block, InputFormat, Span, Thread } from '../model.js';
import { trimmed } from './lines.js';
import { noiseOf, shapeOf } from './noise.js';
import { type Plain, plainOf, quotations } from './plain.js';

/** An answer as a format hands it over; its texts may hold markup. */
export interface Post {
  readonly heading?: string | undefined;
  readonly body: string | Plain;
  readonly author?: string | undefined;
  readonly votes?: number | undefined;
  readonly date?: string | undefined;
}

/** A question and its answers, likewise. */
export interface Asked {
  readonly heading?: string | undefined;
  readonly body?: string | Plain | undefined;
  readonly answers: readonly Post[];
  /** How many there are, where the format says so: it may hand over but some. */
  readonly count?: number | undefined;
}

/** The threads of a document, named `source#n` where there are several. */
export function threadsOf(source: string, format: InputFormat, asked: readonly Asked[]): Thread[] {
  return asked.map((one, i) => threadOf(asked.length > 1 ? `${source}#${i + 1}` : source, format, one));
}

/** Writes question and answers one below the other, parted by blank lines; spans refer to that text. */
function threadOf(source: string, format: InputFormat, asked: Asked): Thread {
  const page = new Page();
  const heading = asked.heading === undefined ? null : lineOf(asked.heading);
  const headingSpan = heading ? page.write(heading, { kind: 'question-heading' }) : null;
  const body = asked.body === undefined ? null : textOf(asked.body).text;
  const bodySpan = body ? page.write(body, { kind: 'question-body' }) : null;
  const answers: Answer[] = [];
  for (const post of asked.answers) {
    const answer = page.answer(post, answers.length + 1, heading);
    if (answer) answers.push(answer);
  }
  return {
    source,
    format,
    text: page.text(),
    question: { heading: heading || null, headingSpan, body: body || null, bodySpan },
    answers,
    blocks: page.blocks,
  };
}

class Page {
  readonly blocks: Block[] = [];
  private readonly parts: string[] = [];
  private length = 0;

  text(): string {
    return this.parts.join('');
  }

  write(text: string, block: Omit<Block, 'span'>): Span {
    if (this.length > 0) {
      this.parts.push('\n\n');
      this.blocks.push({ kind: 'noise', span: [this.length, this.length + 2], reason: 'blank' });
      this.length += 2;
    }
    const span: Span = [this.length, this.length + text.length];
    this.parts.push(text);
    this.blocks.push({ ...block, span });
    this.length = span[1];
    return span;
  }

  /** Writes an answer; null where it says nothing. */
  answer(post: Post, id: number, asked: string | null): Answer | null {
    const { text, quoted } = textOf(post.body);
    const quotes = quotations(text, quoted);
    const own = ownStart(text, quotes);
    const end = wordsEnd(text, own);
    const body = text.slice(own, end);
    const title = post.heading === undefined ? '' : lineOf(post.heading);
    const heading = title && body && !isEmptyTitle(title, asked) ? title : null;
    if (!body && !title) return null;
    const headingSpan = heading ? this.write(heading, { kind: 'answer-heading', answer: id }) : null;
    if (own > 0) this.write(text.slice(0, own).trimEnd(), { kind: 'noise', reason: 'quotation' });
    const bodySpan = this.write(body || title, { kind: 'answer-body', answer: id });
    if (end < text.length) this.write(text.slice(end).trim(), { kind: 'noise', reason: 'navigation' });
    const shift = ([start, end]: Span): Span => [start + bodySpan[0] - own, end + bodySpan[0] - own];
    const author = post.author === undefined ? '' : lineOf(post.author);
    return {
      id,
      heading,
      headingSpan,
      body: body || title,
      bodySpan,
      span: [headingSpan?.[0] ?? bodySpan[0], bodySpan[1]],
      ...(author ? { author } : {}),
      ...(post.votes === undefined ? {} : { votes: post.votes }),
      ...(post.date ? { date: post.date } : {}),
      excluded: quotes.filter(([start]) => start >= own).map(shift),
    };
  }
}

/** Where the words begin behind the quotations that a text opens with; its start where it has no others. */
function ownStart(text: string, quotes: readonly Span[]): number {
  let own = 0;
  for (const [start, end] of quotes) {
    if (text.slice(own, start).trim() !== '') break;
    own = end + (text.length - end - text.slice(end).trimStart().length);
  }
  return own < text.length ? own : 0;
}

/** Where the words end above a page's buttons ("Read more", "Was this helpful?"), no further up than `from`. */
function wordsEnd(text: string, from: number): number {
  let end = text.length;
  for (;;) {
    const above = text.lastIndexOf('\n', end - 1);
    if (above <= from || end - above > LONGEST_BUTTON) return end;
    const [first, last] = trimmed(text, above, end);
    const reason = first < last ? noiseOf(text, first, last, shapeOf(text, first, last)) : 'blank';
    if (reason !== 'navigation' && reason !== 'votes' && reason !== 'blank') return end;
    end = trimmed(text, from, above)[1];
  }
}

/** In UTF-16 code units. */
const LONGEST_BUTTON = 40;

/** A heading that says nothing of its answer: the question's, or one such as "Answer 3". */
function isEmptyTitle(title: string, asked: string | null): boolean {
  const folded = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  if (asked && folded(title).replace(/^(?:re|answer to) /, '') === folded(asked)) return true;
  const reason = noiseOf(title, 0, title.length, shapeOf(title, 0, title.length));
  return reason === 'number' || reason === 'label';
}

function textOf(body: string | Plain): Plain {
  return typeof body === 'string' ? plainOf(body) : body;
}

/** Text on one line, without markup. */
function lineOf(markup: string): string {
  return plainOf(markup).text.replace(/\s+/g, ' ');
}
