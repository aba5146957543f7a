import { englishLanguage } from './builtin.js';
import type { Cue, Facet, Family, LeaningWords, Profile, TermGroup, Value } from './model.js';
import { type Data, yamlOf } from './yaml-text.js';

/** A profile in the form of a file, every default filled in, and the shared cues that are in effect. */
export interface EffectiveProfile {
  readonly profile: Readonly<Record<string, unknown>>;
  readonly sharedCues: CueTable;
}

type CueTable = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is in effect: the profile as a file would say it in full, and the cues that all profiles share. */
export function effectiveProfile(profile: Profile): EffectiveProfile {
  const off = new Set(profile.cuesOff);
  const shared = englishLanguage().cues.filter(({ pattern }) => !off.has(pattern));
  return {
    profile: {
      id: profile.id,
      version: profile.version,
      question: profile.question,
      families: mapValues(profile.families, family),
      facets: byId(profile.facets, (one) => facet(one, profile.leaning)),
      tags: byId(profile.tags, ({ label, when }) => ({ label, when })),
      cues: cueTable(profile.cues),
      'cues-off': profile.cuesOff,
    },
    sharedCues: cueTable(shared),
  };
}

/** The same as YAML: a profile that can be used again, the shared cues as a comment behind it. */
export function effectiveYaml({ profile, sharedCues }: EffectiveProfile): string {
  const shared = yamlOf(sharedCues as Data)
    .trimEnd()
    .replace(/^/gm, '#   ');
  return `${yamlOf(profile as Data)}\n# Shared cues in effect; cues-off: switches one off by its pattern.\n${shared}\n`;
}

function facet({ id, values, ...rest }: Facet, leaning: readonly LeaningWords[]) {
  const { question, exceptions, when, binding, leaningSuffices, polar, threshold, margin, weakerLead } = rest;
  return {
    question,
    ...(Object.keys(when).length > 0 ? { when } : {}),
    ...(binding ? { binding: withoutNull(binding) } : {}),
    polar,
    threshold,
    margin,
    ...(weakerLead > 0 ? { 'weaker-lead': weakerLead } : {}),
    ...(leaningSuffices ? { 'leaning-suffices': leaningSuffices } : {}),
    ...(exceptions.length > 0 ? { exceptions } : {}),
    values: byId(values, (one) => value(one, leaningTo(one.id, id, leaning))),
  };
}

/** Words → what they weigh for the value, in the order of the alphabet. */
function leaningTo(value: string, facet: string, leaning: readonly LeaningWords[]): Record<string, number> {
  const found = leaning.flatMap(({ words, weights }): [string, number][] => {
    const weight = weights[facet]?.[value];
    return weight === undefined ? [] : [[words, weight]];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function value(
  { label, description, terms, combines, contrast }: Value,
  leaning: Readonly<Record<string, number>>,
) {
  return {
    label,
    ...withoutNull({ description, combines, contrast: contrast || null }),
    terms: terms.map(group),
    ...(Object.keys(leaning).length > 0 ? { leaning } : {}),
  };
}

function group({ terms, strength, near, unless, within, negated, free, ignore, explanation }: TermGroup) {
  return {
    ...withoutNull({ explanation }),
    strength,
    within,
    negated,
    ...(near.length > 0 ? { near } : {}),
    ...(unless.length > 0 ? { unless } : {}),
    ...(free ? { free } : {}),
    ...(ignore.length > 0 ? { ignore } : {}),
    terms,
  };
}

function family(of: Family) {
  if (!('of' in of)) return of;
  return { of: of.of, from: of.from, ...(Number.isFinite(of.to) ? { to: of.to } : {}) };
}

/** Cues as a file lists them: rows of patterns that share direction, reach and scope, by kind. */
function cueTable(cues: readonly Cue[]): CueTable {
  const kinds: Record<string, Map<string, Record<string, unknown> & { patterns: string[] }>> = {};
  for (const { kind, pattern, ...rest } of cues) {
    kinds[kind] ??= new Map();
    const settings = withoutNull(rest);
    const key = JSON.stringify(settings);
    const row = kinds[kind].get(key) ?? { ...settings, patterns: [] };
    row.patterns.push(pattern);
    kinds[kind].set(key, row);
  }
  return mapValues(kinds, (rows) => [...rows.values()]);
}

function byId<T extends { readonly id: string }, U>(
  items: readonly T[],
  show: (item: T) => U,
): Record<string, U> {
  return Object.fromEntries(items.map((item) => [item.id, show(item)]));
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, show: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, show(value)]));
}

function withoutNull(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
