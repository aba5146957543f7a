/** Finds the posts of a page: the elements of one kind that most of its prose is in, an answer in each. */

import { hintOf, namesOf } from './html-hint.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';

/** Elements that a post may be. */
const CONTAINERS = new Set(
  'div article section li details tr tbody td dd blockquote figure aside form'.split(' '),
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

/** More words make no post more of a post. */
const MOST_WORDS = 400;

interface Group {
  readonly members: Element[];
  readonly named: number;
}

/** How many of the likeliest groups are looked at again. */
const LOOKED_AT = 6;

/** The posts, in the page's order; empty where none stand out. */
export function postsOf(page: HtmlPage): Element[] {
  const words = new Words(page);
  const all = [...groups(page)];
  const scored = all
    .map((group) => ({ group, score: scoreOf(group, words) }))
    .filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score);
  const best = scored.slice(0, LOOKED_AT).find(({ group }) => !isWrapper(group, all, page, words));
  return best ? best.group.members.filter((member) => words.in(member) > 0) : [];
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
  for (const element of page.ranges.keys()) {
    const { tag, parent } = element;
    if (!CONTAINERS.has(tag)) continue;
    const names = namesOf(element);
    const hinted = hintOf(element);
    if (hinted === 'aside' || hinted === 'comments') continue;
    if (!parents.has(parent)) parents.set(parent, parents.size);
    const family = `${parents.get(parent)} ${tag}`;
    add(found, page, family, element, tag === 'article' ? 1.3 : 1);
    for (const words of names) {
      const named = NAMED[words.at(-1) ?? ''] ?? (tag === 'article' ? 1.3 : 1);
      add(found, page, `${family} ${words.join('-')}`, element, named);
      // "answer", "accepted-answer", "answer-42" are one kind.
      if (named > 1.3) add(found, page, `${words.at(-1)}`, element, named);
    }
  }
  return found.values();
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

/** Many members of like size that have most of the prose are the posts. */
function scoreOf({ members, named }: Group, words: Words): number {
  let sum = 0;
  let roots = 0;
  let filled = 0;
  for (const member of members) {
    const count = words.in(member);
    if (count === 0) continue;
    filled++;
    sum += count;
    roots += Math.sqrt(Math.min(count, MOST_WORDS));
  }
  // A lone element is the answer only where it says so.
  if (filled < 2 && named < 2) return 0;
  return roots * named * (sum / words.all);
}

/** Whether the members hold the question, and all the answers together. */
function isWrapper({ members }: Group, all: readonly Group[], page: HtmlPage, words: Words): boolean {
  const [only, ...others] = members.filter((member) => !member.titled && words.in(member) > 0);
  if (!only || others.length > 0 || members.length > 3) return false;
  return all.some((group) => {
    const inner = group.members.filter(
      (member) => member !== only && words.in(member) > 0 && isInside(page, member, only),
    );
    return (
      inner.length > 1 && inner.reduce((sum, member) => sum + words.in(member), 0) > words.in(only) * 0.6
    );
  });
}
