/** Leaning words from a profile's file, and into a table of their own. */

import { DENIED, deniedIn } from './denied.js';
import { STEPS } from './leaning-table.js';
import type { LeaningWords, Weights } from './model.js';
import type { ProfileFile } from './schema.js';
import { stem } from './stem.js';

type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };

/** The leaning words of a profile file: what each weighs for the values that name it. */
export function leaningIn(file: ProfileFile): LeaningWords[] {
  const found = new Map<string, Writable<Weights>>();
  for (const [facet, { values }] of Object.entries(file.facets)) {
    for (const [value, of] of Object.entries(values)) {
      const words = Array.isArray(of) ? {} : ((of as { leaning?: Record<string, number> }).leaning ?? {});
      for (const [text, weight] of Object.entries(words)) {
        const weights = found.get(text) ?? {};
        weights[facet] = { ...weights[facet], [value]: weight };
        found.set(text, weights);
      }
    }
  }
  return [...found].map(([words, weights]) => ({ words, stems: stemsOf(words), weights }));
}

/** What is written may be a stem already. */
function stemsOf(words: string): string[] {
  const folded = words.toLowerCase().replace(/[\u2019\u02bc]/g, "'");
  const denied = deniedIn(folded);
  const stemmed = denied === null ? folded.split(' ').map(stem).join(' ') : DENIED + stem(denied);
  return [...new Set([folded, stemmed])];
}

/** Steps that a weight may have: between larger ones a step less or more tells nothing, and fewer take less room. */
const LEVELS = [0, 1, 2, 3, 4, 6, 8, 11, 15] as const;

/** The steps nearest to a weight. */
function stepsOf(weight: number): number {
  const steps = Math.abs(weight) * STEPS;
  const nearest = LEVELS.reduce(
    (best, level) => (Math.abs(level - steps) < Math.abs(best - steps) ? level : best),
    0,
  );
  return Math.sign(weight) * nearest;
}

/** Weights as the table has them, in steps, without what weighs nothing. */
export function roundedWeights(weights: Weights): Weights {
  const rounded: Writable<Weights> = {};
  for (const [facet, values] of Object.entries(weights)) {
    for (const [value, weight] of Object.entries(values)) {
      const steps = stepsOf(weight);
      if (steps !== 0) rounded[facet] = { ...rounded[facet], [value]: steps / STEPS };
    }
  }
  return rounded;
}

/** The table as CSV: `words,facet:value,…`, weights in steps. Words that weigh nothing are left out. */
export function leaningCsv(
  words: readonly LeaningWords[],
  columns: readonly (readonly [facet: string, value: string])[],
): string {
  const rows = words.flatMap(({ words, weights }) => {
    const cells = columns.map(([facet, value]) => stepsOf(weights[facet]?.[value] ?? 0) || '');
    return cells.every((cell) => cell === '') ? [] : [[words, ...cells].join(',').replace(/,+$/, '')];
  });
  const head = ['words', ...columns.map((column) => column.join(':'))].join(',');
  return `${[head, ...rows.sort()].join('\n')}\n`;
}
