/** What an element's tag, role and class names say of its part in a page. */

import { type Element, NAMELESS } from './html-tree.js';

/**
 * - `body`, `title`, `author`, `date`, `votes`: that part of a post;
 * - `meta`: something else around a post, such as buttons;
 * - `comments`: remarks on a post, if they are inside of one;
 * - `aside`: not of the thread, such as menus and lists of other questions.
 */
export type Hint = 'body' | 'title' | 'author' | 'date' | 'votes' | 'meta' | 'comments' | 'aside';

/** Words of class names, in order of precedence. No word of a site: what template authors call such parts. */
const WORDS: readonly (readonly [Hint, ReadonlySet<string>])[] = [
  [
    'aside',
    set(
      'related sidebar breadcrumb breadcrumbs cookie cookies consent newsletter recommended',
      'recommendations advert advertisement ads ad promo sponsored popup modal navbar nav pagination pager',
      'callout pullquote disclaimer social share sharing subscribe signup login toc trending similar legal editsection',
    ),
  ],
  ['comments', set('comments replies')],
  [
    'author',
    set(
      'author authors user username byline tagline doctor bio credentials specialty avatar profile expert poster who writer',
    ),
  ],
  ['author', set('physician provider contributor member by signature role asker usercard')],
  ['date', set('date time timestamp datetime published posted ago when')],
  [
    'votes',
    set('vote votes voting score helpful like likes upvote upvotes rating ratings stars points karma thanks'),
  ],
  [
    'meta',
    set(
      'meta actions action buttons btn button toolbar tools report flag permalink menu controls badge badges tag tags',
      'footer stats info follow edit label labels status header postdetails postinfo',
    ),
  ],
  ['title', set('title heading headline subject')],
  ['body', set('body text content message description prose copy entry html markdown posttext')],
];

/** Whose title is a rank, and no heading; and whose name is a person's. */
const OF_PERSONS = set('title name');
const PERSONS = set('user member author job custom message display profile doctor provider poster comment');

