/** How sites mark a post as the asker's, or as a remark: in the lines between the post before and its words. */

import type { Answer, Block } from '../model.js';
import { LINE_END } from './aside.js';
import { wordsIn } from './words.js';

/** How sites mark the asker's own posts, and remarks, between the post before and their words. */
export const MARKED =
  /^(?:op|author|(?:thread|topic) starter|original poster|stickied comment|(?:customer|patient|user|client)(?:'s)? reply(?: replied)?(?: \d.{1,15} ago)?|(?:follow-?up by|note (?:from|by)) (?:the )?(?:patient|user|asker|member|customer|reader)\b.{0,40}|.{2,60} commented(?: \d.{1,12} ago)?:?)$|\S {2,}(?:asked|asker|op|author)$|\[S\]|[•·] ?OP$|^(?:\S{2,40} )?OP ?[•·]|\((?:asker|op|original poster|thread starter|opened this \w+)\)/im;

/** Whether the lines right above an answer mark it so: a remark on the one before it may stand farther up. */
export function isMarked(above: string): boolean {
  if (!MARKED.test(above)) return false;
  // What is quoted below the name is no remark above it.
  if (RANKED.test(above)) return true;
  const lines = above.split(LINE_END);
  return MARKED.test(
    lines
      .slice(lines.findLastIndex((line) => wordsIn(line, REMARK) === REMARK && !MARKED.test(line)) + 1)
      .join('\n'),
  );
}

/** "OP", right above the name, with what is quoted below. */
const RANKED = /^op\n\S{2,40}(?: [·•|].{0,40})?\n+quote: /im;

/** Words of a line from which on it is somebody's words. */
const REMARK = 5;

/** The lines that may mark each answer, without the blanks around them; none above the first. */
export function linesAbove(
  text: string,
  blocks: readonly Block[],
  answers: readonly Answer[],
): (index: number) => string {
  const starts = markedFrom(blocks, answers);
  return (index) =>
    index === 0 ? '' : linesIn(text.slice(starts[index], markedUntil(answers[index] as Answer)));
}

/** Without the blanks around the lines. */
export function linesIn(text: string): string {
  return text
    .split(LINE_END)
    .map((line) => line.trim())
    .join('\n');
}

/** A name that was taken for a heading may have a mark below it; in UTF-16 code units. */
const MOST_OF_MARKS = 60;

/**
 * Where the lines begin that may mark each answer: behind the one before, and near the last name above it, where there
 * is one.
 */
function markedFrom(blocks: readonly Block[], answers: readonly Answer[]): readonly number[] {
  let next = 0;
  let name = 0;
  return answers.map(({ span }, i) => {
    for (; (blocks[next]?.span[1] ?? span[1]) <= span[0]; next++) {
      const { reason, span: own } = blocks[next] as Block;
      if (reason === 'author') name = own[0];
    }
    return Math.max(answers[i - 1]?.span[1] ?? 0, name - NEAR_NAME);
  });
}

/** In UTF-16 code units. */
const NEAR_NAME = 60;

/** Where the lines end that may mark an answer. */
function markedUntil({ span, headingSpan, bodySpan }: Answer): number {
  return headingSpan && bodySpan[0] - headingSpan[1] <= MOST_OF_MARKS ? bodySpan[0] : span[0];
}
