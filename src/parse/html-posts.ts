/** Finds the posts of a page: the elements of one kind that most of its prose is in, an answer in each. */

import { hintOf, namesOf } from './html-hint.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import { median } from './words.js';

/** Elements that a post may be. */
const CONTAINERS = new Set(
  'div article section li details tr tbody td dd blockquote figure aside form table pre'.split(' '),
);

/** Names of posts, and how much each speaks for its elements being the answers. */
const NAMED: Readonly<Record<string, number>> = {
  answer: 2,
  response: 2,
  reply: 2,
  post: 1.4,
  comment: 1.2,
  review: 1.2,
};

/** Behind the name of a post: "answer-item-2". */
const GENERIC = /^(?:\d+|item|box|card|entry|block|wrapper|container)$/;

/** Class names beyond this many are not looked at. */
const MOST_NAMES = 8;

/** More words make no post more of a post. */
const MOST_WORDS = 400;

/** The share of the prose that posts have at least; with a name that says so, and without. */
const LEAST_NAMED = 0.25;
const LEAST = 0.5;

/** The share of the prose of two elements that one of them has where they are a layout. */
const LAYOUT = 0.8;

interface Group {
  readonly members: Element[];
  readonly named: number;
}

/** How many of the likeliest groups are looked at again. */
const LOOKED_AT = 6;

/** The posts, in the page's order; empty where none stand out. */
export function postsOf(page: HtmlPage): Element[] {
  const words = new Words(page);
  const all = [...groups(page)].map((group) => alike(group, words));
  const scored = all
    .map((group) => ({ group, score: scoreOf(group, words) }))
    .filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score);
  const best = scored.slice(0, LOOKED_AT).find(({ group }) => !isWrapper(group, all, page, words));
  return best
    ? withoutHead(
        best.group.members.filter((member) => words.in(member) > 0),
        words,
        page,
      )
    : [];
}

/** A table's head has at most so many of the words that a row has in the middle, as a share, and one of these. */
const HEAD = 0.5;
const HEADED = /^(?:author|topic|message|poster|post|thread|subject)s?\b/i;

/** The posts without the row that says what stands in the columns. */
function withoutHead(posts: Element[], words: Words, { text, ranges, passages }: HtmlPage): Element[] {
  const [first, ...rest] = posts;
  if (first?.tag !== 'tr' || words.in(first) > HEAD * median(rest.map((post) => words.in(post))))
    return posts;
  const cells = passages.slice(...(ranges.get(first) ?? [0, 0]));
  return cells.some(({ start, end }) => HEADED.test(text.slice(start, end))) ? rest : posts;
}

/** Running sums of the words of prose in the passages, so that those of an element are one subtraction. */
class Words {
  readonly all: number;
  private readonly upTo: Uint32Array;

  constructor(private readonly page: HtmlPage) {
    this.upTo = new Uint32Array(page.passages.length + 1);
    page.passages.forEach((passage, i) => {
      this.upTo[i + 1] = (this.upTo[i] as number) + proseIn(passage);
    });
    this.all = this.upTo.at(-1) ?? 0;
  }

  in(element: Element): number {
    const [from, to] = this.page.ranges.get(element) ?? [0, 0];
    return (this.upTo[to] ?? 0) - (this.upTo[from] ?? 0);
  }
}

/** About how many words of prose a passage has: links, headings, names and buttons are none. */
function proseIn({ start, end, linked, level, hint }: Passage): number {
  if (linked || level > 0 || (hint !== null && hint !== 'body' && hint !== 'title' && end - start < 150))
    return 0;
  return Math.ceil((end - start) / 6);
}

