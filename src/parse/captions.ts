/** Captions of a recorded talk, as WebVTT and SubRip have them: each under its number and its time. */

import type { Line } from './lines.js';

const time = /^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3} --> /;
const longest = 80;

/** The lines that are a caption's time, or its number above it. */
export function cuesIn(text: string, lines: readonly Line[]): ReadonlySet<Line> {
  const isTime = (line: Line | undefined) =>
    line !== undefined && line.end - line.start <= longest && time.test(text.slice(line.start, line.end));
  const cues = new Set<Line>();
  for (const [i, line] of lines.entries()) {
    const isNumber = line.end - line.start < 9 && /^\d+$/.test(text.slice(line.start, line.end));
    if (isTime(line) || (isNumber && isTime(lines[i + 1]))) cues.add(line);
  }
  return cues;
}
