import { randomNumbers } from '../../../src/evaluate/random.js';

/** Draws from a seeded generator: the same seed gives the same corpus on every machine. */
export interface Draw {
  /** A whole number in [from, to]. */
  count(from: number, to: number): number;
  chance(share: number): boolean;
  one<T>(items: readonly T[]): T;
  /** A word of no language, the short list of them used often and the long tail seldom, as words of a language are. */
  coined(): string;
}

const ONSETS = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'fl',
  'g',
  'gr',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo'];
const CODAS = ['', 'l', 'm', 'n', 'nd', 'r', 'rn', 's', 'st', 't', 'x'];
const ENDINGS = ['', '', '', 's', 'ed', 'ing', 'er', 'ly'];

/** How many words are coined; word number n is drawn about 1/n as often as the first. */
const WORDS = 50_000;

export function draw(seed: number): Draw {
  const random = randomNumbers(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return {
    count: (from, to) => from + Math.floor(random() * (to - from + 1)),
    chance: (share) => random() < share,
    one,
    coined: () => coinedWord(Math.floor(WORDS ** random())),
  };
}

/** The word of this number: the same number gives the same word. */
export function coinedWord(number: number): string {
  const random = randomNumbers(number);
  const one = (items: readonly string[]) => items[Math.floor(random() * items.length)] as string;
  const syllable = () => one(ONSETS) + one(VOWELS);
  return syllable() + (random() < 0.5 ? syllable() : '') + one(CODAS) + one(ENDINGS);
}
