import { describe, expect, it } from 'vitest';
import { coded, outcome, profileOf } from './sample.js';

const profile = profileOf({
  families: { back: ['this', 'it'] },
  facets: {
    effect: { values: { weak: { terms: ['weaken'], negated: 'strong' }, strong: ['strong'] } },
    pace: {
      threshold: 0.5,
      binding: { facet: 'effect', value: 'weak', references: 'back' },
      values: { slow: ['slowly', { terms: ['glacially'], free: true }], fast: ['fast'] },
    },
  },
});

const paceOf = (text: string) =>
  coded(text, profile)
    .evidence.filter(({ facet }) => facet === 'pace')
    .map((evidence) => ({ outcome: outcome(evidence), weight: evidence.weight }));
const UNBOUND = '-slow (not said of that)';

describe('a bound term', () => {
  it.each([
    ['in the clause of the other counts', 'They weaken slowly.', '+slow'],
    ['in its sentence counts', 'They weaken; the change comes slowly.', '+slow'],
    ['in the next sentence counts where it refers back', 'They weaken. It happens slowly.', '+slow'],
    ['in the one before counts where it refers there', 'This happens slowly. They weaken.', '+slow'],
    ['in the next sentence is not bound without a reference', 'They weaken. The dose rises slowly.', UNBOUND],
    ['far off is not bound', 'They weaken. So be it. Take care. Yes. It goes slowly.', UNBOUND],
    ['without the other is not bound', 'It kicks in slowly.', UNBOUND],
    ['is not bound to the other value', 'They stay strong slowly.', UNBOUND],
    ['is not bound to a denied term', 'They never weaken, and it is slowly seen.', UNBOUND],
    ['is not bound to a question', 'Do they weaken? It happens slowly.', UNBOUND],
  ])('%s', (_, text, expected) => {
    expect(paceOf(text).map(({ outcome }) => outcome)).toEqual([expected]);
  });

  it('that names itself what it is about needs no other', () => {
    const [evidence] = coded('It goes glacially.', profile).evidence;
    expect(evidence?.counted).toBe(true);
  });

  it('weighs more the nearer it stands', () => {
    const weightOf = (text: string) => paceOf(text)[0]?.weight ?? 0;
    const clause = weightOf('They weaken slowly.');
    const sentence = weightOf('They weaken; the change comes slowly.');
    const neighbour = weightOf('They weaken. It happens slowly.');
    expect(clause).toBeGreaterThan(sentence);
    expect(sentence).toBeGreaterThan(neighbour);
  });
});
