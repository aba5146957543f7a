import { describe, expect, it } from 'vitest';
import { longestFirst, Matcher } from '../../src/classify/match.js';
import { profileOf, sentencesOf } from './sample.js';

const FAMILIES = {
  muscle: ['muscle', 'masseter', 'frontalis'],
  wane: ['go down', 'slip|slips away', 'dwindle'],
  visit: ['visit|visits'],
  'a-year-or-more': { of: 'time', from: 12 },
  'few-visits': { of: 'visit', from: 1, to: 3 },
};

/** What the terms match in a text: every hit, or only the longest. */
function matches(terms: string[], text: string, { longest = false } = {}): string[] {
  const profile = profileOf({ families: FAMILIES, facets: { a: { values: { b: terms } } } });
  return sentencesOf(text, profile).flatMap(({ tokens }) => {
    const hits = new Matcher(tokens, profile).findAll(profile.terms);
    return (longest ? longestFirst(hits, tokens) : hits).map(({ matched }) =>
      matched.map((index) => tokens[index]?.word.text).join(' '),
    );
  });
}

describe('a word of a pattern', () => {
  it.each([
    ['matches its inflections', 'weaken', 'weakens weakened weakening WEAKEN', 4],
    ['matches no other member of its family', 'weaken', 'weak weakness week', 0],
    ['matches the genitive', 'muscle', 'the muscle\u2019s size', 1],
    ['matches only itself behind "="', '=left', 'left leave leaves', 1],
    ['matches what begins so before "*"', 'atroph*', 'atrophy atrophic atrophied trophy', 3],
    ['matches any of its alternatives', 'slow|gradual*', 'slowly gradually quickly', 1],
    ['matches a contraction with either apostrophe', "don't", "don't don\u2019t dont", 2],
    ['matches a number as it stands', '20', '20 200 2', 1],
    ['matches any word of a family', '<muscle>', 'the masseter and the frontalis', 2],
  ])('%s', (_, term, text, count) => {
    expect(matches([term], text)).toHaveLength(count);
  });
});

describe('a phrase', () => {
  it.each([
    ['matches word behind word', 'lose strength', 'they lose strength', ['lose strength']],
    ['does not match with a word between', 'lose strength', 'they lose some strength', []],
    [
      'matches with a word that may be absent',
      'lose the? strength',
      'lose strength, lose the strength',
      ['lose strength', 'lose the strength'],
    ],
    ['reaches over a comma', 'thin weak', 'a thin, weak one', ['thin weak']],
    ['reaches over no semicolon', 'thin weak', 'it is thin; weak too', []],
    ['reaches over no full stop', 'thin weak', 'It is thin. Weak too', []],
    ['takes a hyphen for a blank', 'long-term', 'long term, long-term', ['long term', 'long term']],
    ['takes a non-breaking space for a blank', 'over time', 'over\u00a0time', ['over time']],
    ['holds a family of phrases', '<muscle> <wane>', 'the muscle slips away', ['muscle slips away']],
    ['takes the longest entry of a family', 'will <wane>', 'will go down', ['will go down']],
  ])('%s', (_, term, text, found) => {
    expect(matches([term], text)).toEqual(found);
  });
});

describe('a gap', () => {
  it.each([
    ['may be empty', 'lose ... tone', 'lose tone', ['lose tone']],
    [
      'holds three words at most',
      'lose ... tone',
      'lose all of their tone, lose nearly all of their tone',
      ['lose tone'],
    ],
    ['holds as many as it says', 'lose ...5 tone', 'lose nearly all of their own tone', ['lose tone']],
    ['is as short as can be', 'lose ... tone', 'lose tone and tone', ['lose tone']],
    ['reaches over no bracket', 'lose ... tone', 'lose (they say) tone', []],
    ['gives its words to other terms', 'lose ... tone', 'lose fast tone', ['lose tone']],
  ])('%s', (_, term, text, found) => {
    expect(matches([term], text)).toEqual(found);
  });
});

describe('a family of quantities', () => {
  it.each([
    ['matches within its bounds', 'for <a-year-or-more>', 'for two years', ['for two years']],
    ['does not match below them', 'for <a-year-or-more>', 'for two months', []],
    ['begins a term', '<a-year-or-more>', 'eighteen months on', ['eighteen months']],
    ['counts the words of another family', '<few-visits>', 'two visits, ten visits', ['two visits']],
  ])('%s', (_, term, text, found) => {
    expect(matches([term], text)).toEqual(found);
  });
});

describe('of hits that share words', () => {
  it('the longest wins, and a gap makes none longer', () => {
    expect(matches(['strength', 'lose strength'], 'lose strength', { longest: true })).toEqual([
      'lose strength',
    ]);
    expect(
      matches(['lose ... strength', 'nearly all strength'], 'lose nearly all strength', { longest: true }),
    ).toEqual(['nearly all strength']);
  });

  it('the first of equals wins', () => {
    expect(matches(['a b', 'b c'], 'a b c', { longest: true })).toEqual(['a b']);
  });

  it('one in the gap of another stays beside it', () => {
    expect(matches(['lose ... tone', 'muscle'], 'lose muscle tone', { longest: true })).toEqual([
      'lose tone',
      'muscle',
    ]);
  });
});
