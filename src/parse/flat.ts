/** Documents that mark headings and bold names but no posts: their units are decided as those of plain text. */

import type { Span } from '../model.js';
import { withHeading } from './asked.js';
import { type Assembled, assemble } from './assemble.js';
import { authorOf } from './card.js';
import type { Cut } from './cut.js';
import { withNoise } from './cutter.js';
import { decide, Part } from './decide.js';
import {
  BOLD,
  closes,
  closingOf,
  type Heading,
  isCard,
  isNamed,
  tailOf,
  titleOf,
  withHeadings,
  withoutPage,
} from './headings.js';
import { withLeads } from './leads.js';
import { onlyAnswers } from './only-answers.js';
import { isQuestion } from './part.js';
import { End, type Unit } from './unit.js';
import { median } from './words.js';

/** What the format says of a unit. */
export interface Mark {
  /** 1 is the highest; 0 in no heading. */
  readonly level: number;
  /** Where the bold type ends that the unit starts with; its start where it does not. */
  readonly lead: number;
}

/** How a text that holds signs of its format is read. */
export interface Reading {
  /** The text with blanks for the signs, each character in its place. */
  readonly read: string;
  /** A unit of a body with the signs that go with it. */
  readonly widen: (unit: Unit) => Unit;
}

/**
 * Decides a document by its units and marks.
 * @param markOf what the format says of the unit; asked for all units in order, more than once.
 */
export function flatThread(
  text: string,
  cut: Cut,
  markOf: (unit: Unit) => Mark,
  reading?: Reading,
): Assembled {
  const words = reading?.read ?? text;
  const led = withLeads(words, cut.units, (unit) => markOf(unit).lead);
  const levels = new Map(led.map((unit) => [unit, markOf(unit).level]));
  const grouping = groupingOf(led, headingsOf(led, levels));
  const split = led.filter((unit) => !grouping.has(unit));
  const noise = withNoise(cut.noise, [...grouping], 'label');
  const headings = withoutPage(headingsOf(split, levels));
  const title = titleOf(headings)?.at ?? -1;
  const units = withCards(withHeadings(split, headings), title);
  const read = (until: number) => threadUpTo(text, units, until, title, { ...cut, noise }, reading);
  const ends = [
    tailOf(words, units, headings),
    nameless(words, units, title),
    closingOf(words, split, headings),
  ];
  return read(Math.min(...ends));
}

function headingsOf(units: readonly Unit[], levels: ReadonlyMap<Unit, number>): Heading[] {
  return units.flatMap((unit, at): Heading[] => {
    const level = levels.get(unit) ?? 0;
    return level > 0 ? [{ at, level }] : [];
  });
}

/** The headings over those of names: where the answers below them were found. The document's first is none. */
function groupingOf(units: readonly Unit[], headings: readonly Heading[]): ReadonlySet<Unit> {
  const own = headings.filter(({ level }) => level < BOLD);
  const levels = new Set(own.map(({ level }) => level));
  const names = new Set([...levels].filter((level) => isNamed(level, own, units)));
  const over = own.slice(1).filter(({ at, level }, i) => {
    const below = own[i + 2];
    return !names.has(level) && below?.at === at + 1 && below.level > level && names.has(below.level);
  });
  return new Set(over.map(({ at }) => units[at] as Unit));
}

/** The thread of the units up to one; the others are none of it. */
function threadUpTo(
  text: string,
  all: readonly Unit[],
  until: number,
  title: number,
  { noise, announced, foot }: Cut,
  reading: Reading | undefined,
): Assembled {
  const units = all.slice(0, until);
  const lines = withNoise(noise, all.slice(until), 'related');
  const read = reading?.read ?? text;
  const decided = decide(read, units, announced, foot);
  const parts = title < 0 ? withHeading(read, units, decided) : withTitle(decided, units, title);
  const wide = reading
    ? units.map((unit, i) => (BODIES.has(parts[i] as Part) ? reading.widen(unit) : unit))
    : units;
  return onlyAnswers(text, withAuthors(assemble(text, wide, lines, parts), units));
}

const BODIES: ReadonlySet<Part> = new Set([Part.Ask, Part.Start, Part.First, Part.More, Part.Opened]);
const CARDS: ReadonlySet<Part> = new Set([Part.Lead, Part.Mid, Part.Trail]);

