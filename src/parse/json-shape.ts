/** The shapes of JSON that hold questions and answers. */

import { LEAST_OF_NESTED } from './aside.js';
import type { Asked, Post } from './extracted.js';
import {
  authorOf,
  folded,
  isObject,
  type Json,
  type JsonObject,
  postOf,
  textOf,
  titleOf,
  withAttributes,
} from './json-field.js';
import { kindOf, ofPosts } from './json-posts.js';
import { isNameless } from './names.js';
import { wordsIn } from './words.js';

/** How deep a wrapper may hold the thread: `{"data": {"thread": {…}}}`. */
const MAX_DEPTH = 6;

/** Names of lists of answers, in order of precedence. */
const ANSWERS = [
  'answers',
  'replies',
  'responses',
  'solutions',
  'answer',
  'reply',
  'response',
  'comments',
  'comment',
];

/** Names of lists of posts, the first of which is the question where nothing else is. */
const POSTS = [
  'posts',
  'messages',
  'thread',
  'items',
  'entries',
  'conversation',
  'discussion',
  'results',
  'data',
];

/**
 * The questions with their answers that a JSON value holds, in order; null where it has none of the shapes:
 * schema.org (QAPage, FAQPage, Question, DiscussionForumPosting, @graph), a question with a list of answers,
 * a list of answers or of posts, Stack Exchange's `items`, lists of these, and wrappers around them.
 *
 * @param isNamed whether a list of posts is one by its place or name; under any other it may be of something else.
 */
export function askedIn(value: Json, depth = 0, isNamed = true): Asked[] | null {
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return inList(value, depth, isNamed);
  if (!isObject(value)) return null;
  const object = withAttributes(value);
  return inSchema(object, depth) ?? inQuestion(object) ?? inWrapper(object, depth);
}

/**
 * The questions that a value marks up by schema.org's types; null where it has none. Whatever else a page's data lists
 * is no thread.
 */
export function askedInSchema(value: Json): Asked[] | null {
  return askedOfSchema(listOf(value), 0);
}

function inList(list: readonly Json[], depth: number, isNamed: boolean): Asked[] | null {
  const objects = list.filter(isObject);
  if (objects.length > 0) {
    const exchanged = inStackExchange(objects);
    if (exchanged) return exchanged;
    const threads = threadsIn(objects, depth);
    if (threads) return threads;
  }
  const thread = isNamed ? ofPosts(list, false) : null;
  if (thread) return [thread];
  if (list.length > 0 && list.length <= 8) {
    const inner = list.flatMap((item) =>
      typeof item === 'object' ? (askedIn(item, depth + 1, isNamed) ?? []) : [],
    );
    return inner.length > 0 ? inner : null;
  }
  return null;
}

/** schema.org, as JSON-LD or as the bare objects. */
function inSchema(object: JsonObject, depth: number): Asked[] | null {
  const graph = object['@graph'];
  if (Array.isArray(graph)) return askedOfSchema(graph, depth);
  const types = typesOf(object);
  if (types.some((type) => type === 'Question')) return [ofSchemaQuestion(object)];
  if (types.some((type) => /^(?:DiscussionForumPosting|SocialMediaPosting|BlogPosting)$/.test(type))) {
    const answers = posts(listOf(object.comment));
    return answers.length > 0 ? [{ heading: titleOf(object), body: textOf(object), answers }] : null;
  }
  return object.mainEntity === undefined ? null : askedOfSchema(listOf(object.mainEntity), depth);
}

function askedOfSchema(entities: readonly Json[], depth: number): Asked[] | null {
  if (depth > MAX_DEPTH) return null;
  const asked = entities.filter(isObject).flatMap((entity) => inSchema(entity, depth + 1) ?? []);
  return asked.length > 0 ? asked : null;
}

