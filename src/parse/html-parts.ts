/** The parts that a page's units play, read off its elements where posts stand out. */

import type { Span } from '../model.js';
import type { Cut, Noise } from './cut.js';
import { Part } from './decide.js';
import type { Hint } from './html-hint.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import type { Reason } from './noise.js';
import { Gap, type Unit } from './unit.js';

/** Units with their parts, and the noise between them. */
export interface Parted {
  readonly units: readonly Unit[];
  readonly parts: readonly Part[];
  readonly noise: readonly Noise[];
  /** Where the post of each answer stands in the text. */
  readonly spans: readonly Span[];
}

/** More words are prose, whatever the element is called. */
const SHORT = 25;

/** From this score on a line is a person's name with what goes with it. */
const PERSON = 1.5;

const REASONS: Partial<Record<Hint, Reason>> = {
  date: 'date',
  votes: 'votes',
  meta: 'navigation',
  aside: 'related',
  comments: 'related',
};

/** The passage that each unit stands in. */
export function passagesOf(page: HtmlPage, units: readonly Unit[]): Passage[] {
  let at = 0;
  return units.map((unit) => {
    while (at + 1 < page.passages.length && (page.passages[at + 1] as Passage).start <= unit.start) at++;
    return page.passages[at] as Passage;
  });
}

/** Takes the lines that the page's elements mark as noise out of the units; units take their form from the page. */
export function withPage(page: HtmlPage, cut: Cut, items: ReadonlySet<Element>): Cut {
  const passages = passagesOf(page, cut.units);
  const units: Unit[] = [];
  const noise: Noise[] = [];
  let gap = 0;
  cut.units.forEach((unit, i) => {
    const passage = passages[i] as Passage;
    const reason = reasonOf(unit, passage);
    if (reason) {
      noise.push({ start: unit.start, end: unit.end, reason });
      gap |= unit.gap | (reason === 'related' ? Gap.Other : Gap.Meta);
      return;
    }
    const named = passage.hint === 'author' && unit.words <= SHORT;
    units.push({
      ...unit,
      gap: unit.gap | gap,
      noise: unit.noise || gap !== 0,
      ...(named ? { person: Math.max(unit.person, 4), field: false } : {}),
      ...(passage.quote ? { quote: true, form: 'quote' } : {}),
      ...(passage.item && !items.has(passage.item) ? { item: true, form: 'item' } : {}),
    });
    gap = 0;
  });
  noise.push(...cut.noise);
  noise.sort((a, b) => a.start - b.start);
  return { units, noise, announced: cut.announced };
}

function reasonOf(unit: Unit, { hint, level, linked }: Passage): Reason | null {
  if (hint === 'aside' || hint === 'comments') return 'related';
  if (level > 0 || unit.words > SHORT) return null;
  // A lone link is a button, a menu's entry or another thread.
  if (linked && unit.words <= 12 && hint !== 'title' && hint !== 'author') return 'navigation';
  return (hint && REASONS[hint]) ?? null;
}

/** Gives every unit its part by the post that it stands in; what is outside of all is the question's or noise. */
export function partsIn(page: HtmlPage, cut: Cut, posts: readonly Element[], asked: Element | null): Parted {
  return new Parter(page, cut).parted(posts, asked);
}

/** A unit with the passage that it stands in, and that passage's place. */
interface Placed {
  readonly unit: Unit;
  readonly passage: Passage;
  readonly place: number;
}

class Parter {
  private readonly all: readonly Placed[];
  private readonly units: Unit[] = [];
  private readonly parts: Part[] = [];
  private readonly noise: Noise[];
  private readonly spans: Span[] = [];

  constructor(
    private readonly page: HtmlPage,
    cut: Cut,
  ) {
    const places = new Map(page.passages.map((passage, i) => [passage, i]));
    const passages = passagesOf(page, cut.units);
    this.all = cut.units.map((unit, i) => {
      const passage = passages[i] as Passage;
      return { unit, passage, place: places.get(passage) as number };
    });
    this.noise = [...cut.noise];
  }

  parted(posts: readonly Element[], asked: Element | null): Parted {
    let at = 0;
    const until = (place: number): Placed[] => {
      const from = at;
      while (at < this.all.length && (this.all[at] as Placed).place < place) at++;
      return this.all.slice(from, at);
    };
    const rangeOf = (post: Element) => this.page.ranges.get(post) ?? ([0, 0] as const);
    const [first] = posts;
    this.question(until(first ? rangeOf(first)[0] : 0), asked && rangeOf(asked));
    for (const post of posts) {
      const [from, to] = rangeOf(post);
      for (const { unit } of until(from)) this.drop(unit, 'related');
      this.post(until(to), post);
    }
    for (const { unit } of until(Number.POSITIVE_INFINITY)) this.drop(unit, 'related');
    this.noise.sort((a, b) => a.start - b.start);
    const { units, parts, noise, spans } = this;
    return { units, parts, noise, spans };
  }

  private keep(unit: Unit, part: Part): void {
    this.units.push(unit);
    this.parts.push(part);
  }

  private drop({ start, end }: Unit, reason: Reason): void {
    this.noise.push({ start, end, reason });
  }

  /** What stands before the first answer: the page's head, the question's heading and body. */
  private question(before: readonly Placed[], asked: readonly [number, number] | null): void {
    const title = this.titleOf(before, asked);
    const from = asked?.[0] ?? title?.place ?? 0;
    const to = asked?.[1] ?? Number.POSITIVE_INFINITY;
    for (const one of before) {
      const { unit, passage, place } = one;
      if (one === title)
        this.keep(this.page.title && place === 0 ? withoutSite(this.page.text, unit) : unit, Part.Title);
      else if (place < from || place >= to) this.drop(unit, 'banner');
      else if (passage.level > 0 && !unit.sentences) this.drop(unit, 'label');
      else if (unit.person >= PERSON && unit.words <= SHORT) this.drop(unit, 'asker');
      else this.keep(unit, Part.Ask);
    }
  }

