/** How profiles write a leaning word that a negation reaches: `not_heavy` is met in "it does not get heavy". */
export const DENIED = 'not_';

/** The word whose denial is written; null where none is. */
export function deniedIn(words: string): string | null {
  return words.startsWith(DENIED) && words.length > DENIED.length ? words.slice(DENIED.length) : null;
}
