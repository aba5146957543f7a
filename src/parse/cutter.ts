/** Collects units and the noise between them, line by line. */

import type { Line } from './lines.js';
import { noiseIn } from './noise.js';
import type { Prefix } from './prefixed.js';
import type { Reason } from './reason.js';
import { Gap, loneUnit, messageStyle, spokenStyle, type Unit } from './unit.js';

/** A line, or a part of one, that is noise by its form. */
export interface Noise {
  readonly start: number;
  readonly end: number;
  readonly reason: Reason;
}

/** The noise with these lines among it, in order. */
export function withNoise(
  noise: readonly Noise[],
  lines: readonly Pick<Line, 'start' | 'end'>[],
  reason: Reason,
): readonly Noise[] {
  if (lines.length === 0) return noise;
  const more = lines.map(({ start, end }): Noise => ({ start, end, reason }));
  return [...noise, ...more].sort((a, b) => a.start - b.start);
}

/** Words of a line that may stand between a member's name and the number of the post. */
const MOST_OF_MEMBER = 6;

const gapOf: Partial<Record<Reason, number>> = {
  votes: Gap.Meta,
  stars: Gap.Meta,
  date: Gap.Meta,
  navigation: Gap.Meta,
  repeated: Gap.Meta,
  separator: Gap.Separator,
  number: Gap.Meta,
  label: Gap.Meta,
  'answers-header': Gap.Header,
  asker: Gap.Asker,
};

export class Cutter {
  readonly units: Unit[] = [];
  readonly noise: Noise[] = [];
  blanks = 0;
  foot = '';
  #gap = 0;
  #noise = false;
  /** The unit that names the member of whom the lines at hand tell; -1 where none do. */
  #member = -1;

  constructor(readonly text: string) {}

  skip(start: number, end: number, reason: Reason): void {
    this.noise.push({ start, end, reason });
    if (!this.#noise && gapOf[reason] === Gap.Meta) this.foot = this.#formOf(start, end);
    this.#gap |= gapOf[reason] ?? Gap.Other;
    this.#noise = true;
  }

  /** What lines have that say the same of different posts: their first letters, numbers made alike. */
  #formOf(start: number, end: number): string {
    return this.text
      .slice(start, Math.min(end, start + 40))
      .toLowerCase()
      .replace(/\d+|\p{L}{3,9} (?=\d)/gu, '9')
      .slice(0, 16);
  }

  /** The form of the noise right above a place; empty where there is none. */
  #above(at: number): string {
    const { start, end, reason } = this.noise.at(-1) as Noise;
    const isRight =
      gapOf[reason] === Gap.Meta && /^[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*$/.test(this.text.slice(end, at));
    return isRight ? this.#formOf(start, end) : '';
  }

  /** The line tells of the member who is named above it: what is said comes below. */
  member(): void {
    if ((this.units.at(-1)?.words ?? 0) > MOST_OF_MEMBER) return;
    this.#member = this.units.length - 1;
    for (let unit = this.units.at(-1); unit && unit.blanks === 0 && !unit.noise && this.#member > 0; )
      unit = this.units[--this.#member];
  }

  /** Takes a rule right under a line of its length for the mark of a heading. */
  underline({ start, end }: Line): boolean {
    const unit = this.units.at(-1);
    const code = this.text.charCodeAt(start);
    if (!unit || this.#noise || (code !== 0x3d && code !== 0x2d && code !== 0x7e)) return false;
    if (unit.words > 30 || Math.abs(end - start - (unit.end - unit.start)) > 2 || end - start < 3)
      return false;
    this.units.pop();
    this.units.push({ ...unit, form: 'heading' });
    this.noise.push({ start, end, reason: 'separator' });
    return true;
  }

  /** Adds a unit; what stands before it is known now. */
  add(unit: Unit): void {
    unit.blanks = this.blanks;
    unit.gap = this.#gap;
    unit.noise = this.#noise;
    unit.above = this.#noise ? this.#above(unit.start) : '';
    unit.foot = this.foot;
    this.units.push(unit);
    if (unit.words > MOST_OF_MEMBER) this.#member = -1;
    this.#gap = 0;
    this.foot = '';
    this.blanks = 0;
    this.#noise = false;
  }

  /** A line with a number, a label or a nick before its own words. */
  prefix(line: Line, { kind, rest, name, answers }: Prefix): void {
    const until = rest < line.end ? trimmed(this.text, line.start, rest) : line.end;
    if (kind === 'event' || kind === 'asks') {
      this.skip(line.start, line.end, kind === 'asks' ? 'asker' : kind);
      return;
    }
    if (answers) this.#gap |= Gap.Header;
    if (kind === 'goes-on') this.skip(line.start, until, 'author');
    else if (name && name[0] < name[1]) this.#card(line, until, name[0], kind === 'message');
    else if (until > line.start) this.skip(line.start, until, name ? 'date' : (kind as Reason));
    if (kind === 'asker') this.#gap = (this.#gap & ~Gap.Asker) | Gap.Asked;
    const member = this.units[this.#member];
    if (kind === 'number' && member)
      this.units[this.#member] = { ...named(member, messageStyle), gap: member.gap | Gap.Number };
    else if (kind === 'number' || kind === 'label') this.#gap |= Gap.Number;
    this.#member = -1;
    if (rest === line.end) return;
    // "#1   03-14-2009, 09:42 PM"
    const reason = kind === 'number' ? noiseIn(this.text, { start: rest, end: line.end }) : null;
    if (reason !== null) this.skip(rest, line.end, reason);
    else {
      const unit = loneUnit(this.text, rest, line.end);
      this.add(kind === 'goes-on' ? { ...unit, continuing: 3 } : unit);
    }
  }

  /** A name that is known to be one. */
  name(line: Line): void {
    this.#card(line, line.end, line.start, true);
  }

  /** A name before the words, or in a field of its own: a card for sure. */
  #card(line: Line, until: number, name: number, message: boolean): void {
    this.add({
      ...named(loneUnit(this.text, line.start, until), message ? messageStyle : spokenStyle),
      // A nick stands before what is said.
      leading: !message || !/\bby:/i.test(this.text.slice(line.start, name)),
    });
  }
}

/** A name that is known to be one. */
export function named(unit: Unit, style: number): Unit {
  return {
    ...unit,
    person: 4,
    style,
    field: false,
    item: false,
    signOff: false,
    greeting: false,
    card: true,
  };
}

function trimmed(text: string, start: number, end: number): number {
  while (end > start + 1 && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}
