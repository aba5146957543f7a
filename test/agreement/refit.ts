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
/** The package has to be small: so many times may words weigh something in a facet. */
const MOST_WEIGHTS = 16_000;

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
  const telling = mostTelling(all, chosen);
  const offered = chosen.map((offer) => ({
    ...offer,
    leaning: offer.leaning.flatMap((words) => telling.get(words) ?? []),
  }));
  const fit = fitOffers({ ...profile, leaning: [...telling.values()] }, offered, options);
  return { text: strengthen(text, terms, fit), leaning: leaningOf(fit) };
}

/** Words → the same with the facets where they matter most, by how much they weigh in one and how often they are met. */
function mostTelling({ leaning }: Fit, offers: readonly Offer[]): Map<LeaningWords, LeaningWords> {
  const met = new Map<LeaningWords, number>();
  for (const words of offers.flatMap((offer) => offer.leaning)) met.set(words, (met.get(words) ?? 0) + 1);
  const cells = [...leaning].flatMap(([words, fitted]) =>
    Object.entries(fitted).map(([facet, values]) => {
      const most = Math.max(...Object.values(values).map(Math.abs));
      return { words, facet, telling: most * Math.sqrt(met.get(words) ?? 0) };
    }),
  );
  const kept = new Map<LeaningWords, LeaningWords>();
  for (const { words, facet } of cells.sort((a, b) => b.telling - a.telling).slice(0, MOST_WEIGHTS)) {
    const own = kept.get(words)?.weights ?? {};
    kept.set(words, {
      ...words,
      weights: { ...own, [facet]: words.weights[facet] as Record<string, number> },
    });
  }
  return kept;
}

/** The fitted words as the table has them, without what says nothing. */
function leaningOf({ leaning }: Fit): LeaningWords[] {
  return [...leaning].flatMap(([{ words, stems }, fitted]) => {
    const weights = roundedWeights(fitted);
    return Object.keys(weights).length === 0 ? [] : [{ words, stems, weights }];
  });
}
