/** Lines that name a person: how surely they do, and in which style. */

import { End } from './end.js';
import { isWordStart, type Shape } from './scan.js';
import { classOf, isDegree, Word } from './vocabulary.js';

/** The mark before a name or a sign-off. */
export const dashed = /^(?:[-–—~]{1,2}|[•*])\s?/;

/** The score of a line that is no person's. */
export const none = -9;

/** Evidence that a line is a person's name with what goes with it; below 0 where it is rather not. */
export function personScore(
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
  if (ending === End.Open && shape.words <= MOST_OF_TOLD && TITLED.test(text.slice(start, end))) return 2;
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
  // "Derm resident, not your doctor. Couple of things:"
  else if (ending === End.Colon && /\p{Ll}{4,}[.!?] \p{Lu}/u.test(text.slice(start, end))) score -= 3;
  return score;
}

/** "Dr. Jane Roe - neurologist, the one who came in spring": a title and a name, and behind a dash what is told of her. */
const TITLED = /^(?:[Dd][Rr]|[Pp]rof|PROF)\.? (?:\p{L}[\p{L}.'’-]* ){1,3}[-–—] /u;
const MOST_OF_TOLD = 14;

/** Whether a person's line says more than an answerer signs with. */
export function isRich(shape: Shape, head: string): boolean {
  const { degrees, professions, fields, numbers, bars, handles } = shape;
  return dashed.test(head) || degrees + professions + fields + numbers + bars + handles > 0;
}

export const leadsOn =
  /(?:\b(?:answered|answers|answer|replied|replies|reply|wrote|writes|says|said|responded|responds|response)|:)\W*$/;

/** "Dr. P.", "Alan M.", "M.D." */
function isAbbreviation(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end - 2);
  if (!(code >= 65 && code <= 90)) return false;
  return end - 3 < start || !isWordStart(text.charCodeAt(end - 3));
}

/** "Tampa, FL": states and provinces, but for those that are degrees, too. */
const town =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}, (?:A[BKLRZ]|BC|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[AEINOST]|N[BCDEHJLMSVY]|O[HKNR]|Q[CB]|RI|S[CDK]|T[NX]|UT|V[AT]|W[AIVY]|UK|USA)(?: \d{5})?$/u;

/** "Tampa, FL", and nothing else. */
export function isTown(text: string, start: number, end: number): boolean {
  return end - start <= 40 && town.test(text.slice(start, end));
}

const certified =
  /^(?:(?:(?:double|triple)[ -])?board[ -]certified|clinical|chartered|licen[cs]ed|qualified|independent|visiting)\s+/i;

/** Words with which somebody says what he is before he answers. */
const MOST_OF_TRADE = 4;

/** A trade, and behind a bar the name with a degree. */
const TRADE_FIRST = /^[\p{L} &-]{4,40} [/|] (?:\p{Lu}[\p{L}.'’-]* ?){2,4}, ?[\p{Lu}.]{2,6}\b/u;

/** A profession, a specialty or a membership, perhaps with its place; no name before it. */
export function isField(text: string, start: number, end: number, shape: Shape): boolean {
  const { professions, fields, titles, handles, other, plain } = shape;
  // "Derm here."
  const isSentence =
    shape.words <= MOST_OF_TRADE &&
    text.charCodeAt(end - 1) === 0x2e &&
    /\p{Ll}{2}\.$/u.test(text.slice(end - 3, end));
  if (handles > 0 || professions + fields === 0 || other > 3 || isSentence) return false;
  if (professions === 0 && (other > 0 || plain > 1)) return false;
  // "Dermatology / Jane Roe, MD"
  if (shape.degrees > 0 && shape.names > 1 && TRADE_FIRST.test(text.slice(start, end))) return false;
  const line = text
    .slice(start, end)
    .replace(/^[*_]+|[*_]+$/g, '')
    .replace(certified, '');
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
export function styleOf(text: string, start: number, end: number, head: string, shape: Shape): number {
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
