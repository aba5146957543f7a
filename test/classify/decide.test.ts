import { describe, expect, it } from 'vitest';
import { coded, type Post, profileOf } from './sample.js';

const FACET = {
  values: {
    weak: {
      terms: ['weaken', { terms: ['shrink'], strength: 1.5 }, { terms: ['hint'], strength: 0.5 }],
      leaning: { less: 1.2 },
    },
    strong: { terms: ['strong'], leaning: { firm: 0.4 } },
  },
};
const profileWith = (settings: object = {}) => profileOf({ facets: { f: { ...FACET, ...settings } } });
const answer = (post: Post | string, settings?: object) => coded(post, profileWith(settings));
const label = (post: Post | string, settings?: object) => answer(post, settings).facets.f;
const weights = (post: Post | string) => answer(post).evidence.map(({ weight }) => weight);

describe('a claim weighs', () => {
  it('its strength, and more the later it stands', () => {
    const [first, last] = weights('They weaken. So be it. They shrink.');
    expect(first).toBe(2);
    expect(last).toBeCloseTo(1.5 * 1.3);
  });

  it('less in the heading', () => {
    const [heading, body] = weights({ heading: 'They weaken', body: 'They shrink.' });
    expect(heading).toBeLessThan(2);
    expect(body).toBeGreaterThan(1.5);
  });

  it('less where it is hedged', () => {
    const [hedged] = weights('They may weaken.');
    const [plain] = weights('They weaken.');
    expect(hedged).toBeLessThan(plain ?? 0);
  });

  it('less where it is said again, and in the end nothing', () => {
    const found = weights('Weaken. '.repeat(8).trim());
    expect(found[1]).toBeLessThan(found[0] ?? 0);
    expect(found.at(-1)).toBe(0);
    expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2 * 2.5);
  });

  it('nothing where it does not count', () => {
    expect(weights('Do they weaken?')).toEqual([0]);
  });
});

describe('the value', () => {
  it.each([
    ['is the one that most is said for', 'They weaken and shrink. They are strong.', 'weak'],
    ['is the last of equals', 'They weaken. They are strong.', 'strong'],
    ['is the last of equals, the other way round', 'They are strong. They weaken.', 'weak'],
    ['is unstated where nothing is said', 'They are blue.', 'unstated'],
    ['is unstated where too little is said', 'A hint.', 'unstated'],
    ['is unstated where words only lean to one', 'Less and less.', 'unstated'],
    ['is what words lean to, where a term says it', 'They are strong and strong. They shrink less.', 'weak'],
  ])('%s', (_, text, value) => {
    expect(label(text)).toBe(value);
  });

  it('is that of the body, where the heading says another', () => {
    expect(label({ heading: 'They are strong', body: 'They weaken.' })).toBe('weak');
    expect(label({ heading: 'They weaken', body: 'They are strong.' })).toBe('strong');
  });

  it('must outweigh the threshold', () => {
    expect(label('They weaken.', { threshold: 3 })).toBe('unstated');
    expect(label('A hint.', { threshold: 0.2 })).toBe('weak');
  });

  it('is what words lean to, where the facet says that this suffices', () => {
    const lean = (threshold: number, margin = 0) =>
      answer('Less and less.', { 'leaning-suffices': true, threshold, margin });
    expect(lean(0.75).facets.f).toBe('weak');
    expect(lean(0.85).facets.f).toBe('unstated');
    expect(lean(0.75, 0.1).uncertain).toEqual([]);
    expect(lean(0.75, 0.2).uncertain).toEqual(['f']);
  });

  it('is what a term says, in few words whatever they lean to', () => {
    const values = {
      weak: { terms: ['weaken'], leaning: { muscle: -4 } },
      strong: { terms: ['strong'], leaning: { muscle: 9 } },
    };
    const few = 'The muscle may weaken.';
    const lean = (text: string) => label(text, { values, 'leaning-suffices': true });
    expect(lean(few)).toBe('weak');
    expect(lean(`${few} It is seen in women and in men, and it is seen on a scan.`)).toBe('strong');
  });

  it('is what a term says outright of two sides, whatever the words lean to', () => {
    const sided = (strength: number) =>
      profileOf({
        facets: {
          f: {
            values: {
              good: { terms: ['fine'] },
              bad: { terms: [{ terms: ['sad'], strength }], leaning: { scan: -5 } },
              both: { combines: ['good', 'bad'], terms: ['draw'] },
            },
          },
        },
      });
    const text = 'That is sad, and it is seen in women and in men, and it is seen on a scan.';
    expect(coded(text, sided(2.1)).facets.f).toBe('bad');
    expect(coded(text, sided(2)).facets.f).toBe('unstated');
  });

  it('is unstated where more speaks for no position', () => {
    const values = { ...FACET.values, unstated: ['cannot say'] };
    expect(label('They weaken.', { values })).toBe('weak');
    expect(label('They shrink. I cannot say.', { values })).toBe('unstated');
  });
});

