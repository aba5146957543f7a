/** Plain text to a thread. */

import type { Document, Thread } from '../model.js';
import { withHeading } from './asked.js';
import { type Assembled, assemble } from './assemble.js';
import { cut } from './cut.js';
import { decide } from './decide.js';
import { threadsOf } from './extracted.js';
import { onlyAnswers } from './only-answers.js';
import { tabledThread } from './tabled.js';

/**
 * Splits a plain text into question, answers and noise. Spans are in UTF-16 code units of `document.text`.
 * Takes any string, never throws, and is linear in its length; a text without answers gives a thread without.
 */
export function parseText(document: Document): Thread {
  const { source, format, text } = document;
  const table = tabledThread(text);
  const tabled = table && onlyAnswers(text, table);
  if (tabled !== null)
    return isMarkedUp(tabled) ? unmarked(document, tabled) : { source, format, text, ...tabled };
  const { units, noise, announced, foot } = cut(text, true);
  const parts = withHeading(text, units, decide(text, units, announced, foot));
  return { source, format, text, ...onlyAnswers(text, assemble(text, units, noise, parts)) };
}

/** What a database's export keeps of a page. */
const TAG = /<(?:p|br|div|span|a|ul|ol|li|strong|em|b|i)\b[^<>]*>/i;

/** Whether cells hold HTML. */
function isMarkedUp({ answers }: Assembled): boolean {
  return answers.some(({ body }) => TAG.test(body));
}

/** The thread with a text of its own, without the tags. */
function unmarked({ source, format }: Document, { question, answers }: Assembled): Thread {
  const wordsOf = (cell: string | null) => cell?.replaceAll('""', '"') || undefined;
  const asked = {
    heading: wordsOf(question.heading),
    body: wordsOf(question.body),
    answers: answers.map(({ heading, body, author, votes }) => ({
      heading: wordsOf(heading),
      body: wordsOf(body) ?? '',
      author,
      votes,
    })),
  };
  return threadsOf(source, format, [asked])[0] as Thread;
}
