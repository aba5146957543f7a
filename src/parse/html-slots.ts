/** Where posts of one make have their bodies: the element, by its class, that is in nearly all and has most of the words. */

import type { HtmlPage } from './html-text.js';
import type { Element } from './html-tree.js';

/** The body of a post, and what stands right before it in most posts. */
export interface Slot {
  readonly body: Element;
  readonly above: Element | undefined;
  /** The cell beside it, where who writes is told. */
  readonly beside: Element | undefined;
}

/** So many posts have to be of one make, and such a share of all. */
const LEAST_POSTS = 3;
const SHARE_OF_POSTS = 0.8;

/** The share of the words that the body has of what it stands in. */
const SHARE_OF_WORDS = 0.5;

/** How deep a body is looked for. */
const DEEPEST = 8;

/** Post → where its body is; empty where the posts are not of one make. */
export function slotsOf(page: HtmlPage, posts: readonly Element[]): ReadonlyMap<Element, Slot> {
  if (posts.length < LEAST_POSTS) return new Map();
  const found = slotsBy(page, posts, nameOf);
  // A machine may give each element a class of its own behind that of its kind.
  return found.size > 0 ? found : slotsBy(page, posts, firstNameOf);
}

type NameOf = (element: Element) => string;

function slotsBy(page: HtmlPage, posts: readonly Element[], nameOf: NameOf): ReadonlyMap<Element, Slot> {
  let bodies: ReadonlyMap<Element, Element> = new Map(posts.map((post) => [post, post]));
  for (let depth = 0; depth < DEEPEST; depth++) {
    const inner = innerOf(page, bodies, posts.length, nameOf);
    if (inner === undefined && depth === 0) return new Map();
    if (inner === undefined) break;
    bodies = inner;
  }
  const slots = [...bodies].map(([post, body]) => ({ post, body, above: aboveIn(page, body, post) }));
  const counts = new Map<string, number>();
  for (const { above } of slots) if (above) counts.set(nameOf(above), (counts.get(nameOf(above)) ?? 0) + 1);
  const isUsual = (one: Element) => (counts.get(nameOf(one)) ?? 0) * 2 > posts.length;
  return new Map(
    slots.map(({ post, body, above }) => [
      post,
      { body, above: above && isUsual(above) ? above : undefined, beside: besideOf(page, body, post) },
    ]),
  );
}

const CELLS = new Set(['table', 'tbody', 'tr', 'td']);

/** Elements of one make: for each post the first, and in all how long they are and how many more a post has. */
interface Kind {
  readonly members: Map<Element, Element>;
  length: number;
  again: number;
}

/** Of elements of one make, those inside of them that are of one make and have most of their words. */
function innerOf(
  page: HtmlPage,
  outer: ReadonlyMap<Element, Element>,
  posts: number,
  nameOf: NameOf,
): ReadonlyMap<Element, Element> | undefined {
  const kinds = new Map<string, Kind>();
  let all = 0;
  for (const [post, element] of outer) {
    all += lengthOf(page, element);
    const children = element.children.filter((child) => typeof child !== 'string');
    for (const [place, child] of children.entries()) {
      const isCell = CELLS.has(child.tag);
      if (!isCell && !child.attributes.class) continue;
      // Rows and cells have their places, and classes by which they are coloured.
      const name = isCell ? `${child.tag} ${place}` : nameOf(child);
      const length = lengthOf(page, child);
      if (length === 0) continue;
      const kind: Kind = kinds.get(name) ?? { members: new Map(), length: 0, again: 0 };
      kinds.set(name, kind);
      if (kind.members.has(post)) kind.again++;
      else kind.members.set(post, child);
      kind.length += length;
    }
  }
  const best = [...kinds.values()].sort((a, b) => b.length - a.length)[0];
  if (!best || best.again > 0 || best.members.size < posts * SHARE_OF_POSTS) return undefined;
  return best.length >= all * SHARE_OF_WORDS ? best.members : undefined;
}

function nameOf({ tag, attributes }: Element): string {
  return `${tag}.${attributes.class ?? ''}`;
}

function firstNameOf({ tag, attributes }: Element): string {
  return `${tag}.${/\S+/.exec(attributes.class ?? '')?.[0] ?? ''}`;
}

/** What stands right above a body in its post: beside it, or beside what holds nothing else. */
function aboveIn(page: HtmlPage, body: Element, post: Element): Element | undefined {
  for (let at = body; at !== post && at.parent; at = at.parent) {
    const above = aboveOf(page, at);
    if (above !== undefined || lengthOf(page, at.parent) > lengthOf(page, body)) return above;
  }
  return undefined;
}

/** The element with words that stands before another in the same parent. */
function aboveOf(page: HtmlPage, body: Element): Element | undefined {
  const siblings = body.parent?.children ?? [];
  const at = siblings.indexOf(body);
  const before = siblings.slice(Math.max(0, at - 3), at);
  return before.findLast((one): one is Element => typeof one !== 'string' && lengthOf(page, one) > 0);
}

/** In UTF-16 code units of text. */
const LONGEST_CARD = 200;

function besideOf(page: HtmlPage, body: Element, post: Element): Element | undefined {
  for (let at: Element | null = body; at && at !== post.parent; at = at.parent) {
    const before = at.tag === 'td' ? aboveOf(page, at) : undefined;
    if (before?.tag === 'td' && lengthOf(page, before) <= LONGEST_CARD) return before;
  }
  return undefined;
}

/** In UTF-16 code units of text. */
function lengthOf({ ranges, passages }: HtmlPage, element: Element): number {
  const [from, to] = ranges.get(element) ?? [0, 0];
  return from === to ? 0 : (passages[to - 1]?.end ?? 0) - (passages[from]?.start ?? 0);
}
