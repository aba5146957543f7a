import { describe, expect, it } from 'vitest';
import { leaningTotals, leaningWordsIn } from '../../src/classify/leaning.js';
import type { CompiledProfile } from '../../src/profile/compile.js';
import { coded, heardOf, profileOf, threadOf } from './sample.js';

/** A profile whose words lean to "loose". */
const leaningTo = (leaning: Readonly<Record<string, number>>): CompiledProfile =>
  profileOf({
    facets: {
      f: {
        'leaning-suffices': true,
        threshold: 0.2,
        values: { loose: { terms: ['loose'], leaning }, firm: ['firm'] },
      },
    },
  });

/** The leaning words of a text, as it has them. */
const found = (text: string, ...words: string[]): string[] => {
  const profile = leaningTo(Object.fromEntries(words.map((word) => [word, 1])));
  return leaningWordsIn(heardOf(text, profile), profile.leaning).map(({ span }) => text.slice(...span));
};

describe('leaning words are found', () => {
  it.each([
    ['by their stem', 'Treatments were costly.', ['treatment'], ['Treatments']],
    [
      'by their stem, whatever form the profile has',
      'One treatment was costly.',
      ['treatments'],
      ['treatment'],
    ],
    ['by a stem that the profile has', 'So many injuries, a tiny injury.', ['injuri'], ['injuries']],
    ['as a pair', 'After four months it was gone.', ['four month'], ['four months']],
    [
      'as a pair and as each of its words',
      'Four months.',
      ['four month', 'month', 'four'],
      ['Four', 'Four months', 'months'],
    ],
    ['as a pair with a hyphen between', 'A long-term thing.', ['long term'], ['long-term']],
    ['as pairs that share a word', 'Long term use.', ['long term', 'term use'], ['Long term', 'term use']],
    ['with their apostrophe, whichever it is', 'I don\u2019t.', ["i don't"], ['I don\u2019t']],
    [
      'with what is typed for one',
      'I don\u00b4t, I couldn`t.',
      ["i don't", "couldn't"],
      ['I don\u00b4t', 'couldn`t'],
    ],
    ['as a figure that stands for the word', 'After 4 months.', ['four month', 'four'], ['4', '4 months']],
    ['as a figure, where the profile has that', 'After 4 months.', ['4 month', 'four month'], ['4 months']],
    [
      'in the order of the text',
      'Years of tape, years of care.',
      ['care', 'tape', 'years'],
      ['Years', 'tape', 'care'],
    ],
  ])('%s', (_, text, words, expected) => {
    expect(found(text, ...words)).toEqual(expected);
  });

  it.each([
    'Thank you for your question!',
    'Hi there Kelly, dear.',
    'Best of luck, Dr. Smith.',
    'Kind regards, your Kelly.',
    'I hope this helps, Kelly.',
  ])('not in a courtesy: %s', (text) => {
    expect(found(`${text} It was dear.`, 'question', 'kelly', 'luck', 'regards', 'helps', 'dear')).toEqual([
      'dear',
    ]);
  });

  it.each([
    ['across a comma', 'It took four, months later.'],
    ['across a dash', 'It took four \u2014 months later.'],
    ['across the end of a sentence', 'It took four. Months later.'],
    ['across another word', 'It took four long months.'],
    ['the other way round', 'Months, months four.'],
  ])('not as a pair %s', (_, text) => {
    expect(found(text, 'four month')).toEqual([]);
  });

  it.each([
    ['not where a negation reaches it', 'It is not slack.', ['slack'], []],
    ['by the denial of it', 'It is not slack.', ['not_slack'], ['slack']],
    [
      'by the denial, whatever form the profile has',
      'No treatments helped.',
      ['not_treatment'],
      ['treatments'],
    ],
    ['not by its denial where nothing denies it', 'Slack, I am sure.', ['not_slack'], []],
    ['not by its denial behind the end of the clause', 'It did not hold; slack again.', ['not_slack'], []],
    ['where two negations cancel each other', 'I cannot say it is not slack.', ['slack'], ['slack']],
    ['said and denied, each', 'Slack? No, not slack.', ['slack', 'not_slack'], ['Slack', 'slack']],
    ['as a pair, denied or not', 'It never took four months.', ['four month'], ['four months']],
  ])('%s', (_, text, words, expected) => {
    expect(found(text, ...words)).toEqual(expected);
  });

  it('not where the answerer does not speak', () => {
    const post = { body: 'Slack, you say? It is slack.', excluded: 'Slack, you say?' };
    expect(coded(post, leaningTo({ slack: 1 })).leaning).toMatchObject([{ span: [22, 27], text: 'slack' }]);
  });
});

