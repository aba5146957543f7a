import { readFileSync } from 'node:fs';
import { library } from '../library.js';
import type { Contestant } from './contestant.js';

/**
 * The whole of it, from the text to the tally.
 * @param profile the path of a profile other than the built-in one.
 */
export async function ours(profile?: string): Promise<Contestant> {
  const { loadProfile, summarize } = library();
  const options = profile ? { profile: await loadProfile(readFileSync(profile, 'utf8'), profile) } : {};
  return async (text) => (await summarize(text, options)).consensus.answers;
}
