/** Which of a document's headings head its answers. */

import { Gap, PERSON, spokenStyle, type Unit } from './unit.js';

/** A unit that the format marks as a heading. */
export interface Heading {
  /** The unit's index. */
  readonly at: number;
  /** 1 is the highest. */
  readonly level: number;
}

/** The level of a line in bold type that stands for a heading: below all others. */
export const BOLD = 7;

/** So many headings of a deeper level are those of answers. */
const FEWEST_DEEPER = 3;

/**
 * The heading that is the question's: the first one, where it is of a level of its own, but for what the page closes
 * with behind the headings of its answers ("Related questions").
 */
export function titleOf(headings: readonly Heading[]): Heading | undefined {
  const [title, ...others] = headings;
  if (title === undefined) return undefined;
  const deeper = others.filter(({ level }) => level > title.level);
  const behind = deeper.length >= FEWEST_DEEPER ? (deeper.at(-1)?.at ?? 0) : Number.POSITIVE_INFINITY;
  return others.some(({ at, level }) => level === title.level && at < behind) ? undefined : title;
}

/** Without the page's own title above the question's, where the answers' headings are deeper. */
export function withoutPage(headings: readonly Heading[]): readonly Heading[] {
  const [page, title, ...others] = headings;
  const isPage = page?.level === title?.level && others.length >= FEWEST_DEEPER;
  return isPage && others.every(({ level }) => level > (page?.level ?? 0)) ? headings.slice(1) : headings;
}

/**
 * Gives the units their form: the first heading is the question's where it is of a level of its own; the answers' are
 * those of the highest level that has several; a level of names is one of cards; deeper ones are part of the
 * bodies. A heading of a higher level between them, such as "What our doctors say", heads nothing.
 */
export function withHeadings(units: readonly Unit[], headings: readonly Heading[]): Unit[] {
  const found = [...units];
  const form = (at: number, changed: Partial<Unit>) => {
    found[at] = { ...(found[at] as Unit), ...changed };
  };
  if (headings.length === 0) return found;
  const own = titleOf(headings);
  const rest = own ? headings.slice(1) : headings;
  const counted = (list: readonly Heading[], level: number) =>
    list.filter((one) => one.level === level).length;
  let cards = 0;
  for (const level of new Set(rest.map((one) => one.level))) {
    if (!isNamed(level, rest, units)) continue;
    const here = rest.filter((one) => one.level === level);
    const named = here.filter(({ at }) => isCard(units[at] as Unit));
    if (named.length > 1) cards = level;
    const [first] = named;
    // Above the first of several names there is the question.
    if (first && named.length > 2) form(first.at, { gap: (units[first.at] as Unit).gap | Gap.Header });
    for (const { at } of here) {
      const { person, gap } = units[at] as Unit;
      // As a number does, a heading opens an answer and ends none; below another, that one does. A lone one may sign.
      const opens = here.length === 1 || headings.some((one) => one.at === at - 1) ? 0 : Gap.Number;
      form(at, { form: 'paragraph', person: Math.max(person, 4), field: false, gap: gap | opens });
    }
  }
  const left = rest.filter(({ at }) => (found[at] as Unit).form === null);
  const levels = [...new Set(left.map((one) => one.level))].sort((a, b) => a - b);
  // What stands under names heads their answers, and what stands above them none.
  const deeper = cards > 0 ? levels.filter((one) => one > cards) : [];
  const under = deeper.find((one) => counted(left, one) > 1) ?? deeper[0];
  // The page's own stand behind all of the answers.
  const isBehind = (level: number) =>
    levels.some(
      (deeper) =>
        deeper > level &&
        counted(left, deeper) > counted(left, level) &&
        (left.findLast((one) => one.level === deeper)?.at ?? 0) <
          (left.find((one) => one.level === level)?.at ?? 0),
    );
  // Names below them show whose heads they are.
  const isSigned = (level: number) => {
    const here = left.filter((one) => one.level === level);
    const signed = here.filter(({ at }) => isCard(found[at + 1] ?? (found[at] as Unit)));
    return signed.length >= FEWEST_DEEPER && signed.length * 5 >= here.length * 4;
  };
  const level =
    under ??
    levels.find(isSigned) ??
    levels.find((one) => counted(left, one) > 1 && !isBehind(one)) ??
    levels[0];
  if (own) form(own.at, { form: 'heading' });
  for (const one of left) form(one.at, { form: one.level === level ? 'heading' : 'paragraph' });
  if (rest.length < 2) return found;
  // Where answers have headings that are marked as such, a line that is not marked is none.
  return found.map((unit) => (unit.form === 'heading' || isCard(unit) ? unit : { ...unit, shape: null }));
}

