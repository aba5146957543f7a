/**
 * The pattern language of terms and cues, after quanteda's dictionaries:
 *
 *   weaken          a word, matched by its Porter stem (weakens, weakened, weakening)
 *   =left           exactly this word
 *   atroph*         a glob: every word that begins so
 *   slow|gradual*   either
 *   lose strength   a phrase: one word after the other
 *   <muscle>        any entry of the profile's family `muscle`
 *   the?            may be absent
 *   ...             up to three words of any kind; `...5` up to five
 *
 * Hyphens and marks stand for a blank, as in the text ("long-term" is two words, and so is "N/V").
 * A phrase reaches over a comma, never over the end of a sentence.
 */

import { withStraightApostrophes } from './lexicon.js';

/** Words that an element may be. */
export interface PlainAtom {
  readonly kind: 'exact' | 'stem' | 'glob';
  readonly text: string;
}

/** One alternative of a word element. */
export type Atom = PlainAtom | { readonly kind: 'family'; readonly text: string };

export type Element =
  | {
      readonly kind: 'word';
      readonly atoms: readonly Atom[];
      readonly optional: boolean;
      readonly text: string;
    }
  | { readonly kind: 'gap'; readonly most: number };

export type Pattern = readonly Element[];

/** A pattern, glob or family that cannot be used; the message says how to mend it. */
export class PatternError extends Error {}

const DEFAULT_GAP = 3;
const LONGEST_GAP = 12;
/** Words in lower case with one blank between them: nothing is to be folded. */
const PLAIN = /^(?:=?[a-z0-9*|?]+|[a-z]+'[a-z]+|\.{3}\d*)(?: (?:=?[a-z0-9*|?]+|[a-z]+'[a-z]+|\.{3}\d*))*$/;
const LETTERS = /^[a-z]+$/;
const ASCII_WORD = /^[a-z0-9']+$/;
const WORD = /^[\p{L}\p{N}'.]+$/u;
/** What means something in a pattern or within a word; and marks, which stand for blanks. */
const MEANINGS = [
  /<[^<>\s]*>/,
  /(?<!\S)\.{3}\d*(?!\S)/,
  /(?<![^\s|])=(?=[\p{L}\p{N}])/u,
  /(?<=\p{N})\.(?=\p{N})/u,
  /(?<=[\p{L}\p{N}])'(?=[\p{L}\p{N}])/u,
];
const PARTS = new RegExp(`(${MEANINGS.map(({ source }) => source).join('|')})|[^\\p{L}\\p{N}*|?]`, 'gu');

/** Reads one pattern. Throws PatternError. */
export function parsePattern(text: string): Pattern {
  const elements = piecesOf(text).map((piece) => parseElement(piece, text));
  const first = elements[0];
  const last = elements.at(-1);
  if (first === undefined || last === undefined) throw new PatternError('an empty term: remove it');
  if (first.kind === 'gap' || last.kind === 'gap' || first.optional) {
    throw new PatternError(
      `"${text}": a pattern begins with a word that must be there and does not end in a gap`,
    );
  }
  return elements;
}

/** What each element is written as. */
export function piecesOf(text: string): string[] {
  if (LETTERS.test(text)) return [text];
  if (PLAIN.test(text)) return text.split(' ');
  return withoutMarks(text.toLowerCase())
    .split(' ')
    .filter((piece) => piece !== '');
}

/** A pattern without the marks that mean nothing in it, as the lexer reads them over; its apostrophes are straight. */
export function withoutMarks(text: string): string {
  return withStraightApostrophes(text)
    .replace(PARTS, (_, meaning?: string) => meaning ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads a piece of a pattern. Throws PatternError. */
export function parseElement(piece: string, pattern: string): Element {
  if (LETTERS.test(piece)) {
    return { kind: 'word', optional: false, text: piece, atoms: [{ kind: 'stem', text: piece }] };
  }
  const gap = piece.startsWith('...') && /^\.\.\.(\d*)$/.exec(piece);
  if (gap) {
    const most = gap[1] ? Number(gap[1]) : DEFAULT_GAP;
    if (most > LONGEST_GAP) throw new PatternError(`"${pattern}": a gap is at most ${LONGEST_GAP} words`);
    return { kind: 'gap', most };
  }
  const optional = piece.endsWith('?');
  const body = optional ? piece.slice(0, -1) : piece;
  return {
    kind: 'word',
    optional,
    text: body,
    atoms: body.split('|').map((atom) => parseAtom(atom, pattern)),
  };
}

function parseAtom(text: string, pattern: string): Atom {
  if (LETTERS.test(text)) return { kind: 'stem', text };
  if (text.startsWith('<') && text.endsWith('>')) return { kind: 'family', text: text.slice(1, -1) };
  if (text === '*') throw new PatternError(`"${pattern}": "*" alone matches every word; write ... for a gap`);
  if (text.endsWith('*')) return { kind: 'glob', text: wordOf(text.slice(0, -1), pattern) };
  if (text.startsWith('=')) return { kind: 'exact', text: wordOf(text.slice(1), pattern) };
  // The stemmer knows plain words only; contractions and numbers match as they are.
  return { kind: 'exact', text: wordOf(text, pattern) };
}

function wordOf(text: string, pattern: string): string {
  if (ASCII_WORD.test(text) || WORD.test(text)) return text;
  throw new PatternError(
    `"${pattern}": "${text}" can never match a word; use letters, digits, ' and the signs * | <> ? = ...`,
  );
}
