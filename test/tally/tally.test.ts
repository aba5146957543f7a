import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedAnswer, Consensus } from '../../src/model.js';
import { consensusOf } from '../../src/tally/consensus.js';
import {
  emptyTally,
  mergeTallies,
  type PartialTally,
  tallyAnswers,
  tallyOfConsensus,
} from '../../src/tally/partial.js';
import { tally } from '../../src/tally/tally.js';
import { labelled, smallProfile } from './small-profile.js';

/** So many answers with each effect. */
function effects(weakens: number, not: number, unstated = 0): CodedAnswer[] {
  return [
    ...Array.from({ length: weakens }, () => 'weakens'),
    ...Array.from({ length: not }, () => 'no-weakening'),
    ...Array.from({ length: unstated }, () => 'unstated'),
  ].map((effect, i) => labelled(i + 1, effect));
}

const effectOf = (answers: CodedAnswer[], threshold?: number) =>
  tally(answers, smallProfile, threshold === undefined ? {} : { threshold }).facets.effect;

describe('tally', () => {
  it('counts every tag and value, those that nobody got too, in the order of the profile', () => {
    const consensus = tally(
      [labelled(1, 'weakens', 'slow', 'beneficial'), labelled(2, 'weakens'), labelled(3, 'unstated')],
      smallProfile,
    );
    expect(JSON.stringify(consensus.tally)).toBe(
      '{"weakens-fast":0,"weakens-slow":1,"weakens-pace-unstated":1,"no-weakening":0,"beneficial":1,"harmful":0,"mixed":0}',
    );
    expect(consensus.answers).toBe(3);
    expect(consensus.facets.effect).toMatchObject({
      counts: { weakens: 2, 'no-weakening': 0 },
      stated: 2,
      unstated: 1,
    });
    expect(consensus.facets.pace).toMatchObject({ counts: { fast: 0, slow: 1 }, stated: 1, unstated: 2 });
  });

  it('gives nine of nine the share 1 and the interval 0.70 to 1', () => {
    const facet = effectOf(effects(9, 0));
    expect(facet).toMatchObject({ leading: 'weakens', share: 1, verdict: 'consensus' });
    expect(facet?.interval?.[0]).toBeCloseTo(0.7009, 4);
    expect(facet?.interval?.[1]).toBe(1);
    expect(facet).not.toHaveProperty('weights');
  });

  it.each([
    [3, 1, undefined, 'consensus'],
    [5, 2, undefined, 'majority'],
    [3, 2, 0.6, 'consensus'],
    [7, 3, 0.7, 'consensus'],
    [2, 0, undefined, 'insufficient'],
    [0, 0, undefined, 'insufficient'],
    [3, 0, 1, 'consensus'],
  ])('judges %i against %i at the threshold %s: %s', (weakens, not, threshold, verdict) => {
    expect(effectOf(effects(weakens, not, 4), threshold)?.verdict).toBe(verdict);
  });

  it('lets nobody lead in a tie', () => {
    expect(effectOf(effects(4, 4))).toMatchObject({
      leading: null,
      share: null,
      interval: null,
      verdict: 'split',
    });
    expect(effectOf(effects(1, 1))).toMatchObject({ leading: null, verdict: 'insufficient' });
    expect(effectOf(effects(4, 4), 0.4)?.verdict).toBe('split');
  });

  it('calls a lead of half or less split', () => {
    const judged = ['beneficial', 'beneficial', 'harmful', 'mixed'].map((j, i) =>
      labelled(i + 1, 'weakens', 'slow', j),
    );
    expect(tally(judged, smallProfile).facets.judgement).toMatchObject({
      leading: 'beneficial',
      share: 0.5,
      verdict: 'split',
    });
  });

  it('leaves out an answer that repeats an earlier one', () => {
    const [first, ...rest] = effects(3, 1);
    const consensus = tally(
      [first as CodedAnswer, ...rest, labelled(5, 'weakens', 'fast', 'harmful', { duplicateOf: 1 })],
      smallProfile,
    );
    expect(consensus.answers).toBe(4);
    expect(consensus.tally['weakens-fast']).toBe(0);
  });

  it('weighs answers, and takes the interval of an effective sample (Kish 1965)', () => {
    const answers = [8, 1, 1].map((weight, i) =>
      labelled(i + 1, i ? 'no-weakening' : 'weakens', 'unstated', 'unstated', { weight }),
    );
    const facet = effectOf(answers);
    expect(facet).toMatchObject({
      counts: { weakens: 8, 'no-weakening': 2 },
      stated: 10,
      share: 0.8,
      verdict: 'consensus',
      weights: { answers: 3, squares: 66 },
    });
    // As of 100 / 66 = 1.5 equal answers: the three tell hardly more than the one heavy answer alone.
    expect(facet?.interval?.[0]).toBeLessThan(0.25);
  });

  it('needs three answers that weigh anything, however much the weight', () => {
    const weighted = (weights: number[]) =>
      weights.map((weight, i) => labelled(i + 1, 'weakens', 'unstated', 'unstated', { weight }));
    expect(effectOf(weighted([90, 90, 0]))?.verdict).toBe('insufficient');
    expect(effectOf(weighted([90, 90, 0.5]))?.verdict).toBe('consensus');
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the weight %s', (weight) => {
    expect(() => effectOf([labelled(7, 'weakens', 'slow', 'mixed', { weight })])).toThrow(
      /Answer 7 .*weight/,
    );
  });

  it('refuses labels that the profile lacks, and thresholds out of range', () => {
    expect(() => effectOf([labelled(2, 'shrinks')])).toThrow('Answer 2 has the value shrinks of effect');
    expect(() => effectOf([{ ...labelled(2, 'weakens'), tags: ['odd'] }])).toThrow('the tag odd');
    for (const threshold of [0, 1.01, Number.NaN]) {
      expect(() => effectOf([], threshold)).toThrow(RangeError);
    }
  });
});

