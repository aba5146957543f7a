import { parse } from 'yaml';
import { fitOffers } from '../../src/evaluate/fit.js';
import { type Offer, offerReader } from '../../src/evaluate/offers.js';
import { groupsWithoutPlace, strengthen } from '../../src/evaluate/strengthen.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import type { Profile } from '../../src/profile/model.js';
import { normalizeProfile } from '../../src/profile/normalize.js';
import type { LabelledThread } from './corpora.js';

/** The built-in profile's YAML, and what the labelled threads offer to fit it to. */
export interface Fitting {
  readonly text: string;
  readonly profile: Profile;
  readonly offers: readonly (readonly [LabelledThread, readonly Offer[]])[];
}

/** The file of the built-in profile, from the top of the project. */
export const PROFILE = 'src/profile/facial-muscles.yaml';

/** Reads the answers of the threads that a profile is fitted to. */
export function prepareFit(text: string, threads: readonly LabelledThread[]): Fitting {
  const profile = normalizeProfile(parse(text));
  const read = offerReader(profile, englishLanguage());
  const offers = threads
    .filter(({ role }) => role === 'fitted')
    .map((thread) => [thread, read([thread.cut], thread.labels)] as const);
  return { text, profile, offers };
}

/** The profile's YAML fitted to the threads that `belongs` takes. */
export function refit(
  { text, profile, offers }: Fitting,
  belongs: (thread: LabelledThread) => boolean = () => true,
): string {
  const chosen = offers.flatMap(([thread, those]) => (belongs(thread) ? those : []));
  return strengthen(text, profile, fitOffers(profile, chosen, { kept: groupsWithoutPlace(text, profile) }));
}
