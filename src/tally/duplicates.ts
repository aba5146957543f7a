/**
 * Answers posted twice. Two answers are the same where their words are, after case, space and punctuation
 * are folded; or nearly the same where the Dice coefficient (Dice 1945) of their word pairs is at least
 * `NEARLY` and the classifier gave both the same labels (one "not" turns an answer round and leaves nearly
 * all of its words). Word pairs, not letter pairs: long English answers share most letter pairs whatever they say.
 */

import type { CodedAnswer, CodedThread } from '../model.js';
import { anchors, dice, sameWords, words } from './folded.js';

/** From this Dice coefficient of word pairs on two answers are nearly the same; answers by different hands stay far below. */
export const NEARLY = 0.7;

/** Answers of fewer words are told apart by nothing: two people may both say "Yes, they do." */
const FEWEST_WORDS = 4;

/** Nearly the same is asked only of answers that have a few words to compare. */
const FEWEST_WORDS_NEARLY = 8;

/** Earlier answers that one is compared with in full at most, so that the time stays linear. */
const MOST_COMPARED = 4;

/** Marks each answer that repeats an earlier one of its thread with `duplicateOf`. Linear in the thread's text. */
export function markDuplicates(thread: CodedThread): CodedThread {
  const repeats = findDuplicates(thread.answers);
  if (repeats.size === 0) return thread;
  return {
    ...thread,
    answers: thread.answers.map((answer) => {
      const original = repeats.get(answer.id);
      return original === undefined ? answer : { ...answer, duplicateOf: original };
    }),
  };
}

/**
 * Answers are compared in full only with earlier ones that share an anchor with them (how some sentence
 * starts, or how the answer ends), which for nearly all of them costs next to nothing.
 * @returns the ids of the answers that repeat an earlier one → the id of the first of them.
 */
export function findDuplicates(answers: readonly CodedAnswer[]): ReadonlyMap<number, number> {
  const repeats = new Map<number, number>();
  if (answers.length < 2) return repeats;
  const byText = new Map<string, CodedAnswer>();
  const byAnchor = new Map<number, CodedAnswer[]>();
  for (const answer of answers) {
    const same = byText.get(answer.body);
    const keys = anchors(answer.body);
    const original = same && postedTwice(same, answer) ? same : likeness(answer, keys, byAnchor);
    if (original) {
      repeats.set(answer.id, original.id);
      continue;
    }
    if (!same) byText.set(answer.body, answer);
    for (const key of keys) {
      const earlier = byAnchor.get(key);
      if (!earlier) byAnchor.set(key, [answer]);
      else if (earlier.length < MOST_COMPARED) earlier.push(answer);
    }
  }
  return repeats;
}

/** The first of the earlier answers that this one repeats, those with most anchors in common looked at first. */
function likeness(
  answer: CodedAnswer,
  keys: readonly number[],
  byAnchor: ReadonlyMap<number, readonly CodedAnswer[]>,
): CodedAnswer | undefined {
  const shared = new Map<CodedAnswer, number>();
  for (const key of keys) {
    for (const earlier of byAnchor.get(key) ?? []) {
      if (closeInLength(earlier.body, answer.body)) shared.set(earlier, (shared.get(earlier) ?? 0) + 1);
    }
  }
  // In answers of several sentences, one in common is a phrase such as "Thank you for your question."
  const enough = keys.length > 3 ? 2 : 1;
  return [...shared]
    .filter(([, times]) => times >= enough)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_COMPARED)
    .map(([earlier]) => earlier)
    .find((earlier) => postedTwice(earlier, answer) || nearlyTheSame(earlier, answer));
}

function postedTwice(a: CodedAnswer, b: CodedAnswer): boolean {
  return sameWords(a.body, b.body) && (words(b.body, FEWEST_WORDS) >= FEWEST_WORDS || sameHand(a, b));
}

/** Whether two short answers come from one person: by name, or by heading. */
function sameHand(a: CodedAnswer, b: CodedAnswer): boolean {
  if (a.author !== undefined || b.author !== undefined) return a.author === b.author;
  return a.heading !== null && b.heading !== null && sameWords(a.heading, b.heading);
}

function nearlyTheSame(a: CodedAnswer, b: CodedAnswer): boolean {
  return (
    Object.keys(a.facets).every((facet) => a.facets[facet] === b.facets[facet]) &&
    words(a.body, FEWEST_WORDS_NEARLY) >= FEWEST_WORDS_NEARLY &&
    words(b.body, FEWEST_WORDS_NEARLY) >= FEWEST_WORDS_NEARLY &&
    dice(a.body, b.body) >= NEARLY
  );
}

/** Dice is at most 2a / (a + b) for a and b pairs, so it stays below `NEARLY` where one is much longer. */
function closeInLength(a: string, b: string): boolean {
  // A little more is let through: these are characters, white space among them, and not word pairs.
  return Math.max(a.length, b.length) <= Math.min(a.length, b.length) * 2.5 + 20;
}
