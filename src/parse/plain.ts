/** Text fields of data: markup and entities out, paragraphs kept. */

import type { Span } from '../model.js';
import { htmlPage } from './html-text.js';
import { htmlTree } from './html-tree.js';
import { trimmed } from './lines.js';

/** Text without markup. */
export interface Plain {
  readonly text: string;
  /** What its markup marks as quoted, as spans of the text. */
  readonly quoted: readonly Span[];
}

const TAG =
  /<\/?(?:p|br|div|span|em|strong|b|i|u|a|ul|ol|li|blockquote|code|pre|h[1-6]|img|hr|sub|sup|table|section|article)(?:\s[^<>]*)?\/?>/i;
const BLOCK_TAG = /<(?:p|br|div|ul|ol|li|blockquote|pre|h[1-6]|table|section|article)[\s/>]/i;
const ENTITY = /&(?:[a-z][a-z\d]{1,20}|#\d{1,7}|#x[\da-f]{1,6});/i;

/** The plain text of a field that may hold HTML, or text with entities, or neither. Line ends become LF. */
export function plainOf(field: string): Plain {
  let text = field.includes('\r') ? field.replace(/\r\n?/g, '\n') : field;
  // Some pages escape twice.
  for (let times = 0; times < 2; times++) {
    if (TAG.test(text)) {
      // Where only words are marked up, line ends still part the lines.
      const page = htmlPage(htmlTree(BLOCK_TAG.test(text) ? text : text.replaceAll('\n', '<br>')), {
        whole: true,
      });
      return { text: page.text, quoted: page.passages.filter((p) => p.quote).map((p) => [p.start, p.end]) };
    }
    if (ENTITY.test(text)) text = decoded(text);
  }
  return { text: text.slice(...trimmed(text, 0, text.length)), quoted: [] };
}

/** Text with its entities read. */
function decoded(text: string): string {
  return htmlTree(text.replaceAll('<', '&lt;')).children.join('');
}

/**
 * The parts of a body that are quoted: those that its markup says, and lines that start with `>`. None where
 * that would be all of it. In order, disjoint.
 */
export function quotations(body: string, quoted: readonly Span[]): Span[] {
  const spans = [...quoted];
  if (spans.length === 0 && body.includes('>')) {
    for (const found of body.matchAll(/^ {0,3}>[^\n]*/gm))
      spans.push([found.index, found.index + found[0].length]);
  }
  const length = spans.reduce((sum, [start, end]) => sum + end - start, 0);
  return length + 2 * spans.length >= body.length ? [] : spans;
}
