/** The words of `noise.yaml`, compiled: a map from words to their classes, and one from first words to openings. */

import data from './noise.yaml';
import type { Reason } from './reason.js';

/** What a word may be in a line; a word may be several. */
export const Word = {
  Glue: 1,
  Common: 1 << 1,
  Interface: 1 << 2,
  Beside: 1 << 3,
  Month: 1 << 4,
  Weekday: 1 << 5,
  Ago: 1 << 6,
  Unit: 1 << 7,
  Lead: 1 << 8,
  Title: 1 << 9,
  Profession: 1 << 10,
  Field: 1 << 11,
  AnswerNoun: 1 << 12,
  AnswerPeople: 1 << 13,
  AnswerVerb: 1 << 14,
  Opener: 1 << 15,
  Continuer: 1 << 16,
  MaybeContinuer: 1 << 17,
  Asker: 1 << 18,
  Answerer: 1 << 19,
  NameGlue: 1 << 20,
} as const;

type Lists = Record<string, string | string[]>;
type Lines = readonly {
  readonly reason: Reason;
  readonly words: number;
  readonly patterns: readonly string[];
}[];
const { lines, ...lists } = data as Lists & { readonly lines: Lines };

const classes: [name: string, bit: number][] = [
  ['glue', Word.Glue],
  ['common', Word.Common],
  ['interface', Word.Interface],
  ['beside', Word.Beside],
  ['months', Word.Month],
  ['weekdays', Word.Weekday],
  ['ago', Word.Ago],
  ['units', Word.Unit],
  ['leads', Word.Lead],
  ['titles', Word.Title],
  ['professions', Word.Profession],
  ['fields', Word.Field],
  ['answerNouns', Word.AnswerNoun],
  ['answerPeople', Word.AnswerPeople],
  ['answerVerbs', Word.AnswerVerb],
  ['openers', Word.Opener],
  ['continuers', Word.Continuer],
  ['continuings', Word.MaybeContinuer],
  ['askerWords', Word.Asker],
  ['answererWords', Word.Answerer],
  ['nameGlue', Word.NameGlue],
];

const words = new Map<string, number>();
for (const [name, bit] of classes)
  for (const word of split(lists[name])) words.set(word, (words.get(word) ?? 0) | bit);

const degrees = new Set(split(lists.degrees));

function split(list: string | string[] | undefined): string[] {
  return typeof list === 'string' ? list.split(/\s+/).filter(Boolean) : (list ?? []).map(String);
}

/** The classes of a word in lower case; 0 where the lists do not know it. */
export function classOf(word: string): number {
  return words.get(word) ?? 0;
}

/** Whether a word, as written, is a degree or a membership: `MD`, `PhD`, `FRCS`. */
export function isDegree(word: string): boolean {
  return degrees.has(word);
}

/** What the first words of a paragraph or line may be; they may be several. */
export const Opening = { Greeting: 1, Answer: 2, SignOff: 4, Continuation: 8, Tail: 16, Asker: 32 } as const;

const openingLists: [name: string, bit: number][] = [
  ['greetings', Opening.Greeting],
  ['openings', Opening.Answer],
  ['signOffs', Opening.SignOff],
  ['continuations', Opening.Continuation],
  ['tails', Opening.Tail],
  ['askers', Opening.Asker],
];

/** Phrases by their first word, so that a paragraph is asked for few of them or none. */
const phrases = new Map<string, [phrase: string, bit: number][]>();
for (const [name, bit] of openingLists) {
  for (const phrase of split(lists[name])) {
    const first = firstWordOf(phrase);
    const others = phrases.get(first);
    if (others) others.push([phrase, bit]);
    else phrases.set(first, [[phrase, bit]]);
  }
}

/** The first word of lower-case words: letters, digits and apostrophes; or else the first character. */
export function firstWordOf(head: string): string {
  let at = 0;
  while (at < head.length && isWordCode(head.charCodeAt(at))) at++;
  return head.slice(0, Math.max(at, 1));
}

/** The openings, as bits, that `head` (lower case, one blank between words) starts with, each to a word's end. */
export function openingsOf(head: string, first: string): number {
  const found = phrases.get(first);
  if (!found) return 0;
  let bits = 0;
  for (const [phrase, bit] of found)
    if (!(bits & bit) && head.startsWith(phrase) && !isWordCode(head.charCodeAt(phrase.length))) bits |= bit;
  return bits;
}

/** Whether a code unit is part of a word; NaN, the end of a string, is not. */
function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 39 ||
    (code >= 0xc0 && code < 0x2000) ||
    (code >= 0x3040 && code < 0xd800)
  );
}

/** Whole lines that are buttons, in lower case. */
export const buttons: ReadonlySet<string> = new Set(split(lists.buttons));

/** A kind of lines that are noise by their form, up to so many words. */
interface Known {
  readonly reason: Reason;
  readonly words: number;
  readonly pattern: RegExp;
}

/** In the order in which they are asked. */
const known: readonly Known[] = lines.map(({ reason, words, patterns }) => ({
  reason,
  words,
  pattern: new RegExp(patterns.join('|'), 'u'),
}));

/** Why a line of so many words is noise by a form that is known; null where it has none. */
export function knownNoise(line: string, count: number): Reason | null {
  const lower = line.toLowerCase();
  return known.find(({ words, pattern }) => count <= words && pattern.test(lower))?.reason ?? null;
}

/** Last parts of host names. */
export const hosts: ReadonlySet<string> = new Set(split(lists.hosts));

/** What pages and chats have above their threads, in lower case. */
export const above = new RegExp(split(lists.above).join('|'), 'u');

/** Phrases of the page's small print, in lower case. */
export const boilerplate = new RegExp(
  split(lists.boilerplate)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
);
