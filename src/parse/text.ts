/** Plain text to a thread. */

import type { Document, Thread } from '../model.js';
import { assemble } from './assemble.js';
import { cut } from './cut.js';
import { decide } from './decide.js';
import { onlyAnswers } from './only-answers.js';
import { tabledThread } from './tabled.js';

/**
 * Splits a plain text into question, answers and noise. Spans are in UTF-16 code units of `document.text`.
 * Takes any string, never throws, and is linear in its length; a text without answers gives a thread without.
 */
export function parseText(document: Document): Thread {
  const { source, format, text } = document;
  const tabled = tabledThread(text);
  if (tabled !== null) return { source, format, text, ...tabled };
  const { units, noise, announced, foot } = cut(text, true);
  const parts = decide(text, units, announced, foot);
  return { source, format, text, ...onlyAnswers(text, assemble(text, units, noise, parts)) };
}
