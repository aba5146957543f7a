import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fit } from '../../src/evaluate/fit.js';
import { strengthen, withoutPlace } from '../../src/evaluate/strengthen.js';
import { builtinProfile } from '../../src/profile/builtin.js';
import { loadProfile } from '../../src/profile/load.js';
import type { LeaningWords, Profile, TermGroup, Weights } from '../../src/profile/model.js';
import { effectiveProfile, effectiveYaml } from '../../src/profile/show.js';

const groupsOf = ({ facets }: Profile) =>
  facets.flatMap(({ values }) => values.flatMap(({ terms }) => terms));

/** The first term of a group; leaning words as the file has them. */
const nameOf = (one: TermGroup | LeaningWords) => ('words' in one ? one.words : one.terms[0]);

const withoutPlaceIn = (text: string) =>
  [...withoutPlace(text, loadProfile(text, 'p.yaml').profile)].map(nameOf);

/** A fit that gives these terms and leaning words these strengths, and all facets a threshold if one is given. */
function fitOf(profile: Profile, byTerm: Readonly<Record<string, number>>, threshold?: number): Fit {
  const strengths = groupsOf(profile).flatMap((group): [TermGroup, number][] => {
    const strength = byTerm[group.terms[0] as string];
    return strength === undefined ? [] : [[group, strength]];
  });
  const thresholds = threshold === undefined ? [] : profile.facets.map(({ id }) => [id, threshold] as const);
  const leaning = profile.leaning.flatMap(
    (words): [LeaningWords, Record<string, Record<string, number>>][] => {
      const weight = byTerm[words.words];
      return weight === undefined ? [] : [[words, everywhere(weight, words.weights)]];
    },
  );
  return {
    strengths: new Map(strengths),
    thresholds: new Map(thresholds),
    leaning: new Map(leaning),
    answers: new Map(),
    labelled: 0,
  };
}

/** The same weight for every value that has one. */
function everywhere(weight: number, weights: Weights): Record<string, Record<string, number>> {
  const same = (cells: object) => Object.fromEntries(Object.keys(cells).map((value) => [value, weight]));
  return Object.fromEntries(Object.entries(weights).map(([facet, cells]) => [facet, same(cells)]));
}

function strengthened(text: string, byTerm: Readonly<Record<string, number>>, threshold?: number): string {
  const { profile } = loadProfile(text, 'p.yaml');
  return strengthen(text, profile, fitOf(profile, byTerm, threshold));
}

const COMMENTED = `# My codebook.
facets:
  b:   # the second letter
    threshold: 1  # as a rule
    values:
      # Words that say it.
      yes:
        terms:
          - indeed
          - explanation: "says it outright"
            strength: 2.5   # a guess
            terms: [certainly, sure]
          - { terms: [aye], strength: 1 }
        leaning: {
            # seen in company
            good: 0.5, bad: 0.2,
            old: 0.9,
            "off": 1.0
          }
      no: [never]
  a: { values: { z: [{ terms: [zed] }] } }
`;

describe('fitted numbers', () => {
  it('stand where the old ones stood; comments, order, quotes and blanks stay', () => {
    const result = strengthened(COMMENTED, {
      certainly: 1.26,
      aye: 3,
      good: 0.123,
      bad: 0.3,
      old: -0.4,
      off: 2,
    });
    const expected = COMMENTED.replace('2.5   #', '1.3   #')
      .replace('strength: 1 }', 'strength: 3.0 }')
      .replace('good: 0.5, bad: 0.2', 'good: 0.12, bad: 0.30')
      .replace('old: 0.9', 'old: -0.40')
      .replace('"off": 1.0', '"off": 2.00');
    expect(result).toBe(expected);
  });

  it('are added at the head of a group or a facet that had none, in either style', () => {
    const text =
      'facets:\n  a:\n    values:\n      b:\n        terms:\n          - terms: [x]\n            near: [f]\n';
    expect(strengthened(`families: { f: [y] }\n${text}`, { x: 1.5 }, 2)).toBe(
      `families: { f: [y] }\n${text
        .replace('    values:', '    threshold: 2.00\n    values:')
        .replace('- terms: [x]', '- strength: 1.5\n            terms: [x]')}`,
    );
    expect(strengthened('facets: { a: { values: { z: [{ terms: [zed] }] } } }', { zed: 1 }, 0.5)).toBe(
      'facets: { a: { threshold: 0.50, values: { z: [{ strength: 1.0, terms: [zed] }] } } }',
    );
    const windows = text.replaceAll('\n', '\r\n').replace('            near: [f]\r\n', '');
    expect(strengthened(windows, { x: 1.5 })).toContain('- strength: 1.5\r\n            terms');
  });

  it('are the ones that the profile then has', () => {
    const text = strengthened(COMMENTED, { certainly: 1.2, aye: 0, good: -0.1, zed: 3.3 }, 1.75);
    const { profile } = loadProfile(text, 'p.yaml');
    const strengths = groupsOf(profile).map(({ terms, strength }) => [terms[0], strength]);
    expect(Object.fromEntries(strengths)).toMatchObject({
      certainly: 1.2,
      aye: 0,
      zed: 3.3,
      indeed: 2,
    });
    const weights = profile.leaning.map(({ words, weights }) => [words, weights.b?.yes]);
    expect(Object.fromEntries(weights)).toEqual({ good: -0.1, bad: 0.2, old: 0.9, off: 1 });
    expect(profile.facets.map(({ threshold }) => threshold)).toEqual([1.75, 1.75]);
  });

  it('go nowhere in a profile that a fit says nothing of', () => {
    expect(strengthened(COMMENTED, {})).toBe(COMMENTED);
  });
});

