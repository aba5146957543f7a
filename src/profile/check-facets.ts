import type { CheckContext } from './check.js';
import { checkCondition, checkId, unknown, valueIds } from './check-names.js';
import { groupsOf } from './entries.js';
import type { Facet, Profile } from './model.js';
import { quote } from './names.js';
import { REPORT_COLUMNS, UNSTATED } from './reserved.js';
import type { Path } from './source.js';

/** Facets and values: is every name known, and does something speak for every value? */
export function checkFacets(context: CheckContext): void {
  for (const [i, facet] of context.profile.facets.entries()) {
    checkIds(facet, context);
    checkWhen(facet, i, context);
    checkBinding(facet, i, context);
    checkValues(facet, context);
    checkPolar(facet, i, context);
  }
  checkNegated(context);
}

function checkIds(facet: Facet, { error }: CheckContext): void {
  const path: Path = ['facets', facet.id];
  checkId(facet.id, 'facet', path, error);
  if (REPORT_COLUMNS.includes(facet.id.toLowerCase())) {
    error(
      path,
      'key',
      `a facet cannot be called ${quote(facet.id)}, as a column of the CSV report is`,
      'choose another name',
    );
  }
  const seen = new Map<string, string>();
  for (const { id } of facet.values) {
    checkId(id, 'value', [...path, 'values', id], error);
    const other = seen.get(id.toLowerCase());
    if (other !== undefined)
      error(
        [...path, 'values', id],
        'key',
        `${quote(id)} and ${quote(other)} differ in capitals only`,
        'rename one of them',
      );
    seen.set(id.toLowerCase(), id);
  }
}

function checkWhen(facet: Facet, place: number, context: CheckContext): void {
  for (const [named, value] of Object.entries(facet.when)) {
    const path: Path = ['facets', facet.id, 'when', named];
    if (checkCondition(named, value, path, context, 'key')) checkOrder(facet, place, named, path, context);
  }
}

/** Facets are decided from the top down, so what a facet asks about must stand above it. */
function checkOrder(
  facet: Facet,
  place: number,
  named: string,
  path: Path,
  { profile, error }: CheckContext,
): void {
  const other = profile.facets.findIndex(({ id }) => id === named);
  if (other === place) error(path, 'key', `${quote(facet.id)} asks about itself`, 'name another facet');
  else if (other > place) {
    error(
      path,
      'key',
      `${quote(named)} is decided after ${quote(facet.id)}, which asks about it`,
      `put ${named}: above ${facet.id}:`,
    );
  }
}

function checkBinding(facet: Facet, place: number, context: CheckContext): void {
  const { binding, when } = facet;
  const { profile, error, warn } = context;
  const path: Path = ['facets', facet.id, 'binding'];
  if (binding === null) {
    const [asked] = Object.entries(when);
    const groups = facet.values.flatMap(({ terms }) => terms);
    const meant = context.file.facets[facet.id]?.binding === null;
    if (meant || asked === undefined || groups.length === 0 || groups.some(({ near }) => near.length > 0))
      return;
    const problem = `the terms of ${quote(facet.id)} are bound to nothing: they count wherever they stand`;
    warn(
      ['facets', facet.id],
      'key',
      problem,
      `add binding: { facet: ${asked[0]}, value: ${asked[1]} }, or binding: null if that is meant`,
    );
    return;
  }
  const known = profile.facets.find(({ id }) => id === binding.facet);
  if (known === undefined) {
    const [problem, mend] = unknown(
      binding.facet,
      'facet',
      profile.facets.map(({ id }) => id),
    );
    error([...path, 'facet'], 'value', `${quote(facet.id)} is bound to nothing: ${problem}`, mend);
    return;
  }
  if (!known.values.some(({ id }) => id === binding.value)) {
    const [problem, mend] = unknown(
      binding.value,
      'value',
      known.values.map(({ id }) => id),
    );
    error(
      [...path, 'value'],
      'value',
      `${quote(facet.id)} is bound to nothing: ${problem} of ${quote(known.id)}`,
      mend,
    );
    return;
  }
  checkOrder(facet, place, binding.facet, [...path, 'facet'], context);
}

function checkValues(facet: Facet, { profile, error }: CheckContext): void {
  const path: Path = ['facets', facet.id, 'values'];
  if (facet.values.length === 0)
    error(path, 'key', `${quote(facet.id)} has no values`, 'add one with its terms');
  const spoken = spokenValues(facet, profile);
  for (const { id, combines } of facet.values) {
    for (const [i, part] of (combines ?? []).entries()) {
      const others = facet.values.map((value) => value.id).filter((other) => other !== id);
      if (!others.includes(part))
        error([...path, id, 'combines', i], 'value', ...unknown(part, 'value', others));
    }
    if (combines === null && !spoken.has(id) && id !== UNSTATED) {
      error(
        [...path, id],
        'key',
        `nothing can speak for ${quote(id)}: it has no terms`,
        'add terms:, or name it in negated: of another value',
      );
    }
  }
}

/** The values that a term or its negation can speak for, or leaning words where they suffice. */
function spokenValues({ id: facet, values, leaningSuffices }: Facet, { leaning }: Profile): Set<string> {
  const withTerms = values.filter(({ terms }) => terms.length > 0);
  const turned = withTerms.flatMap(({ terms }) => terms.map(({ negated }) => negated));
  const leant = leaningSuffices ? leaning.flatMap(({ weights }) => Object.entries(weights[facet] ?? {})) : [];
  return new Set([
    ...withTerms.map(({ id }) => id),
    ...turned.filter((id) => id !== null),
    ...leant.filter(([, weight]) => weight > 0).map(([id]) => id),
  ]);
}

/** A bare "no" speaks for what the denial of the question's own words speaks for. */
function checkPolar(facet: Facet, place: number, { profile, warn }: CheckContext): void {
  if (!facet.polar) return;
  const path: Path = ['facets', facet.id, 'polar'];
  const first = profile.facets.findIndex(({ polar }) => polar);
  if (first < place) {
    warn(
      path,
      'key',
      `a bare yes or no answers ${quote(profile.facets[first]?.id ?? '')} already`,
      'take polar: out of one of them',
    );
  } else if (facet.values.every(({ terms }) => terms.every(({ negated }) => negated === null))) {
    warn(
      path,
      'key',
      `a bare "no" speaks for no value of ${quote(facet.id)}`,
      'add negated: with the value that a denial speaks for',
    );
  }
}

function checkNegated({ file, profile, error }: CheckContext): void {
  const check = (facetId: string, negated: string | null | undefined, path: Path) => {
    const facet = profile.facets.find(({ id }) => id === facetId);
    if (facet === undefined || negated === null || negated === undefined) return;
    const values = valueIds(facet);
    if (!values.includes(negated)) error([...path, 'negated'], 'value', ...unknown(negated, 'value', values));
  };
  for (const [facet, { values }] of Object.entries(file.facets)) {
    for (const [id, value] of Object.entries(values)) {
      if (!Array.isArray(value))
        check(facet, (value as { negated?: string | null }).negated, ['facets', facet, 'values', id]);
    }
  }
  for (const { facet, group, path } of groupsOf(file)) check(facet, group?.negated, path);
}
