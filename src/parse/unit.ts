/** A unit: one paragraph or line of content, with what can be read off it alone. */

import { headOf, isWordStart, type Shape } from './scan.js';
import { classOf, firstWordOf, isDegree, Opening, openingsOf, Word } from './vocabulary.js';

/** How a unit ends. */
export const End = { Open: 0, Stop: 1, Question: 2, Bang: 3, Colon: 4, Comma: 5, Ellipsis: 6 } as const;
export type End = (typeof End)[keyof typeof End];

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
  /** 2: goes on for sure; 1: perhaps; 0: no. */
  readonly continuing: 0 | 1 | 2;
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

/** "$50 off": an advertisement. */
const offer = /[$£€]\d+ off\b|\d% off\b/i;

const bullet = /^(?:[-*•–—+·○▪‣]\s|\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v|vi)[.)]\s)/;
const dashed = /^(?:[-–—~]{1,2}|[•*])\s?/;
const mark = /^[<>"'“‘«([*_#\s]+/;

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
  const field = shape !== null && isField(text, start, end, shape);
  const person = shape ? personScore(text, start, end, shape, head, ending, field) : none;
  const greeting = (opens & Opening.Greeting) !== 0;
  const item = form === 'item' || bullet.test(head);
  return {
    start,
    end,
    blanks,
    gap,
    foot,
    noise,
    form,
    shape: shape && briefOf(shape),
    words,
    ending,
    person,
    card: false,
    rich: shape !== null && isRich(shape, head),
    style: shape && person > 0 ? styleOf(text, start, end, head, shape) : 0,
    field,
    leading: person >= 1.5 && leadsOn.test(text.slice(start, end).toLowerCase()),
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

/** How the unit ends, past closing quotes, brackets, emoji and emoticons. */
function endingOf(text: string, start: number, end: number): End {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (code === 0x2e) return text.charCodeAt(at - 1) === 0x2e ? End.Ellipsis : End.Stop;
    if (code === 0x3f) return End.Question;
    if (code === 0x21) return End.Bang;
    if (code === 0x2026) return End.Ellipsis;
    if (code === 0x3a) return at === end - 1 ? End.Colon : End.Open;
    if (code === 0x2c || code === 0x3b) return at === end - 1 ? End.Comma : End.Open;
    const passed =
      code === 0x22 || code === 0x27 || code === 0x29 || code === 0x5d || code === 0x201d || code === 0x2019;
    if (!passed && code > 0x20 && code < 0x2000) return End.Open;
    if (code >= 0x3040 && code < 0xd800) return End.Open;
  }
  return End.Open;
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

const none = -9;

/** Evidence that a line is a person's name with what goes with it; below 0 where it is rather not. */
function personScore(
  text: string,
  start: number,
  end: number,
  shape: Shape,
  head: string,
  ending: End,
  field: boolean,
): number {
  if (shape.words > 18 || shape.words === 0) return none;
  const strong =
    2 * Math.min(shape.titles, 1) +
    2.5 * Math.min(shape.degrees, 1) +
    1.5 * Math.min(shape.professions, 2) +
    2 * Math.min(shape.handles, 1);
  const names = shape.names + shape.initials;
  // "kim (9:15 PM)": a word beside a time is a nick.
  const dated =
    shape.words <= 8 &&
    shape.other <= 2 &&
    (shape.times > 0 || shape.ago > 0 || (shape.months > 0 && shape.numbers > 0));
  if (dated && strong + names === 0 && shape.other > 0)
    return shape.loose > 0 || shape.other > 1 ? none : 2.5;
  let score = strong + 0.8 * Math.min(names, 3);
  if (strong === 0 && names === 0) {
    if (field && shape.other === 0) return 1.5;
    // A word that no list knows may be a nick; where it stands decides.
    return shape.words === 1 && shape.other === 1 ? 0.5 : none;
  }
  if (shape.fields > 0 && names > 0) score += 0.4;
  if (dashed.test(head)) score += 1;
  if (
    /^(?:answered|reply|replied|written|posted|answer|response|reviewed) (?:by|from)\b|^by\b|\b(?:answered|replied|wrote|says|responded):?$/.test(
      head,
    )
  )
    score += 1.5;
  if (shape.times + shape.years + shape.months > 0 && strong > 0) score += 0.5;
  else if (dated) score += 1;
  // A bare name has no other words: "Years of Botox" is none.
  const extra =
    strong > 0
      ? shape.loose
      : shape.words -
        names -
        shape.fields -
        shape.numbers -
        shape.other -
        shape.months -
        shape.ago -
        shape.units;
  score -= (field ? 0.5 : 1.2) * shape.other + 0.8 * Math.max(extra, 0);
  if (ending === End.Question || ending === End.Bang || ending === End.Ellipsis) score -= 2.5;
  else if (ending === End.Stop && !isAbbreviation(text, start, end)) score -= shape.other > 0 ? 2.5 : 0.5;
  else if (ending === End.Comma) score -= 2;
  return score;
}

/** Whether a person's line says more than an answerer signs with. */
function isRich(shape: Shape, head: string): boolean {
  const { degrees, professions, fields, numbers, bars, handles } = shape;
  return dashed.test(head) || degrees + professions + fields + numbers + bars + handles > 0;
}

const leadsOn =
  /(?:\b(?:answered|answers|answer|replied|replies|reply|wrote|writes|says|said|responded|responds|response)|:)\W*$/;

/** "Dr. P.", "Alan M.", "M.D." */
function isAbbreviation(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end - 2);
  if (!(code >= 65 && code <= 90)) return false;
  return end - 3 < start || !isWordStart(text.charCodeAt(end - 3));
}

/** A profession, a specialty or a membership, perhaps with its place; no name before it. */
function isField(text: string, start: number, end: number, shape: Shape): boolean {
  const { professions, fields, titles, handles, other, plain } = shape;
  if (handles > 0 || professions + fields === 0 || other > 3) return false;
  if (professions === 0 && (other > 0 || plain > 1)) return false;
  const line = text.slice(start, end);
  const first = /^[\p{L}.-]+/u.exec(line)?.[0] ?? '';
  const known = Word.Profession | Word.Field;
  if (classOf(first.toLowerCase()) & known || isDegree(first)) return true;
  const last = /[\p{L}-]+$/u.exec(line)?.[0] ?? '';
  const inner = shape.words - professions - fields - shape.names;
  return titles === 0 && inner <= 1 && shape.commas === 0 && (classOf(last.toLowerCase()) & known) !== 0;
}

/**
 * Lines of one style have the same number: the mark before the name, what parts its items; and where no mark does
 * it, whether there is a title, a degree, a specialty.
 */
function styleOf(text: string, start: number, end: number, head: string, shape: Shape): number {
  const line = text.slice(start, end);
  const bars = line.includes('|') ? 1 : line.includes('·') || line.includes('•') ? 2 : 0;
  if (dashed.test(head)) return 1 + bars;
  if (/^(?:answered|posted|reply|replied|written|by)\b/.test(head)) return 4 + bars;
  if (/^\[?\d/.test(head)) return 7;
  if (/\bis (?:an?|our|the)\b.*\.$/.test(line)) return 8;
  if (line.endsWith(':')) return 9;
  if (bars > 0) return 9 + bars;
  const { titles, degrees, handles, professions, names, initials } = shape;
  const bare = names + initials === 0 || (professions > 0 && titles + degrees + handles === 0);
  return 12 + (titles > 0 ? 1 : 0) + (degrees > 0 ? 2 : 0) + (bare ? 4 : 0) + (shape.numbers > 0 ? 8 : 0);
}
