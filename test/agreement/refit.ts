import { load } from 'js-yaml';
import { type Fit, fitOffers } from '../../src/evaluate/fit.js';
import { type Offer, offerReader } from '../../src/evaluate/offers.js';
import { strengthen, withoutPlace } from '../../src/evaluate/strengthen.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import { deniedIn } from '../../src/profile/denied.js';
import { roundedWeights } from '../../src/profile/leaning.js';
import type { LeaningWords, Profile, Weights } from '../../src/profile/model.js';
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
/** The package has to be small: so many bytes may the table of leaning words take, and so many take its parts. */
const ROOM = 16_500;
const ROOM_OF = { word: 3, pair: 1.5, denied: 1.2, weight: 0.45 };
/** Halvings of the span in which the price is sought. */
const PRICINGS = 40;

/** Reads the answers of the threads that a profile is fitted to, and takes its leaning words from them. */
export function prepareFit(text: string, threads: readonly LabelledThread[]): Fitting {
  const terms = normalizeProfile(load(text));
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
  return { text: strengthen(text, terms, fit), leaning: rounded(fitted).filter(weighs) };
}

/** A pair that weighs less in all says nothing on authors not fitted to. In the profile's units. */
const LEAST_OF_PAIR = 0.5;

function weighs({ words, weights }: LeaningWords): boolean {
  const all = Object.values(weights).flatMap((values) => Object.values(values));
  const total = all.reduce((sum, weight) => sum + Math.abs(weight), 0);
  return !words.includes(' ') || total >= LEAST_OF_PAIR;
}

/** A weight that a word was fitted, and what it is worth. */
interface Cell {
  readonly facet: string;
  readonly value: string;
  readonly weight: number;
  readonly worth: number;
}

/**
 * The fitted words, with the weights that are worth their room. A weight is worth what it changes: its square, as often
 * as it is met. The price of a byte is the lowest at which all that is worth its price has room.
 */
function mostTelling({ leaning }: Fit, offers: readonly Offer[]): LeaningWords[] {
  const met = new Map<LeaningWords, number>();
  for (const words of offers.flatMap((offer) => offer.leaning)) met.set(words, (met.get(words) ?? 0) + 1);
  const rows = [...leaning].map(([words, fitted]) => [words, cellsOf(fitted, met.get(words) ?? 0)] as const);
  let [low, high] = [
    0,
    rows.flatMap(([, cells]) => cells).reduce((most, { worth }) => Math.max(most, worth), 0),
  ];
  for (let round = 0; round < PRICINGS; round++) {
    const price = (low + high) / 2;
    const room = rows.reduce(
      (sum, [words, cells]) => sum + roomOf(words, worthTheirRoom(words, cells, price)),
      0,
    );
    if (room > ROOM) low = price;
    else high = price;
  }
  return rounded(
    rows.map(([words, cells]) => ({ ...words, weights: weightsOf(worthTheirRoom(words, cells, high)) })),
  );
}

function cellsOf(fitted: Weights, met: number): Cell[] {
  return Object.entries(fitted).flatMap(([facet, values]) =>
    Object.entries(values).map(([value, weight]) => ({ facet, value, weight, worth: weight ** 2 * met })),
  );
}

/** Those of a word's weights that are worth what they cost; none where together they do not pay for the word. */
function worthTheirRoom(words: LeaningWords, cells: readonly Cell[], price: number): readonly Cell[] {
  const kept = cells.filter(({ worth }) => worth > price * ROOM_OF.weight);
  const worth = kept.reduce((sum, cell) => sum + cell.worth, 0);
  return worth > price * roomOf(words, kept) ? kept : [];
}

/** In bytes. */
function roomOf({ words }: LeaningWords, cells: readonly Cell[]): number {
  if (cells.length === 0) return 0;
  const kind = deniedIn(words) !== null ? 'denied' : words.includes(' ') ? 'pair' : 'word';
  return ROOM_OF[kind] + cells.length * ROOM_OF.weight;
}

function weightsOf(cells: readonly Cell[]): Weights {
  const weights: Record<string, Record<string, number>> = {};
  for (const { facet, value, weight } of cells) weights[facet] = { ...weights[facet], [value]: weight };
  return weights;
}

/** Words as the table has them, without those that weigh nothing. */
function rounded(all: readonly LeaningWords[]): LeaningWords[] {
  return all.flatMap((words) => {
    const weights = roundedWeights(words.weights);
    return Object.keys(weights).length === 0 ? [] : [{ ...words, weights }];
  });
}
