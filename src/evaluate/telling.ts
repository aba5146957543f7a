/**
 * How much leaning words tell of a value, before anything is fitted: what is told by chance is to weigh little.
 *
 * A word tells more, the more often it stands in answers that have the value than in others, by the ratio of its
 * shares of their words (the log-count ratio of Wang & Manning 2012, "Baselines and Bigrams"), and the rarer it
 * is (inverse document frequency, Spärck Jones 1972). A strength in those units and a penalty alike for all is the
 * same as a strength as it is and a penalty for each word by what it tells.
 */

import type { LeaningWords } from '../profile/model.js';
import type { Offer } from './offers.js';

/** Answers that each word is taken to stand in beside those that were read, so that no share is none. */
const SMOOTHING = 0.3;
const LEAST_RATIO = 0.05;
const LEAST_RARITY = 0.1;
/** What the rarity of a word in one answer of some thousands comes to is about 2. */
const RARITY_UNIT = 4;

/** Words → how much they tell of what `has` asks; above 0. */
export function tellingOf(
  words: readonly LeaningWords[],
  offers: readonly Offer[],
  has: (offer: Offer) => boolean,
): ReadonlyMap<LeaningWords, number> {
  const counts = new Map(words.map((word) => [word, { own: SMOOTHING, others: SMOOTHING }]));
  for (const offer of offers) {
    const side = has(offer) ? 'own' : 'others';
    for (const word of offer.leaning) {
      const count = counts.get(word);
      if (count) count[side]++;
    }
  }
  let own = 0;
  let others = 0;
  for (const count of counts.values()) {
    own += count.own;
    others += count.others;
  }
  return new Map(
    [...counts].map(([word, count]) => {
      const ratio = Math.abs(Math.log(count.own / own / (count.others / others)));
      const standing = count.own + count.others - 2 * SMOOTHING;
      const rarity = Math.log(1 + offers.length / (1 + standing)) / RARITY_UNIT;
      return [word, Math.max(ratio, LEAST_RATIO) * Math.max(rarity, LEAST_RARITY)];
    }),
  );
}
