/** HTML to threads: structured data first, then the page's own structure. */

import type { Answer, Document, Span, Thread } from '../model.js';
import { assemble } from './assemble.js';
import { dateOf, votesOf } from './card.js';
import { cut } from './cut.js';
import { Part } from './decide.js';
import { type Asked, threadsOf } from './extracted.js';
import { flatThread, type Mark } from './flat.js';
import { BOLD, isBoldHeading } from './headings.js';
import { namesOf } from './html-hint.js';
import { itemsOf } from './html-items.js';
import { partsIn } from './html-parts.js';
import { postsOf } from './html-posts.js';
import { withReplies } from './html-replies.js';
import { withSaid } from './html-said.js';
import { type HtmlPage, htmlPage, type Passage } from './html-text.js';
import { withTitled } from './html-titled.js';
import { type Element, htmlTree } from './html-tree.js';
import { withPage } from './html-units.js';
import { askedInSchema } from './json-shape.js';
import { onlyAnswers } from './only-answers.js';
import type { Unit } from './unit.js';

/**
 * Reads the threads of a page: schema.org's questions and answers in JSON-LD, in microdata or RDFa; else the
 * elements that stand out as posts; else headings and paragraphs, decided as in plain text. Spans refer to
 * the text that is extracted. Never throws; linear.
 */
export function parseHtml(document: Document): Thread[] {
  const { source, format } = document;
  const page = htmlPage(withTitled(htmlTree(document.text)));
  const asked = answered(dataOf(page)) ?? answered(itemsOf(page));
  if (!asked) return [ofStructure(source, format, page)];
  const threads = threadsOf(source, format, withOwnHeadings(asked, page));
  const shown = ofStructure(source, format, page);
  if (threads.length > 1) return isBeside(shown, threads) ? [shown] : threads;
  const [held] = threads as [Thread];
  const words = ({ answers }: Thread) => answers.reduce((sum, { body }) => sum + body.length, 0);
  const more = shown.answers.length - held.answers.length;
  const isMore = more > 0 || (more === 0 && words(shown) > words(held));
  if ((isTeaser(held) || isPart(asked)) && isMore) return [shown];
  // The page may show headings that the data leaves out.
  const isHeaded = ({ answers }: Thread) => answers.some(({ heading }) => heading !== null);
  const isFuller = more >= held.answers.length || (more === 0 && isHeaded(shown) && !isHeaded(held));
  return isFuller && holdsAll(shown, held) ? [shown] : threads;
}

/** Data may have an answer's heading and body in one string, with a colon between: on the page it is a line of its own. */
function withOwnHeadings(asked: readonly Asked[], { text, passages }: HtmlPage): Asked[] {
  const lines = new Set(passages.map(({ start, end }) => text.slice(start, end)));
  return asked.map((one) => ({
    ...one,
    answers: one.answers.map((post) => {
      const { heading, body } = post;
      const [head, label] = (typeof body === 'string' && HEAD.exec(body)) || [];
      if (heading || !label || !lines.has(label)) return post;
      return { ...post, heading: label, body: (body as string).slice(head?.length) };
    }),
  }));
}

const HEAD = /^(.{2,60}?): (?=\S)/;

/** Whether all answers of a thread are among another's. */
function holdsAll({ answers }: Thread, held: Thread): boolean {
  const known = startsOf(answers);
  return held.answers.every(({ body }) => known.has(body.slice(0, START)));
}

/** Whether the page shows a thread that is none of its data's: below it are questions that are often asked. */
function isBeside({ answers }: Thread, threads: readonly Thread[]): boolean {
  const known = startsOf(threads.flatMap((thread) => thread.answers));
  return answers.length > 2 && answers.every(({ body }) => !known.has(body.slice(0, START)));
}

/** So much of a body tells it from others, in UTF-16 code units. */
const START = 30;

function startsOf(answers: readonly Answer[]): ReadonlySet<string> {
  return new Set(answers.map(({ body }) => body.slice(0, START)));
}

/** Whether the data may hold but the beginnings of what the page shows. */
function isTeaser({ answers }: Thread): boolean {
  // A short one may be whole.
  const begun = answers.filter(({ body }) => /(?:\u2026|\.\.\.)$/.test(body)).length;
  return answers.length === 1 || begun * 2 > answers.length;
}

/** Whether the data says that there are more answers than it has. */
function isPart([asked, ...others]: readonly Asked[]): boolean {
  return asked !== undefined && others.length === 0 && (asked.count ?? 0) > asked.answers.length;
}

function answered(asked: readonly Asked[]): Asked[] | null {
  const found = asked.filter(({ answers }) => answers.length > 0);
  return found.length > 0 ? found : null;
}

/** The questions of the page's JSON-LD; a script that is broken says nothing. */
function dataOf({ data }: HtmlPage): Asked[] {
  return data.flatMap((script) => {
    try {
      return askedInSchema(JSON.parse(script)) ?? [];
    } catch {
      return [];
    }
  });
}

