/** The parts that a page's units play, read off its elements where posts stand out. */

import type { Span } from '../model.js';
import type { Cut, Noise } from './cut.js';
import { Part } from './decide.js';
import { RELATED } from './hidden.js';
import {
  frameOf,
  isCard,
  isInitial,
  isName,
  isSigned,
  mayBeTitle,
  type Placed,
  type Posted,
  paragraphsIn,
  signatureIn,
  unframed,
  withoutCards,
} from './html-placed.js';
import { type Slot, slotsOf } from './html-slots.js';
import { termsOf } from './html-terms.js';
import type { HtmlPage, Passage } from './html-text.js';
import { titleOf, withoutSite } from './html-title.js';
import type { Element } from './html-tree.js';
import { passagesOf, SHORT } from './html-units.js';
import type { Reason } from './reason.js';
import { PERSON, type Unit } from './unit.js';

/** Units with their parts, and the noise between them. */
export interface Parted {
  readonly units: readonly Unit[];
  readonly parts: readonly Part[];
  readonly noise: readonly Noise[];
  /** Where the post of each answer stands in the text. */
  readonly spans: readonly Span[];
}

/** Gives every unit its part by the post that it stands in; what is outside of all is the question's or noise. */
export function partsIn(page: HtmlPage, cut: Cut, posts: readonly Element[], asked: Element | null): Parted {
  return new Parter(page, cut).parted(posts, asked);
}

/** So many elements of a post are looked at for its body. */
const MOST_BODIES = 20;

