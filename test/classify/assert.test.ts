import { describe, expect, it } from 'vitest';
import { coded, finding, heard, outcome, type Post, profileOf } from './sample.js';

const LOOSE = {
  families: { muscle: ['muscle', 'muscles'], skin: ['skin'] },
  facets: {
    f: {
      exceptions: ['loose change'],
      values: {
        loose: {
          negated: 'firm',
          terms: [
            { terms: ['loose'], near: 'muscle', unless: 'skin' },
            { terms: ['slack'], near: 'muscle', within: 'clause' },
            { terms: ['floppy'], near: 'muscle', within: 'answer' },
            { terms: ['limp', 'droop ... brow'], negated: null },
            { terms: ['hold no tension'] },
          ],
        },
        firm: {},
      },
    },
  },
};

/** What becomes of the evidence in an answer. */
const outcomes = (post: Post | string) => coded(post, profileOf(LOOSE)).evidence.map(outcome);

describe('company', () => {
  it.each([
    ['is in the sentence', 'The muscle goes loose.', ['+loose']],
    ['is missing', 'It goes loose.', []],
    ['is in another sentence', 'The muscle? It goes loose.', []],
    ['is there, and what must not be as well', 'Loose skin over the muscle.', []],
    ['is asked for in the clause, and is in it', 'The muscle goes slack; it sags.', ['+loose']],
    ['is asked for in the clause, and is in another', 'The muscle is fine; it goes slack.', []],
    ['is asked for in the answer, and is in it', 'The muscle is fine. It goes floppy.', ['+loose']],
    ['is asked for in the answer, and is not in it', 'It is fine. It goes floppy.', []],
  ])('%s', (_, text, expected) => {
    expect(outcomes(text)).toEqual(expected);
  });
});

describe('an exception', () => {
  it('takes its words away from shorter terms', () => {
    expect(outcomes('Loose change in the muscle car.')).toEqual([]);
    expect(outcomes('The muscle is loose; change nothing.')).toEqual(['+loose']);
  });
});

describe('a denied term', () => {
  it('speaks for the value that it is given', () => {
    expect(outcomes('The muscle does not go loose.')).toEqual(['+firm']);
  });

  it('is no evidence where it is given none', () => {
    expect(outcomes('It does not go limp.')).toEqual(['-loose (denied)']);
  });

  it('denied twice is stated', () => {
    expect(outcomes('I do not think that the muscle never goes loose.')).toEqual(['+loose']);
  });

  it('says its own denial', () => {
    expect(outcomes('They hold no tension.')).toEqual(['+loose']);
  });

  it('denied in its gap is denied', () => {
    expect(outcomes('It will droop no brow.')).toEqual(['-loose (denied)']);
  });
});

describe('no assertion is', () => {
  it.each([
    ['a question', 'Does it cause sagging?', 'a question'],
    ['a question of one word', 'Sagging? Ask again next year.', 'a question'],
    ['what is only supposed', 'If only it caused sagging.', 'only supposed'],
    ['what would be', 'If that were so, we would expect sagging.', 'only supposed'],
    ["another's view", 'Many people believe it causes sagging.', "somebody else's view"],
    ['what the asker heard', 'You have heard about sagging.', "somebody else's view"],
    ['what once was believed', 'We used to think it caused sagging.', "somebody else's view"],
    ['what passes', 'It causes temporary sagging.', 'only for a time'],
    ['of somebody else', "My mother's sagging runs deep.", 'said of somebody or something else'],
  ])('%s', (_, text, reason) => {
    const outcomeOf = heard(text, 'sagging');
    expect(outcomeOf).toEqual([`-present (${reason})`]);
  });

  it('a question with its answers', () => {
    expect(heard('Does it cause sagging, yes or no?', 'sagging')).toEqual(['-absent (a question)']);
  });
});

describe('an assertion is', () => {
  it.each([
    ['a short quotation, which is only emphasis', 'It causes "real sagging" in time.'],
    ['a condition that is granted', 'If injected for years, it causes sagging.'],
    ['a hedge', 'It may cause sagging.'],
    ['a statement behind a question', 'Sure? It causes sagging.'],
    ['a statement with a tag', "It causes sagging, doesn't it?"],
    ['a statement that is taken up', 'It causes sagging and honestly?? who cares.'],
    ['a statement that wants agreement', 'It causes sagging, no?'],
  ])('%s', (_, text) => {
    expect(heard(text, 'sagging')).toEqual(['+present']);
  });
});

describe('a quotation', () => {
  const question = 'Does Botox cause deep sagging?';

  it('of the asker is no assertion, however short', () => {
    const post = { question, body: 'Your "deep sagging" is plain to see.' };
    expect(coded(post, finding('sagging')).evidence.map(outcome)).toEqual(['-present (a quotation)']);
  });

  it('is told by who says it, before it or behind it', () => {
    const notOwn = "-present (somebody else's view)";
    expect(heard('You wrote that it is sagging, and I see why.', 'sagging')).toEqual([notOwn]);
    expect(heard('It is sagging for good, some people say.', 'sagging')).toEqual([notOwn]);
    expect(heard('It is sagging, and people say so when they come.', 'sagging')).toEqual(['+present']);
  });

  it('is no assertion where it is long', () => {
    const post = { question, body: '"I fear all that sagging" is what I hear.' };
    expect(coded(post, finding('sagging')).evidence.map(outcome)).toEqual(['-present (a quotation)']);
  });

  it('is what a text tells that nobody asked for', () => {
    expect(heard('"There is no sagging at all," said she.', 'sagging')).toEqual(['+absent']);
  });

  it('of one word is emphasis, even if the asker has used it', () => {
    const post = { question, body: 'It causes "sagging" all right.' };
    expect(coded(post, finding('sagging')).evidence.map(outcome)).toEqual(['+present']);
  });

  it('that the parser has found is not read', () => {
    const post = { body: '> It causes sagging\n\nThat it does not.', excluded: '> It causes sagging' };
    expect(coded(post, finding('sagging')).evidence).toEqual([]);
  });
});

describe('cues that a group ignores', () => {
  const facets = (ignore: string) => ({
    f: { values: { lasting: { terms: [{ terms: ['for good'], ignore: [ignore] }] } } },
  });

  it.each([
    ['temporality', 'It is temporary for good.'],
    ['question', 'Is it for good?'],
    ['attribution', 'Many people say it is for good.'],
  ])('%s', (kind, text) => {
    const last = (ignore: string) =>
      coded(text, profileOf({ facets: facets(ignore) })).evidence.at(-1)?.counted;
    expect(last(kind)).toBe(true);
    expect(last('hedge')).toBe(false);
  });
});

it('a leaning word counts as it stands, whatever cues there are but a negation', () => {
  const profile = profileOf({
    facets: {
      f: { 'leaning-suffices': true, threshold: 0.2, values: { loose: { leaning: { slack: 1.5 } } } },
    },
  });
  const answer = coded('If it is slack, as many people say?', profile);
  expect(answer.evidence).toEqual([]);
  expect(answer.leaning).toEqual([{ span: [9, 14], text: 'slack', weights: { f: { loose: 1.5 } } }]);
  expect(answer.facets.f).toBe('loose');
});
