/** A board's first post, which asks: others have its heading behind "Re:", or it greets all who may answer, or its author comes back. */

import type { Answer, Block, Question } from '../model.js';
import { isScrap, LINE_END } from './aside.js';
import type { Assembled } from './assemble.js';
import { folded } from './names.js';

const REPLY = /^re:\s*/i;

/** "Hi all, first post. …", "Dear panel, …" */
const ASKS_ALL =
  /^\W*(?:hi(?:ya)?|hello|hey(?:a|ya)?|howdy|dear|good (?:morning|evening|day|afternoon)|evening|morning)\b[^.!?\n]{0,25}\b(?:all|everyone|everybody|docs?|doctors?|panel|ladies|guys|girls|experts?|there|colleagues|folks|team)\b/i;

/** How sites mark the first post, above or beside the name. */
const MARK = /^(?:op|original poster|(?:thread|topic) starter)\s*$/im;

/** "Started by jane_roe, 4 Nov 2021", above the posts. */
const STARTED = /^(?:(?:thread|topic) )?(?:started|opened) by:? (\S.{1,40}?)(?:,| on | [·•|]| {2}|$)/im;

/** The thread with its first answer for the question, where others reply to its heading, a site marks it, or nothing else asks. */
export function withOriginalPost<T extends Assembled>(text: string, thread: T): T {
  const [first, ...answers] = thread.answers;
  if (!first || answers.length === 0) return thread;
  const isReplied = isRepliedTo(text, first, thread.blocks);
  const isAsking = first.body.includes('?');
  const asks = isReplied || (isAsking && (isMarked(text, first, thread.question) || isAlone(thread)));
  if (!asks) return thread;
  const titled = isReplied || thread.question.heading === null ? first : thread.question;
  return {
    ...thread,
    question: {
      heading: titled.heading,
      headingSpan: titled.headingSpan,
      body: first.body,
      bodySpan: first.bodySpan,
    },
    answers: answers.map((answer, i) => ({ ...answer, id: i + 1 })),
    blocks: thread.blocks.map((block) => asked(block, first.span[0], titled !== first)),
  };
}

/** Whether others have the post's heading behind "Re:". */
function isRepliedTo(text: string, { heading }: Answer, blocks: readonly Block[]): boolean {
  const isReply = ({ span }: Block) => {
    const line = text.slice(...span);
    return REPLY.test(line) && line.replace(REPLY, '') === heading;
  };
  return heading !== null && blocks.some(isReply);
}

/** Whether the site tells that it is the first post, right above it or above all. */
function isMarked(text: string, { span, author }: Answer, { bodySpan, headingSpan }: Question): boolean {
  const [, from] = bodySpan ?? headingSpan ?? [0, 0];
  const starter = STARTED.exec(text.slice(0, span[0]))?.[1];
  const isStarter = starter !== undefined && folded(starter) === folded(author ?? '');
  return isStarter || MARK.test(text.slice(from, span[0]));
}

/** Whether nothing asks above the first answer, and it greets all, or its author comes back. */
function isAlone({ question, answers: [first, ...others] }: Assembled): boolean {
  const { body, heading } = question;
  // The heading comes again below the path to it, or with how often it was read.
  const isAgain = (line: string) => heading?.includes(line.slice(0, line.indexOf('?') + 1 || undefined));
  const lines = body?.split(LINE_END).filter((line) => !isAgain(line)) ?? [];
  const above = lines.join('\n');
  if (!first || others.length < 2 || above.includes('?')) return false;
  if (ASKS_ALL.test(first.body)) return true;
  const own = first.author === undefined ? [] : others.filter(({ author }) => author === first.author);
  return (above === '' || isScrap(above)) && own.length > 0 && own.length < others.length;
}

/** A block as it is where the first answer is the question; `start`: where that starts. */
function asked(block: Block, start: number, isTitled: boolean): Block {
  const { kind, span, answer, reason } = block;
  if (isTitled && kind === 'question-heading') return block;
  if (answer === 1) return { kind: kind === 'answer-heading' ? 'question-heading' : 'question-body', span };
  if (answer !== undefined) return { ...block, answer: answer - 1 };
  if (kind !== 'noise') return { kind: 'noise', span, reason: 'banner' };
  return reason === 'author' && span[0] < start ? { ...block, reason: 'asker' } : block;
}