  /** The line that is likeliest the question's heading. */
  private titleOf(before: readonly Placed[], asked: readonly [number, number] | null): Placed | undefined {
    const { page } = this;
    const head = page.title ? page.text.slice(0, page.passages[0]?.end) : '';
    let best: Placed | undefined;
    let most = 0.5;
    for (const one of before) {
      const { unit, passage, place } = one;
      const text = page.text.slice(unit.start, unit.end);
      const isHead = page.title && place === 0;
      let score = isHead
        ? 1
        : passage.level === 1
          ? 3
          : passage.level > 0
            ? 1.5
            : passage.hint === 'title'
              ? 1.5
              : -1;
      if (text.includes('?')) score += 2;
      if (asked && place >= asked[0] && place < asked[1]) score += 2;
      if (!isHead && unit.words >= 3 && unit.words <= 40 && head.includes(text)) score += 2;
      if (unit.words > 45 || unit.shape === null) score -= 3;
      if (unit.words < 3) score -= 1;
      if (score > most) {
        most = score;
        best = one;
      }
    }
    return best;
  }

  /** One answer: cards and a heading, the body, cards. */
  private post(inside: readonly Placed[], post: Element): void {
    const body = this.bodyOf(inside, post);
    const isBody = ({ place, unit, passage }: Placed) =>
      (place >= body[0] && place < body[1]) || (unit.words > SHORT && passage.level === 0);
    let start = inside.findIndex(isBody);
    if (start < 0) start = inside.length;
    let above = inside.slice(0, start);
    let rest = inside.slice(start);
    let title = above.findLast((one) => isTitle(one));
    // A body that opens with its heading.
    const [opening, next] = rest;
    if (!title && opening && next && isTitle(opening)) {
      above = [...above, opening];
      rest = rest.slice(1);
      title = opening;
    }
    if (rest.length === 0 && title) {
      above = above.filter((one) => one !== title);
      rest = [title];
      title = undefined;
    }
    if (rest.length === 0) {
      for (const { unit } of above) this.drop(unit, 'label');
      return;
    }
    const [from, to] = this.page.ranges.get(post) ?? [0, 0];
    this.spans.push([this.page.passages[from]?.start ?? 0, this.page.passages[to - 1]?.end ?? 0]);
    let last = Part.Trail as Part;
    for (const one of above) {
      if (one === title) last = last === Part.Lead ? Part.Under : Part.Head;
      else if (isCard(one))
        last = last === Part.Head || last === Part.Under || last === Part.Mid ? Part.Mid : Part.Lead;
      else {
        this.drop(one.unit, 'label');
        continue;
      }
      this.keep(one.unit, last);
    }
    last = last === Part.Trail ? Part.Start : last === Part.Lead ? Part.Opened : Part.First;
    for (const one of rest) {
      if (isBody(one) || last !== Part.More) {
        this.keep(one.unit, last);
        last = Part.More;
      } else if (isCard(one)) this.keep(one.unit, Part.Trail);
      else this.drop(one.unit, 'label');
    }
  }

  /** The places of the post's body: the element that is called so and has most of the words, or all behind cards and heading. */
  private bodyOf(inside: readonly Placed[], post: Element): readonly [number, number] {
    const range = this.page.ranges.get(post) ?? [0, 0];
    const words = new Map<Element, number>();
    let all = 0;
    for (const { unit, passage } of inside) {
      all += unit.words;
      const { hint, hinted } = passage;
      if (hint !== 'body' || !hinted || hinted === post) continue;
      const [from, to] = this.page.ranges.get(hinted) ?? [0, 0];
      if (from >= range[0] && to <= range[1]) words.set(hinted, (words.get(hinted) ?? 0) + unit.words);
    }
    const [named] = [...words].sort((a, b) => b[1] - a[1]);
    if (named && named[1] * 2 >= all) return this.page.ranges.get(named[0]) ?? range;
    const first = inside.findIndex((one) => !isTitle(one) && !isCard(one));
    if (first < 0) return [range[1], range[1]];
    const end = inside.findLastIndex(({ unit, passage }) => passage.hint !== 'author' || unit.words > SHORT);
    return [(inside[first] as Placed).place, (inside[Math.max(first, end)] as Placed).place + 1];
  }
}

/** A heading, or a short line that stands for one, that is no person's name. */
function isTitle({ unit, passage }: Placed): boolean {
  if (unit.words > 30 || passage.hint === 'author' || passage.quote) return false;
  if (
    passage.level === 0 &&
    passage.hint !== 'title' &&
    !(passage.strong && !passage.item && unit.words <= 16)
  )
    return false;
  return unit.person < PERSON && !unit.field;
}

function isCard({ unit, passage }: Placed): boolean {
  return unit.words <= SHORT && (passage.hint === 'author' || unit.person >= PERSON || unit.field);
}

/** The page's title without the site's name behind it. */
function withoutSite(text: string, unit: Unit): Unit {
  const found = /^(.{8,}?)\s+[|·»–—-]\s+[^|·»–—?]{1,60}$/s.exec(text.slice(unit.start, unit.end));
  return found?.[1] ? { ...unit, end: unit.start + found[1].length } : unit;
}
