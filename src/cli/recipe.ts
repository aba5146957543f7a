import type { Labels } from '../evaluate/labels.js';
import { builtinProfile } from '../profile/builtin.js';
import type { CodingOptions } from '../summarize.js';

/** How answers are coded, as plain data that a worker thread can be handed. */
export interface Recipe {
  /** The profile's file; the built-in profile unless stated. */
  readonly profile?: { readonly text: string; readonly source: string };
  readonly labels?: Labels;
  readonly weight?: 'votes';
  readonly keepDuplicates?: boolean;
}

/** @throws ProfileError where the profile cannot be used. */
export async function followed({ profile, ...coding }: Recipe): Promise<CodingOptions> {
  if (!profile) return { ...coding, profile: builtinProfile() };
  const { loadProfile } = await import('../profile/load.js');
  return { ...coding, profile: loadProfile(profile.text, profile.source) };
}
