/** What speaks for the units near the top: the question's heading and body, and the page's own lines above them. */

import type { Ground } from './ground.js';
import { isWordStart } from './scan.js';
import { End, Gap, type Unit } from './unit.js';
import { classOf, Word } from './vocabulary.js';

/** Evidence that a unit is the asker's own words. */
export function askScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  const text = ground.text.slice(unit.start, Math.min(unit.end, unit.start + mostRead));
  const { asker, answerer, count, practice } = voices(text);
  const opening = text.slice(0, openingRead);
  let score = 0;
  if (unit.gap & Gap.Asked) score += 3;
  if (text.includes('?')) score += 1;
  if (unit.ending === End.Question) score += 0.7;
  if (count > 0) score += Math.max(-1.5, Math.min(1.5, ((asker - answerer) * 12) / Math.max(count, 12)));
  if (practice) score -= 2;
  if (thanking.test(opening)) score -= 3;
  if (addressing.test(opening)) score += 1;
  if (toDoctors.test(opening)) score += 1.5;
  if (ofAge.test(text)) score += 0.7;
  if (unit.opening > 0) score -= 1;
  if (unit.words < 6) score -= 0.5;
  if (unit.form === 'heading') score -= 3;
  else if (unit.words <= 14 && unit.ending === End.Open && asker === 0) score -= 0.5;
  if (unit.person >= 1.5 && unit.words < 15) score -= 1;
  return score;
}

/** So much of a unit is read for its voice, in UTF-16 code units; and so much for how it greets. */
const mostRead = 600;
const openingRead = 120;

const thanking = /\b(?:thank you|thanks)(?: \w+){0,3} (?:question|asking|writing)|\bgreat question/i;
const addressing =
  /\b(?:hi|hello|hey|dear),? (?:doc\w*|dr\w*|all|everyone|everybody|panel|experts?|there|guys)\b/i;
const toDoctors = /^\W*(?:hi|hello|hey|dear|respected),? (?:docs?|doctors?|drs?)\b[\s,.!-]/i;
const ofAge =
  /\d\d(?<=\bi(?:'m| am|’m) \d\d)\b|\b\d\d ?(?:f|m|yo|yrs?|years?)[ -]?(?:old|of age)?\b|\b\d\df\b/i;

interface Voices {
  /** "I", "my". */
  readonly asker: number;
  /** "you", "patients". */
  readonly answerer: number;
  readonly count: number;
  /** "my patients", "I inject": a doctor speaks. */
  readonly practice: boolean;
}

function voices(text: string): Voices {
  let asker = 0;
  let answerer = 0;
  let count = 0;
  let practice = false;
  /** Whether the word before was "I", or "my", "our". */
  let self = false;
  let own = false;
  for (let at = 0; at < text.length; ) {
    if (!isWordStart(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    while (at < text.length && (isWordStart(text.charCodeAt(at)) || isApostrophe(text.charCodeAt(at)))) at++;
    count++;
    const wasSelf = self;
    const wasOwn = own;
    self = false;
    own = false;
    if (at - from > 8 || !mayVoice(text.charCodeAt(from) | 32)) continue;
    const word = text.slice(from, at).toLowerCase().replace('’', "'");
    const bits = classOf(word);
    self = word === 'i';
    own = word === 'my' || word === 'our';
    if (bits & Word.Asker) asker++;
    if (bits & Word.Answerer) answerer += word.startsWith('patient') ? 2 : 1;
    if ((wasOwn && word.startsWith('patient')) || (wasSelf && PRACTICES.has(word))) practice = true;
  }
  return { asker, answerer, count, practice };
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** What a doctor does, behind "I". */
const PRACTICES = new Set(['inject', 'treat', 'operate', 'perform']);

/** Whether the words counted may start with the letter: a, i, m, o, p, t, w, y. */
function mayVoice(code: number): boolean {
  return (
    code === 97 ||
    code === 105 ||
    code === 109 ||
    code === 111 ||
    code === 112 ||
    code === 116 ||
    code === 119 ||
    code === 121
  );
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
  if (ground.repeats.has(index)) score -= 2.5;
  return score;
}

/** Evidence that a unit is noise above the question. */
export function bannerScore(ground: Ground, index: number): number {
  const unit = ground.units[index] as Unit;
  let score = 0;
  if (unit.ending === End.Question) score -= 3;
  if (unit.words > 20) score -= 2.5;
  else if (unit.words > 8) score -= 0.8;
  if (unit.tail) score += 4;
  if (ground.repeats.has(index)) score += 3;
  return score;
}
