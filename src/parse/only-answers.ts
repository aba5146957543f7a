/** Posts that are no answers: the asker's own, with thanks or further questions, and those of who keeps order, a page's scraps. */

import type { Answer, Block } from '../model.js';
import { articleOf } from './article.js';
import { isAside, isOffer, isScrap, isThanks, keepsOrder, LEAST_OF_NESTED, SHORT_ANSWER } from './aside.js';
import { askersOf } from './askers.js';
import type { Assembled } from './assemble.js';
import { authorOf } from './card.js';
import { isMarked, linesAbove, linesIn, MARKED } from './marks.js';
import { folded, LEAST_OF_NAME } from './names.js';
import { withOriginalPost } from './original-post.js';
import { withOwnWords } from './own-words.js';
import { sharedStems, stemsIn } from './question-words.js';
import type { Reason } from './reason.js';
import { withRunInHeadings } from './run-in.js';
import { median, wordsIn } from './words.js';

/** "Patient's query", "Customer reply": whose words come below. */
const ASKS =
  /^(?:the )?(?:patient|customer|user|reader|member|asker|client)(?: s)? (?:query|question|reply|replied|asks|asked)\b/;

/** Above an answer to another question, or its first line. */
const RELATED = /^Related$/m;
const RELATED_FIRST = /^Related\r?\n/;

/** "Jane Roe `asker`", in Markdown. */
const BADGED = /`(?:asker|author|op|original poster|(?:thread|topic) starter)`$/i;

/** Of a body that has several. */
const FIRST_LINE = /^.{1,80}(?=[ \t]*\r?\n)/;

/** "Jane Roe in reply to John Doe", above a post. */
const IN_REPLY = /^.{2,80} in reply to (.{2,80})$/im;

/** "Jane replied: thank you", where a page puts it among the answers. */
const SAYS = /^\W*(\S.{1,40}?) (?:replied|responded|wrote|added|said)(?: .{1,20})?: /;

