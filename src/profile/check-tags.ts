import type { CheckContext } from './check.js';
import { checkCondition, checkId } from './check-names.js';
import { quote } from './names.js';
import { UNSTATED } from './reserved.js';
import type { Path } from './source.js';

/** Tags: is every name known, and can every tag be earned? */
export function checkTags(context: CheckContext): void {
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
