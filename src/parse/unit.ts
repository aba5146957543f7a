/** A unit: one paragraph or line of content, with what can be read off it alone. */

import { End, endingOf } from './end.js';
import { shapeOf } from './noise.js';
import { dashed, isField, isRich, isTown, leadsOn, none, personScore, styleOf } from './person.js';
import { headOf, isWordStart, type Shape } from './scan.js';
import { classOf, firstWordOf, Opening, openingsOf, Word } from './vocabulary.js';

export { End } from './end.js';

/** What stands in the gap before a unit, as bits. */
export const Gap = {
  /** Votes, stars, dates, buttons. */
  Meta: 1,
  Separator: 2,
  /** The number of an answer, or a label such as "Answer:". */
  Number: 4,
  /** "7 answers". */
  Header: 8,
  /** Anything else that is noise: menus, advertisements, template text. */
  Other: 16,
  /** "Asked by …". */
  Asker: 32,
  /** "Question:", and the question's words behind it. */
  Asked: 64,
} as const;

/** What a format says of a unit, beyond its words. Plain text says nothing. */
export type Form = 'heading' | 'paragraph' | 'item' | 'quote' | 'code';

/** What is kept of a short line's shape: it is asked for while a thread is decided. */
export interface Brief {
  readonly other: number;
  readonly capitals: number;
}

const most = 15;
/** The briefs that there are, so that units share them. */
const briefs: readonly Brief[] = Array.from({ length: (most + 1) ** 2 }, (_, i) => ({
  other: i >> 4,
  capitals: i & most,
}));

function briefOf({ other, capitals }: Shape): Brief {
  return briefs[(Math.min(other, most) << 4) | Math.min(capitals, most)] as Brief;
}

export interface Unit {
  /** Without blanks around it, and without a number or nick before it. */
  start: number;
  readonly end: number;
  /** Blank lines before it; noise lines aside. */
  blanks: number;
  /** Bits of `Gap`. */
  gap: number;
  /** The form of the first noise line in the gap: its first letters, numbers made alike. */
  foot: string;
  /** The form of the noise line right above; empty where there is none. */
  above: string;
  /** Whether noise stands between the unit before and this one. */
  noise: boolean;
  readonly form: Form | null;
  /** Null where it is too long for a heading or a name. */
  readonly shape: Brief | null;
  readonly words: number;
  readonly ending: End;
  /** How much it looks like a name with title, degree, specialty, place; in the units of `weights`. */
  readonly person: number;
  /** A name for sure: a chat's nick, the "From:" of a message. */
  readonly card: boolean;
  /** A name with degree, specialty or counts, and not just "Dr. Roe, Leeds". */
  readonly rich: boolean;
  /** Lines of one style look alike: same mark before, same marks between. 0 where it is no person's. */
  readonly style: number;
  /** A specialty, place or count of years without a name: the second line of an author card. */
  readonly field: boolean;
  /** A name that speaks of what follows: "Dr. Roe answered:". */
  readonly leading: boolean;
  readonly greeting: boolean;
  /** Takes the question head-on: 2 with "Yes," or "No."; 1 less surely. */
  readonly opening: 0 | 1 | 2;
  /** 3: the same speaker goes on; 2: goes on for sure, by its words; 1: perhaps; 0: no. */
  readonly continuing: 0 | 1 | 2 | 3;
  /** Starts with a bullet, a number or a letter in brackets. */
  readonly item: boolean;
  readonly quote: boolean;
  /** A line that is a sign-off: "Good luck," */
  readonly signOff: boolean;
  /** A paragraph that ends in one. */
  readonly closing: boolean;
  tail: boolean;
  readonly lower: boolean;
  /** Several sentences. */
  readonly sentences: boolean;
}

/** The style of a chat line's nick. */
export const spokenStyle = 64;
/** The style of a name in a message's head: "From: Jane Roe". */
export const messageStyle = 65;

/** "Yes," and "No, …" or "No it …"; not "No doctor …". */
const headOn =
  /^(?:yes|yep|yeah|yup|no|nope|nah|absolutely|definitely|certainly)(?:[,.!:;]| [-–—]| (?:it|they|you|i|that|this|we|he|she|there|not|but|and)\b)/;