/** Elements of the same tag and name below the same parent; and those that are named as posts wherever they are. */
function groups(page: HtmlPage): Iterable<Group> {
  const found = new Map<string, Group>();
  const parents = new Map<Element | null, number>();
  const headed = new Map<Element, boolean>();
  for (const element of page.ranges.keys()) {
    const { tag, parent } = element;
    // An element of the page's own making has a name of two words.
    if (!CONTAINERS.has(tag) && !tag.includes('-')) continue;
    const names = namesOf(element);
    const hinted = hintOf(element);
    if (hinted === 'aside' || hinted === 'comments') continue;
    const [from, to] = page.ranges.get(element) ?? [0, 0];
    const isPlain = names.length === 0 || (to - from < 2 && !names.flat().some((word) => word in NAMED));
    if (tag === 'div' && isPlain && isSection(parent, headed)) continue;
    if (!parents.has(parent)) parents.set(parent, parents.size);
    const family = `${parents.get(parent)} ${tag}`;
    add(found, page, family, element, tag === 'article' ? 1.3 : 1);
    for (const words of names.slice(0, MOST_NAMES)) {
      const kind = words.findLast((word) => !GENERIC.test(word)) ?? '';
      const named = NAMED[kind] ?? (tag === 'article' ? 1.3 : 1);
      add(found, page, `${family} ${words.join('-')}`, element, named);
      // "answer", "accepted-answer", "answer-42" are one kind.
      if (named > 1.3) add(found, page, kind, element, named);
    }
  }
  return found.values();
}

/** So many headings among its own elements make sections of what is below them: plain blocks there are paragraphs. */
const SECTIONS = 2;

function isSection(parent: Element | null, known: Map<Element, boolean>): boolean {
  if (parent === null) return false;
  const before = known.get(parent);
  if (before !== undefined) return before;
  const headings = parent.children.filter((child) => typeof child !== 'string' && /^h[2-6]$/.test(child.tag));
  known.set(parent, headings.length >= SECTIONS);
  return headings.length >= SECTIONS;
}

function add(groups: Map<string, Group>, page: HtmlPage, key: string, element: Element, named: number): void {
  const group = groups.get(key);
  if (!group) groups.set(key, { members: [element], named });
  else if (!isInside(page, element, group.members.at(-1) as Element)) group.members.push(element);
}

/** Whether an element met later stands inside one met before. */
function isInside({ ranges }: HtmlPage, element: Element, other: Element): boolean {
  if (element === other) return true;
  const inner = ranges.get(element);
  const outer = ranges.get(other);
  if (!inner || !outer || inner[0] < outer[0] || inner[1] > outer[1] || element.parent === other.parent)
    return false;
  for (let at = element.parent; at; at = at.parent) if (at === other) return true;
  return false;
}

/** Many members of like size that have most of the prose are the posts. One that holds the page's title is the question. */
function scoreOf({ members, named }: Group, words: Words): number {
  let sum = 0;
  let roots = 0;
  let filled = 0;
  let most = 0;
  let rest = words.all;
  for (const member of members) {
    const count = words.in(member);
    if (member.titled) rest -= count;
    if (count === 0 || member.titled) continue;
    filled++;
    most = Math.max(most, count);
    sum += count;
    roots += Math.sqrt(Math.min(count, MOST_WORDS));
  }
  // A lone element is the answer only where it says so, or where the question is one of its kind.
  if (filled === 0 || (filled < 2 && named < 2)) return 0;
  // A layout has a place for the menu and one for all the rest.
  if (named <= 1.3 && most > sum * LAYOUT) return 0;
  // A list inside an answer has little of the page's prose; posts have most of it.
  if (sum < rest * (named > 1.3 ? LEAST_NAMED : LEAST)) return 0;
  return (roots * named * sum) / rest;
}

/** Whether the members hold the question, and all the answers together. */
function isWrapper({ members, named }: Group, all: readonly Group[], page: HtmlPage, words: Words): boolean {
  const filled = members.filter((member) => !member.titled && words.in(member) > 0);
  const sum = filled.reduce((total, member) => total + words.in(member), 0);
  if (named <= 1.3 && laidOut(filled, all, page, words) * 2 > sum) return true;
  return filled.some((only) => {
    // Of more than two, one has most of the prose.
    if (filled.length > 2 && words.in(only) * 2 < sum) return false;
    if (filled.length <= 2 && named <= 1.3 && headingsIn(page, only) > 1) return true;
    return all.some((group) => {
      const inner = group.members.filter((member) => words.in(member) > 0 && isInside(page, member, only));
      const prose = inner.reduce((total, member) => total + words.in(member), 0);
      const least = filled.length > 2 ? 3 : 2;
      return (
        !inner.includes(only) && inner.length >= least && prose > words.in(only) * 0.6 && group.named >= named
      );
    });
  });
}