class Parter {
  private readonly all: readonly Placed[];
  private readonly units: Unit[] = [];
  private readonly parts: Part[] = [];
  private readonly noise: Noise[];
  private readonly spans: Span[] = [];
  /** The question's heading, folded. */
  private asked = '';
  private slots: ReadonlyMap<Element, Slot> = new Map();
  /** Whether titles stand right above the bodies. */
  private titled = false;

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
    const terms = termsOf(posts);
    const rangeOf = (post: Element) => {
      const [from, to] = this.page.ranges.get(post) ?? [0, 0];
      const term = terms.get(post);
      return [(term && this.page.ranges.get(term)?.[0]) ?? from, to] as const;
    };
    const [first] = posts;
    const before = until(first ? rangeOf(first)[0] : 0);
    const posted: Posted[] = [];
    let named = 0;
    for (const post of posts) {
      const [from, to] = rangeOf(post);
      const [outside, cards] = withoutCards(until(from));
      for (const { unit } of outside) this.drop(unit, 'related');
      if (cards.length > 0) named++;
      posted.push({ post, inside: [...cards, ...until(to)] });
    }
    // Where names stand above the other posts, that above the first is its own.
    const [above, cards] = named * 2 > posts.length - 1 ? withoutCards(before) : [before, []];
    this.question(above, asked);
    const [top] = posted;
    if (top && cards.length > 0) posted[0] = { post: top.post, inside: [...cards, ...top.inside] };
    this.slots = slotsOf(this.page, posts);
    const hasTitle = ({ post, inside }: Posted) =>
      inside.some((one) => this.standsAbove(one, post) && mayBeTitle(one));
    const titles = posted.filter(hasTitle);
    this.titled = titles.length * 2 > posted.length;
    const signed = isSigned(posted);
    const frame = frameOf(posted);
    for (const { post, inside } of posted) {
      this.post(frame === undefined ? inside : inside.map((one) => unframed(one, frame)), post, signed);
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
  private question(before: readonly Placed[], post: Element | null): void {
    const asked = post && (this.page.ranges.get(post) ?? null);
    const title = titleOf(this.page, before, asked);
    const from = asked?.[0] ?? title?.place ?? 0;
    const to = asked?.[1] ?? Number.POSITIVE_INFINITY;
    if (title) this.asked = fold(this.page.text.slice(title.unit.start, title.unit.end));
    const body =
      post &&
      this.bodyOf(
        before.filter(({ place }) => place >= from && place < to),
        post,
        false,
      );
    // Who asks is named between the title and the words, where nobody else is.
    const [writer, ...others] = before.filter(
      ({ place, passage }) => title && place > title.place && place < from && passage.hint === 'author',
    );
    for (const one of before) {
      const { unit, passage, place } = one;
      if (one === title)
        this.keep(this.page.title && place === 0 ? withoutSite(this.page.text, unit) : unit, Part.Title);
      else if (one === writer && others.length === 0) this.drop(unit, 'asker');
      else if (place < from || place >= to) this.drop(unit, 'banner');
      else if (body && (place < body[0] || place >= body[1])) this.drop(unit, 'asker');
      else if (passage.level > 0 && !unit.sentences) this.drop(unit, 'label');
      else if (unit.person >= PERSON && unit.words <= SHORT) this.drop(unit, 'asker');
      else this.keep(unit, Part.Ask);
    }
  }

  /** One answer: cards and a heading, the body, cards. */
  private post(inside: readonly Placed[], post: Element, signed: boolean): void {
    const body = this.bodyOf(inside, post, signed);
    const slot = this.slotOf(post);
    const isSlot = slot?.[0] === body[0] && slot[1] === body[1];
    const isBody = ({ place, unit, passage }: Placed) =>
      (place >= body[0] && place < body[1]) || (!isSlot && unit.words > SHORT && passage.level === 0);
    let start = inside.findIndex(isBody);
    if (start < 0) start = inside.length;
    // A name that opens the body is no part of it.
    while (start < inside.length - 1 && isName(inside[start] as Placed)) start++;
    let above = inside.slice(0, start);
    let rest = inside.slice(start);
    const [cell, behind] = this.cellOf(post);
    const isBeside = ({ place }: Placed) => place >= cell && place < behind;
    let title = above.findLast((one) => !isBeside(one) && this.isTitle(one, post));
    // A body that opens with its heading.
    const [opening, next] = rest;
    if (!title && opening && next && this.isTitle(opening, post)) {
      above = [...above, opening];
      rest = rest.slice(1);
      title = opening;
    }
    if (rest.length === 0 && title) {
      above = above.filter((one) => one !== title);
      rest = [title];
      title = undefined;
    }
    // A post of another thread, or one that quotes and adds nothing.
    const own = rest.findIndex((one) => !one.unit.quote || post === one.passage.quote);
    const isRelated = [...above, ...rest.slice(0, 1)].some(({ unit }) =>
      RELATED.test(this.page.text.slice(unit.start, unit.end)),
    );
    if (isRelated || own < 0) {
      for (const { unit } of isRelated ? [...above, ...rest] : above) this.drop(unit, 'label');
      return;
    }
    for (const { unit } of rest.slice(0, own)) this.drop(unit, 'quotation');
    rest = rest.slice(own);
    const signature = signatureIn(rest);
    for (const { unit } of rest.slice(signature)) this.drop(unit, 'footer');
    rest = rest.slice(0, signature);
    const [from, to] = this.page.ranges.get(post) ?? [0, 0];
    this.spans.push([this.page.passages[from]?.start ?? 0, this.page.passages[to - 1]?.end ?? 0]);
    let last = Part.Trail as Part;
    for (const one of above) {
      if (one === title) last = last === Part.Lead ? Part.Under : Part.Head;
      else if (isBeside(one) ? one.place === cell : isCard(one) && !isInitial(one.unit) && !one.unit.quote)
        last = last === Part.Head || last === Part.Under || last === Part.Mid ? Part.Mid : Part.Lead;
      else {
        this.drop(one.unit, one.unit.quote ? 'quotation' : 'label');
        continue;
      }
      this.keep(one.unit, last);
    }
    last = last === Part.Trail ? Part.Start : last === Part.Lead ? Part.Opened : Part.First;
    for (const one of rest) {
      if (isBody(one) || last !== Part.More) {
        this.keep(one.unit, last);
        last = Part.More;
      } else if (isCard(one) || signed) this.keep({ ...one.unit, rich: true }, Part.Trail);
      else this.drop(one.unit, 'label');
    }
  }

  /** The places of the post's body: what is called so and has most of the words, or all behind cards and heading. */
  private bodyOf(inside: readonly Placed[], post: Element, signed: boolean): readonly [number, number] {
    const range = this.page.ranges.get(post) ?? [0, 0];
    const named = inside.filter(({ passage: { hint, hinted } }) => {
      if (hint !== 'body' || !hinted || hinted === post) return false;
      const [from, to] = this.page.ranges.get(hinted) ?? [0, 0];
      return from >= range[0] && to <= range[1];
    });
    const words = (list: readonly Placed[]) => list.reduce((sum, { unit }) => sum + unit.words, 0);
    const prose = paragraphsIn(inside);
    if (words(prose) * 10 >= words(inside) * 6 && !signed) {
      const [first, ...others] = prose;
      if (first) return [first.place, (others.at(-1) ?? first).place + 1];
    }
    if (words(named) * 2 >= words(inside)) {
      const own = this.innermost(named);
      const isNamed = inside.some((one) => isCard(one) && one.place < (own[0]?.place ?? 0));
      const first = (isNamed ? undefined : own.find((one) => !isCard(one))) ?? own[0];
      if (first) return [first.place, (own.at(-1) as Placed).place + 1];
    }
    const slot = this.slotOf(post);
    if (slot) return slot;
    const start = inside.findIndex((one) => !this.isTitle(one, post) && !isCard(one));
    if (start < 0) return [range[1], range[1]];
    const rest = signed && start < inside.length - 1 ? inside.slice(0, -1) : inside;
    const end = rest.findLastIndex(({ unit, passage }) => passage.hint !== 'author' || unit.words > SHORT);
    return [(inside[start] as Placed).place, (inside[Math.max(start, end)] as Placed).place + 1];
  }

  /** The places of the cell beside the body. */
  private cellOf(post: Element): readonly [number, number] {
    const beside = this.slots.get(post)?.beside;
    return (beside && this.page.ranges.get(beside)) ?? [0, 0];
  }

  private slotOf(post: Element): readonly [number, number] | undefined {
    const slot = this.slots.get(post);
    return slot && this.page.ranges.get(slot.body);
  }

  /** Whether a line of some words is all that stands right above the body. */
  private standsAbove({ unit, place }: Placed, post: Element): boolean {
    const above = this.slots.get(post)?.above;
    const [from, to] = (above && this.page.ranges.get(above)) ?? [0, 0];
    return place === from && to === from + 1 && unit.words > 1;
  }

  /** Of a body inside of a body, the inner one, where the outer one adds no prose. */
  private innermost(named: readonly Placed[]): readonly Placed[] {
    let own = named;
    const bodies = new Set(named.map(({ passage }) => passage.hinted as Element));
    for (const hinted of [...bodies].slice(0, MOST_BODIES)) {
      if (hinted.tag === 'p') continue;
      const inner = own.filter((one) => this.isIn(one.passage.hinted as Element, hinted));
      const outer = own.filter((one) => !inner.includes(one));
      if (inner.length > 0 && outer.every(({ unit }) => unit.words <= SHORT)) own = inner;
    }
    return own;
  }

  private isIn(element: Element, post: Element): boolean {
    const [from, to] = this.page.ranges.get(element) ?? [0, 0];
    const [first, last] = this.page.ranges.get(post) ?? [0, 0];
    return from >= first && to <= last;
  }

  /** A heading, or a short line that stands for one, that is no person's name and not the question's again. */
  private isTitle(one: Placed, post: Element): boolean {
    const { unit, passage } = one;
    if (!mayBeTitle(one)) return false;
    const item = passage.item !== null && passage.item !== post && this.isIn(passage.item, post);
    const bold = passage.strong && !item && unit.words <= 16;
    const above = this.titled && this.standsAbove(one, post);
    if (passage.level === 0 && passage.hint !== 'title' && !bold && !above) return false;
    return fold(this.page.text.slice(unit.start, unit.end)) !== this.asked;
  }
}

/** Words as compared: a reply's title is the question's. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^re /, '');
}
