/** What each unit's features say for each part it may play. Scores are log-odds by the eye: 0 says nothing. */

import { askedStems, sharedStems } from './question-words.js';
import { End, Gap, spokenStyle, type Unit } from './unit.js';
import { classOf, Word } from './vocabulary.js';

/** What the thread as a whole looks like; every unit is judged against it. */
export interface Ground {
  readonly text: string;
  readonly units: readonly Unit[];
  /** Blank lines stand between paragraphs; so a line without one before it goes on. */
  readonly spaced: boolean;
  /** The gap that is wider than the common one, in blank lines; Infinity where gaps are all alike. */
  readonly wide: number;
  /** Wide gaps part the answers, narrow ones their paragraphs. */
  readonly parted: boolean;
  /** Stems (five letters) of the words of the question's heading. */
  readonly asked: ReadonlySet<string>;
  /** Capitalised words near the top that no list knows: the asker's name may be among them. */
  readonly askers: ReadonlySet<string>;
  /** Most units start in lower case: nothing follows from a lower-case start. */
  readonly lower: boolean;
  /** Gaps with votes, dates or buttons: enough of them to mean something. */
  readonly metas: boolean;
  readonly separators: boolean;
  /** Bytes of answers are long: paragraphs, in units of words, at the median. */
  readonly numbered: boolean;
  readonly header: number;
  /** The style of most person lines, and the share of them that have it. */
  readonly style: number;
  readonly styled: number;
  /** A chat: nicks open the lines. */
  readonly spoken: boolean;
  /** The form of the noise that ends the last answer and others; empty where there is none. */
  readonly foot: string;
  /** From this unit to the end there are but short lines without a full stop, two or more. */
  readonly links: number;
}

/** Reads the ground off the units; linear. */
export function groundOf(text: string, units: readonly Unit[], foot: string): Ground {
  let spaced = 0;
  let wide = 0;
  let lower = 0;
  let metas = 0;
  let separators = 0;
  let numbered = 0;
  let header = -1;
  const styles = new Map<number, number>();
  let persons = 0;
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    if (i > 0 && unit.blanks > 0) spaced++;
    if (unit.blanks > 1 && !unit.noise) wide++;
    if (unit.lower) lower++;
    if (unit.gap & Gap.Meta) metas++;
    if (unit.gap & Gap.Separator) separators++;
    if (unit.gap & Gap.Number) numbered++;
    if (unit.gap & Gap.Header && header < 0) header = i;
    // The second line of a card says nothing of the first lines' style.
    if (unit.person >= 1.5 && !(unit.field && i > 0 && (units[i - 1] as Unit).person >= 1.5)) {
      persons++;
      styles.set(unit.style, (styles.get(unit.style) ?? 0) + 1);
    }
  }
  let style = 0;
  let most = 0;
  for (const [candidate, count] of styles) {
    if (count > most) {
      most = count;
      style = candidate;
    }
  }
  return {
    text,
    units,
    spaced: spaced > 0 && spaced * 4 >= units.length,
    wide: wide > 0 && wide * 2 < spaced ? 2 : Number.POSITIVE_INFINITY,
    parted: wide >= 2 && wideParts(units),
    askers: namesNear(text, units),
    asked: askedStems(text, units),
    lower: lower * 2 > units.length,
    metas: metas > 1,
    separators: separators > 1,
    numbered: numbered > 1,
    header,
    style,
    styled: persons > 1 ? most / persons : 0,
    spoken: style === spokenStyle,
    foot: footOf(units, foot),
    links: linksFrom(units),
  };
}

function linksFrom(units: readonly Unit[]): number {
  let from = units.length;
  while (from > 1) {
    const unit = units[from - 1] as Unit;
    const linked = unit.words <= 14 && (unit.ending === End.Open || unit.ending === End.Question);
    if (!linked || unit.signOff || unit.greeting || unit.item || unit.person >= 1.5) break;
    if ((units[from - 2] as Unit).ending === End.Colon) break;
    from--;
  }
  return units.length - from >= 2 ? from : units.length;
}

/** The form of the noise under the last answer, where it stands under others too. */
function footOf(units: readonly Unit[], last: string): string {
  let foot = last;
  // Above the page's tail, where there is one.
  for (let i = units.length - 1; i > 0; i--) {
    const unit = units[i] as Unit;
    if (unit.tail && unit.foot !== '') foot = unit.foot;
    if (unit.words > 14 && !unit.tail) break;
  }
  if (foot === '') return '';
  let count = 0;
  for (const unit of units) if (unit.foot === foot) count++;
  return count >= 2 ? foot : '';
}

/**
 * Whether wide gaps (two blank lines and more) part the answers: there are some, each stretch between them has a
 * paragraph, and headings stand at the stretches' starts only.
 */
