import { parse } from 'yaml';
import { type Fit, fitOffers } from '../../src/evaluate/fit.js';
import { type Offer, offerReader } from '../../src/evaluate/offers.js';
import { strengthen, withoutPlace } from '../../src/evaluate/strengthen.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import type { LeaningWords, Profile } from '../../src/profile/model.js';
import { normalizeProfile } from '../../src/profile/normalize.js';
import type { LabelledThread } from './corpora.js';
import { vocabularyOf } from './vocabulary.js';

/** The built-in profile's YAML, and what the labelled threads offer to fit it to. */
export interface Fitting {
  readonly text: string;
  readonly profile: Profile;
  readonly offers: readonly (readonly [LabelledThread, readonly Offer[]])[];
}

/** The built-in profile: its YAML with other strengths, and its leaning words. */
export interface Refitted {
  readonly text: string;
  readonly leaning: readonly LeaningWords[];
}

/** The files of the built-in profile, from the top of the project. */
export const PROFILE = 'src/profile/facial-muscles.yaml';
export const LEANING = 'src/profile/facial-muscles.leaning.csv';

/** A statement outweighs words that only lean. */
const FIRMNESS = 3;
/** The package has to be small. */
const MOST_WORDS = 2500;
const LEVELS = [0, 0.2, 0.4, 0.7, 1.1, 1.6];

/** Reads the answers of the threads that a profile is fitted to, and takes its leaning words from them. */
export function prepareFit(text: string, threads: readonly LabelledThread[]): Fitting {
  const terms = normalizeProfile(parse(text));
  const fitted = threads.filter(({ role }) => role === 'fitted');
  const profile = { ...terms, leaning: vocabularyOf(fitted, terms) };
  const read = offerReader(profile, englishLanguage());
  const offers = fitted.map((thread) => [thread, read([thread.cut], thread.labels)] as const);
  return { text, profile, offers };
}

/** The profile fitted to the threads that `belongs` takes. */
export function refit(
  { text, profile, offers }: Fitting,
  belongs: (thread: LabelledThread) => boolean = () => true,
): Refitted {
  const chosen = offers.flatMap(([thread, those]) => (belongs(thread) ? those : []));
  const terms = { ...profile, leaning: [] };
  const options = { kept: withoutPlace(text, terms), firmness: FIRMNESS };
  const all = fitOffers(profile, chosen, options);
  const fit = fitOffers({ ...profile, leaning: mostTelling(all, chosen) }, chosen, options);
  return { text: strengthen(text, terms, fit), leaning: leaningOf(fit) };
}

/** The words whose weights matter most, by how much they weigh and how often they are met. */
function mostTelling({ leaning }: Fit, offers: readonly Offer[]): LeaningWords[] {
  const met = new Map<LeaningWords, number>();
  for (const words of offers.flatMap((offer) => offer.leaning)) met.set(words, (met.get(words) ?? 0) + 1);
  return [...leaning]
    .map(([words, fitted]) => {
      const weights = Object.values(fitted).flatMap((values) => Object.values(values));
      return { words, telling: Math.max(...weights.map(Math.abs)) * Math.sqrt(met.get(words) ?? 0) };
    })
    .sort((a, b) => b.telling - a.telling)
    .slice(0, MOST_WORDS)
    .map(({ words }) => words);
}

/** A weight as the table may have it: the strong ones need not be so fine, and fewer of them are kept apart in less room. */
function rounded(weight: number): number {
  const [nearest] = LEVELS.toSorted(
    (a, b) => Math.abs(Math.abs(weight) - a) - Math.abs(Math.abs(weight) - b),
  );
  return Math.sign(weight) * (nearest as number);
}

/** The fitted words as the table has them, without what says nothing. */
function leaningOf({ leaning }: Fit): LeaningWords[] {
  return [...leaning].flatMap(([{ words, stems }, fitted]) => {
    const weights: Record<string, Record<string, number>> = {};
    for (const [facet, values] of Object.entries(fitted)) {
      const heard = Object.entries(values)
        .map(([value, weight]) => [value, rounded(weight)] as const)
        .filter(([, weight]) => weight !== 0);
      if (heard.length > 0) weights[facet] = Object.fromEntries(heard);
    }
    return Object.keys(weights).length === 0 ? [] : [{ words, stems, weights }];
  });
}
