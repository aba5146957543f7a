import type { CodedAnswer, Evidence, Span } from '../model.js';
import { wholeCharacter } from './harmless.js';

/** Keyword in context: the sentence around evidence, or as much of it as is shown. */
export interface Excerpt {
  readonly span: Span;
  /** Whether the sentence goes on before and after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
  readonly evidence: readonly Evidence[];
}

/** So many UTF-16 code units of a sentence are looked at and shown on each side of the evidence. */
const REACH = 240;

/** The excerpts that hold an answer's evidence, in order and disjoint; every piece is in one of them. */
export function excerptsOf(answer: CodedAnswer, text: string): Excerpt[] {
  const found: { span: [number, number]; cutBefore: boolean; cutAfter: boolean; evidence: Evidence[] }[] = [];
  const ordered = answer.evidence.toSorted((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  for (const evidence of ordered) {
    const last = found.at(-1);
    if (last && evidence.span[1] <= last.span[1]) {
      last.evidence.push(evidence);
      continue;
    }
    const part = partOf(answer, evidence);
    const [start, cutBefore] = sentenceStart(text, evidence.span[0], part[0]);
    const from = Math.min(start, evidence.span[0]);
    const [to, cutAfter] = sentenceEnd(text, evidence.span[1], part[1]);
    if (last && from < last.span[1]) {
      // The same long sentence, further on.
      last.span[1] = to;
      last.cutAfter = cutAfter;
      last.evidence.push(evidence);
    } else {
      found.push({ span: [from, to], cutBefore, cutAfter, evidence: [evidence] });
    }
  }
  return found;
}

/** The heading or the body, whichever holds the evidence. */
function partOf({ headingSpan, bodySpan }: CodedAnswer, { span }: Evidence): Span {
  return headingSpan && span[0] >= headingSpan[0] && span[1] <= headingSpan[1] ? headingSpan : bodySpan;
}

function sentenceStart(text: string, at: number, least: number): [start: number, cut: boolean] {
  const furthest = Math.max(least, at - REACH);
  for (let i = at - 1; i >= furthest; i--) {
    if (endsSentence(text, i)) return [skipSpace(text, i + 1, at), false];
  }
  if (furthest === least) return [skipSpace(text, least, at), false];
  const space = text.slice(furthest, at).search(/\s/);
  return [space < 0 ? wholeCharacter(text, furthest) : furthest + space + 1, true];
}

function sentenceEnd(text: string, at: number, most: number): [end: number, cut: boolean] {
  const furthest = Math.min(most, at + REACH);
  // The evidence's own last character may be the full stop.
  for (let i = Math.max(0, at - 1); i < furthest; i++) {
    if (!endsSentence(text, i)) continue;
    const end = i + 1 + closing(text, i + 1);
    return [isBreak(text, i) ? Math.max(at, i) : Math.max(at, Math.min(end, most)), false];
  }
  if (furthest === most) return [Math.max(at, most), false];
  const space = text.slice(at, furthest).search(/\s\S*$/);
  return [space < 0 ? wholeCharacter(text, furthest) : at + space, true];
}

/** Whether a sentence ends with the character: a stop before something new, or the break of a paragraph. */
function endsSentence(text: string, i: number): boolean {
  if (isBreak(text, i)) return true;
  const char = text[i];
  if (char !== '.' && char !== '!' && char !== '?') return false;
  const after = text.slice(i + 1 + closing(text, i + 1), i + 4 + closing(text, i + 1));
  // "etc. are", "3.5" and "e.g. this" go on; "expression.There" does not.
  return after === '' || /^(?:\s+[^\s\p{Ll}]|\s{3}|\p{Lu})/u.test(after) || /^\s+$/.test(after);
}

/** Whether a blank line begins with this line feed. */
function isBreak(text: string, i: number): boolean {
  if (text[i] !== '\n') return false;
  const next = text[i + 1] === '\r' ? text[i + 2] : text[i + 1];
  return next === '\n';
}

/** How many quotation marks and brackets close at the index; two at most. */
function closing(text: string, i: number): number {
  let count = 0;
  while (count < 2 && /["'’”)\]]/.test(text[i + count] ?? '')) count++;
  return count;
}

function skipSpace(text: string, from: number, most: number): number {
  let i = from;
  while (i < most && /\s/.test(text[i] as string)) i++;
  return i;
}