/** Class names of style sheets that say how something looks and not what it is: `text-sm`, `mt-4`, `col-md-6`. */
const STYLING =
  /^(?:(?:text|font|bg|border|col|row|flex|grid|items|justify|gap|w|h|d|is|has|no)-|[mp][trblxy]?-(?:\d|auto|px|\[|xs|sm|md|lg|xl|[sml]$))/;

const ASIDE_ROLES = set(
  'navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar',
);

function set(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

/**
 * The class names, id (but a heading's, to which a link leads) and property of an element, each cut into words in lower
 * case; the styling ones left out.
 */
export function namesOf({ tag, attributes }: Element): string[][] {
  if (attributes === NAMELESS) return [];
  const names = `${tag.includes('-') ? tag : ''} ${attributes.class ?? ''} ${/^h[1-6]$/.test(tag) ? '' : idOf(attributes.id)} ${attributes.itemprop ?? attributes.property ?? ''}`;
  return names
    .slice(0, 500)
    .split(/\s+/)
    .filter((name) => name && !STYLING.test(name))
    .map((name) =>
      name
        .replace(/--.*$/, '')
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
        .toLowerCase(),
    )
    .map((name) => name.split(/[^\p{L}\p{N}]+/u).flatMap(wordOf));
}

/** A number of the page's own right behind a word says nothing, "edit488268", but for a post's. */
function idOf(id = ''): string {
  const word = /^([a-z]+)\d+$/i.exec(id)?.[1];
  return word === undefined || POST.has(word.toLowerCase()) ? id : '';
}

/** A name's word without the number behind it; none where letters and digits are mixed, as a machine does. */
function wordOf(part: string): string[] {
  const word = part.replace(/\p{N}+$/u, '');
  return word === '' || /\p{N}/u.test(word) ? [] : [word];
}

/** What a post as a whole is called; what such a name says beside it is of whose post it is. */
const POST = set('answer answers reply replies response responses post posts comment question thread topic');

/** Whether the element is a post of a thread, by its name. */
export function isPost(element: Element): boolean {
  return (
    element.tag === 'article' ||
    namesOf(element).some((words) => /^(?:answer|reply|response|post|comment)$/.test(words.at(-1) ?? ''))
  );
}

/** Whether the element holds what somebody else has written: a board has names for it. */
export function isQuotation(element: Element): boolean {
  if (element.tag === 'blockquote') return true;
  if (element.tag === 'table') return /^originally posted by\b/i.test(firstText(element));
  return (
    /^(?:div|aside)$/.test(element.tag) &&
    namesOf(element).some((words) =>
      /^(?:quot(?:e|ed|ation)|cit(?:e|ed|ation)|echo)$/.test(words.at(-1) ?? ''),
    )
  );
}

/** Elements that are gone into for an element's first words. */
const MOST_DEPTH = 10;

/** The first words of an element. */
function firstText(element: Element): string {
  let at: Element | string | undefined = element;
  for (let depth = 0; at !== undefined && typeof at !== 'string' && depth < MOST_DEPTH; depth++)
    at = at.children.slice(0, MOST_DEPTH).find((child) => typeof child !== 'string' || child.trim() !== '');
  return typeof at === 'string' ? at.trim() : '';
}

/** What a screen reader is told of a remark: "Reply by John Doe to Jane Roe's comment". */
const REPLY = /^reply by .{1,60} to /i;

/** Whether the element tells of a picture beside it. */
function isCaption({ tag, parent }: Element): boolean {
  return (
    tag === 'figcaption' &&
    (parent?.children ?? []).every(
      (child) => typeof child === 'string' || /^(?:figcaption|img|picture|a)$/.test(child.tag),
    )
  );
}

/** What the element by itself says of its part; null where it says nothing. */
export function hintOf(element: Element): Hint | null {
  const { tag, attributes } = element;
  if (tag === 'time') return 'date';
  if (tag === 'button' || tag === 'label' || tag === 'summary' || isCaption(element)) return 'meta';
  if (tag === 'address' || attributes.rel === 'author') return 'author';
  if (tag === 'nav' || (attributes.role && ASIDE_ROLES.has(attributes.role))) return 'aside';
  if (REPLY.test(attributes['aria-label'] ?? '')) return 'aside';
  const names = namesOf(element);
  if (names.some(([...words]) => OF_PERSONS.has(words.pop() ?? '') && PERSONS.has(words.pop() ?? '')))
    return 'author';
  // What is called a name and leads somewhere leads to a person.
  if (tag === 'a' && names.some((words) => words.length < 3 && words.at(-1) === 'name')) return 'author';
  if (
    /^(?:p|span|div|b|strong)$/.test(tag) &&
    names.some((words) => words.length === 1 && words[0] === 'name')
  )
    return 'author';
  for (const [hint, known] of WORDS) if (names.some((words) => known.has(words.at(-1) ?? ''))) return hint;
  const others = names.filter((words) => !POST.has(words.at(-1) ?? ''));
  for (const [hint, known] of WORDS)
    if (others.some((words) => words.some((word) => known.has(word)))) return hint;
  return null;
}

/** Elements that are looked at for the button of a panel. */
const MOST_OF_HEAD = 20;

/** Whether the button right above opens the element: a panel of an accordion. */
function isPanel({ before, attributes: { id } }: Element): boolean {
  if (id === undefined || !before) return false;
  const near = [before];
  for (const one of near) {
    if (one.attributes['aria-controls'] === id) return true;
    const inside = one.children.filter((child) => typeof child !== 'string');
    if (near.length < MOST_OF_HEAD) near.push(...inside.slice(0, MOST_OF_HEAD));
  }
  return false;
}

/** Whether a page's reader does not see the element, and would not if he opened what can be opened. */
export function isHidden(element: Element): boolean {
  const { attributes } = element;
  return isUnseen(attributes) && !isPanel(element);
}

function isUnseen(attributes: Element['attributes']): boolean {
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  if (attributes.style && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style.slice(0, 500)))
    return true;
  return (
    attributes.class !== undefined &&
    /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden)(?:\s|$)/i.test(attributes.class)
  );
}
