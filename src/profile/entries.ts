import type { ProfileFile } from './schema.js';
import type { Path } from './source.js';

type FacetFile = ProfileFile['facets'][string];
type ValueFile = FacetFile['values'][string];
type GroupFile = Exclude<Extract<ValueFile, readonly unknown[]>[number], string>;

/** A pattern of the file, and where it stands. */
export interface Entry {
  readonly text: string;
  readonly path: Path;
  /** A word that is a key of the file, not a value. */
  readonly at?: 'key' | 'value';
}

/** The terms of a value that share their conditions. */
export interface GroupEntry {
  readonly facet: string;
  readonly value: string;
  readonly terms: readonly Entry[];
  /** null: terms without conditions of their own. */
  readonly group: GroupFile | null;
  /** Words that only lean to the value. */
  readonly leaning: boolean;
  readonly path: Path;
}

/** All groups of terms of a profile file. */
export function groupsOf(file: ProfileFile): GroupEntry[] {
  return Object.entries(file.facets).flatMap(([facet, { values }]) =>
    Object.entries(values).flatMap(([value, valueFile]) => groupsOfValue(facet, value, valueFile)),
  );
}

function groupsOfValue(facet: string, value: string, file: ValueFile): GroupEntry[] {
  const above: Path = ['facets', facet, 'values', value];
  const isList = Array.isArray(file);
  const path = isList ? above : [...above, 'terms'];
  const list: readonly (string | GroupFile)[] = isList
    ? file
    : ((file as { terms?: (string | GroupFile)[] }).terms ?? []);
  const plain = list.flatMap((term, i) =>
    typeof term === 'string' ? [{ text: term, path: [...path, i] }] : [],
  );
  const groups = list.flatMap((group, i): GroupEntry[] => {
    if (typeof group === 'string') return [];
    const terms = group.terms.map((text, j) => ({ text, path: [...path, i, 'terms', j] }));
    return [{ facet, value, terms, group, leaning: false, path: [...path, i] }];
  });
  const leaning = Object.keys(isList ? {} : ((file as { leaning?: object }).leaning ?? {}));
  const words = leaning.map((text) => ({ text, path: [...above, 'leaning', text], at: 'key' as const }));
  const common = { facet, value, group: null };
  return [
    ...(plain.length > 0 ? [{ ...common, terms: plain, leaning: false, path }] : []),
    ...groups,
    ...(words.length > 0 ? [{ ...common, terms: words, leaning: true, path: [...above, 'leaning'] }] : []),
  ];
}

/** Every pattern that is neither a term nor a family's: exceptions and cues. */
export function otherPatterns(file: ProfileFile): Entry[] {
  const exceptions = Object.entries(file.facets).flatMap(([facet, { exceptions: list = [] }]) =>
    list.map((text, i) => ({ text, path: ['facets', facet, 'exceptions', i] })),
  );
  const cues = Object.entries(file.cues ?? {}).flatMap(([kind, rows = []]) =>
    rows.flatMap(({ patterns }, i) =>
      patterns.map((text, j) => ({ text, path: ['cues', kind, i, 'patterns', j] })),
    ),
  );
  return [...exceptions, ...cues];
}

/** The entries of the families that are lists of words. */
export function familyEntries(file: ProfileFile): Entry[] {
  return Object.entries(file.families ?? {}).flatMap(([name, family]) =>
    Array.isArray(family) ? family.map((text, i) => ({ text, path: ['families', name, i] })) : [],
  );
}

/** One name or several, with where each stands. */
export function namesAt(names: string | readonly string[] | undefined, path: Path): Entry[] {
  if (names === undefined) return [];
  return typeof names === 'string'
    ? [{ text: names, path }]
    : names.map((text, i) => ({ text, path: [...path, i] }));
}
