/** What each unit's features say for each part it may play. Scores are log-odds by the eye: 0 says nothing. */

import type { Ground } from './ground.js';
import { sharedStems } from './question-words.js';
import { isSetAbove } from './titled.js';
import { End, PERSON, type Unit } from './unit.js';
import { weights } from './weights.js';

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
  const goesOn = next.lower && next.blanks === 0 && !next.noise;
  if (goesOn && HYPHENATED.test(ground.text.slice(unit.end - 2, unit.end))) return -9;
  let score = words <= 3 ? 0.5 : words <= 12 ? 1 : words <= 16 ? 0 : words <= 20 ? -1.5 : -4;
  score += headingEnd[ending];
  // "Mush? Please." heads; "It does. It did." does not.
  if (unit.sentences) score += words <= 5 && asks(ground.text, unit) ? 0.6 : -0.7;
  if (unit.continuing >= 2) score -= 2;
  else if (unit.continuing === 1) score -= 0.5;
  if (unit.lower && !ground.lower) score -= 0.7;
  if (resumes(unit, ground.units[index - 1], ground)) score -= 6;
  if (unit.item) score -= 2;
  if (unit.signOff) score -= 4;
  if (unit.greeting && words <= 4) score -= 3;
  if (unit.opening > 0 && ending !== End.Open) score += words <= 4 ? 1.5 : 1;
  if (unit.person > 1) score -= Math.min(unit.person, 4) + (unit.person >= 2 ? 1.5 : 0);
  if (unit.field) score -= unit.shape.other === 0 ? 2.5 : 1.2;
  if (unit.tail) score -= 2;
  const { capitals } = unit.shape;
  if (words >= 3 && capitals * 5 >= words * 3) score += 1;
  if (ending === End.Stop || ending === End.Bang)
    score += words > 12 ? 0 : Math.min(shared(ground, unit), 3) * 0.5;
  else score += Math.min(shared(ground, unit), 3) * 0.3;
  const before = ground.units[index - 1];
  if (before) {
    if (before.ending === End.Colon && !unit.noise) score -= 3;
    if (before.ending === End.Comma && !unit.noise && !before.signOff) score -= 1;
    // Short lines in a row are a list.
    if (index > 1 && isListed(before) && !unit.noise) score -= 1.5;
    const below = ground.spaced && unit.blanks === 0 && !unit.noise;
    if (below && !mayEnd(before)) score -= isSetBetween(unit, before, next) ? 1 : 5;
    else if (isPlace(unit, before)) score -= 3;
    if (isSignedName(unit, before)) score -= 5;
  }
  if (next.words >= 15) score += 0.5;
  else if (next.words < 8 && next.ending === End.Open && !next.signOff && next.person < 1) score -= 1;
  else if (ground.spaced && next.blanks === 0 && !next.noise && next.person < 1) score -= 1.5;
  if (next.greeting && !unit.greeting) score += 1;
  if (next.item || next.quote) score -= 0.5;
  // A line of prose that was broken to a width, and goes on.
  if (goesOn && !ground.lower && words > 10) score -= 3;
  if (unit.above !== '' && unit.above === ground.titled && isSetAbove(unit, next))
    score += weights.titledHead;
  return score;
}

/** The end of a line that breaks off within a word: "atro-". */
const HYPHENATED = /\p{Ll}-$/u;

/** Whether a line without a stop stands right between two paragraphs. */
function isSetBetween(unit: Unit, before: Unit, next: Unit): boolean {
  return (
    unit.ending === End.Open &&
    !unit.lower &&
    before.ending === End.Stop &&
    before.words >= 15 &&
    next.words >= 15
  );
}

/** Whether an answer may end with the unit though no blank line follows: a name, or "Good luck". */
function mayEnd({ person, signOff }: Unit): boolean {
  return person >= 1 || signOff;
}

/** Whether a unit goes on, behind noise, in the middle of the sentence that the one before broke off. */
export function resumes(unit: Unit, before: Unit | undefined, { lower }: Ground): boolean {
  if (before === undefined || lower || !unit.lower || !unit.noise || unit.item || unit.quote) return false;
  const brokenOff = before.ending === End.Open || before.ending === End.Comma;
  return (
    brokenOff && before.words >= 8 && before.person < PERSON && before.form !== 'heading' && !before.item
  );
}

function isListed(unit: Unit): boolean {
  return unit.words < 15 && unit.ending === End.Open && unit.person < 1 && !unit.signOff && !unit.greeting;
}

function asks(text: string, { start, end }: Unit): boolean {
  return text.slice(start, end).includes('?');
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
  return unit.signOff || (unit.person >= PERSON && unit.words <= 10);
}

