/** The asker's own posts among the answers: thanks, and further questions. */

import type { Answer, Block } from '../model.js';
import type { Assembled } from './assemble.js';
import { authorOf } from './card.js';

/** What sites call members who have no name: many may be called so. */
const NAMELESS =
  /^(?:anonymous|anon|guest|unknown|user|member|visitor|patient|deleted|a (?:patient|reader|member))\b/;

/** Shorter names may be another's beginning. */
const LEAST = 3;

/**
 * A thread without the answers whose author is the asker, by the name that stands with the question. Their blocks are
 * noise, and the others are counted anew.
 */
export function withoutAsker<T extends Assembled>(text: string, thread: T): T {
  const names = askersOf(text, thread.blocks);
  if (names.size === 0) return thread;
  const isAskers = ({ author }: Answer) => author !== undefined && names.has(fold(author));
  if (!thread.answers.some(isAskers) || thread.answers.every(isAskers)) return thread;
  const answers = thread.answers.filter((answer) => !isAskers(answer));
  const ids = new Map(answers.map(({ id }, i) => [id, i + 1]));
  return {
    ...thread,
    answers: answers.map((answer, i) => ({ ...answer, id: i + 1 })),
    blocks: thread.blocks.map((block): Block => {
      if (block.answer === undefined) return block;
      const id = ids.get(block.answer);
      return id === undefined
        ? { kind: 'noise', span: block.span, reason: 'asker' }
        : { ...block, answer: id };
    }),
  };
}

/** The names with the question: above the first answer, or beside the question's own lines. */
function askersOf(text: string, blocks: readonly Block[]): Set<string> {
  const first = blocks.findIndex(({ kind }) => kind === 'answer-heading' || kind === 'answer-body');
  const names = new Set<string>();
  for (const { reason, span } of blocks.slice(0, Math.max(first, 0))) {
    if (reason !== 'asker') continue;
    const name = fold(authorOf(text.slice(...span)) ?? '');
    if (name.length >= LEAST && !NAMELESS.test(name)) names.add(name);
  }
  return names;
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:asked by|question by|posted by|by|u\/|@)\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
