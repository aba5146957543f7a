/** Lines of a text, trimmed, with the blank lines between them counted. */

export interface Line {
  /** Of the line without the blanks around it, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Blank lines before it. */
  readonly blanks: number;
}

/**
 * Whether a code unit shows nothing: white space, controls, zero-width characters, marks of direction.
 * NUL and the byte order mark are among them.
 */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return (
    code <= 0xa0 ||
    code === 0xad ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x1680 ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

/** Cuts `text` at LF, CR, CRLF; lines that show nothing are counted and not returned. Linear. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const endOf = text.includes('\r') ? endOfLine : endAtLf;
  let blanks = 0;
  for (let at = 0; at < text.length; ) {
    const stop = endOf(text, at);
    let start = at;
    let end = stop;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.push({ start, end, blanks });
      blanks = 0;
    } else blanks++;
    at = stop + (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function endAtLf(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** By characters: two searches by `indexOf`, one for each mark, are run ahead of need by V8 and cost the square. */
function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

const maxWidth = 110;
const wrapSlack = 24;

/**
 * Joins lines that an editor or mailer broke at a fixed width: a line goes on where the next line's first word
 * would not have fitted. Only where the document as a whole looks so.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Line[] {
  let width = 0;
  let pairs = 0;
  let long = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const size = line.end - line.start;
    if (size > maxWidth) long++;
    else if (size > width) width = size;
    if (i > 0 && line.blanks === 0) pairs++;
  }
  if (pairs < 3 || width < 40 || long * 10 > lines.length) return lines;
  const full = (i: number): boolean => {
    const line = lines[i] as Line;
    const next = lines[i + 1];
    if (!next || next.blanks > 0) return false;
    const size = line.end - line.start;
    if (size > maxWidth) return false;
    return size >= width - wrapSlack && size + 1 + firstWord(text, next) > width - 1;
  };
  let wrapped = 0;
  for (let i = 0; i < lines.length - 1; i++) if (full(i)) wrapped++;
  if (wrapped < 3 || wrapped < pairs * 0.5) return lines;
  const joined: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i] as Line;
    while (full(i)) i++;
    joined.push({ start: first.start, end: (lines[i] as Line).end, blanks: first.blanks });
  }
  return joined;
}

function firstWord(text: string, line: Line): number {
  let end = line.start;
  while (end < line.end && !isBlank(text.charCodeAt(end))) end++;
  return end - line.start;
}
