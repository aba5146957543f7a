/**
 * Which part each unit plays, decided over the thread as a whole: the best sum of evidence over all readings
 * (Viterbi 1967), once for each place where names may stand, and again when the thread's habits are known.
 */

import {
  askScore,
  bannerScore,
  type Ground,
  groundOf,
  headingScore,
  isSignOff,
  startScore,
  tailScore,
  titleScore,
} from './evidence.js';
import { End, Gap, spokenStyle, type Unit } from './unit.js';
import { cardPlace, type Habit, habits, type Place, weights } from './weights.js';

/** The part that a unit plays. */
export const Part = {
  Banner: 0,
  Title: 1,
  Ask: 2,
  AskCard: 3,
  /** A heading that opens an answer. */
  Head: 4,
  /** A body that opens an answer. */
  Start: 5,
  /** A body's first unit behind a heading. */
  First: 6,
  /** A body's further units. */
  More: 7,
  /** A card that opens an answer. */
  Lead: 8,
  /** A card between heading and body. */
  Mid: 9,
  /** A heading under a card. */
  Under: 10,
  /** A body's first unit under a card. */
  Opened: 11,
  /** A card that ends an answer. */
  Trail: 12,
  Tail: 13,
} as const;
export type Part = (typeof Part)[keyof typeof Part];

const parts = 14;

/** Where the names of the answers' authors stand. */
type Names = 'none' | 'lead' | 'trail';

/** What a step from one part to the next means. */
const Step = { Asking: 0, Open: 1, Inner: 2, Headed: 3, Foot: 4, Tail: 5 } as const;
type Step = (typeof Step)[keyof typeof Step];

const bodies = [Part.Start, Part.First, Part.More, Part.Opened];
const questions = [Part.Title, Part.Ask, Part.AskCard];

/** For each part, the parts that it may follow, and what the step means. */
const before: readonly (readonly (readonly [Part, Step])[])[] = (() => {
  const table: [Part, Step][][] = Array.from({ length: parts }, () => []);
  const allow = (from: readonly Part[], to: Part, step: Step) => {
    for (const part of from) table[to]?.push([part, step]);
  };
  allow([Part.Banner], Part.Banner, Step.Asking);
  allow([Part.Banner], Part.Title, Step.Asking);
  allow([Part.Banner, Part.Title, Part.Ask, Part.AskCard], Part.Ask, Step.Asking);
  allow([Part.Title, Part.Ask, Part.AskCard], Part.AskCard, Step.Asking);
  for (const opens of [Part.Head, Part.Start, Part.Lead]) {
    allow(questions, opens, Step.Open);
    allow(bodies, opens, Step.Open);
    allow([Part.Trail, Part.Tail], opens, Step.Open);
  }
  allow([Part.Head, Part.Mid, Part.Under], Part.First, Step.Headed);
  allow([Part.Head, Part.Mid], Part.Mid, Step.Headed);
  allow([Part.Lead], Part.Lead, Step.Headed);
  allow([Part.Lead], Part.Under, Step.Headed);
  allow([Part.Lead], Part.Opened, Step.Headed);
  allow(bodies, Part.More, Step.Inner);
  allow(bodies, Part.Trail, Step.Foot);
  allow([Part.Trail], Part.Trail, Step.Foot);
  allow([...bodies, Part.Trail, Part.Tail], Part.Tail, Step.Tail);
  return table;
})();

/** The question stands within so many units of the document's start. */
const questionUnits = 40;

const never = -1e9;

/**
 * The parts of the units, in order. `announced`: how many answers the page says it has; 0 where it does not.
 * `foot`: the form of the noise under the last unit.
 */
export function decide(text: string, units: readonly Unit[], announced: number, foot = ''): Part[] {
  if (units.length === 0) return [];
  const scores = new Scores(groundOf(text, units, foot));
  let habit: Habit = habits.unknown;
  let reading = scores.best(habit, 0);
  for (let pass = 0; pass < 3; pass++) {
    const learned = habitOf(scores.ground, reading);
    const place = placeOf(reading.parts);
    if (learned === habit && place === scores.place) break;
    habit = learned;
    scores.place = place;
    reading = scores.best(habit, 0);
  }
  if (announced > 0 && answersOf(reading.parts) !== announced) {
    const sign = answersOf(reading.parts) < announced ? 1 : -1;
    for (const push of [0.7, 1.4, 2.1, 2.8]) {
      const other = scores.best(habit, sign * push);
      if (answersOf(other.parts) === announced) return [...other.parts] as Part[];
    }
  }
  return [...reading.parts] as Part[];
}