function wideParts(units: readonly Unit[]): boolean {
  let stretches = 0;
  let bad = 0;
  let from = 0;
  for (let i = 1; i <= units.length; i++) {
    const unit = units[i];
    if (unit && unit.blanks < 2) continue;
    stretches++;
    let prose = false;
    let inner = false;
    for (let j = from; j < i; j++) {
      const one = units[j] as Unit;
      const next = units[j + 1];
      if (one.words >= 15) prose = true;
      else if (
        j > from + 1 &&
        next &&
        next.words >= 15 &&
        one.blanks > 0 &&
        one.ending === End.Open &&
        one.person < 1.5 &&
        !one.signOff &&
        !one.item
      )
        inner = true;
    }
    if (!prose || (inner && stretches > 1)) bad++;
    from = i;
  }
  return stretches >= 3 && bad * 6 <= stretches;
}

function namesNear(text: string, units: readonly Unit[]): ReadonlySet<string> {
  const names = new Set<string>();
  const last = units[Math.min(3, units.length - 1)];
  const first = units[0];
  if (!first || !last) return names;
  const top = text.slice(first.start, Math.min(last.start, first.start + 3000));
  for (const [word] of top.matchAll(/\p{Lu}\p{Ll}{2,13}/gu))
    if (classOf(word.toLowerCase()) === 0) names.add(word);
  return names;
}

/** How many words of a short unit are the question's own. */
function shared(ground: Ground, unit: Unit): number {
  return sharedStems(ground.text, unit, ground.asked);
}

/** Evidence that a unit is an answer's heading. */
export function headingScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.form === 'heading') return 6;
  if (unit.form === 'item' || unit.form === 'code' || unit.quote || unit.shape === null) return -9;
  const { words, ending } = unit;
  if (words > 30 || words === 0) return -9;
  const next = ground.units[index + 1];
  if (!next) return -9;
  let score = words <= 3 ? 0.5 : words <= 12 ? 1 : words <= 16 ? 0 : words <= 20 ? -1.5 : -4;
  score += headingEnd[ending];
  if (unit.sentences) score -= 0.7;
  if (unit.continuing === 2) score -= 2;
  else if (unit.continuing === 1) score -= 0.5;
  if (unit.lower && !ground.lower) score -= 0.7;
  if (unit.item) score -= 2;
  if (unit.signOff) score -= 4;
  if (unit.greeting && words <= 4) score -= 3;
  if (unit.opening > 0 && ending !== End.Open) score += words <= 4 ? 1.5 : 1;
  if (unit.person > 1) score -= Math.min(unit.person, 4) + (unit.person >= 2 ? 1.5 : 0);
  if (unit.field) score -= unit.shape.other === 0 ? 2.5 : 1.2;
  if (unit.tail) score -= 2;
  const { capitals } = unit.shape;
  if (words >= 3 && capitals * 5 >= words * 3) score += 1;
  if (ending === End.Stop || ending === End.Bang) score += Math.min(shared(ground, unit), 3) * 0.5;
  else score += Math.min(shared(ground, unit), 3) * 0.3;
  const before = ground.units[index - 1];
  if (before) {
    if (before.ending === End.Colon && !unit.noise) score -= 3;
    if (before.ending === End.Comma && !unit.noise && !before.signOff) score -= 1;
    if (ground.spaced && unit.blanks === 0 && !unit.noise && before.person < 1) score -= 5;
  }
  if (next.words >= 15) score += 0.5;
  else if (next.words < 8 && next.ending === End.Open && !next.signOff && next.person < 1) score -= 1;
  else if (ground.spaced && next.blanks === 0 && !next.noise && next.person < 1) score -= 1.5;
  if (next.item || next.quote) score -= 0.5;
  return score;
}

const headingEnd: Record<End, number> = {
  [End.Open]: 1.6,
  [End.Question]: 0.6,
  [End.Bang]: -0.2,
  [End.Stop]: -2.2,
  [End.Ellipsis]: -0.7,
  [End.Colon]: -2.5,
  [End.Comma]: -4,
};

/** A line that ends an answer: "Good luck!", "Dr. P". */
export function isSignOff(unit: Unit): boolean {
  return unit.signOff || (unit.person >= 1.5 && unit.words <= 10);
}

/** Evidence that a unit opens an answer that has no heading; the thread's habit is added by the decision. */
export function startScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.form === 'heading') return -6;
  let score = 0;
  if (unit.greeting) score += 3;
  else if (unit.opening > 0)
    score += unit.opening === 2 && unit.words >= 15 ? 2.3 : unit.words >= 15 ? 1 : 1.2;
  else if (isVocative(ground, unit)) score += 2.5;
  if (unit.continuing === 2) score -= 2;
  else if (unit.continuing === 1) score -= 0.4;
  if (unit.item) score -= 2.5;
  if (unit.quote) score -= 1;
  if (unit.signOff) score -= 4;
  if (unit.person >= 1.5 && unit.words < 12) score -= 3.5;
  if (unit.words < 10 && !unit.greeting) {
    score -= unit.words < 6 ? 1.5 : 0.7;
    if (unit.ending === End.Open && !ground.lower) score -= 0.8;
  }
  if (unit.lower && !ground.lower) score -= 0.7;
  if (unit.tail) score -= 1.5;
  const before = ground.units[index - 1];
  if (before) {
    if (before.ending === End.Colon && !unit.noise) score -= 4;
    if (before.greeting && before.words <= 4) score -= 4;
    if (ground.spaced && unit.blanks === 0 && !unit.noise && before.person < 1) score -= 4;
  }
  return score;
}

