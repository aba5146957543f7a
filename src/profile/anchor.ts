/**
 * Which of its words a pattern is looked for by: of those that must be there, the rarest, and nearest to the
 * pattern's beginning; and a witness, the rarest of the others, without which the sentence need not be looked
 * at. So a sentence with "not" in it is not compared with all that begins so. Patterns are weighed as they
 * are written: most of them are never met, and need not be read.
 */

import type { Anchor } from './anchored.js';
import { Lazy } from './lazy.js';
import type { Family } from './model.js';
import { piecesOf } from './pattern.js';

/** The commonest words of English, the commonest first. */
const COMMON =
  "the of and to a in is that it was for on are as with i they at be this have from or by not but what all were when we there can an your which their if will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may long little very after called just where most know get through back much before go good new write our used me man too any day same right look think also around another came come work three word must because does part even place well such here take why help put different away again off went old number great tell say small every found still between name should home give it's don't that's";

/** Occurrences in a thousand words, by the rank; Zipf's law. */
const frequencies = new Lazy(() => new Map(COMMON.split(' ').map((word, rank) => [word, 60 / (rank + 1)])));
const FREQUENCY_OF_OTHERS = 0.2;
const FREQUENCY_OF_UNITS = 5;
/** A word that many patterns have is the topic's own, and common in its texts. */
const FREQUENCY_PER_PATTERN = 0.01;
/** How far down families in families are weighed. */
const DEEPEST = 2;
/** What it costs that words of any kind may stand before a word. */
const COST_OF_PLACES = 1.3;

/** What is known of a piece. */
interface Piece {
  uses: number;
  /** Below 0: not asked for yet. */
  frequency: number;
}

/** Finds the anchors of patterns; in their order. */
export function anchorsOf(texts: readonly string[], families: Readonly<Record<string, Family>>): Anchor[] {
  const patterns = texts.map(piecesOf);
  const known = new Map<string, Piece>();
  for (const pieces of patterns) {
    for (const text of pieces) {
      const piece = known.get(text);
      if (piece !== undefined) piece.uses++;
      else known.set(text, { uses: 1, frequency: -1 });
    }
  }
  const frequencyOf = (text: string): number => {
    const piece = known.get(text) as Piece;
    if (piece.frequency < 0)
      piece.frequency = frequencyIn(text, families) + piece.uses * FREQUENCY_PER_PATTERN;
    return piece.frequency;
  };
  return patterns.map((pieces) => anchorOf(pieces, frequencyOf));
}

function anchorOf(pieces: readonly string[], frequencyOf: (piece: string) => number): Anchor {
  let [step, witness] = [0, -1];
  let [lowest, second] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let places = 1;
  for (const [index, piece] of pieces.entries()) {
    if (piece.startsWith('...')) places *= COST_OF_PLACES;
    if (!mustStand(piece)) continue;
    const cost = frequencyOf(piece) * places;
    if (cost < lowest) {
      if (lowest < Number.POSITIVE_INFINITY) witness = step;
      second = lowest;
      lowest = cost;
      step = index;
    } else if (cost < second && piece !== pieces[step]) {
      witness = index;
      second = cost;
    }
  }
  return { step, witness };
}

function mustStand(piece: string): boolean {
  return !piece.endsWith('?') && !piece.startsWith('...');
}

/** How often a word is met that a piece of a pattern allows. */
function frequencyIn(piece: string, families: Readonly<Record<string, Family>>, depth = 0): number {
  let sum = 0;
  for (const atom of piece.split('|')) {
    const family = atom.startsWith('<') && depth < DEEPEST ? families[atom.slice(1, -1)] : undefined;
    if (Array.isArray(family)) {
      for (const entry of family) sum += frequencyIn(entry, families, depth + 1);
    } else if (family !== undefined) {
      sum += FREQUENCY_OF_UNITS;
    } else {
      const word = atom.startsWith('=') ? atom.slice(1) : atom;
      sum += frequencies.value.get(word) ?? FREQUENCY_OF_OTHERS;
    }
  }
  return sum;
}
