/** Names above posts in Markdown: links to somebody's page, bold names with what is told behind them. */

import type { Span } from '../model.js';

/** Where somebody's own page is, in an address. */
const PAGES = 'u|users?|members?|profiles?|people';
const USER = new RegExp(`/(?:${PAGES}|authors?)/`, 'i');
/** A link to such a page, and what is told of its owner: "[jane_roe](…/u/jane_roe) · Member since 2019". */
const TOLD = new RegExp(`^\\[[^\\]]+\\]\\([^)\\s]*/(?:${PAGES})/[^)\\s]*\\) [·•|] `, 'i');
/** What stands behind a name: dots, dates, ranks, his trade, whom he answers. */
const META =
  /^(?:(?: ?[A-Z]{2,9}\b)?\s*(?:[•·|].{0,120})?|(?: \p{Lu}[\p{L}’'-]{2,20}){1,3}| `[^`]{1,40}`|[ \t]*\[[^\]]{1,40}\]\([^)\s]*\/u\/[^)\s]*\)[ \t]*)$/u;
/** A bold name above a post, perhaps in a quotation: "**jane_roe** OP · 5d ago". */
const POSTED =
  /^((?:>[ \t]*){0,16}\*\*)([^*\n]{2,60})\*\*(?: [A-Z]{2,9}\b)? [·•] .{0,80}(?:\d ?(?:[smhdwy]|mo|min|hr)\b|\bago\b|\b(?:19|20)\d\d\b).{0,40}$/;
const MOST_POSTED = 250;
/** One alone may be a remark. */
const LEAST_POSTED = 3;
/** What readers made of it, behind a heading in bold. */
const COUNTED =
  /(?<=\*) \((?:(?:votes|likes|thanks|hearts|score|upvotes|helpful): ?\d{1,6}|\d{1,6} (?:votes?|likes?|thanks|hearts?|points?|upvotes?))\)$/i;
const MOST_COUNTED = 30;

/** Whether a link on a line of its own names who has said what stands below. */
export function isMember(address: string, behind: string): boolean {
  return USER.test(address) && META.test(behind);
}

/** Whether words are a link to a member's page and what is told of him. */
export function tellsOfMember(words: string): boolean {
  return TOLD.test(words);
}

/** Whether posts stand below bold names. */
export function hasPosters(source: string): boolean {
  return (source.match(new RegExp(POSTED, 'gm'))?.length ?? 0) >= LEAST_POSTED;
}

/** Where the bold name begins and ends by which a line names a poster; null where it names none. */
export function posterIn(source: string, start: number, end: number): Span | null {
  const [, sign, name] = POSTED.exec(source.slice(start, Math.min(end, start + MOST_POSTED))) ?? [];
  if (!sign || !name) return null;
  const from = start + sign.length;
  return [from, from + name.length];
}

/** How long that is which counts, at a line's end, what readers made of it. */
export function countedAtEnd(source: string, start: number, end: number): number {
  return COUNTED.exec(source.slice(Math.max(start, end - MOST_COUNTED), end))?.[0].length ?? 0;
}
