/** What all units of a thread say, read once: readings under different suppositions add it up. */

import {
  cardScore,
  firstScore,
  headingScore,
  moreScore,
  signature,
  startScore,
  tailScore,
} from './evidence.js';
import type { Ground } from './ground.js';
import { type Names, Part, partCount } from './part.js';
import { askScore, bannerScore, titleScore } from './question.js';
import { End, spokenStyle, type Unit } from './unit.js';
import { type Habit, type Place, weights } from './weights.js';

/** The question stands within so many units of the document's start. */
export const questionUnits = 40;

/** So many units near the top are heard for the asker's voice before they are taken for an answer's first. */
const answerUnits = 6;

/** So many lines that name persons for certain are cards. */
const MANY = 4;
/** How much such a line is a person's. */
const CERTAIN = 4;

function isCertain({ person, words, rich, field, ending }: Unit): boolean {
  return person >= CERTAIN && words >= 5 && rich && !field && ending === End.Open;
}

const penName = /^\p{Lu}\p{L}+(?: [\p{L}-]+)? (?:in|from) \p{Lu}[\p{L}. ]+$/u;

/** What is supposed while a thread is read. */
export interface Supposed {
  readonly names: Names;
  readonly habit: Habit;
  readonly place: Place;
  /** Added to each answer that opens: more of them, or fewer. */
  readonly push: number;
}

/** The score of what cannot be. */
export const never = -1e9;

/** The scores of each unit, by its index. */
export class Scores {
  /** Units that may be persons' names. */
  readonly persons: number;
  /** As an answer's heading. */
  readonly heading: Float32Array;
  /** As a body that opens an answer. */
  readonly start: Float32Array;
  /** As a body's first unit, and as a further one. */
  readonly first: Float32Array;
  readonly more: Float32Array;
  /** As a line of an author card. */
  readonly card: Float32Array;
  readonly tail: Float32Array;
  /** How surely it ends an answer, as a name or a farewell does. */
  readonly signature: Float32Array;
  readonly #banner: number[] = [];
  readonly #title: number[] = [];
  readonly #ask: number[] = [];

  constructor(readonly ground: Ground) {
    const { units } = ground;
    const table = () => new Float32Array(units.length);
    this.heading = table();
    this.start = table();
    this.first = table();
    this.more = table();
    this.card = table();
    this.tail = table();
    this.signature = table();
    this.#readTop();
    const certain = units.filter(isCertain);
    for (let i = 0; i < units.length; i++) this.#read(i, certain.length >= MANY);
    this.persons = units.filter(({ person }) => person >= 1.5).length;
  }

