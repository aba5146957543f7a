/** Words that lean to values without saying them: where they stand, and what they add up to. */

import type { Span } from '../model.js';
import type { LeaningIndex, LeaningRole } from '../profile/leaning-index.js';
import type { LeaningWords } from '../profile/model.js';
import { Break, type Sentence } from './lex.js';

/** Leaning words where an answer has them first. */
export interface FoundLeaning {
  readonly leaning: LeaningWords;
  readonly span: Span;
}

/** The leaning words of an answer, each once, in the order of the text. A pair has no mark between its words. */
export function leaningWordsIn(sentences: readonly Sentence[], index: LeaningIndex): FoundLeaning[] {
  if (index.isEmpty) return [];
  const found = new Map<LeaningWords, FoundLeaning>();
  const add = (leaning: LeaningWords | undefined, start: number, end: number) => {
    if (leaning !== undefined && !found.has(leaning)) found.set(leaning, { leaning, span: [start, end] });
  };
  for (const { tokens } of sentences) {
    let before: LeaningRole | null = null;
    let start = 0;
    for (const token of tokens) {
      const role = index.roleOf(token.word);
      if (before?.pairs !== undefined && token.before === Break.none) {
        add(before.pairs.get(role.stem), start, token.end);
      }
      add(role.alone, token.start, token.end);
      before = role;
      start = token.start;
    }
  }
  return [...found.values()];
}

/** Value → what the words weigh for it together. */
export function leaningTotals(found: readonly FoundLeaning[], facet: string): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { leaning } of found) {
    const weights = leaning.weights[facet];
    for (const value in weights) totals.set(value, (totals.get(value) ?? 0) + (weights[value] as number));
  }
  return totals;
}
