import type { CheckContext } from './check.js';
import type { Facet } from './model.js';
import { nearest, oneOf, quote } from './names.js';
import { UNSTATED } from './reserved.js';
import type { Path } from './source.js';

const ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/** Reports what cannot be the name of a facet, a value or a tag. */
export function checkId(id: string, kind: string, path: Path, error: CheckContext['error']): void {
  if (ID.test(id)) return;
  const better = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^[-_]+|[-_]+$/g, '');
  const mend = `write ${better === '' ? 'letters and digits' : better}, and the words for readers in label:`;
  error(path, 'key', `${quote(id)} cannot be the name of a ${kind}`, mend);
}

type Named = 'facet' | 'value';

/** What is wrong with a name that is not known, and the known one that may be meant. */
export function unknown(
  name: string,
  kind: Named,
  known: readonly string[],
): readonly [problem: string, mend: string] {
  const guess = nearest(name, known);
  return [`there is no ${kind} ${quote(name)}`, guess === null ? `write ${oneOf(known)}` : `write ${guess}`];
}

/** Reports a facet or value that a condition names and that does not exist; tells whether both exist. */
export function checkCondition(
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

export function valueIds({ values }: Facet): string[] {
  return [...values.map(({ id }) => id), UNSTATED];
}