/** What the document's own title heads is the question, even where it reads like an answer. */
function withTitle(parts: readonly Part[], units: readonly Unit[], title: number): Part[] {
  const isAsked = units.slice(0, title).some(({ ending }) => ending === End.Question);
  if (parts[title] !== Part.Head || (isAsked && parts.slice(0, title).includes(Part.Title)))
    return [...parts];
  const next = parts.findIndex(
    (part, i) => i > title && (part === Part.Head || part === Part.Start || part === Part.Lead),
  );
  return parts.map((part, i) => {
    if (i === title) return Part.Title;
    if (i < title && isQuestion(part)) return Part.Banner;
    if (i < title || (next >= 0 && i >= next)) return part;
    return BODIES.has(part) ? Part.Ask : CARDS.has(part) ? Part.AskCard : part;
  });
}

/** A heading that is a name heads no answer: it is the author's. */
function withAuthors(thread: Assembled, units: readonly Unit[]): Assembled {
  const names = new Set(
    units.filter((unit) => unit.form === 'heading' && isCard(unit)).map(({ start }) => start),
  );
  if (names.size === 0) return thread;
  const isName = (span: Span | null) => span !== null && names.has(span[0]);
  return {
    ...thread,
    answers: thread.answers.map((answer) => {
      if (!isName(answer.headingSpan)) return answer;
      const author = answer.author ?? authorOf(answer.heading ?? '');
      return {
        ...answer,
        heading: null,
        headingSpan: null,
        span: answer.bodySpan,
        ...(author ? { author } : {}),
      };
    }),
    blocks: thread.blocks.map(({ kind, span, ...block }) =>
      kind === 'answer-heading' && isName(span)
        ? { kind: 'noise', span, reason: 'author' }
        : { kind, span, ...block },
    ),
  };
}

/** The places of the headings that may head answers. */
function headsOf(units: readonly Unit[], title: number): number[] {
  return units.flatMap((unit, i) => (unit.form === 'heading' && i !== title ? [i] : []));
}

/** Where a short line without a stop stands below nearly every heading, it is a name, whatever it looks like. */
function withCards(units: readonly Unit[], title: number): readonly Unit[] {
  const below = headsOf(units, title).map((at) => at + 1);
  const lines = below.filter((at) => {
    const unit = units[at];
    return (
      unit &&
      unit.words <= 12 &&
      !unit.greeting &&
      !unit.item &&
      (unit.ending === End.Open || unit.ending === End.Colon)
    );
  });
  if (lines.length < 3 || lines.length * 5 < below.length * 4) return units;
  const cards = new Set(lines);
  return units.map((unit, i) => (cards.has(i) ? { ...unit, person: Math.max(unit.person, 4) } : unit));
}

/** Units under a heading that are looked at for a card. */
const CARD_WITHIN = 3;

/**
 * Where the last section starts, if it is no answer: it has no card below its heading, and it is headed as pages end
 * ("About this page", "The bottom line"), or all others have one and are much longer. The number of units where it is one.
 */
function nameless(text: string, units: readonly Unit[], title: number): number {
  const starts = headsOf(units, title);
  const sections = starts.map((start, i) => units.slice(start + 1, starts[i + 1]));
  const hasName = (section: readonly Unit[]) => section.slice(0, CARD_WITHIN).some(isCard);
  const named = sections.filter(hasName).length;
  const closing = starts.findIndex(
    (start, i) => closes(text, units[start]) && !isCard(units[start + 1] ?? (units[start] as Unit)) && i > 2,
  );
  if (closing >= 0 && sections.slice(0, closing).filter(hasName).length * 4 >= closing * 3)
    return starts[closing] as number;
  const last = sections.pop();
  const from = starts.at(-1) ?? units.length;
  if (!last || sections.length === 0 || hasName(last)) return units.length;
  if (units[from]?.tail) return from;
  if (sections.length < 3 || named < sections.length) return units.length;
  const wordsIn = (section: readonly Unit[]) => section.reduce((sum, { words }) => sum + words, 0);
  const short = wordsIn(last) * 2 < median(sections.map(wordsIn));
  return short ? from : units.length;
}
