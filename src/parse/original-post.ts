/** A board's first post, which asks: others have its heading behind "Re:". */

import type { Block } from '../model.js';
import type { Assembled } from './assemble.js';

const REPLY = /^re:\s*/i;

/** The thread with its first answer for the question, where the heading of that is what others reply to. */
export function withOriginalPost<T extends Assembled>(text: string, thread: T): T {
  const [first, ...answers] = thread.answers;
  const heading = first?.heading ?? '';
  const isReply = ({ span }: Block) => {
    const line = text.slice(...span);
    return REPLY.test(line) && line.replace(REPLY, '') === heading;
  };
  if (!first || heading === '' || answers.length === 0 || !thread.blocks.some(isReply)) return thread;
  const { headingSpan, body, bodySpan } = first;
  return {
    ...thread,
    question: { heading, headingSpan, body, bodySpan },
    answers: answers.map((answer, i) => ({ ...answer, id: i + 1 })),
    blocks: thread.blocks.map((block) => asked(block, first.span[0])),
  };
}

/** A block as it is where the first answer is the question; `start`: where that starts. */
function asked(block: Block, start: number): Block {
  const { kind, span, answer, reason } = block;
  if (answer === 1) return { kind: kind === 'answer-heading' ? 'question-heading' : 'question-body', span };
  if (answer !== undefined) return { ...block, answer: answer - 1 };
  if (kind !== 'noise') return { kind: 'noise', span, reason: 'banner' };
  return reason === 'author' && span[0] < start ? { ...block, reason: 'asker' } : block;
}
