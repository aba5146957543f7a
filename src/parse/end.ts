/** How a unit ends. */

export const End = { Open: 0, Stop: 1, Question: 2, Bang: 3, Colon: 4, Comma: 5, Ellipsis: 6 } as const;
export type End = (typeof End)[keyof typeof End];

/** How the unit ends, past closing quotes, brackets, emoji and emoticons. */
export function endingOf(text: string, start: number, end: number): End {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    // ":)" and " ))" end a sentence as a full stop does.
    if (code === 0x29 && at > start && isSmiling(text.charCodeAt(at - 1))) return End.Bang;
    if (code === 0x2e) return text.charCodeAt(at - 1) === 0x2e ? End.Ellipsis : End.Stop;
    if (code === 0x3f) return End.Question;
    if (code === 0x21) return End.Bang;
    if (code === 0x2026) return End.Ellipsis;
    if (code === 0x3a) return at === end - 1 ? End.Colon : End.Open;
    if (code === 0x2c || code === 0x3b) return at === end - 1 ? End.Comma : End.Open;
    const passed =
      code === 0x22 || code === 0x27 || code === 0x29 || code === 0x5d || code === 0x201d || code === 0x2019;
    if (!passed && code > 0x20 && code < 0x2000) return End.Open;
    if (code >= 0x3040 && code < 0xd800) return End.Open;
  }
  return End.Open;
}

/** A blank, a colon, a semicolon or another bracket before a closing one. */
function isSmiling(code: number): boolean {
  return code === 0x20 || code === 0x3a || code === 0x3b || code === 0x29;
}
