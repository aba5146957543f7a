/** Who speaks, in a text without line ends: "DR. ROE (dermatology): It does. NURSE POE: Not here." */

import type { Line } from './lines.js';

/** A title, a name, and perhaps what one is, behind a sentence's end. */
const NAMED =
  /(?<=[.!?…]["”')\]]? +)(?:D[Rr]|D(?:octor|OCTOR)|P(?:rof|ROF)(?:essor|ESSOR)?|N(?:urse|URSE)|M(?:[Rr]s?|iss|ISS)|S(?:ister|ISTER))\.? (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?: \([^()]{2,40}\))?: (?=\S)/gu;

/** A line is longer, in UTF-16 code units, and has so many of them. */
const LONG = 400;
const LEAST = 3;

/** Lines in which several speak are parted before each who does. Linear. */
export function withInlineSpeakers(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ start, end }) => end - start > LONG)) return lines;
  return lines.flatMap((line) => {
    if (line.end - line.start <= LONG) return [line];
    const starts = [...text.slice(line.start, line.end).matchAll(NAMED)].map(
      ({ index }) => line.start + index,
    );
    return starts.length < LEAST ? [line] : parted(text, line, starts);
  });
}

function parted(text: string, { start, end, blanks }: Line, starts: readonly number[]): Line[] {
  const all = [start, ...starts];
  return all.map((from, i) => {
    let to = all[i + 1] ?? end;
    while (text[to - 1] === ' ') to--;
    return { start: from, end: to, blanks: i === 0 ? blanks : 1 };
  });
}
