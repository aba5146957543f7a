import { InvalidArgumentError } from 'commander';

/** Parsers of option values. Each throws with the mend; commander names the option. */

/** A share above 0 and at most 1; per cent are taken too. */
export function share(text: string): number {
  const [, number = '', percent] = /^(\d*\.?\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = number === '' ? Number.NaN : Number(number) / (percent ? 100 : 1);
  if (!(value > 0 && value <= 1))
    throw new InvalidArgumentError('Give a share above 0 and at most 1, such as 0.75.');
  return value;
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** A number of bytes, with K, M or G for the powers of 1024. */
export function bytes(text: string): number {
  const [, number, unit] = /^(\d+)([kmg]?)(?:i?b)?$/i.exec(text.trim()) ?? [];
  const value = Number(number) * (UNITS[unit?.toLowerCase() ?? ''] ?? Number.NaN);
  if (!(value > 0)) throw new InvalidArgumentError('Give a number of bytes, such as 500000 or 64M.');
  return value;
}

/** A whole number from 1 on. */
export function count(text: string): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value < 1) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return value;
}

/** Columns of a report. */
export function columns(text: string): number {
  const value = count(text);
  if (value < 40) throw new InvalidArgumentError('Give 40 columns at least.');
  return value;
}
