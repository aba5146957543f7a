import type { Labels } from './evaluate/labels.js';
import { builtinProfile } from './profile/builtin.js';
import type { CompiledProfile } from './profile/compiled.js';

/**
 * A profile of a user's own, from YAML or JSON. The code for it is loaded when it is called.
 * @param source the name that errors show.
 * @throws ProfileError with every error, its line and column, and the mend.
 */
export async function loadProfile(text: string, source = 'profile'): Promise<CompiledProfile> {
  return (await import('./profile/load.js')).loadProfile(text, source);
}

/**
 * A coder's labels, from CSV, for `summarize` and `code`.
 * @param profile the one that the labels are of; the built-in one unless stated.
 * @param source the name that errors show.
 * @throws LabelsError with every problem, its line and the mend.
 */
export async function readLabels(
  text: string,
  profile: CompiledProfile = builtinProfile(),
  source = 'labels',
): Promise<Labels> {
  return (await import('./evaluate/labels.js')).readLabels(text, source, profile.profile);
}
