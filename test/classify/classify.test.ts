import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, classifyText, tagsOf } from '../../src/classify/classify.js';
import type { CodedAnswer, Span } from '../../src/model.js';
import { builtinProfile } from '../../src/profile/builtin.js';
import { coded, finding, profileOf, threadOf } from './sample.js';

const QUESTION = 'Do facial muscles weaken from Botox use?';

describe('a coded thread', () => {
  const thread = threadOf({
    question: QUESTION,
    heading: 'Yes',
    body: 'The muscles weaken over time. That is a good thing.',
  });
  const [answer] = classify(thread, builtinProfile()).answers as [CodedAnswer];

  it('keeps the thread and the answer as they were', () => {
    const { answers, ...rest } = classify(thread, builtinProfile());
    expect({ ...rest, answers: thread.answers }).toEqual(thread);
    expect(answers[0]).toMatchObject(thread.answers[0] as object);
  });

  it('has a value and a reason for every facet', () => {
    expect(answer.facets).toEqual({ effect: 'weakens', pace: 'slow', judgement: 'beneficial' });
    expect(Object.keys(answer.reasons)).toEqual(['effect', 'pace', 'judgement']);
  });

  it('has evidence in the order of the text, whose spans give its words back', () => {
    const { evidence } = answer;
    expect(evidence.map(({ span }) => thread.text.slice(...span))).toEqual(evidence.map(({ text }) => text));
    const starts = evidence.map(({ span: [start] }) => start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(evidence[0]).toMatchObject({ text: 'Yes', reason: 'answers the question' });
  });

  it('names the term that matched, as the profile has it', () => {
    const profile = finding('sag* ...2 brow');
    const [evidence] = classifyText('It sags at the brow.', profile).evidence;
    expect(evidence).toMatchObject({ term: 'sag* ...2 brow', text: 'sags at the brow' });
  });

  it('gives each answer its own', () => {
    const text = 'They weaken.\n\nThey do not weaken.';
    const answers = (
      [
        [0, 12],
        [14, text.length],
      ] as Span[]
    ).map((span, index) => ({
      id: index + 1,
      heading: null,
      headingSpan: null,
      body: text.slice(...span),
      bodySpan: span,
      span,
      excluded: [],
    }));
    const both = { ...threadOf({ body: text }), answers };
    const found = classify(both, builtinProfile()).answers.map(({ facets }) => facets.effect);
    expect(found).toEqual(['weakens', 'no-weakening']);
  });
});

describe('a facet that hangs on another', () => {
  const profile = profileOf({
    facets: {
      f: { values: { weak: { terms: ['weaken'], negated: 'strong' }, strong: {} } },
      g: { when: { f: 'weak' }, values: { good: ['welcome'] } },
    },
  });

  it('is asked where the other has the value', () => {
    expect(coded('They weaken, a welcome thing.', profile).facets).toEqual({ f: 'weak', g: 'good' });
  });

  it('is not asked elsewhere, and its evidence says so', () => {
    const { facets, evidence } = coded('They never weaken, a welcome thing.', profile);
    expect(facets).toEqual({ f: 'strong', g: 'unstated' });
    expect(evidence[1]).toMatchObject({ counted: false, weight: 0, reason: 'asked only where f is weak' });
  });
});

describe('tags', () => {
  const { profile } = builtinProfile();

  it.each([
    [{ effect: 'weakens', pace: 'slow', judgement: 'unstated' }, ['weakens-slow']],
    [{ effect: 'weakens', pace: 'unstated', judgement: 'mixed' }, ['weakens-pace-unstated', 'mixed']],
    [{ effect: 'no-weakening', pace: 'unstated', judgement: 'unstated' }, ['no-weakening']],
    [{ effect: 'unstated', pace: 'unstated', judgement: 'unstated' }, []],
    [{ effect: 'weakens' }, ['weakens-pace-unstated']],
  ])('of %j are %j', (facets, tags) => {
    expect(tagsOf(facets, profile)).toEqual(tags);
  });
});

describe('a text by itself', () => {
  it('is one answer without a question', () => {
    const answer = classifyText('The muscles do weaken.', builtinProfile());
    expect(answer).toMatchObject({ id: 1, heading: null, span: [0, 22], tags: ['weakens-pace-unstated'] });
  });

  it.each([[''], [' \n\n '], ['...'], ['\u0000'], ['\ud800']])('may be %j', (text) => {
    expect(classifyText(text, builtinProfile())).toMatchObject({ tags: [], evidence: [] });
  });
});

describe('whatever the text', () => {
  const WORDS =
    'no not never without "yes" muscles weaken weak atrophy they it slowly over time years 3 months if may , . ? ! ; : ( ) \u201c \u201d - \u2014 but and because temporary good bad you heard ruled out \n\n \u00a0 don\u2019t \u{1f600}'.split(
      ' ',
    );
  const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join(' '));
  const anyText = fc.oneof({ weight: 3, arbitrary: sentence }, fc.string({ unit: 'binary', maxLength: 200 }));
  const optional = fc.option(anyText, { nil: undefined });
  const anyPost = fc.record({ question: anyText, asked: optional, heading: optional, body: anyText });
  const profile = builtinProfile();

  it.each(['It does not weaken, and', 'No atrophy, no weakness, and.', 'Without atrophy, and\n\nGood luck'])(
    'a denial whose list breaks off is read: %s',
    (body) => {
      expect(coded({ question: 'Does it weaken?', body }, profile)).toBeDefined();
    },
  );

  it('the same text is coded alike, whatever was coded before', () => {
    const isSame = (post: { question: string; body: string }) => {
      const first = JSON.stringify(coded(post, profile));
      coded({ body: `${post.question} ${WORDS.join(' ')}` }, profile);
      return JSON.stringify(coded(post, profile)) === first;
    };
    fc.assert(fc.property(anyPost, isSame), { seed: 2, numRuns: 60 });
  });

  it('evidence, cues and leaning words give their words back, and stand inside the answer', () => {
    const isInside = ([start, end]: Span, spans: readonly (Span | null)[]) =>
      start < end && spans.some((span) => span !== null && start >= span[0] && end <= span[1]);
    const isSound = (post: { question: string; body: string }) => {
      const thread = threadOf(post);
      const [answer] = classify(thread, profile).answers as [CodedAnswer];
      const spans = [answer.headingSpan, answer.bodySpan];
      const pieces = [...answer.evidence, ...answer.evidence.flatMap(({ cues }) => cues), ...answer.leaning];
      return pieces.every(({ span, text }) => isInside(span, spans) && thread.text.slice(...span) === text);
    };
    fc.assert(fc.property(anyPost, isSound), { seed: 3 });
  });

  it('the values are those of the profile, and the tags follow from them', () => {
    const values = new Map(
      profile.profile.facets.map(({ id, values }) => [id, ['unstated', ...values.map((value) => value.id)]]),
    );
    const isSound = (post: { question: string; body: string }) => {
      const { facets, tags, evidence, leaning } = coded(post, profile);
      const known = Object.entries(facets).every(([id, value]) => values.get(id)?.includes(value));
      const grounded = Object.entries(facets).every(
        ([id, value]) =>
          value === 'unstated' ||
          evidence.some(
            (part) => part.facet === id && part.counted && (part.value === value || value === 'mixed'),
          ) ||
          leaning.some(({ weights }) => value === 'mixed' || (weights[id]?.[value] ?? 0) > 0),
      );
      return known && grounded && tags.join() === tagsOf(facets, profile.profile).join();
    };
    fc.assert(fc.property(anyPost, isSound), { seed: 4 });
  });

  it('what is excluded is not evidence', () => {
    const isUnread = (before: string, excluded: string, after: string) => {
      const body = `${before}\n\n${excluded}\n\n${after}`;
      const [from, to] = [before.length + 2, before.length + 2 + excluded.length];
      const thread = threadOf({ body });
      const answers = thread.answers.map((answer) => ({ ...answer, excluded: [[from, to] as Span] }));
      const [answer] = classify({ ...thread, answers }, profile).answers as [CodedAnswer];
      return answer.evidence.every(({ span: [start, end] }) => end <= from || start >= to);
    };
    fc.assert(fc.property(anyText, anyText, anyText, isUnread), { seed: 5, numRuns: 60 });
  });

  it('a sentence that runs on for ever is cut, so that each of its words hears only so many cues', () => {
    const { evidence } = classifyText('no muscle weakness '.repeat(1000), finding('weakness'));
    expect(evidence).toHaveLength(1000);
    expect(Math.max(...evidence.map(({ cues }) => cues.length))).toBeLessThan(100);
  });
});
