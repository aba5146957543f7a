/** What the gap before a unit says: its blank lines and the noise in it. */

import { resumes } from './evidence.js';
import type { Ground } from './ground.js';
import { Gap, type Unit } from './unit.js';
import { weights } from './weights.js';

type GapWeights = Record<keyof (typeof weights)['open'], number>;

/** The sum of what the gap holds, weighed for one kind of step over it. */
export function gapScore(w: GapWeights, unit: Unit, ground: Ground, i: number): number {
  const { gap } = unit;
  let score = unit.blanks >= ground.wide ? w.wide : 0;
  if (gap === 0) return score;
  if (gap & Gap.Meta) score += ground.metas ? w.meta : w.loneMeta;
  if (gap & Gap.Separator) score += ground.separators ? w.separator : w.loneSeparator;
  if (gap & Gap.Number && ground.numbered) score += w.number;
  if (gap & Gap.Header && i === ground.header) score += w.header;
  if (gap & Gap.Asker) score += w.asker;
  return score;
}

/** What the gap before unit `i` says for an answer that opens behind it. */
export function openScore(unit: Unit, ground: Ground, i: number): number {
  let open = gapScore(weights.open, unit, ground, i);
  open += aboveScore(ground, i);
  if (unit.continuing === 3) open += weights.sameSpeaker;
  if (ground.numbered && !(unit.gap & Gap.Number)) open += weights.missingNumber;
  if (ground.parted) open += unit.blanks >= 2 ? weights.parted.open : weights.parted.narrow;
  return open;
}

/** What speaks against an answer that opens at unit `i`, as what opens answers, or the question, is yet to come. */
export function aboveScore(ground: Ground, i: number): number {
  return (
    (i < ground.header ? weights.aboveHeader : 0) +
    (i <= ground.question ? weights.aboveQuestion : 0) +
    (i < ground.firstNumber ? weights.aboveNumber : 0)
  );
}

/** … for a body that goes on over it. */
export function innerScore(unit: Unit, ground: Ground, i: number): number {
  // A sentence may go on over whatever a page's end and the next one's head put between.
  if (resumes(unit, ground.units[i - 1], ground)) return weights.resumed;
  const inner = gapScore(weights.inner, unit, ground, i);
  return ground.parted && unit.blanks >= 2 ? inner + weights.parted.inner : inner;
}

/** Whether the gap is of those that part the answers, by itself. */
export function isParting({ gap, blanks }: Unit, { metas, separators, parted }: Ground): boolean {
  return (
    (metas && (gap & Gap.Meta) !== 0) ||
    (separators && (gap & Gap.Separator) !== 0) ||
    (parted && blanks >= 2)
  );
}

/** Dates and buttons beside a name are of its card: the name counts, and they do not. */
export function besideName({ gap }: Unit, named: Unit, signed: number, ground: Ground): number {
  if (!(gap & Gap.Meta) || signed < weights.signedStart || named.signOff) return 0;
  return -(ground.metas ? weights.open.meta : weights.open.loneMeta);
}

/** … for a card under a body. */
export function footScore(unit: Unit): number {
  return unit.gap & Gap.Meta ? weights.footBehindMeta : 0;
}

/** … for the page's tail behind it. */
export function noisy(unit: Unit): number {
  return unit.noise ? weights.tailAfterNoise : 0;
}
