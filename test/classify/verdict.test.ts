import { describe, expect, it } from 'vitest';
import { coded, profileOf } from './sample.js';

const profile = profileOf({
  facets: {
    effect: {
      polar: true,
      threshold: 0.2,
      values: {
        weak: { terms: ['weaken', 'weak', 'waste away'], negated: 'strong' },
        strong: { terms: ['recover', 'strong'], negated: 'weak' },
      },
    },
  },
});

const read = (body: string) => coded({ question: 'What do you see?', body }, profile);

describe('a verdict on what was said', () => {
  it.each([
    ['Many believe that the muscles waste away. This is wrong.', 'strong'],
    ['Some say that the muscles weaken. I disagree.', 'strong'],
    ['Some say that the muscles weaken, and I agree.', 'weak'],
    ['Some say that the muscles do not weaken. I disagree.', 'weak'],
    ['The muscles do not weaken. That is true.', 'strong'],
    ['People ask me whether the muscles weaken. The answer is no.', 'strong'],
    ['You may hope that they recover, but this is not the case.', 'weak'],
  ])('affirms or denies all of it: "%s"', (body, value) => {
    expect(read(body).facets.effect).toBe(value);
  });

  it.each([
    ['The muscles do not weaken right away but they do with time.', 'weak'],
    ['One treatment does not weaken the muscle, but ten years will.', 'weak'],
    ['A single treatment does not weaken it. Years of treatment do.', 'weak'],
    ['Many think that the muscle recovers. It does not.', 'weak'],
    ['One would expect the muscles to weaken, but unfortunately they do not.', 'strong'],
    ['Low doses weaken nothing, while high doses do.', 'weak'],
    ['The brow weakens, but the masseter will not.', 'strong'],
  ])('affirms or denies the verb alone: "%s"', (body, value) => {
    expect(read(body).facets.effect).toBe(value);
  });

  it.each([
    ['is of others', 'The muscles weaken, but I do not.'],
    ['compares', 'The muscles weaken more than the nerves do.'],
    ['limits it', 'The muscles weaken, but not permanently.'],
    ['is on something else', 'The muscles weaken. What should you do?'],
  ])('is none, where the clause %s', (_, body) => {
    const { facets, evidence } = read(body);
    expect(facets.effect).toBe('weak');
    expect(evidence.filter(({ counted }) => counted)).toHaveLength(1);
  });

  it('takes the place of the statement', () => {
    const [stated, verdict] = read('The muscles do not weaken right away, but they do.').evidence;
    expect(stated).toMatchObject({ counted: false, reason: 'answered behind it' });
    expect(verdict).toMatchObject({
      value: 'weak',
      text: 'they do',
      counted: true,
      reason: 'answers what is said before it',
    });
  });
});
