import { expect } from 'vitest';
import type { Span, Thread } from '../../src/model.js';

/** Checks what holds of every thread: spans slice back, blocks are in order and cover the text. */
export function expectSound(thread: Thread): void {
  // One assertion for a thread: there are a hundred thousand spans in the fixtures.
  expect([...faultsOf(thread)]).toEqual([]);
}

function* faultsOf({ text, question, answers, blocks }: Thread): Generator<string> {
  const slices = (words: string | null, span: Span | null) => (span && text.slice(...span)) === words;
  if (!slices(question.heading, question.headingSpan)) yield "the question's heading is not at its span";
  if (!slices(question.body, question.bodySpan)) yield "the question's body is not at its span";
  let at = 0;
  for (const [i, { id, heading, headingSpan, body, bodySpan, span, excluded }] of answers.entries()) {
    const fault = (what: string) => `answer ${i + 1}: ${what}`;
    if (id !== i + 1) yield fault(`its number is ${id}`);
    if (!slices(heading, headingSpan)) yield fault('its heading is not at its span');
    if (!slices(body, bodySpan)) yield fault('its body is not at its span');
    if (body === '') yield fault('it is empty');
    if (span[0] < at) yield fault('it begins in the one before');
    if (span[0] !== Math.min(headingSpan?.[0] ?? bodySpan[0], bodySpan[0]) || span[1] !== bodySpan[1])
      yield fault('its span is not that of its parts');
    at = span[1];
    let from = bodySpan[0];
    for (const [start, end] of excluded) {
      if (start < from || end <= start) yield fault('what is excluded is out of order');
      from = end;
    }
    if (from > bodySpan[1]) yield fault('what is excluded is beyond its end');
  }
  at = 0;
  for (const { span } of blocks) {
    if (span[0] !== at || span[1] <= at) yield `a block is at ${span}, and should begin at ${at}`;
    at = span[1];
  }
  if (at !== text.length) yield `the blocks end at ${at} of ${text.length}`;
}
