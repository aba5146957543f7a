import { describe, expect, it } from 'vitest';
import { QuantityReader } from '../../src/classify/quantity.js';
import { profileOf, sentencesOf } from './sample.js';

const profile = profileOf({
  families: { visit: ['visit'], time: { of: 'time' }, visits: { of: 'visit' } },
  facets: { f: { values: { v: ['<time>', '<visits>'] } } },
});

/** Months, or a count of visits, at the head of a text; null where no quantity stands there. */
function read(text: string, name = 'time'): { low: number; high: number; words: number } | null {
  const tokens = sentencesOf(text, profile)[0]?.tokens ?? [];
  const family = profile.family(name);
  if (family?.kind !== 'quantity') throw new Error(`no quantity: ${name}`);
  const quantity = new QuantityReader(tokens, profile.quantities).read(0, family);
  return quantity && { low: quantity.low, high: quantity.high, words: quantity.end };
}

describe('time, in months', () => {
  it.each([
    ['3 months', 3, 3],
    ['three months', 3, 3],
    ['a year', 12, 12],
    ['half a year', 6, 6],
    ['a couple of years', 24, 24],
    ['twenty five years', 300, 300],
    ['two dozen weeks', 6, 6],
    ['2.5 years', 30, 30],
    ['under a year', 12 * 0.98, 12 * 0.98],
    ['less than two years', 24 * 0.98, 24 * 0.98],
    ['within a month', 0.98, 0.98],
    ['two and a half years', 30, 30],
    ['2 and a half years', 30, 30],
    ['about 2 years', 24, 24],
    ['at least about 2 years', 24, 24],
    ['six to twelve months', 6, 12],
    ['3 or 4 months', 3, 4],
    ['3-4 months', 3, 4],
    ['3\u20134 months', 3, 4],
    ['10+ yrs', 120, 120],
    ['6 mos', 6, 6],
    ['two full years', 24, 24],
    ['2 or more years', 24, 24],
    ['2 years or more', 24, Number.POSITIVE_INFINITY],
    ['the second year', 12, 24],
    ['year six', 72, 72],
    ['month 9', 9, 9],
    ['decades', 240, Number.POSITIVE_INFINITY],
    ['years', 24, Number.POSITIVE_INFINITY],
    ['months of use', 2, 6],
    ['a lifetime', 600, 600],
  ])('%s', (text, low, high) => {
    expect(read(text)).toMatchObject({ low, high });
  });

  it.each([
    'year',
    'the muscle',
    'two muscles',
    '20 units',
    'a',
    '',
    'two. Years later',
    '3 treatments a year',
  ])('none in "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  it('has no other behind its "and"', () => {
    const tokens = sentencesOf('three and a half years', profile)[0]?.tokens ?? [];
    const family = profile.family('time');
    if (family?.kind !== 'quantity') throw new Error('no quantity');
    expect(new QuantityReader(tokens, profile.quantities).startsOf(family)).toEqual([0, 4]);
  });

  it('ends behind its unit, or behind "or more"', () => {
    expect(read('about 2 full years of use')?.words).toBe(4);
    expect(read('2 years or more of use')?.words).toBe(4);
  });
});

describe('occasions', () => {
  it.each([
    ['two visits', 2, 2],
    ['one or two visits', 1, 2],
    ['a few visits', 3, 3],
    ['a couple of visits', 2, 2],
    ['several regular visits', 5, 5],
    ['the third visit', 3, 3],
    ['a dozen visits', 12, 12],
  ])('%s', (text, low, high) => {
    expect(read(text, 'visits')).toMatchObject({ low, high });
  });

  it.each(['visits', 'a visit', 'the visits', 'two years'])('none in "%s"', (text) => {
    expect(read(text, 'visits')).toBeNull();
  });
});
