/**
 * A reading: a part for each unit, of the best sum of evidence over all readings (Viterbi 1967). Each step offers the
 * parts that may follow, with what the gap and the two units say; a unit then adds what it says for each part.
 */

import {
  cardScore,
  firstScore,
  headingScore,
  isPlace,
  moreScore,
  signature,
  startScore,
  tailScore,
} from './evidence.js';
import type { Ground } from './ground.js';
import { isBody, type Names, Part, partCount } from './part.js';
import { askScore, bannerScore, titleScore } from './question.js';
import { Gap, spokenStyle, type Unit } from './unit.js';
import { cardPlace, type Habit, habits, type Place, weights } from './weights.js';

export interface Reading {
  readonly score: number;
  readonly parts: Uint8Array;
  readonly names: Names;
}

/** What is supposed while a thread is read. */
export interface Supposed {
  readonly names: Names;
  readonly habit: Habit;
  readonly place: Place;
  /** Added to each answer that opens: more of them, or fewer. */
  readonly push: number;
}

/** The question stands within so many units of the document's start. */
const questionUnits = 40;

const never = -1e9;

/** The evidence of all units, read once, and the readings that it allows. */
export class Reader {
  /** Units that may be persons' names. */
  readonly persons: number;
  readonly #units: readonly Unit[];
  readonly #heading: Float32Array;
  readonly #start: Float32Array;
  readonly #first: Float32Array;
  readonly #more: Float32Array;
  readonly #card: Float32Array;
  readonly #tail: Float32Array;
  readonly #signature: Float32Array;
  readonly #banner: number[] = [];
  readonly #title: number[] = [];
  readonly #ask: number[] = [];
  #scores = new Float64Array(partCount);
  #next = new Float64Array(partCount);
  #from = new Uint8Array(0);
  #base = 0;

  constructor(readonly ground: Ground) {
    const { units } = ground;
    const size = units.length;
    this.#units = units;
    this.#heading = new Float32Array(size);
    this.#start = new Float32Array(size);
    this.#first = new Float32Array(size);
    this.#more = new Float32Array(size);
    this.#card = new Float32Array(size);
    this.#tail = new Float32Array(size);
    this.#signature = new Float32Array(size);
    let persons = 0;
    for (let i = 0; i < size; i++) {
      const unit = units[i] as Unit;
      const styled = unit.person >= 1.5 && this.#isStyled(unit);
      this.#heading[i] =
        headingScore(ground, i) +
        (styled ? weights.styledHead : 0) +
        (ground.spoken ? weights.spokenHead : 0);
      this.#start[i] = startScore(ground, i);
      this.#first[i] = firstScore(unit);
      this.#more[i] = moreScore(unit, units[i - 1]);
      this.#card[i] = cardScore(unit, units[i - 1], this.#isStyled(unit), ground.styled > 0.6);
      this.#tail[i] = tailScore(ground, i) - (unit.person >= 1.5 && unit.style === ground.style ? 2 : 0);
      this.#signature[i] = signature(unit, units[i - 1]);
      if (unit.person >= 1.5) persons++;
    }
    this.persons = persons;
    this.#readTop();
  }

  /** Reads the units near the top as a question's, until several in a row are none of an asker's. */
  #readTop(): void {
    const { ground } = this;
    const most = Math.min(this.#units.length, questionUnits);
    let doubt = 0;
    for (let i = 0; i < most && doubt < 3; i++) {
      this.#banner.push(bannerScore(ground, i));
      this.#title.push(titleScore(ground, i));
      const ask = askScore(ground, i);
      this.#ask.push(ask);
      doubt = ask > 0.5 || i < 4 ? 0 : doubt + 1;
    }
  }

