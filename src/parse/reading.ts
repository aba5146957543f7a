/**
 * A reading: a part for each unit, of the best sum of evidence over all readings (Viterbi 1967). Each step offers the
 * parts that may follow, with what the gap and the two units say; a unit then adds what it says for each part.
 */

import { cardMore } from './evidence.js';
import {
  aboveScore,
  besideName,
  footScore,
  gapScore,
  innerScore,
  isParting,
  noisy,
  openScore,
} from './gaps.js';
import type { Ground } from './ground.js';
import { isBody, type Names, Part, partCount } from './part.js';
import { never, questionUnits, Scores, type Supposed } from './scores.js';
import { End, Gap, messageStyle, type Unit } from './unit.js';
import { cardPlace, habits, weights } from './weights.js';

export interface Reading {
  readonly score: number;
  readonly parts: Uint8Array;
  readonly names: Names;
}

/** Reads a thread under what is supposed. */
export class Reader {
  readonly scores: Scores;
  readonly #units: readonly Unit[];
  /** The best sums that end in each part, at the unit before and at this one. */
  #sums = new Float64Array(partCount);
  #next = new Float64Array(partCount);
  #from = new Uint8Array(0);
  #base = 0;

  /** The unit above which all is the question's: that which "7 answers" stands above, or the first post, if it asks. */
  readonly #begun: number;

  constructor(readonly ground: Ground) {
    this.scores = new Scores(ground);
    this.#units = ground.units;
    const { header, firstNumber } = ground;
    this.#begun = Math.max(header, this.scores.isOriginal(firstNumber) ? firstNumber : 0);
  }

