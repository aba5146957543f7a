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

/** What it costs to look at a place where a pattern might begin, as a part of what it costs to match one. */
const COST_OF_PLACE = 0.1;

/**
 * Finds the words that patterns are looked for by: of those that must be there, the one with which it costs
 * least, being rare and near the pattern's beginning. So a sentence with "not" in it is not compared with
 * all that begins so. Where no word must be there, it is the first one.
 */
export function anchorsOf<T>(
  patterns: readonly CompiledPattern<T>[],
  lexicon: Lexicon,
): { readonly elements: Iterable<ElementId>; readonly anchored: Anchored<T> }[] {
  const frequencyOf = frequencies(patterns, lexicon);
  return patterns.map((pattern) => {
    let elements: Iterable<ElementId> = pattern.firsts;
    let anchored = { pattern, least: 0, most: 0 };
    let lowest = Number.POSITIVE_INFINITY;
    let [least, most] = [0, 0];
    for (const step of pattern.steps) {
      const found = required(step);
      if (found !== null) {
        const places = most + found.most - least + 1;
        const cost = frequencyOf(found.element) * (1 + places * COST_OF_PLACE);
        if (cost < lowest) {
          lowest = cost;
          elements = [found.element];
          anchored = { pattern, least, most: most + found.most };
        }
      }
      const [fewest, longest] = lengthOf(step);
      least += fewest;
      most += longest;
    }
    return { elements, anchored };
  });
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
  return family.kind === 'quantity' ? { element: family.unit, most: MOST_BEFORE_UNIT } : null;
}

/** The words that a step takes, at least and at most. */
export function lengthOf(step: Step): readonly [least: number, most: number] {
  if (step.kind === 'gap') return [0, step.most];
  const least = step.optional ? 0 : 1;
  if (step.kind === 'word') return [least, 1];
  return [least, step.family.kind === 'patterns' ? step.family.most : LONGEST_QUANTITY];
}
