/** Who it is that speaks, by the name: a doctor, who leads the talk, a listener, a bot. */

import { shapeOf } from './noise.js';

/** "Dr. Roe": no label of a list, such as "Result". */
export function hasTitle(text: string, start: number, end: number): boolean {
  const shape = shapeOf(text, start, end);
  return shape !== null && shape.titles + shape.degrees > 0;
}

const chair =
  /(?:^|[([])(?:moderator|mod|host|interviewer|chair(?:man|woman|person)?|facilitator|presenter|anchor|audience(?: member)?|attendee|caller|questioner|reporter|editor|narrator|announcer)\b/i;

const unread =
  /^[\w.-]+[- ](?:owner|request)\b|\napp\b|(?:greeter|welcome|helper|remindme|group|mod|rose|info|admin|poll|summary)bot\b|^(?:ads?|advert(?:isement)?|sponsor|promo|jingle)$|^(?:auto-?mod|slackbot$|automatic |listserv|mailer-daemon|mail delivery |\[(?:deleted|removed)\])/i;

/** "HuddleBot", "poll_bot"; not "Talbot" */
const MACHINE = /^(?:\p{L}{4,}|.*[_-])bot$/iu;

/** Whether nobody speaks: a bot, or somebody whose words are gone. */
export function isNobody(name: string): boolean {
  return unread.test(name) || MACHINE.test(name);
}

/** Whether a speaker is one of the listeners, who may answer as well. */
export function isListener(name: string): boolean {
  return /(?:^|[([])(?:audience|attendee|caller)\b/i.test(name);
}

/** Whether a speaker asks and does not answer: "MODERATOR (Jane Roe)", "Jane Roe (host)". */
export function isChair(name: string): boolean {
  return chair.test(name);
}

/** Whom a machine that writes down what is said does not know. */
const NAMELESS = /^(?:(?:unknown|unidentified) )?(?:speaker|voice|participant|panell?ist) ?#?\d{0,2}$/i;

/** "Dr 3", "Nurse 7 (the nice one)": whom somebody who copied the answers did not want to name. */
const NUMBERED =
  /^(?:dr|doctor|nurse|dentist|prof(?:essor)?|surgeon|physician|expert|specialist|injector|derm(?:atologist)?)\.? ?#?\d{1,2}(?: \([^()]{1,40}\))?$/i;

/** Whether the words before the colon are a person's, and not a label such as "Short version". */
export function isSpeaker(text: string, [start, end]: readonly [number, number]): boolean {
  const name = text.slice(start, end);
  if (/^quot(?:e|ing)$/i.test(name)) return false;
  // "Jane Roe, RN (chat)"
  const shape = shapeOf(text, start, start + name.replace(/(?<=, [A-Z]{2,4}) \(\p{Ll}{2,12}\)$/u, '').length);
  if (!shape) return false;
  if (isChair(name) || isNobody(name) || NAMELESS.test(name) || NUMBERED.test(name)) return true;
  // "Beatriz (derm nurse)"
  const bracketed = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? \(/u.test(name);
  const isTrade = shape.titles + shape.professions + shape.fields + shape.degrees > 0;
  if (bracketed && shape.words <= 6 && isTrade) return true;
  // "Practice nurse Hollis"
  const ofTrade = shape.professions + shape.fields + shape.plain;
  if (shape.professions > 0 && shape.names > 0 && shape.words <= 4 && ofTrade + shape.names === shape.words)
    return true;
  const described = shape.titles + shape.degrees > 0 && shape.professions + shape.fields > 0;
  if (shape.words > (described ? 8 : 5) || shape.other > (described ? 1 : 0)) return false;
  const shouting = name === name.toUpperCase();
  if (shape.titles + shape.degrees + shape.handles > 0) return true;
  return !shouting && shape.names >= 1 && shape.plain === 0 && shape.names + shape.initials === shape.words;
}
