/**
 * Characters that act on a terminal or a page, or that cannot be seen: controls (escape sequences begin
 * with one), formats (bidi overrides, zero-width, tags), line separators, lone surrogates, fillers.
 */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;

const BEFORE_JOINER = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const AFTER_JOINER = /^\p{Extended_Pictographic}/u;
const JOINER = '\u200d';
/** Longer than any one character with its variation selector. */
const REACH = 4;
/** Headings and the like are shown up to so many UTF-16 code units. */
const LONGEST_LINE = 300;

/** The text with every harmful character shown as `<U+202E>`; line feeds, tabs and joined emoji are kept. */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HARMFUL, (char: string, at: number, whole: string) => {
    if (char === '\n' || char === '\t') return char;
    if (char === '\r') return '\n';
    if (char === JOINER && joins(whole, at)) return char;
    const code = (char.codePointAt(0) as number).toString(16).toUpperCase();
    return `<U+${code.padStart(4, '0')}>`;
  });
}

/** The harmless text with every run of white space as one space. */
export function oneLine(text: string): string {
  return harmless(text).replace(/\s+/g, ' ');
}

/** The first words of a text, at most so many UTF-16 code units, with an ellipsis where some are left out. */
export function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  // A joiner has nothing to join to where the text is cut behind it.
  const start = text.slice(0, wholeCharacter(text, most)).replace(/\u200d$/, '');
  return `${start.trimEnd()}…`;
}

/** The start of a text as one harmless line of bounded length. */
export function clippedLine(text: string): string {
  // Clipped first, so that no more than the start of a long text is looked at.
  return clipped(oneLine(clipped(text, LONGEST_LINE)).trim(), LONGEST_LINE);
}

/** The index, or the one before where it would cut a surrogate pair. */
export function wholeCharacter(text: string, index: number): number {
  const low = text.charCodeAt(index) & 0xfc00;
  const high = text.charCodeAt(index - 1) & 0xfc00;
  return low === 0xdc00 && high === 0xd800 ? index - 1 : index;
}

function joins(text: string, at: number): boolean {
  return (
    BEFORE_JOINER.test(text.slice(Math.max(0, at - REACH), at)) &&
    AFTER_JOINER.test(text.slice(at + 1, at + 1 + REACH))
  );
}
