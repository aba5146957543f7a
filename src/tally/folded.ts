/** Texts compared with case, space and punctuation folded away. */

/** Letters that an anchor is made of. */
const ANCHOR = 12;

/** Sentence starts that are looked at, so that a long answer costs no more than a short one. */
const MOST_ANCHORS = 6;

/** For an ASCII code: that of the letter or digit in lower case, else 0. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => foldCode(code));
const others = new Map<number, number>();

/**
 * Hashes of how the first sentences start and of how the text ends, each of 12 letters or digits. Copies
 * share them, near copies most of them; answers by different hands seldom more than one.
 */
export function anchors(text: string): number[] {
  const hashes = new Set<number>();
  for (let at = 0, n = 0; n < MOST_ANCHORS && at < text.length; n++) {
    hashes.add(hashFrom(text, at, 1));
    const stop = text.indexOf('. ', at);
    if (stop < 0) break;
    at = stop + 2;
  }
  hashes.add(hashFrom(text, text.length - 1, -1));
  return [...hashes];
}

/** Whether two texts have the same letters and digits in the same order, whatever else they have. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  for (let i = 0, j = 0; ; ) {
    let x = 0;
    let y = 0;
    while (x === 0 && i < a.length) x = folded(a.charCodeAt(i++));
    while (y === 0 && j < b.length) y = folded(b.charCodeAt(j++));
    if (x !== y) return false;
    if (x === 0) return true;
  }
}

/** The number of words, counted up to `most`. */
export function words(text: string, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}]+/gu)) if (++count === most) break;
  return count;
}

/** The Dice coefficient of two texts' word pairs, each pair counted as often as it stands there; 0 to 1. */
export function dice(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.length + right.length === 0) return 0;
  const unmatched = new Map<string, number>();
  for (const pair of left) unmatched.set(pair, (unmatched.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const times = unmatched.get(pair) ?? 0;
    if (times === 0) continue;
    shared++;
    unmatched.set(pair, times - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

function pairsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

/** Hashes the next letters and digits, forwards or backwards. */
function hashFrom(text: string, at: number, step: 1 | -1): number {
  let hash = 0;
  for (let i = at, left = ANCHOR; left > 0 && i >= 0 && i < text.length; i += step) {
    const code = folded(text.charCodeAt(i));
    if (code === 0) continue;
    hash = (Math.imul(hash, 31) + code) | 0;
    left--;
  }
  return hash;
}

function folded(code: number): number {
  if (code < 128) return ASCII[code] as number;
  let fold = others.get(code);
  if (fold === undefined) {
    fold = foldCode(code);
    others.set(code, fold);
  }
  return fold;
}

function foldCode(code: number): number {
  const char = String.fromCharCode(code);
  // The halves of a surrogate pair count as letters: they tell emoji and rare scripts apart.
  return /[\p{L}\p{N}\p{Cs}]/u.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
}
