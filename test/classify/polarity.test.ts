import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { coded, type Post, profileOf, threadOf } from './sample.js';

const profile = profileOf({
  facets: {
    effect: {
      polar: true,
      threshold: 0.2,
      values: {
        weak: { terms: ['weaken', 'weak'], negated: 'strong' },
        strong: { terms: ['strong'], negated: 'weak' },
      },
    },
  },
});

const effectOf = (post: Post) => coded(post, profile).facets.effect;

describe('asked whether they weaken', () => {
  it.each([
    ['Yes.', 'weak'],
    ['No.', 'strong'],
    ['Yes, I have seen it.', 'weak'],
    ['No, I would not worry.', 'strong'],
    ['Absolutely.', 'weak'],
    ['Absolutely not.', 'strong'],
    ['Not at all.', 'strong'],
    ['Of course not!', 'strong'],
    ['Hi there, yes.', 'weak'],
    ['Good question. Yes.', 'weak'],
    ['It does.', 'weak'],
    ['They do not.', 'strong'],
    ['Yes it does.', 'weak'],
    ['Sadly yes.', 'weak'],
    ['That is a myth.', 'strong'],
    ['YES!', 'weak'],
    ['From what I have seen, yes.', 'weak'],
    ['To answer your question, they do not.', 'strong'],
    ['Not to my knowledge.', 'strong'],
    ['In my experience they do.', 'weak'],
    ['The simple answer is no.', 'strong'],
    ['Yes \u2014 in my experience.', 'weak'],
  ])('"%s" says %s', (body, value) => {
    expect(effectOf({ question: 'Do the muscles weaken?', body })).toBe(value);
  });

  it.each([
    ['No one knows.'],
    ['Yes?'],
    ['No two faces are alike.'],
    ['Come and see me. I am in town. Yes.'],
    ['I have no idea.'],
    ['Definitely see a doctor.'],
  ])('"%s" says nothing', (body) => {
    expect(effectOf({ question: 'Do the muscles weaken?', body })).toBe('unstated');
  });
});

describe('asked the other way round', () => {
  it.each([
    ['Do the muscles stay strong?', 'Yes.', 'strong'],
    ['Do the muscles stay strong?', 'No.', 'weak'],
    ['Is it true that the muscles never weaken?', 'Yes.', 'strong'],
    ['Will the muscles not weaken?', 'No.', 'weak'],
  ])('"%s" "%s" says %s', (question, body, value) => {
    expect(effectOf({ question, body })).toBe(value);
  });
});

describe('a question that the answer puts itself', () => {
  it.each([
    ['Come and see me. I am in town. Do they weaken? No.', 'strong'],
    ['Come and see me. I am in town. Do they weaken? Yes.', 'weak'],
    ['Will they stay strong? No.', 'weak'],
    ['Are they weak for good? Absolutely not. Call me.', 'strong'],
    ['Is it safe? See you. I am in town. Do they weaken? Well, see below.', 'unstated'],
  ])('"%s" says %s', (body, value) => {
    expect(effectOf({ question: 'What does it do?', body })).toBe(value);
  });

  it('takes the answer that follows it away from the thread’s', () => {
    const body = 'Will they stay strong? Yes.';
    expect(effectOf({ question: 'Do the muscles weaken?', body })).toBe('strong');
  });
});

describe('the stance', () => {
  it('is that of the body where the heading has none', () => {
    const post = { question: 'Botox and my face', asked: 'Do the muscles weaken?', body: 'No.' };
    expect(effectOf(post)).toBe('strong');
  });

  it('is none where the question leans to no value, or to two', () => {
    expect(effectOf({ question: 'What does Botox do?', body: 'Yes.' })).toBe('unstated');
    expect(effectOf({ question: 'Are they strong, or do they weaken?', body: 'Yes.' })).toBe('unstated');
    expect(effectOf({ body: 'Yes.' })).toBe('unstated');
  });

  it('is none for a facet that is not polar', () => {
    const plain = profileOf({
      facets: {
        effect: { threshold: 0.2, values: { weak: { terms: ['weaken'], negated: 'strong' }, strong: {} } },
      },
    });
    expect(coded({ question: 'Do they weaken?', body: 'Yes.' }, plain).facets.effect).toBe('unstated');
  });
});

it('a bare answer in the heading counts, and less than one in the body', () => {
  const [heading, body] = [
    { question: 'Do the muscles weaken?', heading: 'Yes', body: 'They weaken. See you.' },
    { question: 'Do the muscles weaken?', body: 'Yes. See you.' },
  ].map((post) => classify(threadOf(post), profile).answers[0]?.evidence[0]);
  expect(heading).toMatchObject({ value: 'weak', reason: 'answers the question', text: 'Yes' });
  expect(heading?.weight).toBeLessThan(body?.weight ?? 0);
  expect(effectOf({ question: 'Do the muscles weaken?', heading: 'Yes', body: 'See you.' })).toBe('weak');
});

it('what is said outright beats the bare answer', () => {
  expect(effectOf({ question: 'Do they weaken?', body: 'No. They weaken, and weak they stay.' })).toBe(
    'weak',
  );
});
