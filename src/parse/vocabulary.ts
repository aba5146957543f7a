/** The words of `noise.yaml`, compiled: one map from word to classes, one trie of openings a list. */

import data from './noise.yaml';

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
const lists = data as Lists;

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

/** Openings, indexed by their first word, so that a paragraph is asked for one list entry or none. */
export class Openings {
  readonly #byWord = new Map<string, string[]>();

  constructor(name: string) {
    for (const opening of split(lists[name])) {
      const first = /^[^\s]+/.exec(opening)?.[0] ?? opening;
      const others = this.#byWord.get(first);
      if (others) others.push(opening);
      else this.#byWord.set(first, [opening]);
    }
    for (const others of this.#byWord.values()) others.sort((a, b) => b.length - a.length);
  }

  /** The longest opening that `head` (lower case, one blank between words) starts with, to a word's end, or ''. */
  of(head: string): string {
    let end = head.indexOf(' ');
    if (end < 0) end = head.length;
    const found = this.#match(head, head.slice(0, end));
    if (found) return found;
    // "Regards," is "regards".
    const bare = head.slice(0, end).replace(/[^\p{L}\p{N}']+$/u, '');
    return bare.length === end ? '' : this.#match(head, bare);
  }

  #match(head: string, first: string): string {
    for (const opening of this.#byWord.get(first) ?? [])
      if (head.startsWith(opening) && !isWordCode(head.charCodeAt(opening.length))) return opening;
    return '';
  }
}

/** Whether a code unit is part of a word; NaN, the end of a string, is not. */
function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 39 || code > 0x24f;
}

export const greetings = new Openings('greetings');
export const openings = new Openings('openings');
export const signOffs = new Openings('signOffs');
export const continuations = new Openings('continuations');
export const tails = new Openings('tails');
export const askers = new Openings('askers');

/** Whole lines that are buttons, in lower case. */
export const buttons: ReadonlySet<string> = new Set(split(lists.buttons));

/** Last parts of host names. */
export const hosts: ReadonlySet<string> = new Set(split(lists.hosts));

/** Phrases of the page's small print, in lower case. */
export const boilerplate: readonly string[] = split(lists.boilerplate);