/** A row of a table in which somebody answers has so many words, and so many such rows are several answers. */
const LEAST_OF_ROW = 15;
const LEAST_ROWS = 3;

/** The words in rows of a newsletter's layout: in each a table stands whose own rows are the answers. */
function laidOut(rows: readonly Element[], all: readonly Group[], page: HtmlPage, words: Words): number {
  if (rows[0]?.tag !== 'tr') return 0;
  const inner = all.filter(
    ({ members }) => members[0]?.tag === 'tr' && members[0].parent !== rows[0]?.parent,
  );
  return rows.reduce((sum, row) => {
    const isAnswer = (member: Element) => words.in(member) >= LEAST_OF_ROW && isInside(page, member, row);
    const holds = inner.some(({ members }) => members.filter(isAnswer).length >= LEAST_ROWS);
    return holds ? sum + words.in(row) : sum;
  }, 0);
}

/** The most headings of one level inside an element. */
function headingsIn({ ranges, passages }: HtmlPage, element: Element): number {
  const levels = [0, 0, 0, 0, 0, 0, 0];
  for (const { level } of passages.slice(...(ranges.get(element) ?? [0, 0])))
    levels[level] = (levels[level] ?? 0) + 1;
  return Math.max(...levels.slice(1));
}

/** How alike an element's tags must be to those that most of its group have. */
const ALIKE = 0.5;

/** Names that speak for answers more than this are those of answers alone. */
const LEAST_SAYING = 1.4;

/** The members that are built like most of them: a heading or a footer between posts is none. */
function alike(group: Group, words: Words): Group {
  const members = group.members.filter((member) => words.in(member) > 0);
  if (members.length < 3) return group;
  const shapes = members.map(shapeOf);
  const counts = new Map<string, number>();
  for (const shape of shapes) for (const path of shape) counts.set(path, (counts.get(path) ?? 0) + 1);
  const common = new Set([...counts].filter(([, count]) => count * 2 > members.length).map(([path]) => path));
  // The first of the answers may be set in deeper, or have a picture more.
  const isOfName = group.named > LEAST_SAYING ? isOfMostIn(members) : () => false;
  const like = members.filter((member, i) => {
    const shape = shapes[i] as ReadonlySet<string>;
    const shared = [...shape].filter((path) => common.has(path)).length;
    return isOfName(member) || shared >= ALIKE * (shape.size + common.size - shared);
  });
  return like.length > 1 ? { ...group, members: like } : group;
}

/** Whether a member has the names, numbers aside, that most of the members have. */
function isOfMostIn(members: readonly Element[]): (member: Element) => boolean {
  const nameOf = ({ attributes }: Element) => attributes.class?.replace(/\d+/g, '9') ?? '';
  const counts = new Map<string, number>();
  for (const member of members) counts.set(nameOf(member), (counts.get(nameOf(member)) ?? 0) + 1);
  return (member) => (counts.get(nameOf(member)) ?? 0) * 2 > members.length;
}

/** The paths of tags inside an element, three levels deep, with the first of their names. */
function shapeOf(element: Element): ReadonlySet<string> {
  const paths = new Set<string>();
  let level: [path: string, element: Element][] = [['', element]];
  for (let depth = 0; depth < 3; depth++) {
    const next: typeof level = [];
    for (const [path, { children }] of level) {
      for (const child of children.slice(0, MOST_CHILDREN)) {
        if (typeof child === 'string' || PROSE.has(child.tag) || isSameKind(child, element)) continue;
        const below = `${path}>${child.tag}`;
        if (!paths.has(below)) next.push([below, child]);
        paths.add(below);
      }
    }
    level = next;
  }
  return paths;
}

/** Whether a remark on a post is built like it. */
function isSameKind(child: Element, post: Element): boolean {
  return (
    child.tag === post.tag && (child.tag.includes('-') || child.attributes.class === post.attributes.class)
  );
}

/** Elements of what somebody writes, who may write as they like. */
const PROSE = new Set('p br ul ol li em strong b i u blockquote'.split(' '));

/** Children beyond this many are not looked at for an element's shape. */
const MOST_CHILDREN = 50;
