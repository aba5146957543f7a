import { checkProfile } from './check.js';
import type { CompiledProfile } from './compiled.js';
import { type ProfileProblem, problemLine } from './problem.js';

/** Beyond these the rest is only counted: the first ones mend most. */
const MOST_SHOWN = 20;

/** A profile file that cannot be used. `message` has a line for each problem. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';

  constructor(
    readonly source: string,
    readonly problems: readonly ProfileProblem[],
  ) {
    const shown = problems.slice(0, MOST_SHOWN).map((problem) => problemLine(source, problem));
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`${source}: and ${more} more problems`] : [])].join('\n'));
  }
}

/**
 * Reads a profile from YAML or JSON.
 *
 * @param source the name that errors show.
 * @throws ProfileError with every error, its line and column, and the mend. Warnings throw nothing.
 */
export function loadProfile(text: string, source: string): CompiledProfile {
  const { compiled, problems } = checkProfile(text);
  if (compiled !== null) return compiled;
  throw new ProfileError(
    source,
    problems.filter(({ severity }) => severity === 'error'),
  );
}
