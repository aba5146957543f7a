import { describe, expect, it } from 'vitest';
import type { Offer } from '../../src/evaluate/offers.js';
import { tellingOf } from '../../src/evaluate/telling.js';
import type { LeaningWords } from '../../src/profile/model.js';

const word = (words: string): LeaningWords => ({ words, stems: [words], weights: {} });
const [thin, fat, the, rare] = ['thin', 'fat', 'the', 'rare'].map(word) as [
  LeaningWords,
  LeaningWords,
  LeaningWords,
  LeaningWords,
];

/** So many answers with a label and these words. */
const offers = (times: number, label: string, ...leaning: LeaningWords[]): Offer[] =>
  Array.from({ length: times }, () => ({
    source: 's',
    answer: { id: 1 } as Offer['answer'],
    labels: new Map([['f', label]]),
    spoken: new Map(),
    leaning,
  }));

const ALL = [...offers(9, 'yes', thin, the), ...offers(1, 'no', thin, the), ...offers(10, 'no', fat, the)];
const telling = (those: readonly Offer[] = ALL, label = 'yes') =>
  tellingOf([thin, fat, the, rare], those, ({ labels }) => labels.get('f') === label);

describe('what a word tells of a value', () => {
  it('is the more, the more it stands in answers that have it than in others, or the other way round', () => {
    const of = telling();
    expect(of.get(thin)).toBeGreaterThan(3 * (of.get(the) as number));
    expect(of.get(fat)).toBeGreaterThan(3 * (of.get(the) as number));
    // By hand: shares 9.3 of 19.2 and 1.3 of 23.2, log ratio 2.156; in 10 of 21 answers, a rarity of ln(1 + 21 / 11) / 4.
    const [own, others] = [9.3 + 0.3 + 9.3 + 0.3, 1.3 + 10.3 + 11.3 + 0.3];
    const ratio = Math.log(9.3 / own / (1.3 / others));
    expect(of.get(thin)).toBeCloseTo((ratio * Math.log(1 + 20 / 11)) / 4, 10);
  });

  it('is little, but something, for a word that was not met', () => {
    const of = telling();
    for (const each of of.values()) expect(each).toBeGreaterThan(0);
    expect(of.get(rare)).toBeLessThan(of.get(fat) as number);
  });

  it('is the same for a value and for all but it', () => {
    const [yes, no] = [telling(ALL, 'yes'), telling(ALL, 'no')];
    for (const one of [thin, fat, the, rare]) expect(yes.get(one)).toBeCloseTo(no.get(one) as number, 10);
  });

  it('is more for a word as telling that is rarer', () => {
    const often = [...offers(8, 'yes', thin), ...offers(8, 'no', fat), ...offers(2, 'yes', rare)];
    const of = tellingOf([thin, fat, rare], often, ({ labels }) => labels.get('f') === 'yes');
    const seldom = (of.get(rare) as number) / (of.get(thin) as number);
    const ratio = Math.log(2.3 / 0.3) / Math.log(8.3 / 0.3);
    expect(seldom).toBeGreaterThan(ratio);
  });
});
