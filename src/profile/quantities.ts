import type { QuantityWords } from './model.js';

/** The words of quantities, as they are met in texts. */
export interface Quantities {
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Months in one unit of time; plurals and possessives are among them. */
  readonly units: ReadonlyMap<string, number>;
  readonly leads: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
}

/** Words that may stand before the number, and between it and its unit. */
export const MOST_LEADS = 3;
export const MOST_FILLERS = 3;
/** "about the first two dozen to three full long years": words before the unit, and words in all, with "or more". */
export const MOST_BEFORE_UNIT = MOST_LEADS + 5 + MOST_FILLERS;
export const LONGEST_QUANTITY = MOST_BEFORE_UNIT + 3;

const UNIT_ENDINGS = ['s', "'s", "s'", "'"];

export function compileQuantities(words: QuantityWords): Quantities {
  const units = new Map(Object.entries(words.units));
  for (const [unit, months] of Object.entries(words.units)) {
    for (const ending of UNIT_ENDINGS) {
      if (!units.has(unit + ending)) units.set(unit + ending, months);
    }
  }
  return {
    numbers: new Map(Object.entries(words.numbers)),
    ordinals: new Map(Object.entries(words.ordinals)),
    units,
    leads: new Set(words.leads),
    fillers: new Set(words.fillers),
  };
}

/** Words that a quantity may begin with, besides digits. */
export function quantityStarts({ numbers, ordinals, leads, units }: QuantityWords): string[] {
  const names = Object.keys(units);
  return [
    ...Object.keys(numbers),
    ...Object.keys(ordinals),
    ...leads,
    ...names,
    ...names.map((unit) => `${unit}s`),
  ];
}