describe('a label is uncertain', () => {
  const isUncertain = (text: string, settings?: object) => answer(text, settings).uncertain.includes('f');

  it('where a term says a value that leaning words outvote, but do not speak more against', () => {
    const against = (weight: number) => ({
      threshold: 1.5,
      margin: 0.2,
      values: { weak: { terms: ['weaken'], leaning: { gone: weight } }, strong: { terms: ['strong'] } },
    });
    const long = 'They weaken, and so it has been told by all of us until today, and it is gone.';
    expect(answer(long, against(-1.2))).toMatchObject({ facets: { f: 'unstated' }, uncertain: ['f'] });
    expect(answer(long, against(-9))).toMatchObject({ facets: { f: 'unstated' }, uncertain: [] });
  });

  it('where its lead over the threshold or over another value is small', () => {
    expect(isUncertain('They weaken.')).toBe(false);
    expect(isUncertain('They weaken.', { threshold: 2.4 })).toBe(true);
    expect(isUncertain('They weaken. They are strong.', { margin: 0.7 })).toBe(true);
    expect(isUncertain('They weaken. They are strong.', { margin: 0.5 })).toBe(false);
  });

  it('where it is unstated by a little', () => {
    expect(isUncertain('A hint.')).toBe(true);
    expect(isUncertain('They are blue.')).toBe(false);
  });

  it('where the facet that it hangs on is', () => {
    const file = (margin: number) =>
      profileOf({
        facets: {
          f: { ...FACET, margin },
          g: { when: { f: 'weak' }, values: { good: ['welcome'] } },
        },
      });
    expect(coded('They weaken, which is welcome.', file(0.5)).uncertain).toEqual([]);
    expect(coded('They weaken, which is welcome.', file(5)).uncertain).toEqual(['f', 'g']);
  });
});

describe('a label is hedged', () => {
  it.each([
    ['They may weaken.', ['f']],
    ['They weaken.', []],
    ['They may weaken. They shrink.', []],
    ['They may weaken. They are strong and strong again, and strong.', []],
    ['They are blue.', []],
  ])('"%s": %j', (text, hedged) => {
    expect(answer(text).hedged).toEqual(hedged);
  });
});

describe('a value of two', () => {
  const values = {
    good: ['welcome', 'useful'],
    bad: ['sad', 'harm'],
    both: { combines: ['good', 'bad'], terms: ['double edged'] },
  };
  const judged = (text: string, settings: object = {}) =>
    coded(text, profileOf({ facets: { f: { values, ...settings } } }));

  it.each([
    ['It is welcome.', 'good'],
    ['It is sad.', 'bad'],
    ['It is welcome, and it is sad.', 'both'],
    ['It is sad, and it is welcome.', 'both'],
    ['It is double edged.', 'both'],
    ['It is blue.', 'unstated'],
  ])('"%s" is %s', (text, value) => {
    expect(judged(text).facets.f).toBe(value);
  });

  it('is uncertain where one of the two is a close call', () => {
    expect(judged('It is welcome, and it is sad.', { margin: 0.5 }).uncertain).toEqual([]);
    expect(judged('It is welcome, and it is sad.', { threshold: 2.4 }).uncertain).toEqual(['f']);
  });

  it('needs the lead of the weaker half that the facet asks for, unless a term says both', () => {
    const text = 'It is welcome and useful, and it is welcome. It is sad.';
    const led = (lead: number) => judged(text, { 'weaker-lead': lead });
    expect(led(1.5).facets.f).toBe('both');
    expect(led(1.7)).toMatchObject({ facets: { f: 'good' }, uncertain: ['f'] });
    expect(led(1.7).reasons.f).toMatch(/more than 1 was needed, and 2\.7 beside the other$/);
    expect(led(3)).toMatchObject({ facets: { f: 'good' }, uncertain: [] });
    expect(judged('It is sad.', { 'weaker-lead': 3 }).facets.f).toBe('bad');
    expect(judged('It is double edged.', { 'weaker-lead': 3 }).facets.f).toBe('both');
  });

  it('needs more than a hint of the half that no term says', () => {
    const leaning = (weight: number) => ({
      values: {
        good: { terms: ['welcome'] },
        bad: { terms: ['harm'], leaning: { thin: weight } },
        both: { combines: ['good', 'bad'] },
      },
      'leaning-suffices': true,
      threshold: 1,
    });
    const said = (text: string, weight: number) => judged(text, leaning(weight)).facets.f;
    expect(said('A thin face is welcome to me, to him, to her and to all of them.', 1.5)).toBe('good');
    expect(said('A thin face is welcome to me, to him, to her and to all of them.', 2)).toBe('both');
    expect(said('A thin face is welcome.', 2)).toBe('good');
    expect(said('A thin face.', 1.5)).toBe('unstated');
    expect(said('A thin face.', 2)).toBe('bad');
    expect(said('A thin face is welcome, and a harm.', 1.5)).toBe('both');
  });
});
