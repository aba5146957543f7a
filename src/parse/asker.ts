/** Posts that are no answers: the asker's own, with thanks or further questions, and those of who keeps order. */

import type { Answer, Block } from '../model.js';
import type { Assembled } from './assemble.js';
import { authorOf } from './card.js';

/** What sites call members who have no name: many may be called so. */
const NAMELESS =
  /^(?:anonymous|anon|guest|unknown|user|member|visitor|patient|deleted|a (?:patient|reader|member))\b/;

/** What a moderator's post opens with, or the site's own. */
const ORDER =
  /^\W*(?:(?:mod(?:erator|eration)?|admin(?:istrator)?|staff|editor)['’]?s? (?:note|notice|edit|post|here)\b|this (?:topic|thread|post|question|discussion) (?:was|is|has been) (?:now |automatically )?(?:closed|locked|moved|archived))/i;

const MODERATOR = /^(?:auto ?)?moderator\b/;

/** Shorter names may be another's beginning. */
const LEAST = 3;

/**
 * A thread without the answers whose author is the asker, by the name that stands with the question, or a moderator.
 * Their blocks are noise, and the others are counted anew.
 */
export function withoutAsker<T extends Assembled>(text: string, thread: T): T {
  const names = askersOf(text, thread.blocks);
  const isNone = ({ author, body }: Answer) => {
    const name = author === undefined ? '' : fold(author);
    return names.has(name) || MODERATOR.test(name) || ORDER.test(body);
  };
  if (!thread.answers.some(isNone) || thread.answers.every(isNone)) return thread;
  const answers = thread.answers.filter((answer) => !isNone(answer));
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
