/** From a profile file's short forms to a whole Profile: every default stands here. */

import { leaningIn } from './leaning.js';
import type { Cue, Facet, Family, Language, Profile, QuantityWords, Tag, TermGroup, Value } from './model.js';
import type { CueTable, ProfileFile } from './schema.js';

type FacetFile = ProfileFile['facets'][string];
type ValueFile = FacetFile['values'][string];
type TermsFile = Extract<ValueFile, readonly unknown[]>;

/** What a value must outweigh to be stated. */
const THRESHOLD = 1;
/** The lead from which on a label is certain. */
const MARGIN = 0.5;
/**
 * What a hit weighs where its group states no strength: enough alone, and certain; in the heading alone, or hedged,
 * enough and uncertain.
 */
export const STRENGTH = 2;

/** Fills in the defaults of a checked profile file. */
export function normalizeProfile(file: ProfileFile): Profile {
  const facets = Object.entries(file.facets).map(([id, facet]) => normalizeFacet(id, facet));
  return {
    id: file.id ?? 'profile',
    version: String(file.version ?? '1'),
    question: file.question ?? facets[0]?.question ?? '',
    families: normalizeFamilies(file.families ?? {}),
    facets,
    leaning: leaningIn(file),
    tags: file.tags === undefined ? defaultTags(facets) : normalizeTags(file.tags),
    cues: normalizeCues(file.cues ?? {}),
    cuesOff: file['cues-off'] ?? [],
  };
}

export interface LanguageFile {
  readonly families: NonNullable<ProfileFile['families']>;
  readonly cues: CueTable;
  readonly 'clause-openers': readonly string[];
  readonly subordinators: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly quantities: QuantityWords;
}

export function normalizeLanguage(file: LanguageFile): Language {
  return {
    families: normalizeFamilies(file.families),
    cues: normalizeCues(file.cues),
    clauseOpeners: file['clause-openers'],
    subordinators: file.subordinators,
    yes: file.yes,
    no: file.no,
    quantities: file.quantities,
  };
}

function normalizeFacet(id: string, facet: FacetFile): Facet {
  const { binding } = facet;
  return {
    id,
    question: facet.question ?? id,
    values: Object.entries(facet.values).map(([valueId, value]) => normalizeValue(valueId, value)),
    exceptions: facet.exceptions ?? [],
    when: facet.when ?? {},
    binding: binding ? { ...binding, references: binding.references ?? null } : null,
    leaningSuffices: facet['leaning-suffices'] ?? false,
    polar: facet.polar ?? false,
    threshold: facet.threshold ?? THRESHOLD,
    margin: facet.margin ?? MARGIN,
    weakerLead: facet['weaker-lead'] ?? 0,
  };
}

function normalizeValue(id: string, file: ValueFile): Value {
  const value = Array.isArray(file) ? { terms: file } : (file as Exclude<ValueFile, TermsFile>);
  const negated = value.negated ?? null;
  return {
    id,
    label: value.label ?? id,
    description: value.description ?? null,
    terms: normalizeTerms(value.terms ?? [], negated),
    combines: value.combines ?? null,
    contrast: value.contrast ?? 0,
  };
}

function normalizeTerms(terms: TermsFile, negated: string | null): TermGroup[] {
  const plain = terms.filter((term) => typeof term === 'string');
  const groups = terms.filter((term) => typeof term !== 'string');
  return [...(plain.length > 0 ? [{ terms: plain }] : []), ...groups].map(
    (group: Exclude<TermsFile[number], string>) => ({
      terms: group.terms,
      strength: group.strength ?? STRENGTH,
      near: asList(group.near),
      unless: asList(group.unless),
      within: group.within ?? 'sentence',
      negated: group.negated === undefined ? negated : group.negated,
      free: group.free ?? false,
      ignore: asList(group.ignore),
      explanation: group.explanation ?? null,
    }),
  );
}

function normalizeFamilies(families: NonNullable<ProfileFile['families']>): Record<string, Family> {
  return Object.fromEntries(
    Object.entries(families).map(([name, family]) => [
      name,
      Array.isArray(family)
        ? family
        : { of: family.of, from: family.from ?? 0, to: family.to ?? Number.POSITIVE_INFINITY },
    ]),
  );
}

function normalizeCues(table: CueTable): Cue[] {
  return Object.entries(table).flatMap(([kind, rows]) =>
    (rows ?? []).flatMap(({ direction, reach, scope, patterns }) =>
      patterns.map((pattern) => ({
        kind: kind as Cue['kind'],
        pattern,
        direction: direction ?? 'forward',
        reach: reach ?? null,
        scope: scope ?? 'clause',
      })),
    ),
  );
}

function normalizeTags(tags: NonNullable<ProfileFile['tags']>): Tag[] {
  return Object.entries(tags).map(([id, { label, when }]) => ({ id, label: label ?? id, when }));
}

/** Without tags of its own, a profile shows each value of each facet. */
function defaultTags(facets: readonly Facet[]): Tag[] {
  return facets.flatMap((facet) =>
    facet.values.map(({ id, label }) => ({ id, label, when: { [facet.id]: id } })),
  );
}

function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
