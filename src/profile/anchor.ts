import type { ElementId, Lexicon } from './lexicon.js';
import { LONGEST_QUANTITY, MOST_BEFORE_UNIT } from './quantities.js';
import type { Anchored, CompiledPattern, Step } from './steps.js';

/** The commonest words of English, the commonest first. */
const COMMON =
  "the of and to a in is that it was for on are as with i they at be this have from or by not but what all were when we there can an your which their if will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may long little very after called just where most know get through back much before go good new write our used me man too any day same right look think also around another came come work three word must because does part even place well such here take why help put different away again off went old number great tell say small every found still between name should home give it's don't that's".split(
    ' ',
  );

/** Occurrences in a thousand words, by the rank; Zipf's law. */
const FREQUENCY = new Map(COMMON.map((word, rank) => [word, 60 / (rank + 1)]));
const FREQUENCY_OF_OTHERS = 0.2;
/** A word that many patterns have is the topic's own, and common in its texts. */
const FREQUENCY_PER_PATTERN = 0.01;

/** What it costs to ask for a witness, and to look at a place, as parts of what it costs to match a pattern. */
const COST_OF_ASKING = 0.05;
const COST_OF_PLACE = 0.1;
/** Words of a sentence, about. */
const SENTENCE = 15;

/** A word that must be there. */
interface Required {
  readonly element: ElementId;
  /** How many words stand before it at least, and at most. */
  readonly least: number;
  readonly most: number;
}

/**
 * Finds the words that patterns are looked for by: of those that must be there, the one with which it costs
 * least, being rare and near the pattern's beginning; and a witness, the rarest of the others, without which
 * the sentence need not be looked at. So a sentence with "not" in it is not compared with all that begins so.
 */
export function anchorsOf<T>(
  patterns: readonly CompiledPattern<T>[],
  lexicon: Lexicon,
): { readonly element: ElementId; readonly anchored: Anchored<T> }[] {
  const frequencyOf = frequencies(patterns, lexicon);
  return patterns.map((pattern) => {
    const words = requiredWords(pattern);
    const anchors = words.map((word) => {
      const others = words.filter(({ element }) => element !== word.element);
      const witness = lowest(others, ({ element }) => frequencyOf(element))?.element ?? null;
      const met = witness === null ? 1 : Math.min(1, (frequencyOf(witness) * SENTENCE) / 1000);
      const places = word.most - word.least;
      const cost = frequencyOf(word.element) * (COST_OF_ASKING + met * (1 + places * COST_OF_PLACE));
      return { ...word, witness, cost };
    });
    // A pattern begins with a word that must be there, so there is one.
    const anchor = lowest(anchors, ({ cost }) => cost) as (typeof anchors)[0];
    const { element, least, most, witness } = anchor;
    return { element, anchored: { pattern, witness, least, most } };
  });
}

function requiredWords({ steps }: CompiledPattern<unknown>): Required[] {
  const words: Required[] = [];
  let [least, most] = [0, 0];
  for (const step of steps) {
    const found = required(step);
    if (found !== null) words.push({ element: found.element, least, most: most + found.most });
    const [fewest, longest] = lengthOf(step);
    least += fewest;
    most += longest;
  }
  return words;
}

/** The item with the lowest cost, if there is any. */
function lowest<T>(list: readonly T[], costOf: (item: T) => number): T | undefined {
  const [first, ...others] = list;
  return others.reduce((best, item) => (costOf(item) < costOf(best as T) ? item : best), first);
}

/** How often a word of the element is met. */
function frequencies(
  patterns: readonly CompiledPattern<unknown>[],
  lexicon: Lexicon,
): (element: ElementId) => number {
  const uses = new Map<string, number>();
  for (const step of patterns.flatMap(({ steps }) => steps)) {
    if (step.kind !== 'word') continue;
    for (const { text } of lexicon.atomsOf(step.element)) uses.set(text, (uses.get(text) ?? 0) + 1);
  }
  return (element) =>
    lexicon.atomsOf(element).reduce((sum, { text }) => {
      const frequency = FREQUENCY.get(text) ?? FREQUENCY_OF_OTHERS;
      return sum + frequency + (uses.get(text) ?? 0) * FREQUENCY_PER_PATTERN;
    }, 0);
}

/** A word that a step must have, and how many of the step's own may stand before it. */
function required(step: Step): { readonly element: ElementId; readonly most: number } | null {
  if (step.kind === 'gap' || step.optional) return null;
  if (step.kind === 'word') return { element: step.element, most: 0 };
  const { family } = step;
  return family.kind === 'quantity'
    ? { element: family.unit, most: MOST_BEFORE_UNIT }
    : { element: family.first, most: 0 };
}

/** The words that a step takes, at least and at most. */
export function lengthOf(step: Step): readonly [least: number, most: number] {
  if (step.kind === 'gap') return [0, step.most];
  const least = step.optional ? 0 : 1;
  if (step.kind === 'word') return [least, 1];
  return [least, step.family.kind === 'patterns' ? step.family.most : LONGEST_QUANTITY];
}