/** Evidence that a unit opens an answer that has no heading; the thread's habit is added by the decision. */
export function startScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.form === 'heading') return -6;
  let score = 0;
  // "Congratulations on your result" without a stop may be a heading.
  const titled = unit.ending === End.Open && unit.words >= 4 && unit.words <= 10;
  if (unit.greeting) score += unit.words < 10 && index === ground.units.length - 1 ? 0 : titled ? 1 : 3;
  else if (unit.opening > 0)
    score += unit.opening === 2 && unit.words >= 15 ? 2.3 : unit.words >= 15 ? 1 : 1.2;
  else if (isVocative(ground, unit)) score += 2.5;
  if (unit.continuing >= 2) score -= 2;
  else if (unit.continuing === 1) score -= 0.4;
  if (unit.item) score -= 2.5;
  if (unit.quote) score -= 1;
  if (unit.signOff) score -= 4;
  if (unit.person >= PERSON && unit.words < 12) score -= 3.5;
  if (unit.card) score += weights.cardInBody;
  if (unit.words < 10 && !unit.greeting) {
    score -= unit.words < 6 ? 1.5 : 0.7;
    if (unit.ending === End.Open && !ground.lower) score -= 0.8;
  }
  if (unit.lower && !ground.lower) score -= 0.7;
  if (unit.tail) score -= 1.5;
  const before = ground.units[index - 1];
  if (before) {
    if (resumes(unit, before, ground)) score -= 6;
    if (before.ending === End.Colon && !unit.noise) score -= 4;
    if (before.greeting && before.words <= 4) score -= 4;
    if (ground.spaced && unit.blanks === 0 && !unit.noise && !mayEnd(before)) score -= 4;
  }
  return score;
}

/** "Denise, …", where the asker calls herself so. */
function isVocative({ text, askers }: Ground, { start, end }: Unit): boolean {
  const head = text.slice(start, Math.min(end, start + 15));
  const comma = head.indexOf(',');
  return comma > 0 && askers().has(head.slice(0, comma));
}

/** Evidence that a unit is of the page's tail: links, small print. */
export function tailScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  if (unit.tail) return 2;
  if (unit.card) return weights.cardInBody;
  if (index >= ground.links) return 1.3;
  if (unit.words <= 14 && (unit.ending === End.Open || unit.ending === End.Question)) return 0.3;
  return unit.words <= 14 ? -0.3 : unit.words <= 30 ? -1 : -2;
}

/** How surely the unit ends an answer: a line with a name, "Good luck!", a paragraph that ends so. */
export function signature(unit: Unit, before: Unit | undefined): number {
  if (before && isPlace(unit, before)) return signature(before, undefined);
  if (unit.person >= 2 && unit.words <= 12) return weights.namedStart;
  if (isSignOff(unit)) return weights.signedStart;
  if (before && isSignedName(unit, before)) return weights.namedStart;
  return unit.closing ? weights.closedStart : 0;
}

/** "Helen", right under "Best wishes,". */
export function isSignedName({ blanks, noise, words, ending, shape, item }: Unit, before: Unit): boolean {
  if (!before.signOff || before.ending !== End.Comma || blanks > 0 || noise || shape === null) return false;
  return words <= 3 && ending === End.Open && shape.other === 0 && !item;
}

/** "New Jersey" right under a name. */
function isPlace(unit: Unit, before: Unit): boolean {
  if (before.person < PERSON || unit.person >= PERSON || unit.blanks > 0 || unit.noise || unit.shape === null)
    return false;
  return unit.words <= 3 && unit.ending === End.Open && unit.shape.capitals >= unit.words;
}

/** Evidence that a unit is a body's first. */
export function firstScore(unit: Unit): number {
  let score = 0;
  if (
    unit.words < 15 &&
    unit.ending === End.Open &&
    !unit.greeting &&
    !unit.item &&
    !unit.quote &&
    !unit.lower
  )
    score += unit.words < 8 ? weights.shortFirst : weights.openFirst;
  if (unit.form === 'heading') score -= 6;
  if (unit.card) score += weights.cardInBody;
  if (unit.signOff) score -= 1;
  if (unit.person >= PERSON && unit.words < 14) score -= 1.5;
  if (unit.tail) score -= 2;
  return score;
}

/** Evidence that a body goes on with a unit. */
export function moreScore(unit: Unit, before: Unit | undefined): number {
  let score = 0;
  if (before && unit.person < PERSON && !unit.signOff) {
    if (before.person >= PERSON && before.words <= 10 && !isPlace(unit, before)) score += weights.afterName;
    else if (before.signOff && !isSignedName(unit, before)) score += weights.afterSignOff;
  }
  if (unit.card) score += weights.cardInBody;
  if (unit.greeting && !(before?.greeting && before.words <= 4)) score += weights.lateGreeting;
  if (unit.form === 'heading') score -= 4;
  if (unit.person >= PERSON && unit.words < 14) score += weights.person;
  if (unit.tail) score -= 0.7;
  return score;
}

/** Evidence that a unit is a line of an author card. `styled`: it is in the others' style; `uniform`: they have one. */
export function cardScore(unit: Unit, before: Unit | undefined, styled: boolean, uniform: boolean): number {
  if (before && isPlace(unit, before)) return weights.person;
  if (unit.words > 18 || unit.quote) return -9;
  const style = styled ? weights.style : uniform && !unit.field ? weights.offStyle : 0;
  return unit.person < PERSON ? Math.max(-4, (unit.person - PERSON) * 0.8) + style : weights.person + style;
}

/** What speaks for a further line of a card. */
export function cardMore(unit: Unit, before: Unit): number {
  if (isPlace(unit, before)) return weights.cardFieldBelow;
  if (!unit.field) return weights.cardMore;
  return unit.blanks === 0 && !unit.noise ? weights.cardFieldBelow : weights.cardField;
}