describe('leaning words', () => {
  it('count once an answer, where it has them first', () => {
    const text = 'Slack. As slack as slack can be.';
    const { leaning, facets, reasons } = coded(text, leaningTo({ slack: 1.5 }));
    expect(leaning).toEqual([{ span: [0, 5], text: 'Slack', weights: { f: { loose: 1.5 } } }]);
    expect(facets.f).toBe('loose');
    expect(reasons.f).toMatch(/^1\.5 for loose/);
  });

  it('below 0 speak against their value', () => {
    const profile = leaningTo({ slack: 1.2, tape: -0.9, glue: -3 });
    expect(coded('It is slack.', profile).facets.f).toBe('loose');
    expect(coded('It is slack, so I use tape.', profile).facets.f).toBe('unstated');
    expect(coded('It is loose.', profile).facets.f).toBe('loose');
    expect(
      coded('It is loose, so I use glue, and I always have, in all of these years.', profile).facets.f,
    ).toBe('unstated');
  });

  it('have spans in the text of the thread, also in a heading', () => {
    const post = { question: 'Is it slack?', heading: 'Very slack', body: 'Yes, and tape.' };
    const { leaning } = coded(post, leaningTo({ slack: 1, tape: 1 }));
    const { text } = threadOf(post);
    expect(leaning.map(({ span }) => span[0])).toEqual([text.lastIndexOf('slack'), text.indexOf('tape')]);
    expect(leaning.map(({ span }) => text.slice(...span))).toEqual(['slack', 'tape']);
  });

  it('add up for each value of a facet', () => {
    const profile = profileOf({
      facets: {
        f: {
          values: {
            loose: { terms: ['loose'], leaning: { slack: 0.5, tape: -0.25 } },
            firm: { terms: ['firm'], leaning: { tape: 1 } },
          },
        },
        g: { values: { good: { terms: ['good'], leaning: { slack: -1 } } } },
      },
    });
    const words = leaningWordsIn(heardOf('Slack tape. Slack.', profile), profile.leaning);
    expect(words).toHaveLength(2);
    const totals = leaningTotals(words, profile.leaning.rows);
    expect(Object.fromEntries(totals.get('f') ?? [])).toEqual({ loose: 0.25, firm: 1 });
    expect(Object.fromEntries(totals.get('g') ?? [])).toEqual({ good: -1 });
    expect(totals.size).toBe(2);
  });

  it('weigh the same in whatever order they stand', () => {
    const profile = leaningTo({ slack: 0.1, tape: 0.2, glue: 0.3 });
    const total = (text: string) =>
      leaningTotals(leaningWordsIn(heardOf(text, profile), profile.leaning), profile.leaning.rows);
    expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
    expect(total('Slack tape glue.')).toEqual(total('Glue tape slack.'));
  });
});

describe('words of an exception', () => {
  const profile = profileOf({
    facets: {
      f: {
        'leaning-suffices': true,
        threshold: 0.2,
        exceptions: ['years of practice'],
        values: { loose: { terms: ['loose'], leaning: { year: 1 } }, firm: ['firm'] },
      },
      g: {
        'leaning-suffices': true,
        threshold: 0.2,
        values: { loose: { terms: ['loose'], leaning: { year: 1 } }, firm: ['firm'] },
      },
    },
  });

  it('lean to nothing in its facet', () => {
    expect(coded({ body: 'I say so after years of practice.' }, profile).facets).toEqual({
      f: 'unstated',
      g: 'loose',
    });
    expect(coded({ body: 'It gives way after years of wear.' }, profile).facets).toEqual({
      f: 'loose',
      g: 'loose',
    });
  });
});