/** "$50 off", "from $44": an advertisement. */
const offer = /[$£€]\d+ off\b|\d% off\b|\bfrom [$£€]\d+$/i;

const bullet = /^(?:[-*•–—+·○▪‣]\s|\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v|vi)[.)]\s)/;
const mark = /^[<>"'“‘«([*_#\s]+/;

/** How much a town is a person's line: as much as a specialty. */
const TOWN = 1.5;

/** From this score on a line is a person's name with what goes with it. */
export const PERSON = 1.5;

/** The features of a stretch read by itself: nothing stands before it. */
export function loneUnit(text: string, start: number, end: number): Unit {
  return unitOf(text, start, end, 0, 0, false, shapeOf(text, start, end));
}

/** Reads a unit's features. `gap` and `blanks` are of what stands before it. */
export function unitOf(
  text: string,
  start: number,
  end: number,
  blanks: number,
  gap: number,
  noise: boolean,
  shape: Shape | null,
  form: Form | null = null,
  foot = '',
): Unit {
  const head = headOf(text, start, end);
  const bare = mark.test(head) ? head.replace(mark, '') : head;
  const first = firstWordOf(bare);
  const bits = classOf(first);
  let opens = openingsOf(bare, first);
  if (shape && dashed.test(bare)) {
    const behind = bare.replace(dashed, '');
    opens |= openingsOf(behind, firstWordOf(behind)) & Opening.SignOff;
  }
  const ending = endingOf(text, start, end);
  const words = shape ? shape.words : Math.round((end - start) / 6);
  const place = shape !== null && isTown(text, start, end);
  const field = place || (shape !== null && isField(text, start, end, shape));
  const person = place ? TOWN : shape ? personScore(text, start, end, shape, head, ending, field) : none;
  const greeting = (opens & Opening.Greeting) !== 0;
  const item = form === 'item' || bullet.test(head);
  return {
    start,
    end,
    blanks,
    gap,
    foot,
    above: '',
    noise,
    form,
    shape: shape && briefOf(shape),
    words,
    ending,
    person,
    card: person >= 3 && /^answer(?:ed)? by\b/.test(head),
    rich: shape !== null && isRich(shape, head),
    style: shape && person > 0 ? styleOf(text, start, end, head, shape) : 0,
    field,
    leading: person >= PERSON && leadsOn.test(text.slice(start, end).toLowerCase()),
    greeting,
    opening: bits & Word.Opener ? (headOn.test(bare) ? 2 : 1) : opens & Opening.Answer ? 1 : 0,
    continuing:
      bits & Word.Continuer || opens & Opening.Continuation ? 2 : bits & Word.MaybeContinuer ? 1 : 0,
    item: item && person < 2,
    quote: form === 'quote' || head.startsWith('>'),
    signOff:
      (opens & Opening.SignOff) !== 0 &&
      !greeting &&
      words <= 14 &&
      ending !== End.Question &&
      !(shape && shape.words > 9 && shape.other > 5),
    closing: shape === null || words > 14 ? closesOff(text, start, end) : false,
    tail:
      (opens & Opening.Tail) !== 0 ||
      (shape !== null && shape.numbers > 0 && shape.words <= 16 && offer.test(text.slice(start, end))) ||
      (words < 30 && head.startsWith('©')),
    lower: isLower(text, start, end),
    sentences: shape !== null && /[.!?…]["”')]* +\S/.test(text.slice(start, end)),
  };
}

function isLower(text: string, start: number, end: number): boolean {
  for (let at = start; at < end && at < start + 8; at++) {
    const code = text.charCodeAt(at);
    if (isWordStart(code)) return code >= 97 && code <= 122;
  }
  return false;
}

/** Whether the last sentence of a paragraph is a sign-off. */
function closesOff(text: string, start: number, end: number): boolean {
  const from = Math.max(start, end - 60);
  let at = end - 3;
  while (at > from && !(text.charCodeAt(at) === 0x20 && isSentenceEnd(text.charCodeAt(at - 1)))) at--;
  if (at <= from) return false;
  const last = headOf(text, at + 1, end);
  return (openingsOf(last, firstWordOf(last)) & Opening.SignOff) !== 0 || titled.test(last);
}

const titled = /^(?:[-–—]\s?)?(?:dr|prof)\b/;

function isSentenceEnd(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}
