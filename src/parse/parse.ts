/** A document to its threads; a format's code is loaded when a document needs it. */

import type { Document, Thread } from '../model.js';
import { parseText } from './text.js';
import { withoutForwarding, withoutWear } from './worn.js';

/**
 * Splits a document into its threads: one, or several where the format holds several.
 * @throws ParseError for JSON that is broken or of another shape; no other format throws.
 */
export async function parse(document: Document): Promise<Thread[]> {
  switch (document.format) {
    case 'json':
      return (await import('./json.js')).parseJson(document);
    case 'ndjson':
      return (await import('./json.js')).parseNdjson(document);
    case 'html':
      return (await import('./html.js')).parseHtml(document);
    case 'markdown':
      return [(await import('./markdown.js')).parseMarkdown(worn(document, 1))];
    default:
      return [parseText(worn(document, DEEPEST))];
  }
}

/** So often a text may have been forwarded. In Markdown four blanks before a line make code of it. */
const DEEPEST = 3;

/** A document without what copying and forwarding have done to it; nothing moves. */
function worn(document: Document, deepest: number): Document {
  return { ...document, text: withoutForwarding(withoutWear(document.text), deepest) };
}