  #isStyled(unit: Unit): boolean {
    return unit.style === this.ground.style && this.ground.styled > 0.6;
  }

  /** The best reading under what is supposed. Linear in the number of units. */
  read(supposed: Supposed): Reading {
    const size = this.#units.length;
    this.#from = new Uint8Array(size * partCount);
    this.#begin();
    this.#emit(0, supposed);
    for (let i = 1; i < size; i++) {
      [this.#scores, this.#next] = [this.#next, this.#scores];
      this.#next.fill(never);
      this.#base = i * partCount;
      this.#step(i, supposed);
      this.#emit(i, supposed);
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
    next[Part.Head] = weights.noQuestion;
    next[Part.Start] = weights.noQuestion;
    next[Part.Lead] = weights.noQuestion;
  }

  #offer(part: Part, previous: Part, score: number): void {
    if (score <= (this.#next[part] as number)) return;
    this.#next[part] = score;
    this.#from[this.#base + part] = previous;
  }

  #step(i: number, supposed: Supposed): void {
    const scores = this.#scores;
    const { gap } = this.#units[i] as Unit;
    const open = this.#openScore(i) + supposed.push;
    const headed = gap === 0 ? 0 : gapScore(weights.headed, this.#units[i] as Unit, this.ground, i);
    if (i <= questionUnits) this.#fromQuestion(i, open, supposed);
    this.#fromBody(i, open, supposed);
    const head = scores[Part.Head] as number;
    if (head > never) {
      this.#offer(
        Part.First,
        Part.Head,
        head + headed + (supposed.names === 'lead' ? weights.missingCard : 0),
      );
    }
    if (supposed.names === 'lead') this.#fromCard(i, headed, supposed);
    else if (supposed.names === 'trail') this.#fromTrail(i, open, supposed);
    if ((scores[Part.Tail] as number) > never) this.#fromTail(i, open, supposed);
  }

  /** What the gap before unit `i` says for an answer that opens behind it. */
  #openScore(i: number): number {
    const { ground } = this;
    const unit = this.#units[i] as Unit;
    let open = gapScore(weights.open, unit, ground, i);
    if (i < ground.header) open += weights.aboveHeader;
    if (ground.numbered && !(unit.gap & Gap.Number)) open += weights.missingNumber;
    if (ground.parted) open += unit.blanks >= 2 ? weights.parted.open : weights.parted.narrow;
    return open;
  }

  #fromQuestion(i: number, open: number, { names, habit, place }: Supposed): void {
    const scores = this.#scores;
    const { ground } = this;
    const unit = this.#units[i] as Unit;
    const asking = gapScore(weights.asking, unit, ground, i);
    const banner = (scores[Part.Banner] as number) + asking;
    this.#offer(Part.Banner, Part.Banner, banner + weights.bannerMore);
    this.#offer(Part.Title, Part.Banner, banner);
    this.#offer(Part.Ask, Part.Banner, banner + weights.noTitle);
    let asked = (scores[Part.Title] as number) + asking + weights.askedBody;
    asked -= Math.max(0, (this.#title[i] ?? 0) - weights.plainTitle);
    if (unit.gap & (Gap.Meta | Gap.Separator)) asked += weights.askedBelow;
    const original = this.#isOriginal(i);
    if (original) asked += weights.originalPost;
    this.#offer(Part.Ask, Part.Title, asked);
    this.#offer(Part.AskCard, Part.Title, asked - (original ? weights.askerStyled : 0));
    const ask = (scores[Part.Ask] as number) + asking;
    this.#offer(Part.Ask, Part.Ask, ask + (habit === habits.paragraphs ? weights.askParagraph : 0));
    this.#offer(Part.AskCard, Part.Ask, ask);
    const card = (scores[Part.AskCard] as number) + asking;
    this.#offer(Part.Ask, Part.AskCard, card);
    this.#offer(Part.AskCard, Part.AskCard, card);
    const footed = names === 'none' && unit.foot !== '' && unit.foot === ground.foot;
    const opened = open + (footed ? weights.footOfQuestion : 0);
    const parting = this.#isParting(unit);
    // Where all answers end in a card of one form, the first one needs no sign of its own either.
    const usual = names === 'trail' && ground.styled > 0.6 ? habit.opened : habit.start;
    let start = (parting ? 0 : usual) - Math.max(0, this.#ask[i] ?? 0);
    if (!parting && (habit === habits.bare || habit === habits.headless)) start += weights.firstStart;
    else if (habit === habits.paragraphs) start += weights.firstParagraph;
    const lead = cardPlace[place].lead;
    for (const part of [Part.Title, Part.Ask, Part.AskCard]) {
      const score =
        (scores[part] as number) + opened + (part === Part.Title && !ground.spoken ? weights.noAsk : 0);
      if (score <= never / 2) continue;
      this.#offer(Part.Head, part, score);
      this.#offer(Part.Start, part, score + start);
      if (names === 'lead')
        this.#offer(Part.Lead, part, score + lead + (part === Part.Title ? 0 : this.#cardSignature(i)));
    }
  }

  #fromBody(i: number, open: number, { names, habit, place }: Supposed): void {
    const scores = this.#scores;
    const { ground } = this;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    let body: Part = Part.More;
    for (const part of [Part.Start, Part.First, Part.Opened])
      if ((scores[part] as number) > (scores[body] as number)) body = part;
    const score = scores[body] as number;
    if (score <= never) return;
    const missing = names === 'trail' ? weights.missingCard : 0;
    const signed = this.#signature[i - 1] as number;
    const opened = score + open + missing;
    const beside = opened + this.#besideName(unit, before, signed);
    this.#offer(Part.Head, body, beside + headSignature(signed));
    const parting = signed < weights.signedStart && this.#isParting(unit);
    this.#offer(Part.Start, body, beside + signed + (parting ? 0 : habit.start));
    let inner = gapScore(weights.inner, unit, ground, i);
    if (ground.parted && unit.blanks >= 2) inner += weights.parted.inner;
    this.#offer(Part.More, body, score + inner);
    this.#offer(Part.Tail, body, score + missing + this.#tailScore(unit));
    if (names === 'lead') {
      const named = this.#besideName(unit, unit, this.#signature[i] as number) + this.#cardSignature(i);
      this.#offer(Part.Lead, body, opened + named + cardPlace[place].lead);
    } else if (names === 'trail') {
      const headless = unit.field && unit.blanks === 0 && before.person > 0 ? weights.cardHeadless : 0;
      this.#offer(Part.Trail, body, score + footScore(unit) + headless);
    }
  }

  /** From a card above a body, and from a heading to a card under it. */
  #fromCard(i: number, headed: number, { place }: Supposed): void {
    const scores = this.#scores;
    const unit = this.#units[i] as Unit;
    const more = headed + cardMore(unit, this.#units[i - 1] as Unit);
    const lead = scores[Part.Lead] as number;
    this.#offer(Part.Lead, Part.Lead, lead + more);
    this.#offer(Part.Under, Part.Lead, lead + headed);
    this.#offer(Part.Opened, Part.Lead, lead + headed);
    const mid = scores[Part.Mid] as number;
    this.#offer(Part.Mid, Part.Mid, mid + more);
    this.#offer(Part.First, Part.Mid, mid + headed);
    this.#offer(Part.First, Part.Under, (scores[Part.Under] as number) + headed);
    const apart = unit.gap & Gap.Meta && this.ground.metas ? weights.midBehindMeta : 0;
    const head =
      (scores[Part.Head] as number) + headed + apart + this.#cardSignature(i) + cardPlace[place].mid;
    this.#offer(Part.Mid, Part.Head, head);
  }

  #fromTrail(i: number, open: number, { habit }: Supposed): void {
    const score = this.#scores[Part.Trail] as number;
    if (score <= never) return;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    const signed = this.#signature[i - 1] as number;
    const opened = score + open + this.#besideName(unit, before, signed);
    this.#offer(Part.Head, Part.Trail, opened + headSignature(signed));
    const start = this.ground.styled > 0.6 ? habit.opened : habit.start;
    this.#offer(Part.Start, Part.Trail, opened + signed + start);
    this.#offer(Part.Trail, Part.Trail, score + footScore(unit) + cardMore(unit, this.#units[i - 1] as Unit));
    const under = this.#isStyled(before) || before.field;
    const tail = under ? weights.tailUnderCard + noisy(unit) : this.#tailScore(unit);
    this.#offer(Part.Tail, Part.Trail, score + tail);
  }

  /** From the page's tail, or from an island of links or an advertisement. */
  #fromTail(i: number, open: number, { names, habit, place }: Supposed): void {
    const score = this.#scores[Part.Tail] as number;
    const unit = this.#units[i] as Unit;
    const before = this.#units[i - 1] as Unit;
    this.#offer(Part.Tail, Part.Tail, score + noisy(unit));
    const left = score + open + weights.leaveTail + (names === 'trail' ? weights.leaveToTrailed : 0);
    const opened = left + this.#besideName(unit, before, this.#signature[i - 1] as number);
    this.#offer(Part.Head, Part.Tail, opened);
    this.#offer(Part.Start, Part.Tail, opened + habit.start);
    if (names !== 'lead') return;
    const named = this.#besideName(unit, unit, this.#signature[i] as number) + this.#cardSignature(i);
    this.#offer(Part.Lead, Part.Tail, left + named + cardPlace[place].lead);
  }

  /** Adds what unit `i` says for each part. */
  #emit(i: number, { names, habit, push }: Supposed): void {
    const next = this.#next;
    const unit = this.#units[i] as Unit;
    const add = (part: Part, score: number) => {
      next[part] = (next[part] as number) + score;
    };
    const styled = unit.person >= 1.5 && this.#isStyled(unit);
    if (i < questionUnits) {
      const ask = this.#ask[i] ?? -2;
      add(Part.Banner, this.#banner[i] ?? -3);
      add(Part.Title, this.#title[i] ?? -5);
      add(Part.Ask, ask + (styled ? weights.askerStyled : 0));
      // In a chat all names are alike: what the first one says shows who it is.
      const asks = unit.style === spokenStyle ? (this.#ask[i + 1] ?? 0) >= 1 : !styled;
      const asker = asks ? weights.asker : weights.askerStyled;
      add(Part.AskCard, unit.person < 1.5 ? weights.noAsker : asker);
    } else for (const part of [Part.Banner, Part.Title, Part.Ask, Part.AskCard]) next[part] = never;
    const heading = (this.#heading[i] as number) + habit.head;
    const asked = i < 6 ? -Math.max(0, (this.#ask[i] ?? 0) - 1) * weights.askedFirst : 0;
    const first = (this.#first[i] as number) + asked;
    const more = this.#more[i] as number;
    add(Part.Head, heading + (i === 0 ? push : 0));
    add(Part.Start, (this.#start[i] as number) + asked + (names === 'lead' ? weights.missingCard : 0));
    add(Part.First, first);
    add(Part.Tail, this.#tail[i] as number);
    if (names === 'none') {
      add(Part.More, more + (styled && !unit.field && unit.rich ? weights.cardSigned : 0));
      return;
    }
    add(Part.More, more + (styled && !unit.field ? weights.cardPassed : 0));
    const card = (this.#card[i] as number) + this.#attachment(i, names === 'lead');
    if (names === 'trail') {
      add(Part.Trail, card);
      return;
    }
    add(Part.Under, heading);
    add(Part.Opened, first + habit.opened);
    add(Part.Lead, card);
    add(Part.Mid, card);
  }

  /** Whether the first numbered post of a forum is the asker's: "#1" with a question under it. */
  #isOriginal(i: number): boolean {
    const { numbered, firstNumber } = this.ground;
    if (!numbered || i !== firstNumber) return false;
    const named = (this.#units[i] as Unit).person >= 1.5;
    return (this.#ask[named ? i + 1 : i] ?? 0) >= 1;
  }

  /** Whether the gap before the unit is of those that part the answers, by itself. */
  #isParting({ gap, blanks }: Unit): boolean {
    const { metas, separators, parted } = this.ground;
    return (
      (metas && (gap & Gap.Meta) !== 0) ||
      (separators && (gap & Gap.Separator) !== 0) ||
      (parted && blanks >= 2)
    );
  }

  /** Dates and buttons beside a name are of its card: the name counts, and they do not. */
  #besideName({ gap }: Unit, named: Unit, signed: number): number {
    if (!(gap & Gap.Meta) || signed < weights.signedStart || named.signOff) return 0;
    return -(this.ground.metas ? weights.open.meta : weights.open.loneMeta);
  }

  /** A name parts two answers, whichever of the two it belongs to. */
  #cardSignature(i: number): number {
    return (this.#units[i] as Unit).field ? weights.cardHeadless : (this.#signature[i] as number);
  }

  #tailScore(unit: Unit): number {
    return weights.enterTail + noisy(unit) + (unit.tail || unit.noise ? 0 : weights.plainTail);
  }

  /** Whether the blank lines around a name tie it to what follows, or to what stands before it. */
  #attachment(i: number, lead: boolean): number {
    const unit = this.#units[i] as Unit;
    if (unit.leading && !unit.field) return lead ? weights.attached : weights.detached;
    if (!this.ground.spaced || unit.field) return 0;
    const next = this.#units[i + 1];
    const down = next !== undefined && next.blanks === 0 && !next.field;
    const up = unit.blanks === 0 && !unit.noise;
    if (down === up) return 0;
    return down === lead ? weights.attached : weights.detached;
  }
}

type GapWeights = Record<keyof (typeof weights)['open'], number>;

function gapScore(w: GapWeights, unit: Unit, ground: Ground, i: number): number {
  const { gap } = unit;
  let score = unit.blanks >= ground.wide ? w.wide : 0;
  if (gap === 0) return score;
  if (gap & Gap.Meta) score += ground.metas ? w.meta : w.loneMeta;
  if (gap & Gap.Separator) score += ground.separators ? w.separator : w.loneSeparator;
  if (gap & Gap.Number) score += w.number;
  if (gap & Gap.Header && i === ground.header) score += w.header;
  if (gap & Gap.Asker) score += w.asker;
  return score;
}

function headSignature(signed: number): number {
  return signed < weights.namedStart ? signed * weights.signedHead : signed;
}

/** What speaks for a further line of a card. */
function cardMore(unit: Unit, before: Unit): number {
  if (isPlace(unit, before)) return weights.cardFieldBelow;
  if (!unit.field) return weights.cardMore;
  return unit.blanks === 0 && !unit.noise ? weights.cardFieldBelow : weights.cardField;
}

function footScore(unit: Unit): number {
  return unit.gap & Gap.Meta ? weights.footBehindMeta : 0;
}

function noisy(unit: Unit): number {
  return unit.noise ? weights.tailAfterNoise : 0;
}

function ending(part: Part, names: Names): number {
  if (isBody(part)) return names === 'trail' ? weights.missingCard : 0;
  if (part === Part.Trail || part === Part.Tail) return 0;
  return part <= Part.AskCard ? weights.noAnswer : weights.dangling;
}
