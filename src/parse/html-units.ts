/** Units of a page's text with what its elements say of them. */

import type { Cut, Noise } from './cut.js';
import { type Hint, hintOf, isPost, namesOf } from './html-hint.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import type { Reason } from './reason.js';
import { writerOf } from './senders.js';
import { Gap, loneUnit, messageStyle, PERSON, type Unit } from './unit.js';

/** More words are prose, whatever the element is called. */
export const SHORT = 25;

const REASONS: Partial<Record<Hint, Reason>> = {
  date: 'date',
  votes: 'votes',
  meta: 'navigation',
  aside: 'related',
  comments: 'related',
};

/** The passage that each unit stands in. */
export function passagesOf(page: HtmlPage, units: readonly Pick<Unit, 'start'>[]): Passage[] {
  let at = 0;
  return units.map((unit) => {
    while (at + 1 < page.passages.length && (page.passages[at + 1] as Passage).start <= unit.start) at++;
    return page.passages[at] as Passage;
  });
}

/** Takes the lines that the page's elements mark as noise out of the units; units take their form from the page. */
export function withPage(page: HtmlPage, found: Cut, posts: ReadonlySet<Element>): Cut {
  const cut = withNames(page, found);
  const passages = passagesOf(page, cut.units);
  const remarks = remarksIn(page, posts);
  const units: Unit[] = [];
  const noise: Noise[] = [];
  // Quotations in which messages begin are a mailer's, of all that was sent before.
  const mailed = new Set(
    passages.filter((_, i) => cut.units[i]?.style === messageStyle).map(({ quote }) => quote),
  );
  let gap = 0;
  cut.units.forEach((unit, i) => {
    const passage = passages[i] as Passage;
    const reason = remarks.has(passage) ? 'related' : reasonOf(unit, passage);
    if (reason) {
      noise.push({ start: unit.start, end: unit.end, reason });
      gap |= unit.gap | (reason === 'related' ? Gap.Other : Gap.Meta);
      return;
    }
    const named =
      unit.words <= SHORT &&
      (passage.hint === 'author' || isNamed(unit, passage) || writerOf(page.text, unit) !== null);
    units.push({
      ...unit,
      gap: unit.gap | gap,
      noise: unit.noise || gap !== 0,
      ...(named ? { person: Math.max(unit.person, 4), field: false } : {}),
      ...(passage.quote && !posts.has(passage.quote) && !mailed.has(passage.quote)
        ? { quote: true, form: 'quote' }
        : {}),
      ...(passage.item && !posts.has(passage.item) ? { item: true, form: 'item' } : {}),
    });
    gap = 0;
  });
  return { ...cut, units, noise: [...noise, ...cut.noise].sort((a, b) => a.start - b.start) };
}

/** Who posts more than once has a line that comes again: where the page says that it is a name, it is one. */
function withNames(page: HtmlPage, cut: Cut): Cut {
  const again = cut.noise.filter(({ reason }) => reason === 'repeated');
  const places = passagesOf(page, again);
  const names = new Set(again.filter((_, i) => places[i]?.hint === 'author'));
  if (names.size === 0) return cut;
  const units = [...names].map(({ start, end }) => loneUnit(page.text, start, end));
  return {
    ...cut,
    units: [...cut.units, ...units].sort((a, b) => a.start - b.start),
    noise: cut.noise.filter((line) => !names.has(line)),
  };
}

/** The passages of posts inside of posts: remarks on answers. */
function remarksIn(page: HtmlPage, posts: ReadonlySet<Element>): ReadonlySet<Passage> {
  const { passages } = page;
  const remarks = new Set<Passage>();
  for (const [from, to] of repliesIn(page, posts).values()) {
    if (remarks.has(passages[from] as Passage)) continue;
    for (let i = from; i < to; i++) remarks.add(passages[i] as Passage);
  }
  return remarks;
}

/** The elements inside of posts that are built like these, with their passages, in the page's order. */
export function repliesIn({ ranges }: HtmlPage, posts: ReadonlySet<Element>): HtmlPage['ranges'] {
  const replies = new Map<Element, readonly [from: number, to: number]>();
  let post: Element | undefined;
  let until = 0;
  for (const [element, range] of ranges) {
    const [from, to] = range;
    if (posts.has(element)) {
      post = element;
      until = to;
    } else if (post && to <= until && from < to && isSameKind(element, post)) replies.set(element, range);
  }
  return replies;
}

/** "c9015", "comment-12" */
const NUMBERED = /^([a-z][a-z_-]{0,20})\d+$/i;

function isSameKind(one: Element, other: Element): boolean {
  if (one.tag !== other.tag) return false;
  // An element of the page's own making is nothing else.
  if (isReply(one) || one.tag.includes('-')) return true;
  if (one.attributes.class === undefined) return false;
  // Numbered alike, and of one class, whatever it means: a page's comments, at any depth.
  const [id, otherId] = [one, other].map(({ attributes }) => NUMBERED.exec(attributes.id ?? '')?.[1]);
  const [kind, otherKind] = [one, other].map(({ attributes }) => attributes.class?.split(/\s/, 1)[0]);
  if (id !== undefined && id === otherId && kind === otherKind) return true;
  // Where names say nothing, only what is as its post is another's.
  const isNamed = namesOf(one).flat().length > 0 || one.attributes.class === other.attributes.class;
  return isNamed && isPost(other) && isPost(one) && hintOf(one) !== 'body';
}

/** Whether a screen reader is told that the element, or what it begins with, is a reply. */
function isReply(element: Element): boolean {
  const first = element.children.find((child) => typeof child !== 'string');
  return [element, first].some(
    (one) => typeof one === 'object' && REPLY.test(one.attributes['aria-label'] ?? ''),
  );
}

const REPLY = /^reply by \S/i;

/** A person's name in a post's head or foot. */
function isNamed(unit: Unit, { hint, linked }: Passage): boolean {
  return (hint === 'meta' || linked) && unit.person >= PERSON;
}

function reasonOf(unit: Unit, passage: Passage): Reason | null {
  const { hint, level, linked } = passage;
  if (hint === 'aside' || hint === 'comments') return 'related';
  if (level > 0 || unit.words > SHORT || isNamed(unit, passage)) return null;
  // A lone link is a button, a menu's entry or another thread.
  if (linked && unit.words <= 12 && hint !== 'title' && hint !== 'author') return 'navigation';
  return (hint && REASONS[hint]) ?? null;
}
