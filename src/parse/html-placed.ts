/** Units of a page with the passages that they stand in: names, paragraphs, quotations that are none, signatures. */

import type { Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import { SHORT } from './html-units.js';
import { End, Gap, PERSON, type Unit } from './unit.js';

/** A unit with the passage that it stands in, and that passage's place. */
export interface Placed {
  readonly unit: Unit;
  readonly passage: Passage;
  readonly place: number;
}

/** A post with what stands in it. */
export interface Posted {
  readonly post: Element;
  readonly inside: readonly Placed[];
}

/** What stands outside of a post, and the names at its end: those that stand above the post, as in a list of definitions. */
export function withoutCards(
  outside: readonly Placed[],
): [others: readonly Placed[], cards: readonly Placed[]] {
  const from = outside.findLastIndex((one) => !isCard(one)) + 1;
  return [outside.slice(0, from), outside.slice(from)];
}

/** Whether the posts' last lines are all short and without a stop: then they are names, whatever they look like. */
export function isSigned(posted: readonly Posted[]): boolean {
  const last = posted.map(({ inside }) => inside.at(-1)).filter((one) => one !== undefined);
  const signed = last.filter(
    ({ unit, passage }) => unit.words <= 12 && unit.ending === End.Open && passage.level === 0,
  );
  return posted.length > 2 && signed.length * 5 >= posted.length * 4;
}

/** The name of the block quotations that most posts have all their words in: there they are no quotations. */
export function frameOf(posted: readonly Posted[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { inside } of posted) {
    const longest = inside.reduce(
      (most, one) => (one.unit.words > most.unit.words ? one : most),
      inside[0] as Placed,
    );
    const name = longest && nameOf(longest);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > posted.length)?.[0];
}

function nameOf({ unit, passage }: Placed): string | undefined {
  return unit.quote && passage.quote ? (passage.quote.attributes.class ?? '') : undefined;
}

export function unframed(one: Placed, frame: string): Placed {
  return nameOf(one) === frame ? { ...one, unit: { ...one.unit, quote: false, form: null } } : one;
}

/** The paragraphs of a post up to the next name: what a template adds stands in none. */
export function paragraphsIn(inside: readonly Placed[]): readonly Placed[] {
  const isParagraph = ({ passage: { element, hint, level, linked } }: Placed) =>
    (element.tag === 'p' || element.tag === 'li') &&
    level === 0 &&
    !linked &&
    (hint === null || hint === 'body');
  // Behind a name a short first paragraph is no more than its writer's trade.
  let isNamed = false;
  const start = inside.findIndex((one) => {
    if (!isCard(one)) return isParagraph(one);
    const isFirst = isNamed && isParagraph(one) && one.unit.person < PERSON;
    isNamed = true;
    return isFirst;
  });
  if (start < 0) return [];
  const rest = inside.slice(start);
  const end = rest.findIndex((one) => !isParagraph(one) && isCard(one));
  return (end < 0 ? rest : rest.slice(0, end)).filter(isParagraph);
}

/** A letter in the place of a picture is no name. */
export function isInitial({ start, end }: Unit): boolean {
  return end - start <= 2;
}

export function isCard({ unit, passage }: Placed): boolean {
  return unit.words <= SHORT && (passage.hint === 'author' || unit.person >= PERSON || unit.field);
}

/** A line that is a person's for sure. */
const SURELY = 4;

export function isName(one: Placed): boolean {
  return isCard(one) && one.unit.person >= SURELY && one.passage.level === 0;
}

/** A line of a signature has no more words, and a signature no more lines. */
const MOST_OF_SIGNATURE = 15;
const MOST_LINES = 5;

/** Where a member's signature begins, behind a rule and to the end; the number of lines where there is none. */
export function signatureIn(lines: readonly Placed[]): number {
  const rule = lines.findLastIndex(({ unit }) => unit.gap & Gap.Separator);
  const isShort = ({ unit }: Placed) => unit.words <= MOST_OF_SIGNATURE;
  return rule > 0 && lines.length - rule <= MOST_LINES && lines.slice(rule).every(isShort)
    ? rule
    : lines.length;
}

/** A short line that is neither a name nor a quotation. */
export function mayBeTitle({ unit, passage }: Placed): boolean {
  return unit.words <= 30 && passage.hint !== 'author' && !unit.quote && unit.person < PERSON && !unit.field;
}
