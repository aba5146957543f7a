/** Lists of things that are denied: where they go on, and where they end. */

import { Break, type Token } from './lex.js';

/** What joins the items of a list. */
export const LINKS: ReadonlySet<string> = new Set(['and', 'or', 'nor', 'but']);
/** Words between the link of a list and its next negation: "and almost certainly no …". */
const MOST_ADVERBS = 2;
/** Words of an item before the last, in a list that is denied behind it. */
const MOST_ITEM_WORDS = 3;

/**
 * "no masses, no nodes", "no masses and certainly no nodes": the second negation
 * is no denial of the first, but the next of a list. "not without" is one denial
 * of another. `denied`: the words of the negations before it.
 */
export function isListed(tokens: readonly Token[], at: number, denied: ReadonlySet<number>): boolean {
  for (let first = at; first >= Math.max(1, at - MOST_ADVERBS); first--) {
    const { before, word } = tokens[first] as Token;
    // "no fever no chills"
    if (denied.has(first)) return word.text === 'no' && (tokens[at] as Token).word.text === 'no';
    if (before >= Break.comma || word.text === 'nor' || LINKS.has(tokens[first - 1]?.word.text ?? ''))
      return true;
  }
  return false;
}

/** A verb of its own makes a clause of what stands behind ", and", unless it stands further from it than so many words. */
const MOST_SUBJECT_WORDS = 4;
export const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were has have had will would can could does did'.split(' '),
);

/**
 * "no ascites, splenomegaly of 15 cm", "no leak, emphysema unchanged", "no fever, and the wound is clean": behind the
 * comma at `from` something is there.
 */
export function isAffirmed(
  from: number,
  tokens: readonly Token[],
  denied: ReadonlySet<number>,
  isAffirming: (at: number) => boolean,
): boolean {
  if (tokens[from]?.before !== Break.comma) return false;
  if (tokens[from]?.word.text === 'and') return isAffirming(from + 1) || isClause(from + 1, tokens);
  for (let at = from; at < tokens.length; at++) {
    const { before, word } = tokens[at] as Token;
    if (at > from && before >= Break.comma) return false;
    // "without help, the wound showing no pus": what has a denial of its own is denied by it alone.
    if (denied.has(at)) return true;
    if (LINKS.has(word.text)) return false;
    if (/^\d/.test(word.text) || isAffirming(at)) return true;
  }
  return false;
}

function isClause(from: number, tokens: readonly Token[]): boolean {
  for (let at = from; at <= from + MOST_SUBJECT_WORDS; at++) {
    const token = tokens[at];
    if (token === undefined || (at > from && token.before >= Break.comma)) return false;
    if (at > from && AUXILIARIES.has(token.word.text)) return true;
  }
  return false;
}

/**
 * "Fever, chills, sweats denied": whether what stands before the comma at `from` is an item of the list that ends at
 * `to`; not so in "Widespread rash sparing the face, blisters not seen", nor in "fibroids present, masses absent".
 */
export function isItem(
  from: number,
  to: number,
  tokens: readonly Token[],
  isAffirming: (at: number) => boolean,
): boolean {
  if (tokens[from]?.before !== Break.comma) return true;
  if (isItemAffirmed(from, tokens, isAffirming)) return false;
  for (let at = from; at < to; at++) if (LINKS.has((tokens[at] as Token).word.text)) return true;
  for (let at = from - 1; at >= from - MOST_ITEM_WORDS; at--) {
    if (at <= 0 || (tokens[at] as Token).before >= Break.comma) return true;
  }
  return false;
}

/** Whether what stands before the comma at `from` says of itself that it is there. */
export function isItemAffirmed(
  from: number,
  tokens: readonly Token[],
  isAffirming: (at: number) => boolean,
): boolean {
  if (tokens[from]?.before !== Break.comma) return false;
  for (let at = from - 1; at >= 0; at--) {
    if (isAffirming(at)) return true;
    if ((tokens[at] as Token).before >= Break.comma) return false;
  }
  return false;
}

/** How a clause begins that tells more of what stands before it. */
export const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);
/** How subjects begin that stand for the one before: "cultures were sent and all came back negative", "and the result was". */
const ANAPHORS =
  /^(?:all|both|each|it|they|these|was|were|is|has|have|(?:the )?(?:results?|tests?|screen|cultures?|workup|imaging))\b/;
/** So far before its link a verb is looked for, in words. */
const MOST_CLAUSE_WORDS = 8;

/** "Jaundice was noted and | therapy was not needed": whether what stands before the link at `from` has a verb of its own. */
export function isOtherSubject(from: number, tokens: readonly Token[]): boolean {
  if (!LINKS.has(tokens[from - 1]?.word.text ?? '')) return false;
  const subject = tokens.slice(from, from + 2).map(({ word }) => word.text);
  if (ANAPHORS.test(subject.join(' '))) return false;
  for (let at = from - 2; at > 0 && at >= from - MOST_CLAUSE_WORDS; at--) {
    const isVerb = AUXILIARIES.has((tokens[at] as Token).word.text);
    if (isVerb && !RELATIVES.has((tokens[at - 1] as Token).word.text)) return true;
  }
  return false;
}

/** Where the last item begins of those from `from` to `to`. */
export function itemAt(from: number, to: number, tokens: readonly Token[]): number {
  for (let at = to - 1; at > from; at--) if ((tokens[at] as Token).before >= Break.comma) return at;
  return from;
}

/** Whether what stands behind the comma at `from` is joined to what comes; true where there is no comma. */
export function isLinked(from: number, tokens: readonly Token[]): boolean {
  if (tokens[from]?.before !== Break.comma) return true;
  for (let at = from; at < tokens.length; at++) {
    const { before, word } = tokens[at] as Token;
    if (at > from && before >= Break.clause) return false;
    if (LINKS.has(word.text)) return true;
  }
  return false;
}

/** Verbs that say what the absence of something does. */
const DOES =
  /^(?:supports?|makes?|induces|suggests?|argues|rules|excludes|indicates|implies|causes|leads|favou?rs|means|delayed)$/;
/** A subject of its own: "without the flag you will see", "without fluids his pressure fell". */
const SUBJECTS = new Set('i you he she it they we his her their my your the'.split(' '));

/** Whether at `at` a thing that is absent has been named, and its verb follows; or, at a sentence's beginning, another subject. */
export function subjectEndsAt(at: number, tokens: readonly Token[], isFirst: boolean): boolean {
  const { text } = (tokens[at] as Token).word;
  if (isFirst && SUBJECTS.has(text)) return true;
  const isVerb = AUXILIARIES.has(text) || DOES.test(text);
  return isVerb && !RELATIVES.has((tokens[at - 1] as Token).word.text);
}

/** Whether a verb stands between `from` and the comma at `to`. */
export function hasVerb(from: number, to: number, tokens: readonly Token[]): boolean {
  if (tokens[to]?.before !== Break.comma) return false;
  return tokens.slice(from + 1, to).some(({ word }) => AUXILIARIES.has(word.text));
}
