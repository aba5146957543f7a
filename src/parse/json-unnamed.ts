/** JSON whose names say nothing: the longest list of objects with prose under one name holds the answers. */

import { keepsOrder, LEAST_OF_NESTED } from './aside.js';
import type { Asked, Post } from './extracted.js';
import {
  authorOf,
  isObject,
  type Json,
  type JsonObject,
  personIn,
  postOf,
  textOf,
  titleOf,
} from './json-field.js';
import { kindOf } from './json-posts.js';
import { isNobody } from './speakers.js';
import { wordsIn } from './words.js';

/** A text of so many words is prose; and so many objects make a list. */
const PROSE = 8;
const LEAST = 2;
const MOST_WORDS = 400;

/** A name has so many words, and characters, at most. */
const MOST_OF_NAME = 6;
const LONGEST_NAME = 50;

interface List {
  readonly items: readonly JsonObject[];
  /** The name of the field with the words. */
  readonly key: string;
  readonly words: number;
}

/** The thread that a value holds by its form; null where it has no list of prose. Linear. */
export function askedByForm(value: Json): Asked | null {
  let best: List | null = null;
  const nested = new Set<Json>();
  for (const list of within(value, (inner) => nested.has(inner))) {
    // Programs keep posts by their ids, too.
    const found = Array.isArray(list) ? listOf(list) : isObject(list) ? listOf(Object.values(list)) : null;
    if (!found) continue;
    const words = found.items.reduce((sum, item) => sum + wordsUnder(item, found.key, nested), 0);
    if (words > (best?.words ?? 0)) best = { ...found, words };
  }
  if (!best) return null;
  const { items, key } = best;
  const { heading, body, author } = questionOf(value, items, key);
  const marked = items.filter((item) => kindOf(item) === 'answer');
  const posts = marked.length < LEAST ? items : marked;
  const answers = posts.flatMap((item) => postsIn(item, key, author));
  return answers.length < LEAST ? null : { heading, body, answers };
}

/** All values within one, itself first; not those within what is skipped. */
function* within(value: Json, skips: (value: Json) => boolean): Generator<Json> {
  const stack = [value];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (skips(next)) continue;
    yield next;
    if (typeof next !== 'object' || next === null) continue;
    const inner = Object.values(next);
    for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i] as Json);
  }
}

/** The words under a name in a post and the posts within it; lists within it are none of their own. */
function wordsUnder(item: JsonObject, key: string, nested: Set<Json>): number {
  let words = 0;
  for (const value of within(item, () => false)) {
    if (Array.isArray(value)) nested.add(value);
    const told = isObject(value) ? value[key] : undefined;
    if (typeof told === 'string') words += wordsIn(told, MOST_WORDS);
  }
  return words;
}

/** `{"kind": "t1", "data": {…}}` */
const MOST_OF_WRAPPER = 3;

/** The objects that others hold beside what kind they are of, where one of them has prose; else those themselves. */
function unwrapped(items: readonly JsonObject[]): readonly JsonObject[] {
  const inner = items.map((item) => {
    const told = Object.values(item);
    const [only, ...others] = told.filter(isObject);
    const isWrapper = told.length <= MOST_OF_WRAPPER && others.length === 0 && !told.some(isProse);
    return isWrapper ? only : undefined;
  });
  const isWrapped = inner.some((object) => object !== undefined && Object.values(object).some(isProse));
  return isWrapped ? items.map((item, i) => inner[i] ?? item) : items;
}

function isProse(value: Json): boolean {
  return typeof value === 'string' && wordsIn(value, PROSE) === PROSE;
}

function listOf(list: readonly Json[]): List | null {
  const items = unwrapped(list.filter(isObject));
  if (items.length < LEAST || items.length < list.length) return null;
  const prose = new Map<string, { count: number; words: number }>();
  for (const item of items) {
    for (const [key, told] of Object.entries(item)) {
      const words = typeof told === 'string' ? wordsIn(told, MOST_WORDS) : 0;
      if (words < PROSE) continue;
      const { count, words: before } = prose.get(key) ?? { count: 0, words: 0 };
      prose.set(key, { count: count + 1, words: before + words });
    }
  }
  let best: List | null = null;
  for (const [key, { count, words }] of prose)
    if (count * 2 >= items.length && words > (best?.words ?? 0)) best = { items, key, words };
  return best;
}

/** "[taken down]" */
const GONE = /^\s*\[[^\]]*\]\s*$/;

/** A post, and those in lists within it that hold their words under the same name. */
function postsIn(top: JsonObject, key: string, asker: string | undefined): Post[] {
  const posts: Post[] = [];
  for (const value of within(top, () => false)) {
    const body = isObject(value) ? value[key] : undefined;
    if (!isObject(value) || typeof body !== 'string' || body.trim() === '') continue;
    const author = writerOf(value);
    const isOthers = author !== undefined && (author === asker || isNobody(author));
    const isRemark = value !== top && wordsIn(body, MOST_OF_REMARK) < MOST_OF_REMARK;
    if (isOthers || isRemark || kindOf(value) === 'notice' || GONE.test(body) || keepsOrder(body)) continue;
    // The words stand under a name that no post is known by.
    posts.push({ ...postOf({ ...value, text: body }), heading: titleOf(value), body, author });
  }
  return posts;
}

/** Posts are more often of somebody else than of the asker, so that a short one may answer, too; in words. */
const MOST_OF_REMARK = LEAST_OF_NESTED / 2;

/** What is asked outside of the list. */
function questionOf(
  value: Json,
  items: readonly JsonObject[],
  key: string,
): { heading?: string | undefined; body?: string | undefined; author?: string | undefined } {
  const listed = new Set<Json>(items);
  for (const object of within(value, (inner) => listed.has(inner))) {
    if (!isObject(object)) continue;
    const own = Object.fromEntries(Object.entries(object).filter(([, told]) => typeof told === 'string'));
    const heading = titleOf(own);
    // The words may stand in an object of who asks.
    const inner = Object.values(object).find((told) => isObject(told) && typeof told[key] === 'string');
    const words = heading === undefined ? undefined : (inner as JsonObject | undefined)?.[key]?.toString();
    const body = textOf(own) ?? words;
    if (`${heading} ${body}`.includes('?'))
      return { heading: heading ?? body, body: heading && body, author: writerOf(object) };
  }
  for (const told of within(value, (inner) => listed.has(inner)))
    if (typeof told === 'string' && told.trim().endsWith('?')) return { heading: told };
  return {};
}

/** The author by name, or the first few words in an object within: `"voice_of": {"shown_as": "Jane Roe"}`. */
function writerOf(object: JsonObject): string | undefined {
  const named = authorOf(object) ?? personIn(object);
  if (named !== undefined) return named;
  for (const value of Object.values(object)) {
    if (!isObject(value)) continue;
    const name = Object.values(value).find((told) => typeof told === 'string' && /^\p{L}.*\p{L}/u.test(told));
    if (typeof name === 'string' && name.length <= LONGEST_NAME && wordsIn(name, MOST_OF_NAME) < MOST_OF_NAME)
      return name;
  }
  return undefined;
}
