import { parse } from 'yaml';
import { type Fit, fitOffers } from '../../src/evaluate/fit.js';
import { type Offer, offerReader } from '../../src/evaluate/offers.js';
import { strengthen, withoutPlace } from '../../src/evaluate/strengthen.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import { roundedWeights } from '../../src/profile/leaning.js';
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
/** The package has to be small: so many times may words weigh something for a value. */
const MOST_WEIGHTS = 15_500;

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
  const telling = mostTelling(fitOffers(profile, chosen, options), chosen);
  const byWords = new Map(telling.map((one) => [one.words, one]));
  const offered = chosen.map((offer) => {
    return { ...offer, leaning: offer.leaning.flatMap(({ words }) => byWords.get(words) ?? []) };
  });
  const fit = fitOffers({ ...profile, leaning: telling }, offered, options);
  const fitted = [...fit.leaning].map(([words, weights]) => ({ ...words, weights }));
  return { text: strengthen(text, terms, fit), leaning: rounded(fitted) };
}

/** The fitted words with the weights that matter most: by how much they are and how often they are met. */
function mostTelling({ leaning }: Fit, offers: readonly Offer[]): LeaningWords[] {
  const met = new Map<LeaningWords, number>();
  for (const words of offers.flatMap((offer) => offer.leaning)) met.set(words, (met.get(words) ?? 0) + 1);
  const cells = [...leaning].flatMap(([words, fitted]) =>
    Object.entries(fitted).flatMap(([facet, values]) =>
      Object.entries(values).map(([value, weight]) => {
        return { words, facet, value, weight, matters: Math.abs(weight) * Math.sqrt(met.get(words) ?? 0) };
      }),
    ),
  );
  const kept = new Map<LeaningWords, Record<string, Record<string, number>>>();
  for (const cell of cells.sort((a, b) => b.matters - a.matters).slice(0, MOST_WEIGHTS)) {
    const { words, facet, value, weight } = cell;
    const weights = kept.get(words) ?? {};
    weights[facet] = { ...weights[facet], [value]: weight };
    kept.set(words, weights);
  }
  return rounded([...kept].map(([words, weights]) => ({ ...words, weights })));
}

/** Words as the table has them, without those that weigh nothing. */
function rounded(all: readonly LeaningWords[]): LeaningWords[] {
  return all.flatMap((words) => {
    const weights = roundedWeights(words.weights);
    return Object.keys(weights).length === 0 ? [] : [{ ...words, weights }];
  });
}
