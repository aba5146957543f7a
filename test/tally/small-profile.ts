import type { CodedAnswer } from '../../src/model.js';
import type { Profile } from '../../src/profile/model.js';

const value = (id: string, label: string) => ({ id, label, terms: [] });

/** A profile with the shape of a real one: a second facet that only some answers can take a position on. */
export const smallProfile: Profile = {
  id: 'small',
  version: '1.0.0',
  question: 'Do the muscles weaken, how fast, and is that good or bad?',
  facets: [
    {
      id: 'effect',
      question: 'Do the muscles weaken?',
      values: [value('weakens', 'they weaken'), value('no-weakening', 'they do not weaken')],
    },
    {
      id: 'pace',
      question: 'How fast do they weaken?',
      values: [value('fast', 'quickly'), value('slow', 'slowly')],
    },
    {
      id: 'judgement',
      question: 'Is that good or bad?',
      values: [
        value('beneficial', 'it is good'),
        value('harmful', 'it is bad'),
        value('mixed', 'it is both'),
      ],
    },
  ],
  tags: [
    { id: 'weakens-fast', label: 'weaken quickly', when: { effect: 'weakens', pace: 'fast' } },
    { id: 'weakens-slow', label: 'weaken slowly', when: { effect: 'weakens', pace: 'slow' } },
    {
      id: 'weakens-pace-unstated',
      label: 'weaken, pace unstated',
      when: { effect: 'weakens', pace: 'unstated' },
    },
    { id: 'no-weakening', label: 'do not weaken', when: { effect: 'no-weakening' } },
    { id: 'beneficial', label: 'good', when: { judgement: 'beneficial' } },
    { id: 'harmful', label: 'bad', when: { judgement: 'harmful' } },
    { id: 'mixed', label: 'both good and bad', when: { judgement: 'mixed' } },
  ],
};

/** An answer that carries labels and nothing else. */
export function labelled(
  id: number,
  effect: string,
  pace = 'unstated',
  judgement = 'unstated',
  rest: Partial<CodedAnswer> = {},
): CodedAnswer {
  const facets = { effect, pace, judgement };
  return {
    id,
    heading: null,
    headingSpan: null,
    body: '',
    bodySpan: [0, 0],
    span: [0, 0],
    excluded: [],
    facets,
    tags: smallProfile.tags
      .filter(({ when }) => Object.entries(when).every(([k, v]) => facets[k as keyof typeof facets] === v))
      .map((tag) => tag.id),
    hedged: [],
    uncertain: [],
    reasons: {},
    evidence: [],
    leaning: [],
    ...rest,
  };
}
