/** Names as they are compared. */

/** Shorter names may be another's beginning. */
export const LEAST_OF_NAME = 3;

/** What sites call members who have no name: many may be called so. */
const NAMELESS =
  /^(?:anonymous|anon|guest|unknown|user|visitor|patient|deleted|newbie|moderator|(?:(?:a|new|junior|senior|active|full|well known|verified|registered) )?(?:patient|reader|member|user))\b/;

/** Whether many members of a site may have the name. */
export function isNameless(name: string): boolean {
  return NAMELESS.test(folded(name));
}

/** A name in lower case, without what stands before it and without marks. */
export function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:asked by|question by|posted by|(?:thread|topic) starter|by|u\/|@)\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
