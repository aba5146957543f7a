/** Who asks: the names with the question. */

import type { Block } from '../model.js';
import { authorOf, dateOf } from './card.js';
import { folded, isNameless, LEAST_OF_NAME } from './names.js';

/** The names with the question: above the first answer, or beside the question's own lines. */
export function askersOf(text: string, blocks: readonly Block[]): Set<string> {
  const first = blocks.findIndex(({ kind }) => kind === 'answer-heading' || kind === 'answer-body');
  const names = new Set<string>();
  const titled = blocks.findIndex(({ kind }) => kind === 'question-heading');
  const above = blocks.slice(0, Math.max(titled, 0)).findLast(({ reason }) => reason !== 'blank');
  for (const block of blocks.slice(0, Math.max(first, 0))) {
    const line = text.slice(...block.span);
    // Right above the question's heading: who put it, and when.
    const isPost = block === above && block.reason === 'banner' && dateOf(line) !== undefined;
    if ((block.reason !== 'asker' && !isPost) || PANEL.test(line)) continue;
    const whole = folded(authorOf(line.replace(STARTER, '')) ?? '');
    // "nightgrinder in Leeds"
    for (const name of [whole, whole.replace(/ (?:in|from) .*/, '')])
      if (name.length >= LEAST_OF_NAME && !isNameless(name)) names.add(name);
  }
  const written = folded(WRITTEN.exec(text.slice(0, blocks[Math.max(first, 0)]?.span[0]))?.[1] ?? '');
  if (written.length >= LEAST_OF_NAME) names.add(written);
  return names;
}

/** "Panel: Dr. Roe (Leeds), Dr. Poe (Bath)", perhaps over several lines. */
const PANEL = /^(?:panel(?:lists)?|speakers|experts):|\), \p{Lu}/iu;

/** "Thread starter    nightgrinder": a row of a board's table. */
const STARTER = /^(?:thread|topic) starter\s+/i;

/** The asker's name on the line below. */
const WRITTEN = /^written by\s*\n\s*(\S.{1,40})$/im;
