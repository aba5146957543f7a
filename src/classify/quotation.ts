import type { Question } from '../model.js';

/** Whether a quotation repeats words of the question; blanks and case folded. */
export function repeats(question: Question): (quotation: string) => boolean {
  const asked = fold(`${question.heading ?? ''} ${question.body ?? ''}`);
  return (quotation) => {
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
