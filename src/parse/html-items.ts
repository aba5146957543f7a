/** Microdata and RDFa: questions and answers of schema.org in a page's attributes. */

import type { Span } from '../model.js';
import type { Asked, Post } from './extracted.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import type { Plain } from './plain.js';

/** The questions with their answers that a page marks up, in order. */
export function itemsOf(page: HtmlPage): Asked[] {
  const found: { item: Element; answers: Element[] }[] = [];
  for (const element of page.ranges.keys()) {
    const type = typeOf(element);
    if (type === 'Question') found.push({ item: element, answers: [] });
    else if (type === 'Answer') found.at(-1)?.answers.push(element);
  }
  return found.map(({ item, answers }) => ({
    heading: contentOf(propertyOf(item, /^(?:name|headline)$/)),
    body: plainOf(page, askedIn(page, item, answers[0])),
    answers: answers.flatMap((answer) => postOf(page, answer) ?? []),
    count: countOf(propertyOf(item, /^answerCount$/)),
  }));
}

/** What the question says: its text, or the prose in it above the first answer. */
function askedIn(page: HtmlPage, item: Element, answer: Element | undefined): readonly Passage[] {
  const text = propertyOf(item, /^text$/);
  if (text) return passagesOf(page, text);
  const [from] = page.ranges.get(item) ?? [0];
  const to = (answer && page.ranges.get(answer)?.[0]) ?? from;
  return page.passages.slice(from, Math.max(from, to)).filter(isProse);
}

function typeOf({ attributes }: Element): string | undefined {
  return (attributes.itemtype ?? attributes.typeof)?.trim().replace(/^.*[/#:]/, '');
}

function nameOf({ attributes }: Element): string {
  return (attributes.itemprop ?? attributes.property ?? '').replace(/^schema:/, '');
}

/** The first element inside an item that is its property, and not one of an item inside of it. */
function propertyOf(item: Element, name: RegExp): Element | undefined {
  for (const element of inside(item)) {
    if (
      !nameOf(element)
        .split(/\s+/)
        .some((one) => name.test(one))
    )
      continue;
    let at = element.parent;
    while (at && at !== item && typeOf(at) === undefined && nameOf(at) !== 'author') at = at.parent;
    if (at === item) return element;
  }
  return undefined;
}

/** The elements inside another, in order. */
function* inside(item: Element): Generator<Element> {
  const stack = [...item.children].reverse();
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') continue;
    yield at;
    for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as Element | string);
  }
}

function postOf(page: HtmlPage, answer: Element): Post | null {
  const text = propertyOf(answer, /^text$/);
  const [opening, ...rest] = text ? passagesOf(page, text) : [];
  // A body that opens with its heading.
  const isHeaded = opening !== undefined && opening.level > 0 && rest.length > 0;
  const own = new Set(opening === undefined || isHeaded ? rest : [opening, ...rest]);
  const all = passagesOf(page, answer);
  const body = plainOf(page, own.size > 0 ? [...own] : all.filter(isProse));
  if (!body) return null;
  const title = all.find((passage) => passage.level > 0 && !own.has(passage) && passage.hint !== 'author');
  const named = propertyOf(answer, /^(?:name|headline)$/);
  return {
    heading: named ? contentOf(named) : title && page.text.slice(title.start, title.end),
    body,
    author: authorOf(answer),
    votes: countOf(propertyOf(answer, /^upvoteCount$/)),
    date: dateOf(propertyOf(answer, /^date(?:Created|Published)$/)),
  };
}

function isProse({ level, hint, linked }: Passage): boolean {
  return level === 0 && !linked && (hint === null || hint === 'body');
}

function authorOf(answer: Element): string | undefined {
  const author = propertyOf(answer, /^author$/);
  if (!author) return undefined;
  const name = typeOf(author) === undefined ? undefined : propertyOf(author, /^name$/);
  return contentOf(name ?? author) || undefined;
}

function countOf(element: Element | undefined): number | undefined {
  const count = element && /[+-]?\d{1,9}/.exec(contentOf(element))?.[0];
  return count === undefined ? undefined : Number(count);
}

function dateOf(element: Element | undefined): string | undefined {
  return (element?.attributes.datetime ?? contentOf(element)) || undefined;
}

/** The value that an element states, or its text on one line. */
function contentOf(element: Element | undefined): string {
  if (!element) return '';
  if (element.attributes.content) return element.attributes.content;
  let text = '';
  const stack: (Element | string)[] = [element];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') text += at;
    else for (let i = at.children.length - 1; i >= 0; i--) stack.push(at.children[i] as Element | string);
  }
  return text.replace(/\s+/g, ' ').trim();
}

function passagesOf({ ranges, passages }: HtmlPage, element: Element | undefined): readonly Passage[] {
  return passages.slice(...((element && ranges.get(element)) ?? [0, 0]));
}

/** The text of passages that follow one another, as it stands in the page; undefined where there is none. */
function plainOf(page: HtmlPage, passages: readonly Passage[]): Plain | undefined {
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return undefined;
  const quoted = passages
    .filter(({ quote }) => quote !== null)
    .map(({ start, end }): Span => [start - first.start, end - first.start]);
  return { text: page.text.slice(first.start, last.end), quoted };
}