it('a profile may give "unstated" terms: it is no position for that', () => {
  const [effect, ...others] = smallProfile.facets;
  const silent = { ...effect, values: [...(effect?.values ?? []), { id: 'unstated', label: 'no position' }] };
  const profile = { ...smallProfile, facets: [silent, ...others] } as typeof smallProfile;
  expect(tally(effects(3, 1, 2), profile)).toEqual(tally(effects(3, 1, 2), smallProfile));
});

describe('partial tallies', () => {
  const answer = fc
    .record({
      effect: fc.constantFrom('weakens', 'no-weakening', 'unstated'),
      pace: fc.constantFrom('fast', 'slow', 'unstated'),
      judgement: fc.constantFrom('beneficial', 'harmful', 'mixed', 'unstated'),
      weight: fc.oneof(fc.constant(1), fc.nat(50), fc.double({ min: 0, max: 9, noNaN: true })),
      duplicate: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ effect, pace, judgement, weight, duplicate }) =>
      labelled(
        1,
        effect,
        effect === 'weakens' ? pace : 'unstated',
        judgement,
        duplicate ? { weight } : { duplicateOf: 1 },
      ),
    );
  const count = (answers: CodedAnswer[]) => tallyAnswers(answers, smallProfile);
  const one = (answers: CodedAnswer[]) => tally(answers, smallProfile);

  it('merge to the same consensus in any order and grouping', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(answer, fc.nat(4), fc.nat())),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        (drawn, picks) => {
          const whole = one(drawn.map(([a]) => a));
          const shuffled = [...drawn].sort((a, b) => a[2] - b[2]);
          let parts: PartialTally[] = [0, 1, 2, 3, 4].map((part) =>
            count(shuffled.filter(([, at]) => at === part).map(([a]) => a)),
          );
          // Two parts anywhere become one, until one is left: every order and every grouping can be drawn.
          for (let step = 0; parts.length > 1; step++) {
            const i = (picks[2 * step] ?? 0) % parts.length;
            const [a] = parts.splice(i, 1) as [PartialTally];
            const [b] = parts.splice((picks[2 * step + 1] ?? 0) % parts.length, 1) as [PartialTally];
            parts = [...parts, mergeTallies(a, b)];
          }
          expect(consensusOf(parts[0] as PartialTally, smallProfile)).toEqual(whole);
        },
      ),
    );
  });

  it('come back from a consensus as written in JSON', () => {
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        const read = JSON.parse(JSON.stringify(one(answers))) as Consensus;
        expect(tallyOfConsensus(read, smallProfile)).toEqual(count(answers));
      }),
    );
  });

  it('have the empty tally as the neutral element', () => {
    const some = count(effects(2, 1));
    expect(mergeTallies(some, emptyTally(smallProfile))).toEqual(some);
    expect(mergeTallies(emptyTally(smallProfile), some)).toEqual(some);
  });

  it('of different profiles are refused', () => {
    const other = { ...smallProfile, tags: smallProfile.tags.slice(1) };
    expect(() => mergeTallies(emptyTally(smallProfile), emptyTally(other))).toThrow(RangeError);
  });
});
