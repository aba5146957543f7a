import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { builtinProfile } from '../../src/profile/builtin.js';
import { checkProfile } from '../../src/profile/check.js';
import { loadProfile } from '../../src/profile/load.js';
import type { Profile } from '../../src/profile/model.js';
import { effectiveProfile, effectiveYaml } from '../../src/profile/show.js';
import { STARTER } from '../../src/profile/starter.js';

/** Leaning words by how they are written: a table has them in another order, and as stems only. */
const comparable = ({ leaning, ...rest }: Profile) => ({
  ...rest,
  leaning: Object.fromEntries(leaning.map(({ words, weights }) => [words, weights])),
});

it.each([
  ['the built-in profile', builtinProfile().profile],
  ['the starter', loadProfile(STARTER, 'my.yaml').profile],
])('%s as it is shown is the same profile', (_, profile) => {
  const shown = effectiveYaml(effectiveProfile(profile));
  const { profile: loaded } = loadProfile(shown, 'shown.yaml');
  expect(comparable(loaded)).toEqual(comparable(profile));
  const stems = new Map(loaded.leaning.map((words) => [words.words, words.stems]));
  for (const { words, stems: written } of profile.leaning) {
    expect(stems.get(words)).toEqual(expect.arrayContaining([...written]));
  }
});

it('the built-in profile has no errors', () => {
  const shown = effectiveYaml(effectiveProfile(builtinProfile().profile));
  expect(checkProfile(shown).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('cues that are switched off are not shown as in effect', () => {
  const off = loadProfile('facets: { a: { values: { b: [x] } } }\ncues-off: [far from]', 'p.yaml').profile;
  const { sharedCues } = effectiveProfile(off);
  expect(JSON.stringify(sharedCues)).not.toContain('"far from"');
  expect(JSON.stringify(sharedCues)).toContain('"=not"');
  expect(load(effectiveYaml(effectiveProfile(off)))['cues-off']).toEqual(['far from']);
});
