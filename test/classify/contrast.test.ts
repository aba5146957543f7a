import { describe, expect, it } from 'vitest';
import { coded, profileOf } from './sample.js';

const profileWith = (contrast?: number) =>
  profileOf({
    facets: {
      judgement: {
        threshold: 1,
        'weaker-lead': 2,
        values: {
          good: { terms: [{ terms: ['smooth', 'saves'], strength: 2.5 }] },
          bad: { terms: [{ terms: ['sag', 'droop'], strength: 1.5 }] },
          both: { combines: ['good', 'bad'], ...(contrast === undefined ? {} : { contrast }) },
        },
      },
    },
  });
const judged = (body: string, contrast?: number) => coded({ body }, profileWith(contrast)).facets.judgement;

describe('a contrast of two sides', () => {
  it.each([
    ['It saves money but the brow may droop.'],
    ['Although the skin is smooth, the brow may droop.'],
    ['The skin is smooth, while the lids sag.'],
    ['The skin is smooth. But the lids sag.'],
    ['However smooth the skin, it may droop, but it saves money.'],
  ])('speaks for both: "%s"', (body) => {
    expect(judged(body, 0.8)).toBe('both');
    expect(judged(body)).not.toBe('both');
  });

  it.each([
    ['without a word for it', 'The skin is smooth and the brow may droop.', 'good'],
    ['where both stand on one side', 'The smooth skin may droop, but ask your doctor.', 'good'],
    ['in a question', 'Is it smooth, but does it droop?', 'unstated'],
  ])('is none %s', (_, body, value) => {
    expect(judged(body, 0.8)).toBe(value);
  });
});
