import type { Thread } from '../model.js';
import type { Sentence } from './lex.js';

/** So many words are quoted as a word is: to doubt it, or to stress it. */
const SHORT = 3;

/** Whether words in quotation marks are somebody else's. */
export type Quoted = (words: string, count: number) => boolean;

/** Those of a statement, more than a few, are. */
export const isStatement: Quoted = (_, count) => count > SHORT;

/** So many of an answer's words, and such a share of them, are quoted where somebody reports what its author said. */
const REPORTED = { words: 20, share: 0.4 } as const;

/** Whether an answer is told in quotation marks, as an article tells what an expert said: then they are its own words. */
export function isReported(sentences: readonly Sentence[]): boolean {
  let [words, quoted] = [0, 0];
  for (const { tokens } of sentences) {
    words += tokens.length;
    for (const token of tokens) if (token.quoted) quoted++;
  }
  return quoted >= REPORTED.words && quoted >= words * REPORTED.share;
}

/**
 * In a thread the asker's words are, too; blanks and case folded. In a text by itself none are: what a witness or a
 * patient is quoted with is what it tells.
 */
export function quotedIn({ question, answers }: Thread): (isReported: boolean) => Quoted {
  const { heading, body } = question;
  if (heading === null && body === null && answers.length === 1) return () => () => false;
  let asked: string | undefined;
  return (isReported) => (words, count) => {
    if (!isReported && isStatement(words, count)) return true;
    asked ??= fold(`${heading ?? ''} ${body ?? ''}`);
    const folded = fold(words);
    return folded.includes(' ') && asked.includes(folded);
  };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