/** "Denise, …", where the asker calls herself so. */
function isVocative(ground: Ground, unit: Unit): boolean {
  const comma = ground.text.indexOf(',', unit.start);
  if (comma < 0 || comma - unit.start > 14) return false;
  return ground.askers.has(ground.text.slice(unit.start, comma));
}

/** Evidence that a unit is the asker's own words. */
export function askScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  const text = ground.text.slice(unit.start, Math.min(unit.end, unit.start + 1500));
  let asker = 0;
  let answerer = 0;
  let count = 0;
  for (const [word] of text
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[\p{L}']+/gu)) {
    const bits = classOf(word);
    if (bits & Word.Asker) asker++;
    if (bits & Word.Answerer) answerer += word.startsWith('patient') ? 2 : 1;
    count++;
  }
  let score = 0;
  if (text.includes('?')) score += 1;
  if (unit.ending === End.Question) score += 0.7;
  if (count > 0) score += Math.max(-1.5, Math.min(1.5, ((asker - answerer) * 12) / Math.max(count, 12)));
  if (/\b(?:my|our) (?:long[ -]?t\w+ )?patients?\b|\bi (?:inject|treat)\b/i.test(text)) score -= 2;
  if (/\b(?:thank you|thanks)(?: \w+){0,3} (?:question|asking|writing)|\bgreat question/i.test(text))
    score -= 3;
  if (
    /\b(?:hi|hello|hey|dear),? (?:doc\w*|dr\w*|all|everyone|everybody|panel|experts?|there|guys)\b/i.test(
      text,
    )
  )
    score += 1;
  if (/\bi(?:'m| am|’m) \d\d\b|\b\d\d ?(?:f|m|yo|yrs?|years?)[ -]?(?:old|of age)?\b|\b\d\df\b/i.test(text))
    score += 0.7;
  if (unit.opening > 0) score -= 1;
  if (unit.words < 6) score -= 0.5;
  if (unit.form === 'heading') score -= 3;
  else if (unit.words <= 14 && unit.ending === End.Open && asker === 0) score -= 0.5;
  if (unit.person >= 1.5 && unit.words < 15) score -= 1;
  return score;
}

/** Evidence that a unit is the question's heading. */
export function titleScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.form === 'heading') return 4;
  if (unit.shape === null && unit.words > 45) return -5;
  let score = 0;
  if (ground.text.slice(unit.start, unit.end).includes('?')) score += 2;
  if (unit.ending === End.Question) score += 0.8;
  if (unit.ending === End.Open) score += 0.8;
  else if (unit.ending === End.Stop) score -= 0.7;
  else if (unit.ending === End.Comma) score -= 2;
  if (unit.words > 30) score -= 2;
  else if (unit.words <= 22 && unit.words >= 4) score += 0.8;
  else if (unit.words < 4) score -= 0.5;
  if (unit.tail) score -= 3;
  if (unit.greeting) score -= 1;
  if (unit.person > 2) score -= 2;
  if (isRepeated(ground, index)) score -= 2.5;
  return score;
}

/** Whether the same words come again soon: a browser's title line, a menu. */
function isRepeated(ground: Ground, index: number): boolean {
  const unit = ground.units[index] as Unit;
  const words = ground.text.slice(unit.start, Math.min(unit.end, unit.start + 48)).toLowerCase();
  if (words.length < 12) return false;
  const most = Math.min(ground.units.length, index + 14);
  for (let i = index + 1; i < most; i++) {
    const other = ground.units[i] as Unit;
    const again = ground.text.slice(other.start, Math.min(other.end, other.start + 48)).toLowerCase();
    const size = Math.min(words.length, again.length, 32);
    if (size >= 20 && words.slice(0, size) === again.slice(0, size)) return true;
  }
  return false;
}

/** Evidence that a unit is noise above the question. */
export function bannerScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  let score = 0;
  if (unit.ending === End.Question) score -= 3;
  if (unit.words > 20) score -= 2.5;
  else if (unit.words > 8) score -= 0.8;
  if (unit.tail) score += 4;
  if (isRepeated(ground, index)) score += 3;
  return score;
}

/** Evidence that a unit is of the page's tail: links, small print. */
export function tailScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.tail) return 2;
  if (index >= ground.links) return 1.3;
  if (unit.words <= 14 && (unit.ending === End.Open || unit.ending === End.Question)) return 0.3;
  return unit.words <= 14 ? -0.3 : unit.words <= 30 ? -1 : -2;
}
