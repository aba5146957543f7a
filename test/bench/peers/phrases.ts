import type { Profile } from '../../../src/profile/model.js';

/** One place of a phrase: words of which one must stand there, or may be absent. */
export interface Place {
  readonly words: readonly string[];
  readonly optional: boolean;
}

/** A term of the profile, as far as peers can say it: no stems, gaps, quantities or conditions. */
export interface Phrase {
  readonly label: string;
  readonly places: readonly Place[];
}

/**
 * The profile's terms as phrases. Families are spelled out, gaps closed up; left out are quantities and words
 * with an apostrophe or a digit, which peers cut in two, each in its own way.
 */
export function phrasesOf({ facets, families }: Profile): Phrase[] {
  const wordsOf = (atom: string): string[] => {
    if (!atom.startsWith('<')) return /^=?[a-z]+\*?$/i.test(atom) ? [atom.replace(/^=|\*$/g, '')] : [];
    const family = families[atom.slice(1, -1)];
    return Array.isArray(family) ? family.filter((entry) => !entry.includes(' ')).flatMap(wordsOf) : [];
  };
  const placesOf = (term: string): Place[] =>
    term
      .split(/[ -]/)
      .filter((piece) => !piece.startsWith('...'))
      .map((piece) => ({
        words: [...new Set(piece.replace(/\?$/, '').split('|').flatMap(wordsOf))],
        optional: piece.endsWith('?'),
      }))
      .filter(({ words }) => words.length > 0);
  return facets.flatMap((facet) =>
    facet.values.flatMap((value) =>
      value.terms
        .flatMap(({ terms }) => terms)
        .map((term) => ({ label: `${facet.id} ${value.id}`, places: placesOf(term) }))
        .filter(({ places }) => places.some(({ optional }) => !optional)),
    ),
  );
}

/** The phrases without the words that a peer cannot take. */
export function withWords(phrases: readonly Phrase[], takes: (word: string) => boolean): Phrase[] {
  return phrases
    .map(({ label, places }) => ({
      label,
      places: places
        .map(({ words, optional }) => ({ words: words.filter(takes), optional }))
        .filter(({ words }) => words.length > 0),
    }))
    .filter(({ places }) => places.some(({ optional }) => !optional));
}
