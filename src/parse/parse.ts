/** A document to its threads; a format's code is loaded when a document needs it. */

import type { Document, Thread } from '../model.js';
import { parseText } from './text.js';

/** Splits a document into its threads: one, or several where the format holds several. */
export async function parse(document: Document): Promise<Thread[]> {
  return [parseText(document)];
}