interface Reading {
  readonly score: number;
  readonly parts: Uint8Array;
  readonly names: Names;
}

function opensAnswer(part: number, previous: number): boolean {
  return part === Part.Head || part === Part.Start || (part === Part.Lead && previous !== Part.Lead);
}

function answersOf(read: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < read.length; i++)
    if (opensAnswer(read[i] as number, i > 0 ? (read[i - 1] as number) : -1)) count++;
  return count;
}

/** Where most cards stand: between heading and body, above both, or no matter. */
function placeOf(read: Uint8Array): Place {
  let lead = 0;
  let mid = 0;
  for (let i = 0; i < read.length; i++) {
    if (read[i] === Part.Lead && read[i - 1] !== Part.Lead) lead++;
    else if (read[i] === Part.Mid && read[i - 1] !== Part.Mid) mid++;
  }
  return mid > lead ? 'between' : lead > 2 * mid ? 'above' : 'any';
}

/** What the reading says of the thread's habits. */
function habitOf(ground: Ground, { parts: read, names }: Reading): Habit {
  let answers = 0;
  let headed = 0;
  let units = 0;
  let signed = 0;
  let short = 0;
  let goingOn = 0;
  for (let i = 0; i < read.length; i++) {
    const part = read[i] as number;
    const unit = ground.units[i] as Unit;
    if (opensAnswer(part, i > 0 ? (read[i - 1] as number) : -1)) answers++;
    if (part === Part.Head || part === Part.Under) headed++;
    if ((bodies as readonly number[]).includes(part)) {
      units++;
      if (isSignOff(unit)) signed++;
      else if (unit.words < 20) short++;
      else if (unit.continuing === 2) goingOn++;
    }
  }
  if (headed * 2 >= answers && headed > 0) return habits.headed;
  if (headed * 5 > answers * 2) return habits.mixed;
  if (names !== 'none' || ground.numbered || ground.separators || ground.metas || ground.parted)
    return habits.bare;
  // Answers of several paragraphs have short ones among them, sign-offs, and such as go on with the one before.
  const several = signed >= 2 || (short + goingOn) * 5 > units;
  return several && answers > 1 ? habits.bare : habits.paragraphs;
}

/** The evidence of all units, read once, and the best reading under given habits. */
class Scores {
  readonly #heading: Float32Array;
  readonly #start: Float32Array;
  readonly #card: Float32Array;
  readonly #ask: Float32Array;
  readonly #persons: number;
  place: Place = 'any';

  constructor(readonly ground: Ground) {
    const { units } = ground;
    const size = units.length;
    this.#heading = new Float32Array(size);
    this.#start = new Float32Array(size);
    this.#card = new Float32Array(size);
    this.#ask = new Float32Array(Math.min(size, questionUnits));
    let persons = 0;
    for (let i = 0; i < size; i++) {
      const unit = units[i] as Unit;
      this.#heading[i] = headingScore(ground, i);
      this.#start[i] = startScore(ground, i);
      this.#card[i] = this.#cardScore(unit);
      if (i < questionUnits) this.#ask[i] = askScore(ground, i);
      if (unit.person >= 1.5) persons++;
    }
    this.#persons = persons;
  }