function ofStructure(source: string, format: Thread['format'], whole: HtmlPage): Thread {
  const { text } = whole;
  const { page, posts: all } = withReplies(whole, postsOf(whole));
  const [first, ...others] = all;
  const asked = first && others.length > 0 && isQuestion(page, first) ? first : null;
  const posts = asked || !first ? others : all;
  const found = withPage(page, cut(text), new Set(posts));
  if (posts.length === 0) {
    return { source, format, text, ...flatThread(text, withSaid(page, found), marks(page)) };
  }
  const { units, parts, noise, spans } = partsIn(page, found, posts, asked);
  const thread = assemble(text, units, noise, parts);
  const cards = units.filter((_, i) => CARDS.has(parts[i] as Part));
  const beside = [...noise, ...cards].sort((a, b) => a.start - b.start);
  const answers = thread.answers.map(metaIn(text, beside, spans));
  return { source, format, text, ...onlyAnswers(text, { ...thread, answers }) };
}

/** Headings and bold starts; a bold line of its own is a heading below all others. */
function marks(page: HtmlPage): (unit: Unit) => Mark {
  let at = 0;
  return (unit) => {
    // Units come in order, each time from the first.
    if (unit.start < (page.passages[at]?.start ?? 0)) at = 0;
    while (at + 1 < page.passages.length && (page.passages[at + 1] as Passage).start <= unit.start) at++;
    const { level, strong, item, lead, start } = page.passages[at] as Passage;
    const bold = strong && !item && isBoldHeading(unit);
    return { level: level > 0 ? level : bold ? BOLD : 0, lead: start === unit.start ? lead : unit.start };
  };
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Takes votes and date from the lines beside the body in each answer's own post. */
function metaIn(
  text: string,
  beside: readonly Line[],
  spans: readonly Span[],
): (answer: Answer, i: number) => Answer {
  let at = 0;
  return (answer, i) => {
    const { votes: _, date: __, ...rest } = answer;
    const [from, to] = spans[i] ?? [0, 0];
    let votes: number | undefined;
    let date: string | undefined;
    while (at < beside.length && (beside[at] as Line).start < from) at++;
    for (; at < beside.length && (beside[at] as Line).end <= to; at++) {
      const line = text.slice((beside[at] as Line).start, (beside[at] as Line).end);
      votes ??= votesOf(line);
      date ??= dateOf(line);
    }
    return { ...rest, ...(votes === undefined ? {} : { votes }), ...(date === undefined ? {} : { date }) };
  };
}

/** So much prose may a forum have above its posts, in UTF-16 code units. */
const FORUM_SAYS = 200;

/** Whether the first of the posts is the question: it holds the title, says so, or asks before anything else is said. */
function isQuestion(page: HtmlPage, first: Element): boolean {
  if (first.titled) return true;
  const names = namesOf(first);
  const isAnswer = (name: readonly string[]) => name.some((word) => /^(?:answer|reply|response)$/.test(word));
  const asks = (name: readonly string[]) =>
    name.some((word) => /^(?:question|op|asker|original)$/.test(word));
  if (names.some((name) => asks(name) && !isAnswer(name))) return true;
  if (names.some(isAnswer)) return false;
  const [from, to] = page.ranges.get(first) ?? [0, 0];
  if (headsPage(page, page.passages.slice(from, to))) return true;
  const title =
    page.title && page.passages[0] ? page.text.slice(page.passages[0].start, page.passages[0].end) : '';
  // The title may stand there again, "Topic: …".
  const isTitle = (line: string) => title !== '' && line.includes(title);
  const isProse = ({ level, hint, linked, start, end }: Passage) =>
    level === 0 &&
    !linked &&
    (hint === null || hint === 'body') &&
    end - start > 40 &&
    !isTitle(page.text.slice(start, end));
  const above = page.passages.slice(page.title ? 1 : 0, from).filter(isProse);
  const length = above.reduce((sum, { start, end }) => sum + end - start, 0);
  // Above a forum's posts stands what the forum is about.
  const isForum = names.flat().some((word) => /^post(?:body)?$/.test(word)) && length < FORUM_SAYS;
  if (above.length > 0 && !isForum) return false;
  return page.passages.slice(from, to).some(({ start, end }) => ASKING.test(page.text.slice(start, end)));
}

/** A question mark at a sentence's end; "Was this helpful?" is the page's. */
const ASKING = /(?<!helpful ?)\?["')\]”’]*(?:\s|$)/i;

/** Whether a post that asks has the page's own title for its heading. */
function headsPage({ title, text, passages }: HtmlPage, post: readonly Passage[]): boolean {
  const [head] = passages;
  const textOf = ({ start, end }: Passage) => text.slice(start, end);
  if (!title || !head || !post.some((passage) => textOf(passage).includes('?'))) return false;
  const marked = post.find(({ level, hint }) => hint !== 'author' && (level > 0 || hint === 'title'));
  return [marked, post[0]].some(
    (heading) =>
      heading !== undefined && heading.end - heading.start > 20 && textOf(head).includes(textOf(heading)),
  );
}

const CARDS: ReadonlySet<Part> = new Set([Part.Lead, Part.Mid, Part.Trail]);
