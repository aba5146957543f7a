import { type Agreement, agreement } from '../../src/evaluate/agreement.js';
import { valuesOf } from '../../src/evaluate/labels.js';
import type { Facet } from '../../src/profile/model.js';
import { type Findings, foundValue, type Guess } from './guesses.js';

export interface Figures {
  readonly agreement: Agreement;
  /** Labels, those that are called certain, and those of them that are right. */
  readonly labels: number;
  readonly certain: number;
  readonly right: number;
}

/** How far what was found agrees with the coder. */
export function figuresOf(
  facet: Facet,
  guesses: readonly Guess[],
  found: (guess: Guess) => Findings | undefined,
): Figures {
  const labelled = guesses.flatMap((guess) => {
    const gold = guess.labels.get(facet.id);
    const findings = found(guess);
    const certain = findings?.get(facet.id)?.certain ?? false;
    return gold === undefined ? [] : [{ gold, value: foundValue(findings, facet.id), certain }];
  });
  const certain = labelled.filter((one) => one.certain);
  return {
    agreement: agreement(
      labelled.map(({ gold, value }) => [gold, value] as const),
      valuesOf(facet),
      { resamples: 1 },
    ),
    labels: labelled.length,
    certain: certain.length,
    right: certain.filter(({ gold, value }) => gold === value).length,
  };
}