  /** @param certain whether lines that name a person for certain are cards: there are many. */
  #read(i: number, certain: boolean): void {
    const { ground } = this;
    const unit = ground.units[i] as Unit;
    const card = certain && !unit.card && isCertain(unit) ? weights.cardInBody : 0;
    const before = ground.units[i - 1];
    const person = unit.person >= 1.5;
    const asked = i < answerUnits ? -Math.max(0, this.ask(i) - 1) * weights.askedFirst : 0;
    this.heading[i] =
      headingScore(ground, i) +
      (person && this.isStyled(unit) ? weights.styledHead : 0) +
      (ground.spoken ? weights.spokenHead : 0);
    this.start[i] = startScore(ground, i) + asked + card;
    this.first[i] = firstScore(unit) + asked;
    this.more[i] = moreScore(unit, before) + card;
    this.card[i] = cardScore(unit, before, this.isStyled(unit), this.isUniform());
    this.tail[i] = tailScore(ground, i) + (person && unit.style === ground.style ? weights.tailName : 0);
    this.signature[i] = signature(unit, before);
  }

  /** Reads the units near the top as a question's, until several in a row are none of an asker's. */
  #readTop(): void {
    const { ground } = this;
    const most = Math.min(ground.units.length, questionUnits);
    let doubt = 0;
    for (let i = 0; i < most && doubt < 3; i++) {
      this.#banner.push(bannerScore(ground, i));
      this.#title.push(titleScore(ground, i));
      const ask = askScore(ground, i);
      this.#ask.push(ask);
      doubt =
        ask > 0.5 || i < Math.max(4, ground.question + 4, ground.header, ground.firstNumber + 5)
          ? 0
          : doubt + 1;
    }
  }

  banner(i: number): number {
    return this.#banner[i] ?? -3;
  }

  title(i: number): number {
    return this.#title[i] ?? -5;
  }

  ask(i: number): number {
    return this.#ask[i] ?? -2;
  }

  /** As the asker's name. */
  asker(i: number): number {
    const unit = this.ground.units[i] as Unit;
    if (unit.person < 1.5 && !this.#isPenName(unit)) return weights.noAsker;
    // In a chat all names are alike: what the first one says shows who it is.
    const asks = unit.style === spokenStyle ? this.ask(i + 1) >= 1 : !this.isStyled(unit);
    return asks ? weights.asker : weights.askerStyled;
  }

  /** "Curious in Calgary", right under the letter. */
  #isPenName({ start, end, words, blanks }: Unit): boolean {
    return blanks === 0 && words <= 6 && penName.test(this.ground.text.slice(start, end));
  }

  /** Whether most names are of one style. */
  isUniform(): boolean {
    return this.ground.styled > 0.6;
  }

  /** Whether the unit is in the style of most names. */
  isStyled(unit: Unit): boolean {
    return unit.style === this.ground.style && this.isUniform();
  }

  /** Whether the first numbered post of a forum is the asker's: "#1" with a question under it. */
  isOriginal(i: number): boolean {
    const { units, numbered, firstNumber } = this.ground;
    if (!numbered || i !== firstNumber || i < 0) return false;
    return this.ask((units[i] as Unit).person >= 1.5 ? i + 1 : i) >= 1;
  }

  /** A name parts two answers, whichever of the two it belongs to. */
  cardSignature(i: number): number {
    const field = (this.ground.units[i] as Unit).field;
    return field ? weights.cardHeadless : (this.signature[i] as number);
  }

  /** Whether the blank lines around a name tie it to what follows (`lead`), or to what stands before it. */
  attachment(i: number, lead: boolean): number {
    const { units, spaced } = this.ground;
    const unit = units[i] as Unit;
    if (unit.leading && !unit.field) return lead ? weights.attached : weights.detached;
    if (!spaced || unit.field) return 0;
    const next = units[i + 1];
    const down = next !== undefined && next.blanks === 0 && !next.field;
    const up = unit.blanks === 0 && !unit.noise;
    if (down === up) return 0;
    return down === lead ? weights.attached : weights.detached;
  }

  /**
   * Adds what unit `i` says for each part to the sums of readings that end in it.
   * @param begun the unit above which all is the question's.
   */
  addTo(next: Float64Array, i: number, { names, habit, push }: Supposed, begun: number): void {
    const unit = this.ground.units[i] as Unit;
    const add = (part: Part, score: number) => {
      next[part] = (next[part] as number) + score;
    };
    const styled = unit.person >= 1.5 && this.isStyled(unit);
    if (i < questionUnits) {
      add(Part.Banner, this.banner(i));
      add(Part.Title, this.title(i));
      // Above the line that announces the answers all is the question's.
      const least = i < begun ? weights.leastAsked : never;
      add(Part.Ask, Math.max(least, this.ask(i) + (styled ? weights.askerStyled : 0)));
      add(Part.AskCard, Math.max(least, this.asker(i)));
    } else for (const part of [Part.Banner, Part.Title, Part.Ask, Part.AskCard]) next[part] = never;
    if (i < this.ground.question)
      for (let part: number = Part.Head; part < partCount; part++) add(part as Part, weights.asksBelow);
    const heading = (this.heading[i] as number) + habit.head;
    const first = this.first[i] as number;
    const more = this.more[i] as number;
    add(Part.Head, heading + (i === 0 ? push : 0));
    add(Part.Start, (this.start[i] as number) + (names === 'lead' ? weights.missingCard : 0));
    add(Part.First, first);
    add(Part.Tail, this.tail[i] as number);
    if (names === 'none') {
      add(Part.More, more + (styled && !unit.field && unit.rich ? weights.cardSigned : 0));
      return;
    }
    add(Part.More, more + (styled && !unit.field ? weights.cardPassed : 0));
    const card = (this.card[i] as number) + this.attachment(i, names === 'lead');
    if (names === 'trail') {
      add(Part.Trail, card);
      return;
    }
    add(Part.Under, heading);
    add(Part.Opened, first + habit.opened);
    add(Part.Lead, card);
    add(Part.Mid, card);
  }
}