/** The links between the asker's posts, below one of them. */
const LINKED = /^\[?OP posts:/m;

const MODERATOR =
  /^mod$|\b(?:auto ?)?moderator\b|^auto ?mod\b|^(?:(?:site|forum|board) )?admin(?:istrator)?\b|\badmin$|^admin\b/;

/** Who is no member: a board puts advertisements among its posts. */
const SELLER = /^(?:(?:google )?ads?|sponsor(?:ed)?|advert(?:isement)?s?|promoted)$/;

/** Whether a heading is the name of one, and no more: a rank alone may be an answerer's. */
function isModerator(heading: string): boolean {
  const words = wordsIn(heading, MOST_OF_NAME);
  return words > 1 && words < MOST_OF_NAME && MODERATOR.test(folded(heading));
}

/** In words. */
const MOST_OF_NAME = 4;

/** A kind of posts that are no answers. */
interface Kind {
  readonly reason: Reason;
  readonly has: (answer: Answer, index: number) => boolean;
  /** Whether most posts of a thread may be of the kind; else what most do says nothing of them. */
  readonly most: boolean;
}

/**
 * A thread without the posts that are none: of the asker, by the name that stands with the question; of a moderator; and
 * scraps. Their blocks are noise, and the others are counted anew.
 */
export function onlyAnswers<T extends Assembled>(text: string, given: T): T {
  const asked = withOriginalPost(text, given);
  const thread = withoutOthers(text, asked);
  // Above the first post there may be scraps.
  const again = asked === given ? withOriginalPost(text, thread) : thread;
  return withRunInHeadings(text, withOwnWords(text, again === thread ? thread : withoutOthers(text, again)));
}

function withoutOthers<T extends Assembled>(text: string, thread: T): T {
  const { answers } = thread;
  const reasons = new Map<number, Reason>();
  for (const { reason, has, most } of kindsOf(text, thread)) {
    const those = answers.filter(has);
    if (those.length === answers.length || (!most && those.length * 2 > answers.length)) continue;
    for (const { id } of those) if (!reasons.has(id)) reasons.set(id, reason);
  }
  if (reasons.size === 0 || reasons.size === answers.length) return thread;
  const kept = answers.filter(({ id }) => !reasons.has(id));
  const ids = new Map(kept.map(({ id }, i) => [id, i + 1]));
  return {
    ...thread,
    answers: kept.map((answer, i) => ({ ...answer, id: i + 1 })),
    blocks: thread.blocks.map((block): Block => {
      if (block.answer === undefined) return block;
      const reason = reasons.get(block.answer);
      return reason === undefined
        ? { ...block, answer: ids.get(block.answer) as number }
        : { kind: 'noise', span: block.span, reason };
    }),
  };
}

function kindsOf(text: string, { question, answers, blocks }: Assembled): readonly Kind[] {
  const askers = askersOf(text, blocks);
  // What stands above the first answer may be its own head.
  if (askers.size > 1) askers.delete(nameOf(answers[0]));
  const authors = new Set(answers.map(nameOf));
  const prose = answers.filter(({ body }) => !isScrap(body)).map(({ body }) => wordsIn(body, LONG));
  const usual = prose.length > 1 ? median(prose) : 0;
  const isWordy = usual >= WORDY;
  const replies = repliesOf(text, blocks);
  const article = articleOf(text, answers, blocks);
  const above = linesAbove(text, blocks, answers);
  const isAnswerer = (line = '') => {
    const name = folded(authorOf(line) ?? '');
    return authors.has(name) && !askers.has(name);
  };
  const [from, to] = [question.headingSpan ?? question.bodySpan, question.bodySpan ?? question.headingSpan];
  const asked =
    from && to ? stemsIn(text, from[0], Math.min(to[1], from[0] + MOST_ASKED)) : new Set<string>();
  /** A few words, none of them the question's: what is said to those who answer. */
  const isBeside = ({ heading, body, bodySpan: [start, end] }: Answer) =>
    heading === null &&
    asked.size > 0 &&
    wordsIn(body, MOST_BESIDE) < MOST_BESIDE &&
    !SHORT_ANSWER.test(body) &&
    !/\b(?:yes|yep|nope)\b/i.test(body) &&
    sharedStems(text, { start, end }, asked) === 0;
  const linked = new Set(
    answers.filter(({ span }, i) => LINKED.test(linesIn(text.slice(span[0], answers[i + 1]?.span[0])))),
  );
  for (const answer of linked) askers.add(nameOf(answer));
  const isAskers = (answer: Answer) => {
    const name = nameOf(answer);
    return (
      linked.has(answer) ||
      askers.has(folded(SAYS.exec(answer.body)?.[1] ?? '')) ||
      (name !== '' && askers.has(name)) ||
      ASKS.test(name) ||
      BADGED.test(answer.heading ?? answer.author ?? '') ||
      ASKS.test(folded(answer.heading ?? ''))
    );
  };
  return [
    { reason: 'asker', most: true, has: isAskers },
    {
      reason: 'asker',
      most: false,
      has: ({ heading, body }, i) =>
        MARKED.test(heading ?? '') || MARKED.test(FIRST_LINE.exec(body)?.[0] ?? '') || isMarked(above(i)),
    },
    {
      reason: 'asker',
      most: true,
      has: (answer) =>
        MODERATOR.test(nameOf(answer)) || isModerator(answer.heading ?? '') || keepsOrder(answer.body),
    },
    { reason: 'asker', most: false, has: ({ body }) => isThanks(body) },
    {
      reason: 'comment',
      most: false,
      has: ({ id, body }) => replies.has(id) && wordsIn(body, LEAST_OF_NESTED) < LEAST_OF_NESTED,
    },
    { reason: 'comment', most: false, has: ({ body }) => isWordy && isAside(body) },
    { reason: 'comment', most: false, has: (answer) => usual >= LONG && isBeside(answer) },
    { reason: 'comment', most: false, has: (answer) => isReply(answer.body, nameOf(answer), authors) },
    { reason: 'comment', most: false, has: (_, i) => isAnswerer(IN_REPLY.exec(above(i))?.[1]) },
    { reason: 'navigation', most: true, has: ({ body }) => isWordy && isScrap(body) },
    { reason: 'advertisement', most: false, has: (answer) => SELLER.test(nameOf(answer)) },
    { reason: 'advertisement', most: false, has: (answer) => isOffer(answer.body, nameOf(answer) !== '') },
    { reason: 'banner', most: false, has: ({ id }) => id < article.from },
    { reason: 'related', most: false, has: (answer) => answer === answers.at(-1) && isVerdict(answer) },
    {
      reason: 'related',
      most: false,
      has: ({ id, body }, i) => id > article.to || RELATED.test(above(i)) || RELATED_FIRST.test(body),
    },
  ];
}

/** What a magazine makes of the answers, below them. */
function isVerdict({ heading, author }: Answer): boolean {
  return /^(?:the|our) (?:final )?(?:verdict|bottom line|takeaway|conclusion)\W*$/i.test(
    heading ?? author ?? '',
  );
}

function nameOf(answer: Answer | undefined): string {
  return folded(answer?.author ?? '');
}

/** The button to what a post replies to, by itself or in a row that was copied without gaps. */
const TO_PARENT = /^(?:permalink|embed|save)*parent(?:report|reply|share|give award)*$/;

/** The answers with a button that leads to what they reply to. */
function repliesOf(text: string, blocks: readonly Block[]): ReadonlySet<number> {
  const found = new Set<number>();
  let id = 0;
  for (const { kind, answer, span, reason } of blocks) {
    if (answer !== undefined) id = answer;
    else if (id > 0 && kind === 'noise' && TO_PARENT.test(text.slice(...span))) found.add(id);
    // What is said below an answer has buttons of its own.
    else if (reason === 'author' || reason === 'asker' || reason === 'related') id = 0;
  }
  return found;
}

/** A longer one may answer the question, too, in words. */
const MOST_OF_REPLY = 30;

/** Whether a post is a short one to another who answers: it opens with that name, as networks put it there. */
function isReply(body: string, author: string, authors: ReadonlySet<string>): boolean {
  if (wordsIn(body, MOST_OF_REPLY) === MOST_OF_REPLY) return false;
  const said = folded(body.slice(0, MOST_OF_HEAD)).split(' ');
  const names = said.slice(0, LONGEST_NAME).map((_, i) => said.slice(0, i + 1).join(' '));
  const isOther = (name: string) => name.length > LEAST_OF_NAME && name !== author && authors.has(name);
  return body.startsWith('@') || (names.length < said.length && names.some(isOther));
}

/** In words, and in UTF-16 code units. */
const LONGEST_NAME = 5;
const MOST_OF_HEAD = 150;

/** Words of the middle answer, scraps aside, from which on scraps are none, and from which on a few words are none. */
const WORDY = 15;
const LONG = 40;
const MOST_BESIDE = 21;

/** So much of the question is compared, in UTF-16 code units. */
const MOST_ASKED = 4000;
