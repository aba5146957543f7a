/** Lines of their own above an answer's words: where most have one below their date, it is their heading. */

import type { Unit } from './unit.js';

/** Such lines, and how many of them a habit takes. */
const TITLE = { words: 14, least: 3, share: 0.6 } as const;

/** Whether a unit is a line of its own right above more words: what an answer's heading looks like below its date. */
export function isSetAbove(unit: Unit, next: Unit | undefined): boolean {
  if (unit.words > TITLE.words || unit.person >= 1.5 || !next || next.blanks > 0 || next.noise) return false;
  return next.words > unit.words && !next.item;
}

/** The form of the noise below which most units are such lines; empty where there is none. Linear. */
export function titledBelow(units: readonly Unit[]): string {
  const counts = new Map<string, { all: number; titled: number }>();
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    if (unit.above === '') continue;
    const count = counts.get(unit.above) ?? { all: 0, titled: 0 };
    counts.set(unit.above, count);
    count.all++;
    if (isSetAbove(unit, units[i + 1])) count.titled++;
  }
  for (const [form, { all, titled }] of counts)
    if (titled >= TITLE.least && titled >= all * TITLE.share) return form;
  return '';
}
