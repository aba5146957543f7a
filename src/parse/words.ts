/** How long texts are, in words. */

/** How many words a text has; `most` where it has more. */
export function wordsIn(text: string, most: number): number {
  let words = 0;
  let isBlank = true;
  for (let at = 0; at < text.length && words < most; at++) {
    const wasBlank = isBlank;
    isBlank = text.charCodeAt(at) <= 0x20;
    if (wasBlank && !isBlank) words++;
  }
  return words;
}

/** The upper one of two in the middle; 0 where there are none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
