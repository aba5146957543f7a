/** Articles in which experts answer, one after the other, between their writer's introduction and closing words. */

import type { Answer, Block, Span } from '../model.js';
import { shapeOf } from './noise.js';
import { isPresented } from './presented.js';

/** Who wrote an article, or looked it over, on a line of its own. */
const BYLINE =
  /^[^\p{L}\n]{0,5}(?:by|words by|written by|story by|(?:medically |clinically )?reviewed by):? \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:, .{1,40})?[ \t]{0,9}$/imu;
/** "We asked 8 dermatologists" */
const ASKED = /\bwe (?:asked|spoke (?:to|with)|polled|put) /i;
/** So many experts make an article of many voices. */
const VOICES = 4;

/**
 * The ids of the first and the last answer of an article's experts: where most of those between are named with their
 * trade, what stands before and behind them is the writer's. All answers where the text is no such article.
 */
export function articleOf(
  text: string,
  answers: readonly Answer[],
  blocks: readonly Block[],
): { from: number; to: number } {
  const all = { from: 0, to: Number.POSITIVE_INFINITY };
  if (answers.length <= VOICES) return all;
  const named: number[] = [];
  let at = 0;
  for (const { id, bodySpan } of answers) {
    let isNamed = false;
    for (; at < blocks.length && (blocks[at] as Block).span[0] < bodySpan[0]; at++) {
      const { reason, span } = blocks[at] as Block;
      isNamed ||= reason === 'author' && isExpert(text, span);
    }
    if (isNamed) named.push(id);
  }
  const [from] = named;
  const to = named.at(-1);
  if (from === undefined || to === undefined) return all;
  if (named.length < VOICES || named.length * 2 <= to - from) return all;
  // The byline stands above the first of them, and so does what was done.
  const above = text.slice(0, answers[from - 1]?.span[0]);
  return BYLINE.test(above) || ASKED.test(above) ? { from, to } : all;
}

/** "JANE ROE, make-up artist, London:" */
const SHOUTED = /^\p{Lu}[\p{Lu}.'’-]+ \p{Lu}[\p{Lu}.'’-]+[^:]*:$/u;

/** "Jane Roe, MD, dermatologist, Atlanta" */
function isExpert(text: string, [start, end]: Span): boolean {
  const shape = shapeOf(text, start, end);
  if (shape === null || shape.words < 3 || shape.commas === 0) return false;
  const line = text.slice(start, end);
  return (
    (shape.titles + shape.degrees + shape.professions > 0 || SHOUTED.test(line) || isPresented(line)) &&
    !BYLINE.test(line)
  );
}
