import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.js';
import { fitOffers, fitProfile } from '../../src/evaluate/fit.js';
import { readLabels } from '../../src/evaluate/labels.js';
import { offerReader } from '../../src/evaluate/offers.js';
import { strengthen } from '../../src/evaluate/strengthen.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import { loadProfile } from '../../src/profile/load.js';
import type { LeaningWords, Profile, TermGroup } from '../../src/profile/model.js';
import { threadOf } from './sample.js';

const YAML = `
facets:
  sleep:
    threshold: 5
    values:
      awake:
        terms:
          - terms: [wired]
            strength: 0.1
          - terms: [fine]
            strength: 3
        leaning: { espresso: 2, cup: 2 }
      asleep:
        terms:
          - terms: [log]
            strength: 0.1
  taste:
    values:
      sweet:
        terms: [{ terms: [sugary], strength: 0.1 }]
      bitter:
        terms: [{ terms: [harsh], strength: 0.1 }]
      both: { combines: [sweet, bitter] }
  hours:
    when: { sleep: awake }
    values:
      long: [{ terms: [dawn], strength: 0.1 }]
`;
const { profile } = loadProfile(YAML, 'p.yaml');

/** Answer, labels of sleep, taste and hours, and how many such answers there are. */
const ANSWERS: readonly (readonly [body: string, labels: string, times: number])[] = [
  ['Wired until dawn. My espresso is sugary.', 'awake,sweet,long', 10],
  ['I am fine after a cup.', 'unstated,unstated,unstated', 10],
  ['Like a log after a cup. It is harsh.', 'asleep,bitter,unstated', 10],
  ['So wired. Sugary and harsh, my espresso.', 'awake,both,unstated', 5],
];
const each = ANSWERS.flatMap(([body, labels, times]) =>
  Array.from({ length: times }, () => ({ body, labels })),
);
const thread = threadOf('t.txt', ...each.map(({ body }) => ({ body })));
const csv = ['document,answer,sleep,taste,hours', ...each.map(({ labels }, i) => `t.txt,${i + 1},${labels}`)];
const labels = readLabels(csv.join('\n'), 'l.csv', profile);
const fit = fitProfile(profile, englishLanguage(), [thread], labels);

function group(term: string): TermGroup {
  const all = profile.facets.flatMap(({ values }) => values.flatMap(({ terms }) => terms));
  return all.find(({ terms }) => terms.includes(term)) as TermGroup;
}
const strength = (term: string) => fit.strengths.get(group(term)) as number;
const leaning = (words: string) => profile.leaning.find((one) => one.words === words) as LeaningWords;
/** What leaning words weigh for being awake. */
const awake = (words: string) => fit.leaning.get(leaning(words))?.sleep?.awake;

/** How many labels of a facet the profile finds. */
function right(of: Profile, text: string, facet: string): number {
  const { answers } = classify(thread, loadProfile(text, 'p.yaml'));
  const column = of.facets.findIndex(({ id }) => id === facet);
  return answers.filter((answer, i) => answer.facets[facet] === each[i]?.labels.split(',')[column]).length;
}

describe('a fit', () => {
  it('gives more to what tells the values apart than to what does not, and to terms never less than nothing', () => {
    expect(strength('wired')).toBeGreaterThan(1);
    expect(strength('log')).toBeGreaterThan(1);
    expect(strength('fine')).toBeLessThan(0.9 * strength('wired'));
    expect(strength('fine')).toBeLessThan(0.9 * strength('log'));
    for (const value of fit.strengths.values()) expect(value).toBeGreaterThanOrEqual(0);
  });

  it('gives leaning words less than nothing where they speak against the value', () => {
    expect(awake('espresso')).toBeGreaterThan(0.2);
    expect(awake('cup')).toBeLessThan(-0.2);
    expect(fit.leaning.get(leaning('cup'))).toEqual({ sleep: { awake: awake('cup') } });
  });

  it('finds the labels that the profile missed, also those of two values together', () => {
    const fitted = strengthen(YAML, profile, fit);
    expect(right(profile, YAML, 'sleep')).toBe(0);
    for (const facet of ['sleep', 'taste', 'hours']) expect(right(profile, fitted, facet)).toBe(35);
  });

  it('is the maximum of the likelihood: strengths that none of the labels bears on stay at their centre', () => {
    const lone = loadProfile(
      'facets: { a: { values: { b: [{ terms: [never], strength: 3 }, { terms: [nowhere], strength: 0.1 }] } } }',
      'p',
    ).profile;
    const none = readLabels('document,answer,a\nt.txt,1,unstated\nt.txt,2,unstated', 'l.csv', lone);
    const { strengths, thresholds } = fitProfile(lone, englishLanguage(), [thread], none);
    const [never, nowhere] = [...strengths.values()] as [number, number];
    expect(never).toBeGreaterThanOrEqual(1);
    expect(nowhere).toBeCloseTo(never, 3);
    expect(thresholds.get('a')).toBeGreaterThan(1);
  });

  it('rests, where a facet has a condition, on the answers that meet it', () => {
    expect(Object.fromEntries(fit.answers)).toEqual({ sleep: 35, taste: 35, hours: 15 });
    expect(fit.labelled).toBe(35);
  });

  it('is the same whatever strengths the profile had, and each time', () => {
    const fitted = loadProfile(strengthen(YAML, profile, fit), 'p.yaml').profile;
    const again = fitProfile(fitted, englishLanguage(), [thread], labels);
    expect(again.thresholds).toEqual(fit.thresholds);
    expect([...again.strengths.values()]).toEqual([...fit.strengths.values()]);
    expect([...again.leaning.values()]).toEqual([...fit.leaning.values()]);
  });

  it('leaves alone the groups and words that are kept, and facets with too few labels', () => {
    const kept = new Set([group('wired'), group('harsh'), leaning('espresso')]);
    const partial = fitProfile(profile, englishLanguage(), [thread], labels, { kept, fewest: 20 });
    expect(partial.strengths.get(group('wired'))).toBe(0.1);
    expect(partial.strengths.get(group('harsh'))).toBe(0.1);
    expect(partial.leaning.get(leaning('espresso'))?.sleep).toEqual({ awake: 2 });
    expect(partial.thresholds.has('hours')).toBe(false);
    expect(partial.strengths.has(group('dawn'))).toBe(false);
    expect(partial.thresholds.has('sleep')).toBe(true);
  });

  it('on answers read before is the fit on those answers alone', () => {
    const offers = offerReader(profile, englishLanguage())([thread], labels);
    expect(fitOffers(profile, offers)).toEqual(fit);
    const part = fitOffers(profile, offers.slice(0, 20));
    expect(part.labelled).toBe(20);
    expect(part.strengths.get(group('log'))).not.toBe(strength('log'));
  });
});