function typesOf(object: JsonObject): string[] {
  return listOf(object['@type'] ?? null)
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

function ofSchemaQuestion(question: JsonObject): Asked {
  const all = [
    ...listOf(question.acceptedAnswer),
    ...listOf(question.suggestedAnswer),
    ...listOf(question.answer),
  ];
  const heading = titleOf(question);
  const body = textOf({ ...question, answer: null, comment: null });
  const count = Number(question.answerCount) || undefined;
  return { heading, body: body === heading ? undefined : body, answers: posts(distinct(all)), count };
}

/** An answer that is accepted and suggested is one. */
function distinct(answers: readonly Json[]): Json[] {
  const seen = new Set<string>();
  return answers.filter((answer) => {
    if (!isObject(answer)) return true;
    const key = JSON.stringify([
      answer['@id'] ?? answer.url ?? null,
      textOf(answer) ?? null,
      answer.dateCreated ?? null,
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}

function posts(list: readonly Json[]): Post[] {
  return list.flatMap((value) => (kindOf(value) === 'notice' ? [] : (postOf(value) ?? [])));
}

/** An object that is a question, or has one, and a list of answers. */
function inQuestion(object: JsonObject): Asked[] | null {
  const list = answersOf(object);
  if (!list) return null;
  const { question } = object;
  const own = {
    ...object,
    answer: null,
    answers: null,
    reply: null,
    response: null,
    comment: null,
    comments: null,
  };
  const asker = authorOf(isObject(question) ? question : { ...own, name: null });
  const answers = posts(list).filter((post) => !isAskers(post, asker));
  if (isObject(question)) return [{ heading: titleOf(question), body: textOf(question), answers }];
  const heading = titleOf(own);
  const body = textOf({ ...own, question: null });
  const asked = typeof question === 'string' && question.trim() ? question : undefined;
  if (asked === undefined) return [{ heading: heading ?? named(object), body, answers }];
  return [
    heading === undefined ? { heading: asked, body, answers } : { heading, body: body ?? asked, answers },
  ];
}

/** Whether who asked has written a post, and too little for an answer of his own. */
function isAskers({ author, body }: Post, asker: string | undefined): boolean {
  if (asker === undefined || author !== asker || isNameless(asker)) return false;
  return typeof body === 'string' && wordsIn(body, LEAST_OF_NESTED) < LEAST_OF_NESTED;
}

/** A question's `name`, as in schema.org without its types. */
function named({ name }: JsonObject): string | undefined {
  return typeof name === 'string' && name.trim() ? name : undefined;
}

/** The object's list of answers: an array, one answer, or an object of them by id. */
function answersOf(object: JsonObject): readonly Json[] | null {
  if (object.acceptedAnswer !== undefined || object.suggestedAnswer !== undefined) {
    return distinct([...listOf(object.acceptedAnswer), ...listOf(object.suggestedAnswer)]);
  }
  const keys = Object.keys(object);
  for (const name of ANSWERS) {
    for (const key of keys) {
      const value = object[key];
      if (folded(key) !== name || value === null || value === undefined) continue;
      if (Array.isArray(value)) {
        if (value.length === 0 ? name === 'answers' : posts(value).length > 0) return value;
      } else if (isObject(value)) {
        if (postOf(value)) return [value];
        // By their ids.
        const inner = Object.values(value).filter(isObject);
        if (posts(inner).length > 0) return inner;
      } else if (name === 'answer' && typeof value === 'string' && isAsked(object)) return [value];
    }
  }
  return null;
}

/** `{"question": …, "answer": …}` */
function isAsked(object: JsonObject): boolean {
  return typeof object.question === 'string' || isObject(object.question);
}

/** A list of posts under a name, or something around the thread. */
function inWrapper(object: JsonObject, depth: number): Asked[] | null {
  const entries = Object.entries(object);
  for (const name of POSTS) {
    for (const [key, value] of entries) {
      if (folded(key) !== name || !Array.isArray(value) || value.length === 0) continue;
      const objects = value.filter(isObject);
      const question = object.question ?? [object.thread, object.topic].find(isObject);
      // Beside a question there are its answers, whatever remarks each has.
      const isBeside = isObject(question) && (titleOf(question) ?? textOf(question)) !== undefined;
      const nested = isBeside ? null : (inStackExchange(objects) ?? threadsIn(objects, depth));
      if (nested) return nested;
      const heading = titleOf(object) ?? (typeof question === 'string' ? question : undefined);
      const body = textOf({ ...object, question: null });
      const asked = isObject(question)
        ? { heading: titleOf(question), body: textOf(question) }
        : { heading, body };
      const known = asked.body !== undefined || typeof question === 'string';
      const thread = ofPosts(value, !known);
      if (thread)
        return [
          {
            heading: asked.heading ?? thread.heading,
            body: asked.body ?? thread.body,
            answers: thread.answers,
          },
        ];
    }
  }
  for (const [, value] of entries) {
    if (typeof value !== 'object' || value === null) continue;
    const inner = askedIn(value, depth + 1, false);
    if (!inner?.some(({ answers }) => answers.length > 0)) continue;
    const [only, ...others] = inner;
    // A topic has its title and its words beside the list of its posts.
    return only && others.length === 0 ? [{ ...only, ...missing(only, object) }] : inner;
  }
  return null;
}

/** What a thread lacks of its question, as the object around it says. */
function missing({ heading, body }: Asked, object: JsonObject): Pick<Asked, 'heading' | 'body'> {
  if (heading !== undefined) return { heading, body };
  const title = titleOf(object);
  return { heading: title, body: body ?? (title === undefined ? undefined : textOf(object)) };
}

/** Objects each of which is a question with its answers; null where none is. One that is an answer has remarks. */
function threadsIn(objects: readonly JsonObject[], depth: number): Asked[] | null {
  const threads = objects.flatMap((object) =>
    kindOf(object) === 'answer' ? [] : (inSchema(object, depth + 1) ?? inQuestion(object) ?? []),
  );
  return threads.length > 0 ? threads : null;
}

/** The `items` of Stack Exchange's API: questions with their answers, or answers by the id of their question. */
function inStackExchange(items: readonly JsonObject[]): Asked[] | null {
  if (!items.some((item) => item.question_id !== undefined || item.answer_id !== undefined)) return null;
  const threads = new Map<Json, { heading: string | undefined; body: string | undefined; answers: Post[] }>();
  for (const item of items) {
    const id = item.question_id ?? null;
    const thread = threads.get(id) ?? { heading: undefined, body: undefined, answers: [] };
    threads.set(id, thread);
    thread.heading ??= titleOf(item);
    if (item.answer_id === undefined) {
      thread.body ??= exchangedText(item);
      for (const answer of listOf(item.answers)) add(thread.answers, answer);
    } else add(thread.answers, item);
  }
  return [...threads.values()];
}

function add(answers: Post[], value: Json): void {
  const post = postOf(value);
  // The title of an answer is its question's.
  if (post && isObject(value) && post.body)
    answers.push({ ...post, heading: undefined, body: exchangedText(value) ?? post.body });
}

/** The rendered body where the reply has it, else the source, whose entities are escaped. */
function exchangedText(item: JsonObject): string | undefined {
  const { body, body_markdown: source } = item;
  return typeof body === 'string' ? body : typeof source === 'string' ? source : undefined;
}
