/** Which line of a page is the question's heading. */

import type { Placed } from './html-placed.js';
import type { HtmlPage } from './html-text.js';
import type { Unit } from './unit.js';

/** The line that is likeliest the question's heading. */
export function titleOf(
  page: HtmlPage,
  before: readonly Placed[],
  asked: readonly [number, number] | null,
): Placed | undefined {
  const head = page.title ? page.text.slice(0, page.passages[0]?.end) : '';
  let best: Placed | undefined;
  let most = 0.5;
  for (const one of before) {
    const { unit, passage, place } = one;
    const text = page.text.slice(unit.start, unit.end);
    const isHead = page.title && place === 0;
    let score = isHead
      ? 1
      : passage.level === 1
        ? 3
        : passage.level > 0
          ? 1.5
          : passage.hint === 'title'
            ? 1.5
            : -1;
    if (text.includes('?')) score += 2;
    if (asked && place >= asked[0] && place < asked[1]) score += 2;
    if (!isHead && unit.words >= 3 && unit.words <= 40 && head.includes(text)) score += 2.5;
    if (unit.words > 45 || unit.shape === null) score -= 3;
    if (unit.words < 3) score -= 1;
    if (score > most) {
      most = score;
      best = one;
    }
  }
  return best;
}

/** How boards begin a page's title: "The Low Brass Shed :: View topic - Weak chin?". */
const BOARD = /^.{2,60}? (?:::|[•·|-]) View topic - (?=\S)/;

/** The page's title without the site's name before or behind it. */
export function withoutSite(text: string, unit: Unit): Unit {
  const words = text.slice(unit.start, unit.end);
  const board = BOARD.exec(words)?.[0].length ?? 0;
  if (board > 0) return { ...unit, start: unit.start + board };
  const found = /^(.{8,}?)\s+[|·»–—-]\s+[^|·»–—?]{1,60}$/s.exec(words);
  return found?.[1] ? { ...unit, end: unit.start + found[1].length } : unit;
}
