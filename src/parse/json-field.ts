/** Fields of posts in JSON, by the names that people and programs give them. */

import type { Post } from './extracted.js';
import { plainOf } from './plain.js';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names as compared: lower case, letters and digits only. In order of precedence. */
const NAMES = {
  text: [
    'text',
    'body',
    'content',
    'cooked',
    'answer',
    'answertext',
    'answerbody',
    'bodytext',
    'message',
    'reply',
    'response',
    'comment',
    'post',
    'articlebody',
    'html',
    'bodyhtml',
    'contenthtml',
    'texthtml',
    'markdown',
    'bodymarkdown',
    'selftext',
    'description',
    'details',
    'detail',
    'question',
    'value',
    'plaintext',
    'rawtext',
    'paragraphs',
  ],
  title: ['title', 'heading', 'headline', 'subject', 'questiontitle', 'answertitle', 'topic'],
  author: [
    'author',
    'authorname',
    'user',
    'username',
    'owner',
    'by',
    'answeredby',
    'answerer',
    'respondent',
    'doctor',
    'doctorname',
    'expert',
    'physician',
    'provider',
    'member',
    'poster',
    'creator',
    'contributor',
    'from',
    'displayname',
    'askedby',
    'asker',
    'openedby',
    'startedby',
    'who',
  ],
  votes: [
    'votes',
    'votecount',
    'score',
    'upvotes',
    'upvotecount',
    'likes',
    'likecount',
    'helpful',
    'helpfulcount',
    'helpfulvotes',
    'points',
    'ups',
    'thanks',
    'thankscount',
  ],
  date: [
    'date',
    'datecreated',
    'created',
    'createdat',
    'createdutc',
    'creationdate',
    'datepublished',
    'published',
    'publishedat',
    'posted',
    'postedat',
    'postedon',
    'dateposted',
    'answeredat',
    'answeredon',
    'timestamp',
    'time',
    'datemodified',
  ],
  person: ['name', 'displayname', 'fullname', 'username', 'login', 'handle', 'nick'],
  count: ['count', 'total', 'score', 'net', 'up', 'upvotes', 'ups', 'helpful', 'value'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof NAMES;

/** The value of the object's first field of a kind, in the kind's order, that `usable` takes. */
function field<T>(object: JsonObject, kind: Kind, usable: (value: Json) => T | undefined): T | undefined {
  const names: readonly string[] = NAMES[kind];
  let best: T | undefined;
  let rank = names.length;
  for (const [key, value] of Object.entries(object)) {
    const at = names.indexOf(folded(key));
    if (at < 0 || at >= rank || value === null) continue;
    const used = usable(value);
    if (used === undefined) continue;
    best = used;
    rank = at;
  }
  return best;
}

/** A key as it is compared. */
export function folded(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The text in a field's value: a string, paragraphs in an array, or an object that holds such. */
function textIn(value: Json): string | undefined {
  if (typeof value === 'string') return value.trim() ? value : undefined;
  if (Array.isArray(value)) {
    const parts = value.filter((part: Json) => typeof part === 'string');
    return parts.length === value.length && parts.length > 0 ? parts.join('\n\n') : undefined;
  }
  if (!isObject(value)) return undefined;
  for (const key of ['text', 'html', 'rendered', 'plain', 'raw', 'value', 'content', 'body', 'markdown']) {
    const inner = value[key];
    if (typeof inner === 'string' && inner.trim()) return inner;
  }
  return undefined;
}

export function textOf(object: JsonObject): string | undefined {
  const text = field(object, 'text', textIn);
  if (text === undefined || !CUT_OFF.test(text)) return text;
  // Another field may hold all of what one begins.
  const start = text.replace(CUT_OFF, '');
  const isWhole = (other = '') =>
    other.length > text.length && !CUT_OFF.test(other) && plainOf(other).text.includes(start);
  return field(object, 'text', (value) => (isWhole(textIn(value)) ? textIn(value) : undefined)) ?? text;
}

/** Where a text breaks off. */
const CUT_OFF = /\s*(?:\u2026|\.\.\.)\s*$/;

export function titleOf(object: JsonObject): string | undefined {
  // In schema.org `name` is the heading; elsewhere it is rather the author's.
  const named = object['@type'] === undefined ? undefined : object.name;
  return field(object, 'title', textIn) ?? (typeof named === 'string' && named.trim() ? named : undefined);
}

export function authorOf(object: JsonObject): string | undefined {
  const named = object['@type'] === undefined && typeof object.name === 'string' ? object.name : undefined;
  return field(object, 'author', personIn) ?? named;
}

export function personIn(value: Json): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) {
    const people = value.map(personIn).filter((person) => person !== undefined);
    return people.length > 0 ? people.join(', ') : undefined;
  }
  return isObject(value)
    ? field(value, 'person', (name) => (typeof name === 'string' && name ? name : undefined))
    : undefined;
}

function votesOf(object: JsonObject): number | undefined {
  const votes = field(object, 'votes', countIn);
  const down =
    votes === undefined
      ? undefined
      : countIn(object.downvoteCount ?? object.downvotes ?? object.downs ?? null);
  return votes === undefined || down === undefined ? votes : votes - down;
}

function countIn(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'string') return /^[+-]?\d{1,9}$/.test(value.trim()) ? Number(value) : undefined;
  if (!isObject(value)) return undefined;
  const up = field(value, 'count', (count) => (typeof count === 'number' ? count : undefined));
  const down = value.down ?? value.downvotes;
  return up !== undefined && typeof down === 'number' ? up - down : up;
}

function dateOf(object: JsonObject): string | undefined {
  return field(object, 'date', (value) => {
    if (typeof value === 'string') return value.trim() || undefined;
    if (typeof value !== 'number') return undefined;
    // Seconds or milliseconds since 1970.
    const date = new Date(value > 1e11 ? value : value * 1000);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
  });
}

/** An object with what JSON:API keeps apart among its own fields: `{"id": …, "attributes": {"title": …}}`. */
export function withAttributes(object: JsonObject): JsonObject {
  const { attributes, ...around } = object;
  return isObject(attributes) ? { ...attributes, ...around } : object;
}

/** The post that a string or an object is; undefined where it holds no text. */
export function postOf(value: Json): Post | undefined {
  if (typeof value === 'string') return value.trim() ? { body: value } : undefined;
  if (!isObject(value)) return undefined;
  // { "answer": { "text": … }, "author": … }
  const { answer, post, reply, attributes, ...around } = value;
  const inner = [answer, post, reply, attributes].find(isObject);
  const object = inner ? { ...around, ...inner } : value;
  const body = textOf(object);
  const heading = titleOf(object);
  if (body === undefined && heading === undefined) return undefined;
  return {
    heading: heading === body ? undefined : heading,
    body: body ?? '',
    author: authorOf(object),
    votes: votesOf(object),
    date: dateOf(object),
  };
}
