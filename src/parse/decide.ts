/** Which part each unit plays, decided over the thread as a whole: read, its habits learned, and read again. */

import { type Ground, groundOf } from './ground.js';
import { answersOf, habitOf, placeOf } from './habit.js';
import { isBody, opensAnswer, Part } from './part.js';
import { Reader, type Reading } from './reading.js';
import type { Supposed } from './scores.js';
import { Gap, type Unit } from './unit.js';
import { habits } from './weights.js';

export { Part } from './part.js';

/** How far the number that the page states may push the answers to be more, or fewer. */
const pushes = [0.7, 1.4, 2.1, 2.8];

/**
 * The parts of the units, in order. `announced`: how many answers the page says it has; 0 where it does not.
 * `foot`: the form of the noise under the last unit. Linear in the number of units.
 */
export function decide(text: string, units: readonly Unit[], announced: number, foot = ''): Part[] {
  if (units.length === 0) return [];
  const ground = groundOf(text, units, foot);
  const reading = read(ground, announced);
  const parts = ground.numbered ? orUncounted(ground, reading, announced) : reading.parts;
  return withSignatures(units, Array.from(parts) as Part[]);
}

/** The best reading, once the thread's habits are learned from it. */
function read(ground: Ground, announced: number): Reading {
  const reader = new Reader(ground);
  let supposed: Omit<Supposed, 'names'> = { habit: habits.unknown, place: 'any', push: 0 };
  let reading = best(reader, supposed);
  for (let pass = 0; pass < 3; pass++) {
    const habit = habitOf(ground, reading);
    const place = placeOf(reading.parts);
    if (habit === supposed.habit && place === supposed.place) break;
    supposed = { habit, place, push: 0 };
    reading = best(reader, supposed);
  }
  const answers = answersOf(reading.parts);
  if (announced === 0 || answers === announced) return reading;
  for (const push of pushes) {
    const other = best(reader, { ...supposed, push: answers < announced ? push : -push });
    if (answersOf(other.parts) === announced) return other;
  }
  return reading;
}

/**
 * Two answers may begin with "Answer:" by chance, or a list reach over several: the numbers count nothing where most
 * answers that have headings or names of their own would be lost.
 */
function orUncounted(ground: Ground, counted: Reading, announced: number): Uint8Array {
  const plain = { ...ground, numbered: false, firstNumber: -1 };
  const uncounted = read(plain, announced);
  const isMarked = uncounted.names !== 'none' || habitOf(plain, uncounted).head >= 0;
  const numbers = ground.units.filter(({ gap }) => gap & Gap.Number).length;
  const isLost = wordyAnswers(ground.units, uncounted.parts) > 2 * numbers;
  return isMarked && isLost ? uncounted.parts : counted.parts;
}

/** Words of a paragraph that says something. */
const WORDY = 8;

/** How many answers say something. */
function wordyAnswers(units: readonly Unit[], parts: Uint8Array): number {
  let count = 0;
  let isCounted = true;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (opensAnswer(part, parts[i - 1] as Part | undefined)) isCounted = false;
    if (isCounted || !isBody(part) || (units[i] as Unit).words < WORDY) continue;
    isCounted = true;
    count++;
  }
  return count;
}

/** The best reading over the places where names may stand. */
function best(reader: Reader, supposed: Omit<Supposed, 'names'>): Reading {
  let found = reader.read({ ...supposed, names: 'none' });
  // Few names are no cards: most answers would lack theirs.
  if (reader.scores.persons === 0 || reader.scores.persons * 5 < answersOf(found.parts)) return found;
  const lead = reader.read({ ...supposed, names: 'lead' });
  if (lead.score > found.score) found = lead;
  // One name at an answer's end is its sign-off.
  if (reader.scores.persons < 2) return found;
  const trail = reader.read({ ...supposed, names: 'trail' });
  return trail.score > found.score ? trail : found;
}

/**
 * Names under the answers that have no one form are no page's cards but the answerers' sign-offs, and part of the
 * bodies; a dash before or dates below make them cards all the same.
 */
function withSignatures(units: readonly Unit[], parts: Part[]): Part[] {
  if (!parts.includes(Part.Trail) || haveOneForm(units, parts)) return parts;
  return parts.map((part, i) => {
    const dated = ((units[i + 1]?.gap ?? 0) & Gap.Meta) !== 0;
    return part === Part.Trail && isUnmarked((units[i] as Unit).style) && !dated ? Part.More : part;
  });
}

/** No dash and no bar: a bare name, or the place under it. */
function isUnmarked(style: number): boolean {
  return style === 0 || style >= 12;
}

function haveOneForm(units: readonly Unit[], parts: readonly Part[]): boolean {
  const styles = new Map<number, number>();
  let names = 0;
  let described = 0;
  for (let i = 0; i < units.length; i++) {
    if (parts[i] !== Part.Trail || parts[i - 1] === Part.Trail) continue;
    const { style } = units[i] as Unit;
    styles.set(style, (styles.get(style) ?? 0) + 1);
    names++;
    if (parts[i + 1] === Part.Trail) described++;
  }
  return described * 5 >= names * 3 || Math.max(...styles.values()) * 4 >= names * 3;
}
