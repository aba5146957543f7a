/** Lists of posts in JSON: which is the question, which are answers, and which are neither. */

import { keepsOrder } from './aside.js';
import type { Asked } from './extracted.js';
import { folded, isObject, type Json, postOf, textOf } from './json-field.js';
import { isNameless } from './names.js';
import { plainOf } from './plain.js';

/**
 * A list of posts: answers, and the question where one is marked as such. Comments are left out where posts
 * say what they are.
 * @param asks whether the first post is the question where none is marked and it asks something.
 */
export function ofPosts(list: readonly Json[], asks: boolean): Asked | null {
  const found = list.map((value) => ({ kind: kindOf(value), post: postOf(value) }));
  const told = found.flatMap(({ kind, post }) => (post ? [{ kind, post }] : []));
  // Most of the list must be posts: an array of something else may hold a text here and there.
  if (told.length === 0 || told.length * 2 < list.length) return null;
  if (!told.some(({ post }) => post.body)) return null;
  const first = told[0];
  const titled = told.filter(({ post }) => post.heading).length === 1 && first?.post.heading?.includes('?');
  const asking =
    asks && first && told.length > 1 && `${first.post.heading ?? ''} ${first.post.body}`.includes('?');
  const question =
    told.find(({ kind }) => kind === 'question') ??
    ((asking || (titled && told.length > 1)) && first?.kind !== 'answer' ? first : undefined);
  const marked = told.some(({ kind }) => kind === 'answer');
  const name = question?.post.author ?? '';
  // Where posts say that they are answers, the asker's is one as well.
  const asker = marked || name === '' || isNameless(name) ? null : name;
  const answers = told
    .filter((one) => one !== question && one.kind !== 'notice' && (!marked || one.kind !== 'comment'))
    .map(({ post }) => post)
    .filter(({ author }) => author !== asker);
  return { heading: question?.post.heading, body: question?.post.body, answers };
}

/** What a post says that it is. */
export function kindOf(value: Json): 'question' | 'answer' | 'comment' | 'notice' | null {
  if (!isObject(value)) return null;
  // Discourse numbers a topic's posts, and says who keeps order and what was done to it.
  if (value.action_code || value.username === 'system') return 'notice';
  const keeps = value.moderator === true || /^moderator$/i.test(String(value.role));
  if (keeps && keepsOrder(plainOf(textOf(value) ?? '').text)) return 'notice';
  if (value.post_number === 1) return 'question';
  for (const [key, told] of Object.entries(value)) {
    const name = folded(key);
    if (told === true && /^(?:is)?(?:deleted|removed|spam)$/.test(name)) return 'notice';
    if (name === 'flags' && Array.isArray(told) && told.includes('spam')) return 'notice';
    if (told === true && /^is(?:question|op|original(?:post|poster)?)$/.test(name)) return 'question';
    if (name === 'posttypeid') return Number(told) === 1 ? 'question' : Number(told) === 2 ? 'answer' : null;
    if (typeof told !== 'string') continue;
    if (/^(?:ad|advert|advertisement|promo|promoted|sponsored)$/i.test(told)) return 'notice';
    if (!/^(?:(?:post|entry|item)?type|kind|sort|role|category)$/.test(name)) continue;
    if (/^(?:q|question|op|ask|asker|original(?: ?post)?|topic|patient)$/i.test(told)) return 'question';
    if (/^(?:a|answers?|accepted ?answer|doctor|expert|physician)$/i.test(told)) return 'answer';
    // Question2Answer has Q, A and C, and says what is hidden.
    if (/^(?:c|comments?)$/i.test(told)) return 'comment';
    if (
      /^(?:system|bot|staff|note|notice|announcement|moderation|mod(?:erator)?[ _-]?(?:note|notice|message)|[qac]_hidden)$/i.test(
        told,
      )
    )
      return 'notice';
  }
  return null;
}