  #cardScore(unit: Unit): number {
    if (unit.words > 18 || unit.quote) return -9;
    const styled = this.#styled(unit)
      ? weights.style
      : this.ground.styled > 0.6 && !unit.field
        ? weights.offStyle
        : 0;
    if (unit.person < 1.5) return Math.max(-4, (unit.person - 1.5) * 0.8) + styled;
    return weights.person + styled;
  }

  #styled(unit: Unit): boolean {
    return unit.style === this.ground.style && this.ground.styled > 0.6;
  }

  /** The best reading over the places where names may stand; `push` is added to each answer. */
  best(habit: Habit, push: number): Reading {
    let best = this.#read('none', habit, push);
    if (this.#persons === 0) return best;
    for (const names of ['lead', 'trail'] as const) {
      // One name at an answer's end is its sign-off.
      if (names === 'trail' && this.#persons < 2) continue;
      const other = this.#read(names, habit, push);
      if (other.score > best.score) best = other;
    }
    return best;
  }

  #read(names: Names, habit: Habit, push: number): Reading {
    const { units } = this.ground;
    const size = units.length;
    const from = new Uint8Array(size * parts);
    let scores = new Float64Array(parts).fill(never);
    let next = new Float64Array(parts);
    const steps = new Float64Array(6);
    for (let i = 0; i < size; i++) {
      const unit = units[i] as Unit;
      this.#steps(steps, unit, i);
      for (let part = 0; part < parts; part++) {
        let emitted = this.#emission(part as Part, i, names, habit);
        if (emitted <= never) {
          next[part] = never;
          continue;
        }
        if (part === Part.Head || part === Part.Start) emitted += push;
        let bestScore = never;
        let bestFrom = 0;
        if (i === 0) bestScore = beginning(part as Part);
        else {
          for (const [previous, step] of before[part] as readonly (readonly [Part, Step])[]) {
            const score =
              (scores[previous] as number) +
              (steps[step] as number) +
              this.#transition(previous, part as Part, i, names, habit, push);
            if (score > bestScore) {
              bestScore = score;
              bestFrom = previous;
            }
          }
        }
        next[part] = bestScore <= never / 2 ? never : bestScore + emitted;
        from[i * parts + part] = bestFrom;
      }
      [scores, next] = [next, scores];
    }
    let last = 0;
    let score = never * 2;
    for (let part = 0; part < parts; part++) {
      const ended = (scores[part] as number) + ending(part as Part, names);
      if (ended > score) {
        score = ended;
        last = part;
      }
    }
    const read = new Uint8Array(size);
    for (let i = size - 1; i >= 0; i--) {
      read[i] = last;
      last = from[i * parts + last] as number;
    }
    return { score, parts: read, names };
  }

  /** What the gap before unit `i` says of each kind of step over it. */
  #steps(into: Float64Array, unit: Unit, i: number): void {
    const { ground } = this;
    into[Step.Asking] = gapScore(weights.asking, unit, ground, i);
    let open = gapScore(weights.open, unit, ground, i);
    if (i < ground.header) open += weights.aboveHeader;
    if (ground.numbered && !(unit.gap & Gap.Number)) open += weights.missingNumber;
    let inner = gapScore(weights.inner, unit, ground, i);
    if (ground.parted && unit.blanks >= 2) {
      open += weights.parted.open;
      inner += weights.parted.inner;
    } else if (ground.parted) open += weights.parted.narrow;
    into[Step.Open] = open;
    into[Step.Inner] = inner;
    into[Step.Headed] = gapScore(weights.headed, unit, ground, i);
    into[Step.Foot] = unit.gap & Gap.Meta ? weights.footBehindMeta : 0;
    into[Step.Tail] = unit.noise ? weights.tailAfterNoise : 0;
  }

  #transition(previous: Part, part: Part, i: number, names: Names, habit: Habit, push: number): number {
    let score = 0;
    const unit = this.ground.units[i] as Unit;
    const before = this.ground.units[i - 1] as Unit;
    const opens = part === Part.Head || part === Part.Start || part === Part.Lead;
    if (part === Part.Start) score += this.#startCost(previous, i, habit);
    if (part === Part.Lead && previous === Part.Lead) return cardMore(unit);
    if ((part === Part.Mid || part === Part.Trail) && previous === part) return cardMore(unit);
    if (part === Part.Trail && unit.field && unit.blanks === 0 && before.person > 0)
      score += weights.cardHeadless;
    // Dates and buttons beside a name are of its card: the name counts.
    const named = part === Part.Lead ? unit : before;
    if (
      opens &&
      unit.gap & Gap.Meta &&
      !isQuestion(previous) &&
      signature(named) >= weights.signedStart &&
      !named.signOff
    )
      score -= this.ground.metas ? weights.open.meta : weights.open.loneMeta;
    // A name parts two answers, whichever of the two it belongs to.
    if ((part === Part.Lead && previous !== Part.Title) || part === Part.Mid)
      score += unit.field ? weights.cardHeadless : signature(unit);
    else if (opens && (isBody(previous) || previous === Part.Trail)) {
      const signed = signature(before);
      score += part === Part.Head && signed < weights.namedStart ? signed * weights.signedHead : signed;
    }
    if (part === Part.Lead) score += push + cardPlace[this.place].lead;
    if (part === Part.Mid) score += cardPlace[this.place].mid;
    if (
      names === 'none' &&
      opens &&
      unit.foot !== '' &&
      unit.foot === this.ground.foot &&
      isQuestion(previous)
    )
      score += weights.footOfQuestion;
    if (names === 'trail' && (opens || part === Part.Tail) && isBody(previous)) score += weights.missingCard;
    if (names === 'lead' && part === Part.First && previous === Part.Head) score += weights.missingCard;
    if (opens && previous === Part.Title) score += weights.noAsk;
    if ((part === Part.Ask || part === Part.AskCard) && previous === Part.Title) {
      score += weights.askedBody;
      if (i < questionUnits) score -= Math.max(0, titleScore(this.ground, i) - weights.plainTitle);
      if (unit.gap & (Gap.Meta | Gap.Separator)) score += weights.askedBelow;
    }
    if (part === Part.Ask && previous === Part.Ask && habit === habits.paragraphs)
      score += weights.askParagraph;
    if (part === Part.Ask && previous === Part.Banner) score += weights.noTitle;
    if (part === Part.Banner) score += weights.bannerMore;
    if (part === Part.Tail && previous !== Part.Tail)
      score +=
        previous === Part.Trail && (this.#styled(before) || before.field)
          ? weights.tailUnderCard
          : weights.enterTail + (unit.tail || unit.noise ? 0 : weights.plainTail);
    // An island of links or an advertisement.
    if (opens && previous === Part.Tail) score += weights.leaveTail;
    return score;
  }

  #emission(part: Part, i: number, names: Names, habit: Habit): number {
    const { ground } = this;
    const unit = ground.units[i] as Unit;
    switch (part) {
      case Part.Banner:
        return i < questionUnits ? bannerScore(ground, i) : never;
      case Part.Title:
        return i < questionUnits ? titleScore(ground, i) : never;
      case Part.Ask:
        if (i >= questionUnits) return never;
        return (
          (this.#ask[i] as number) + (unit.person >= 1.5 && this.#styled(unit) ? weights.askerStyled : 0)
        );
      case Part.AskCard:
        return i < questionUnits
          ? unit.person < 1.5
            ? -3
            : this.#styled(unit) && unit.style !== spokenStyle
              ? weights.askerStyled
              : 0.3
          : never;
      case Part.Head:
      case Part.Under:
        return (
          (this.#heading[i] as number) +
          habit.head +
          (unit.person >= 1.5 && this.#styled(unit) ? weights.styledHead : 0) +
          (ground.spoken ? weights.spokenHead : 0)
        );
      case Part.Start:
        return (this.#start[i] as number) + this.#asked(i) + (names === 'lead' ? weights.missingCard : 0);
      case Part.First:
        return firstScore(unit) + this.#asked(i);
      case Part.Opened:
        return firstScore(unit) + this.#asked(i) + habit.opened;
      case Part.More: {
        let score = moreScore(unit, ground.units[i - 1]);
        if (unit.person >= 1.5 && this.#styled(unit) && !unit.field && (names !== 'none' || unit.rich))
          score += names === 'none' ? weights.cardSigned : weights.cardPassed;
        return score;
      }
      case Part.Lead:
      case Part.Mid:
        return names === 'lead' ? (this.#card[i] as number) + this.#attachment(i, true) : never;
      case Part.Trail:
        return names === 'trail' ? (this.#card[i] as number) + this.#attachment(i, false) : never;
      case Part.Tail:
        return tailScore(ground, i) - (unit.person >= 1.5 && unit.style === ground.style ? 2 : 0);
    }
  }

  /** What it costs that a body opens an answer: nothing over a gap that parts the answers by itself. */
  #startCost(previous: Part, i: number, habit: Habit): number {
    const parting =
      this.#isParting(this.ground.units[i] as Unit) &&
      (isQuestion(previous) ||
        (isBody(previous) && signature(this.ground.units[i - 1] as Unit) < weights.signedStart));
    let score = 0;
    if (!parting) score += previous === Part.Trail && this.ground.styled > 0.6 ? habit.opened : habit.start;
    if (!isQuestion(previous)) return score;
    if (!parting && habit === habits.bare) score += weights.firstStart;
    else if (habit === habits.paragraphs) score += weights.firstParagraph;
    return i < questionUnits ? score - Math.max(0, this.#ask[i] as number) : score;
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

  /** What the asker's words cost a unit near the top that is taken for an answer's first. */
  #asked(i: number): number {
    return i < 6 ? -Math.max(0, (this.#ask[i] as number) - 1) * weights.askedFirst : 0;
  }

  /** Whether the blank lines around a name tie it to what follows, or to what stands before it. */
  #attachment(i: number, lead: boolean): number {
    const unit = this.ground.units[i] as Unit;
    const next = this.ground.units[i + 1];
    if (unit.leading && !unit.field) return lead ? weights.attached : weights.detached;
    if (!this.ground.spaced || unit.field) return 0;
    const down = next !== undefined && next.blanks === 0 && !next.field;
    const up = unit.blanks === 0 && !unit.noise;
    if (down === up) return 0;
    return down === lead ? weights.attached : weights.detached;
  }
}

/** How surely the unit ends an answer: a line with a name, "Good luck!", a paragraph that ends so. */
function signature(unit: Unit): number {
  if (unit.person >= 2 && unit.words <= 12) return weights.namedStart;
  if (isSignOff(unit)) return weights.signedStart;
  return unit.closing ? weights.closedStart : 0;
}

/** What speaks for a further line of a card. */
function cardMore(unit: Unit): number {
  if (!unit.field) return weights.cardMore;
  return unit.blanks === 0 && !unit.noise ? weights.cardFieldBelow : weights.cardField;
}

function isQuestion(part: Part): boolean {
  return part === Part.Title || part === Part.Ask || part === Part.AskCard;
}

function isBody(part: Part): boolean {
  return part === Part.Start || part === Part.First || part === Part.More || part === Part.Opened;
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

function firstScore(unit: Unit): number {
  let score = 0;
  if (unit.words < 8 && unit.ending === End.Open && !unit.greeting && !unit.item && !unit.quote)
    score += weights.shortFirst;
  if (unit.form === 'heading') score -= 6;
  if (unit.signOff) score -= 1;
  if (unit.person >= 1.5 && unit.words < 14) score -= 1.5;
  if (unit.tail) score -= 2;
  return score;
}

function moreScore(unit: Unit, before: Unit | undefined): number {
  let score = 0;
  if (before && unit.person < 1.5 && !unit.signOff) {
    if (before.person >= 1.5 && before.words <= 10) score += weights.afterName;
    else if (before.signOff) score += weights.afterSignOff;
  }
  if (unit.card) score += weights.cardInBody;
  if (unit.greeting && !(before?.greeting && before.words <= 4)) score += weights.lateGreeting;
  if (unit.form === 'heading') score -= 4;
  if (unit.person >= 1.5 && unit.words < 14) score += weights.person;
  if (unit.tail) score -= 0.7;
  return score;
}

function beginning(part: Part): number {
  switch (part) {
    case Part.Banner:
    case Part.Title:
      return 0;
    case Part.Ask:
      return weights.noTitle;
    case Part.Head:
    case Part.Start:
    case Part.Lead:
      return weights.noQuestion;
    default:
      return never;
  }
}

function ending(part: Part, names: Names): number {
  if (isBody(part)) return names === 'trail' ? weights.missingCard : 0;
  if (part === Part.Trail || part === Part.Tail) return 0;
  return part <= Part.AskCard ? weights.noAnswer : weights.dangling;
}