describe('leaning words nearer to 0 than 0.05', () => {
  it('go, with their line if it is theirs alone; the comments above them stay', () => {
    const result = strengthened(COMMENTED, { good: -0.04, bad: 0.3, old: 0.01, off: -0.05 });
    expect(result).toBe(
      COMMENTED.replace('good: 0.5, bad: 0.2', 'bad: 0.30')
        .replace('            old: 0.9,\n', '')
        .replace('"off": 1.0', '"off": -0.05'),
    );
  });

  it('go from a block as well, even all of them', () => {
    const text =
      'facets:\n  a:\n    values:\n      b:\n        terms: [x]\n        leaning:\n          # few\n          one: 1   # the first\n          two: 2\n      c: [z]\n';
    expect(strengthened(text, { one: 0, two: 1 })).toBe(
      text.replace('          one: 1   # the first\n', '').replace('two: 2', 'two: 1.00'),
    );
    const none = strengthened(text, { one: 0, two: 0 });
    expect(none).toContain('        leaning: {}\n          # few\n      c: [z]\n');
    const { profile } = loadProfile(none, 'p.yaml');
    expect(groupsOf(profile).map(({ terms }) => terms[0])).toEqual(['x', 'z']);
    expect(profile.leaning).toEqual([]);
  });

  it('go from the values that they do not lean to, and stay at those that they do', () => {
    const text =
      'facets: { a: { values: { b: { terms: [x], leaning: { one: 1 } }, c: { terms: [z], leaning: { one: 1 } } } } }';
    const { profile } = loadProfile(text, 'p.yaml');
    const leaning = new Map(profile.leaning.map((words) => [words, { a: { b: 0, c: -0.5 } }]));
    expect(strengthen(text, profile, { ...fitOf(profile, {}), leaning })).toBe(
      text.replace('leaning: { one: 1 } }, c', 'leaning: { } }, c').replace('one: 1', 'one: -0.50'),
    );
  });
});

describe('without a place of their own', () => {
  it('are the groups of plain lists', () => {
    expect(withoutPlaceIn(COMMENTED)).toEqual(['indeed', 'never']);
  });

  it('are groups and leaning words that an alias repeats, on both sides', () => {
    const text = `facets:
  a: { values: { b: [&g { terms: [x], strength: 1 }, { terms: [y], strength: &s 1 }, { terms: [z], strength: *s }] } }
  c: { values: { d: [*g, { terms: [w], strength: 2 }], e: { terms: [{ terms: [v] }], leaning: &l { u: 1 } } } }
  f: { values: { g: { terms: [t], leaning: *l } } }
`;
    expect(withoutPlaceIn(text)).toEqual(['x', 'y', 'z', 'x', 't', 'u']);
    const result = strengthened(text, { x: 3, y: 3, z: 3, u: 3, w: 3 });
    expect(result).toBe(text.replace('strength: 2', 'strength: 3.0'));
  });

  it('are leaning words that have no place at one of their values', () => {
    const text =
      'facets: { a: { values: { b: { terms: [{ terms: [x] }], leaning: { one: &w 1, two: 2 } }, c: { terms: [{ terms: [z] }], leaning: { one: 1, two: 1 } } } } }';
    expect(withoutPlaceIn(text)).toEqual(['one']);
  });

  it('are none in what profile show prints, and of the built-in profile only the words of its table', () => {
    const { profile } = builtinProfile();
    const file = readFileSync(new URL('../../src/profile/facial-muscles.yaml', import.meta.url), 'utf8');
    expect([...withoutPlace(file, profile)]).toEqual(profile.leaning);
    const shown = effectiveYaml(effectiveProfile(profile));
    expect(withoutPlaceIn(shown)).toEqual([]);
  });
});