  /** The best reading under what is supposed. Linear in the number of units. */
  read(supposed: Supposed): Reading {
    const size = this.#units.length;
    this.#from = new Uint8Array(size * partCount);
    this.#begin();
    this.scores.addTo(this.#next, 0, supposed, this.#begun);
    for (let i = 1; i < size; i++) {
      [this.#sums, this.#next] = [this.#next, this.#sums];
      this.#next.fill(never);
      this.#base = i * partCount;
      this.#step(i, supposed);
      this.scores.addTo(this.#next, i, supposed, this.#begun);
    }
    let last: Part = Part.Banner;
    let score = never * 2;
    for (let part = 0; part < partCount; part++) {
      const ended = (this.#next[part] as number) + ending(part as Part, supposed.names);
      if (ended > score) {
        score = ended;
        last = part as Part;
      }
    }
    const parts = new Uint8Array(size);
    for (let i = size - 1; i >= 0; i--) {
      parts[i] = last;
      last = this.#from[i * partCount + last] as Part;
    }
    return { score, parts, names: supposed.names };
  }

  #begin(): void {
    const next = this.#next;
    next.fill(never);
    next[Part.Banner] = 0;
    next[Part.Title] = 0;
    next[Part.Ask] = weights.noTitle;
    // The newest message may stand first, and answer.
    const above = this.ground.header === 0 ? weights.open.header : aboveScore(this.ground, 0);
    next[Part.Head] = weights.noQuestion + above;
    next[Part.Start] = weights.noQuestion + above;
    next[Part.Lead] = weights.noQuestion + above;
  }

  #offer(part: Part, previous: Part, score: number): void {
    if (score <= (this.#next[part] as number)) return;
    this.#next[part] = score;
    this.#from[this.#base + part] = previous;
  }

  #step(i: number, supposed: Supposed): void {
    const unit = this.#units[i] as Unit;
    const open = openScore(unit, this.ground, i) + supposed.push;
    const headed = unit.gap === 0 ? 0 : gapScore(weights.headed, unit, this.ground, i);
    if (i <= questionUnits) {
      this.#withinQuestion(i, supposed);
      this.#fromQuestion(i, open, supposed);
    }
    this.#fromBody(i, open, supposed);
    const head = (this.#sums[Part.Head] as number) + headed;
    this.#offer(Part.First, Part.Head, head + (supposed.names === 'lead' ? weights.missingCard : 0));
    if (supposed.names === 'lead') this.#fromCard(i, headed, supposed);
    else if (supposed.names === 'trail') this.#fromTrail(i, open, supposed);
    if ((this.#sums[Part.Tail] as number) > never) this.#fromTail(i, open, supposed);
  }

  /** Steps within the page's head and the question. */
  #withinQuestion(i: number, { habit }: Supposed): void {
    const sums = this.#sums;
    const unit = this.#units[i] as Unit;
    // Menus and dates say nothing above the line that asks, or that announces the answers.
    const asking =
      i <= this.ground.question || i < this.#begun ? 0 : gapScore(weights.asking, unit, this.ground, i);
    const banner = (sums[Part.Banner] as number) + asking;
    this.#offer(Part.Banner, Part.Banner, banner + weights.bannerMore);
    const isTitle = i === this.ground.question && unit.ending === End.Question;
    this.#offer(Part.Title, Part.Banner, banner + (isTitle ? weights.askingTitle : 0));
    this.#offer(Part.Ask, Part.Banner, banner + weights.noTitle);
    let asked = (sums[Part.Title] as number) + asking + weights.askedBody;
    asked -= Math.max(0, this.scores.title(i) - weights.plainTitle);
    if (unit.gap & (Gap.Meta | Gap.Separator)) asked += weights.askedBelow;
    const isOriginal = this.scores.isOriginal(i);
    const original = isOriginal ? weights.originalPost : 0;
    asked += original;
    this.#offer(Part.Ask, Part.Title, asked);
    this.#offer(Part.AskCard, Part.Title, asked - (isOriginal ? weights.askerStyled : 0));
    const ask = (sums[Part.Ask] as number) + asking + original;
    const answered = this.#isAsked(i) ? weights.askedOut : 0;
    this.#offer(
      Part.Ask,
      Part.Ask,
      ask + answered + (habit === habits.paragraphs ? weights.askParagraph : 0),
    );
    this.#offer(Part.AskCard, Part.Ask, ask);
    const card = (sums[Part.AskCard] as number) + asking + original;
    this.#offer(Part.Ask, Part.AskCard, card);
    this.#offer(Part.AskCard, Part.AskCard, card);
  }

  /** Whether the asker has come to the point above the unit, and is not heard in it. */
  #isAsked(i: number): boolean {
    const before = this.#units[i - 1] as Unit;
    const { words } = this.#units[i] as Unit;
    return before.ending === End.Question && !before.item && words >= 8 && this.scores.ask(i) < 0.5;
  }

  /** Steps from the question to its first answer. */
  #fromQuestion(i: number, open: number, supposed: Supposed): void {
    const { names, place } = supposed;
    const { ground } = this;
    const unit = this.#units[i] as Unit;
    const footed = names !== 'trail' && unit.foot !== '' && unit.foot === ground.foot;
    const opened = open + (footed ? weights.footOfQuestion : 0);
    const start = this.#firstStart(i, supposed);
    const lead = cardPlace[place].lead;
    for (const part of [Part.Title, Part.Ask, Part.AskCard]) {
      const asked = part !== Part.Title;
      const score = (this.#sums[part] as number) + opened + (asked || ground.spoken ? 0 : weights.noAsk);
      if (score <= never / 2) continue;
      this.#offer(Part.Head, part, score);
      this.#offer(Part.Start, part, score + start);
      if (names === 'lead')
        this.#offer(Part.Lead, part, score + lead + (asked ? this.scores.cardSignature(i) : 0));
    }
  }

  /** What it costs that the first answer opens with a body: nothing over a gap that parts by itself. */
  #firstStart(i: number, { names, habit }: Supposed): number {
    const asks = Math.max(0, this.scores.ask(i));
    const gained = habit === habits.paragraphs ? weights.firstParagraph : 0;
    if (isParting(this.#units[i] as Unit, this.ground)) return gained - asks;
    if (habit === habits.bare || habit === habits.headless) return habit.start + weights.firstStart - asks;
    // Where all answers end in a card of one form, the first one needs no sign of its own either.
    return (names === 'trail' && this.scores.isUniform() ? habit.opened : habit.start) + gained - asks;
  }

  #fromBody(i: number, open: number, { names, habit, place }: Supposed): void {
    const sums = this.#sums;
    const { ground } = this;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    let body: Part = Part.More;
    for (const part of [Part.Start, Part.First, Part.Opened])
      if ((sums[part] as number) > (sums[body] as number)) body = part;
    const score = sums[body] as number;
    if (score <= never) return;
    const missing = names === 'trail' ? weights.missingCard : 0;
    const signed = this.scores.signature[i - 1] as number;
    const unparted = ground.ruled && !(unit.gap & Gap.Separator) ? weights.unparted : 0;
    const opened = score + open + missing + unparted;
    const beside = opened + besideName(unit, before, signed, this.ground);
    this.#offer(Part.Head, body, beside + headSignature(signed));
    const parting = signed < weights.signedStart && isParting(unit, ground);
    this.#offer(Part.Start, body, beside + signed + (parting ? 0 : habit.start));
    this.#offer(Part.More, body, score + innerScore(unit, ground, i));
    this.#offer(Part.Tail, body, score + missing + this.#tailScore(i));
    if (names === 'lead') {
      this.#offer(Part.Lead, body, opened + this.#named(i) + cardPlace[place].lead);
    } else if (names === 'trail') {
      const headless = unit.field && unit.blanks === 0 && before.person > 0 ? weights.cardHeadless : 0;
      this.#offer(Part.Trail, body, score + footScore(unit) + headless);
    }
  }

  /** From a card above a body, and from a heading to a card under it. */
  #fromCard(i: number, headed: number, { place }: Supposed): void {
    const sums = this.#sums;
    const unit = this.#units[i] as Unit;
    const more = headed + cardMore(unit, this.#units[i - 1] as Unit);
    const lead = sums[Part.Lead] as number;
    this.#offer(Part.Lead, Part.Lead, lead + more);
    this.#offer(Part.Under, Part.Lead, lead + headed);
    this.#offer(Part.Opened, Part.Lead, lead + headed);
    const mid = sums[Part.Mid] as number;
    this.#offer(Part.Mid, Part.Mid, mid + more);
    this.#offer(Part.First, Part.Mid, mid + headed);
    this.#offer(Part.First, Part.Under, (sums[Part.Under] as number) + headed);
    const apart = unit.gap & Gap.Meta && this.ground.metas ? weights.midBehindMeta : 0;
    const head =
      (sums[Part.Head] as number) + headed + apart + this.scores.cardSignature(i) + cardPlace[place].mid;
    // "From: Jane Roe" begins a message.
    if (unit.style !== messageStyle || !unit.leading) this.#offer(Part.Mid, Part.Head, head);
  }

  #fromTrail(i: number, open: number, { habit }: Supposed): void {
    const score = this.#sums[Part.Trail] as number;
    if (score <= never) return;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    const signed = this.scores.signature[i - 1] as number;
    const opened = score + open + besideName(unit, before, signed, this.ground);
    this.#offer(Part.Head, Part.Trail, opened + headSignature(signed));
    const start = this.scores.isUniform() ? habit.opened : habit.start;
    this.#offer(Part.Start, Part.Trail, opened + signed + start);
    this.#offer(Part.Trail, Part.Trail, score + footScore(unit) + cardMore(unit, before));
    const under = this.scores.isStyled(before) || before.field;
    const tail = under ? weights.tailUnderCard + noisy(unit) : this.#tailScore(i);
    this.#offer(Part.Tail, Part.Trail, score + tail);
  }

  /** From the page's tail, or from an island of links or an advertisement. */
  #fromTail(i: number, open: number, { names, habit, place }: Supposed): void {
    const score = this.#sums[Part.Tail] as number;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    this.#offer(Part.Tail, Part.Tail, score + noisy(unit));
    const left = score + open + weights.leaveTail + (names === 'trail' ? weights.leaveToTrailed : 0);
    const opened = left + besideName(unit, before, this.scores.signature[i - 1] as number, this.ground);
    this.#offer(Part.Head, Part.Tail, opened);
    this.#offer(Part.Start, Part.Tail, opened + habit.start);
    if (names !== 'lead') return;
    this.#offer(Part.Lead, Part.Tail, left + this.#named(i) + cardPlace[place].lead);
  }

  /** What the name in unit `i` itself says for a card that begins there. */
  #named(i: number): number {
    const unit = this.#units[i] as Unit;
    return (
      besideName(unit, unit, this.scores.signature[i] as number, this.ground) + this.scores.cardSignature(i)
    );
  }

  #tailScore(i: number): number {
    const unit = this.#units[i] as Unit;
    const plain = unit.tail || unit.noise ? 0 : weights.plainTail;
    return weights.enterTail + noisy(unit) + plain + (i <= this.ground.question ? weights.aboveQuestion : 0);
  }
}

function headSignature(signed: number): number {
  return signed < weights.namedStart ? signed * weights.signedHead : signed;
}

function ending(part: Part, names: Names): number {
  if (isBody(part)) return names === 'trail' ? weights.missingCard : 0;
  if (part === Part.Trail || part === Part.Tail) return 0;
  return part <= Part.AskCard ? weights.noAnswer : weights.dangling;
}