/**
 * The unit from which on nothing is an answer's any more: a heading of a higher level than the answers', or than several
 * names', with none of theirs and no name behind it, nor names before words unless it closes the page. The number of
 * units where there is none.
 */
export function tailOf(text: string, units: readonly Unit[], headings: readonly Heading[]): number {
  const names = headings.filter(({ at }) => isCard(units[at] as Unit));
  const heading = headings.find(({ at }) => units[at]?.form === 'heading' && at !== headings[0]?.at);
  const level = Math.max(heading?.level ?? 0, names.length > 1 ? (names[0]?.level ?? 0) : 0);
  const last = headings.findLast((one) => one.level === level)?.at ?? units.length;
  const leads = units.flatMap((unit, at) => (isLead(unit) ? [at] : []));
  const lastLeads = leads.at(-FEWEST_LEADS) ?? -1;
  const from = Math.max(last, names.at(-1)?.at ?? 0);
  const isOver = ({ at }: Heading) => at >= lastLeads || closes(text, units[at]);
  return headings.find((one) => one.at > from && one.level < level && isOver(one))?.at ?? units.length;
}

/** So many names, each before its words, make a section one of answers. */
const FEWEST_LEADS = 2;

/** Whether a unit is a name for sure, before the words of whom it names, or behind a number. */
function isLead({ person, style, gap }: Unit): boolean {
  return person >= 3 && (style === spokenStyle || (gap & Gap.Number) > 0);
}

/** What a page closes with. */
const CLOSING =
  /^(?:the |our |a |some )?(?:final|bottom|key|last|main|article|takeaways?|verdict|conclusions?|summary|sources?|references|upshot|about|more|related|frequently|faqs?)\b/i;

/**
 * Where the sections of those end whose names are headings: at the next heading of their level that is no name and
 * closes the page. The number of units where there is none.
 */
export function closingOf(text: string, units: readonly Unit[], headings: readonly Heading[]): number {
  const isName = ({ at }: Heading) => isCard(units[at] as Unit);
  const last = headings.findLastIndex(isName);
  const level = headings[last]?.level ?? 0;
  if (headings.filter((one) => one.level === level && isName(one)).length < 3) return units.length;
  const closing = headings
    .slice(last + 1)
    .find(({ at, level: own }) => own <= level && closes(text, units[at]));
  return closing?.at ?? units.length;
}

/** Whether a heading is one with which a page closes. */
export function closes(text: string, heading: Unit | undefined): boolean {
  return heading !== undefined && CLOSING.test(text.slice(heading.start, heading.end));
}

/** Whether most headings of a level are names: then all of it are. */
export function isNamed(level: number, headings: readonly Heading[], units: readonly Unit[]): boolean {
  const here = headings.filter((one) => one.level === level);
  return here.filter(({ at }) => isCard(units[at] as Unit)).length * 5 >= here.length * 3;
}

/** Whether a bold line of its own stands for a heading: it is short, and no sentences but a name's. */
export function isBoldHeading(unit: Unit): boolean {
  return unit.words <= 16 && (!unit.sentences || isCard(unit));
}

/** Whether a unit is a person's name with what goes with it. */
export function isCard(unit: Unit): boolean {
  return unit.person >= PERSON || unit.field;
}
