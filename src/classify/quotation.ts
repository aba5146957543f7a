import type { Question } from '../model.js';

/** Whether a quotation repeats words of the question; blanks and case folded. */
export function repeats(question: Question): (quotation: string) => boolean {
  let asked: string | undefined;
  return (quotation) => {
    asked ??= fold(`${question.heading ?? ''} ${question.body ?? ''}`);
    const words = fold(quotation);
    return words.includes(' ') && asked.includes(words);
  };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
