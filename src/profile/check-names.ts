import type { CheckContext } from './check.js';
import { groupsOf } from './entries.js';
import type { Facet, Profile } from './model.js';
import { nearest, oneOf, quote } from './names.js';
import { REPORT_COLUMNS, UNSTATED } from './reserved.js';
import type { Path } from './source.js';

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** Facets, values and tags: is every name known, does something speak for every value, can every tag be earned? */
export function checkNames(context: CheckContext): void {
  for (const [i, facet] of context.profile.facets.entries()) {
    checkIds(facet, context);
    checkWhen(facet, i, context);
    checkBinding(facet, i, context);
    checkValues(facet, context);
    checkPolar(facet, i, context);
  }
  checkNegated(context);
  checkTags(context);
  checkCuesOff(context);
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

function checkId(id: string, kind: string, path: Path, error: CheckContext['error']): void {
  if (ID.test(id)) return;
  const better = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[-_]+|[-_]+$/g, '');
  const mend = `write ${better === '' ? 'letters and digits' : better}, and the words for readers in label:`;
  error(path, 'key', `${quote(id)} cannot be the name of a ${kind}`, mend);
}

type Named = 'facet' | 'value';

function unknown(
  name: string,
  kind: Named,
  known: readonly string[],
): readonly [problem: string, mend: string] {
  const guess = nearest(name, known);
  return [`there is no ${kind} ${quote(name)}`, guess === null ? `write ${oneOf(known)}` : `write ${guess}`];
}

/** Reports a facet or value that a condition names and that does not exist; tells whether both exist. */
function checkCondition(
  facet: string,
  value: string,
  path: Path,
  context: CheckContext,
  at: 'key' | 'value',
): boolean {
  const { profile, error } = context;
  const named = profile.facets.find(({ id }) => id === facet);
  if (named === undefined) {
    error(
      path,
      at,
      ...unknown(
        facet,
        'facet',
        profile.facets.map(({ id }) => id),
      ),
    );
    return false;
  }
  const values = valueIds(named);
  if (values.includes(value)) return true;
  error(path, 'value', ...unknown(value, 'value', values));
  return false;
}

function valueIds({ values }: Facet): string[] {
  return [...values.map(({ id }) => id), UNSTATED];
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

function checkTags(context: CheckContext): void {
  const { file, profile, error, warn } = context;
  const seen = new Map<string, string>();
  for (const { id, when } of file.tags === undefined ? [] : profile.tags) {
    const path: Path = ['tags', id];
    checkId(id, 'tag', path, error);
    const conditions = Object.entries(when);
    if (conditions.length === 0)
      error(
        path,
        'key',
        `the tag ${quote(id)} has no condition, so every answer has it`,
        'add one under when:',
      );
    const known = conditions.filter(([facet, value]) =>
      checkCondition(facet, value, [...path, 'when', facet], context, 'key'),
    );
    if (known.length < conditions.length) continue;
    checkEarnable(id, when, context);
    const key = JSON.stringify(conditions.sort());
    const other = seen.get(key);
    if (other !== undefined)
      warn(path, 'key', `the tags ${quote(other)} and ${quote(id)} are the same`, 'take one of them out');
    seen.set(key, id);
  }
}

/** A tag that wants a value of a facet that is not asked there is never earned. */
function checkEarnable(
  id: string,
  when: Readonly<Record<string, string>>,
  { profile, error }: CheckContext,
): void {
  for (const facet of profile.facets) {
    if (when[facet.id] === undefined || when[facet.id] === UNSTATED) continue;
    for (const [needed, value] of Object.entries(facet.when)) {
      if (when[needed] === undefined || when[needed] === value) continue;
      const problem = `the tag ${quote(id)} can never be earned: ${facet.id} is asked only where ${needed} is ${value}`;
      error(
        ['tags', id, 'when', needed],
        'value',
        problem,
        `write ${needed}: ${value}, or take ${facet.id} out`,
      );
    }
  }
}

function checkCuesOff({ file, language, error }: CheckContext): void {
  const shared = new Set(language.cues.map(({ pattern }) => pattern));
  for (const [i, pattern] of (file['cues-off'] ?? []).entries()) {
    if (shared.has(pattern)) continue;
    const guess = nearest(pattern, shared);
    const mend = guess === null ? 'take it out' : `write ${guess}`;
    error(['cues-off', i], 'value', `no shared cue reads ${quote(pattern)}`, mend);
  }
}
