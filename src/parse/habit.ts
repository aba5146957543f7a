/** What a reading shows of the thread's habits: whether its answers have headings, where their cards stand. */

import { isSignedName, isSignOff } from './evidence.js';
import type { Ground } from './ground.js';
import { isBody, opensAnswer, Part } from './part.js';
import type { Reading } from './reading.js';
import type { Unit } from './unit.js';
import { type Habit, habits, type Place } from './weights.js';

/** How many answers a reading has. */
export function answersOf(read: readonly Part[] | Uint8Array): number {
  let count = 0;
  for (let i = 0; i < read.length; i++)
    if (opensAnswer(read[i] as Part, read[i - 1] as Part | undefined)) count++;
  return count;
}

/** Where most cards stand: between heading and body, above both, or no matter. */
export function placeOf(read: Uint8Array): Place {
  let lead = 0;
  let mid = 0;
  for (let i = 0; i < read.length; i++) {
    if (read[i] === Part.Lead && read[i - 1] !== Part.Lead) lead++;
    else if (read[i] === Part.Mid && read[i - 1] !== Part.Mid) mid++;
  }
  return mid > lead ? 'between' : lead > 2 * mid ? 'above' : 'any';
}

/** What the reading says of the thread's habits. */
export function habitOf(ground: Ground, { parts: read, names }: Reading): Habit {
  let answers = 0;
  let headed = 0;
  let units = 0;
  let signed = 0;
  let short = 0;
  let goingOn = 0;
  for (let i = 0; i < read.length; i++) {
    const part = read[i] as number;
    const unit = ground.units[i] as Unit;
    if (opensAnswer(part as Part, read[i - 1] as Part | undefined)) answers++;
    if (part === Part.Head || part === Part.Under) headed++;
    const before = ground.units[i - 1];
    if (isBody(part as Part) && !(before && isSignedName(unit, before))) {
      units++;
      if (isSignOff(unit)) signed++;
      else if (unit.words < 20) short++;
      else if (unit.continuing >= 2) goingOn++;
    }
  }
  if (headed * 2 >= answers && headed > 0) return habits.headed;
  if (headed * 5 > answers * 2) return habits.mixed;
  if (names !== 'none' || ground.numbered || ground.separators || ground.metas || ground.parted)
    return answers >= 5 && headed <= 1 ? habits.headless : habits.bare;
  // Answers of several paragraphs have short ones among them, sign-offs, and such as go on with the one before.
  const several = signed >= 2 || (short + goingOn) * 5 > units;
  return several && answers > 1 ? habits.bare : habits.paragraphs;
}
