import { expect } from 'vitest';
import type { Span, Thread } from '../../src/model.js';

/** Checks what holds of every thread: spans slice back, blocks are in order and cover the text. */
export function expectSound(thread: Thread): void {
  const { text, question, answers, blocks } = thread;
  const slices = (words: string | null, span: Span | null) => expect(span && text.slice(...span)).toBe(words);
  slices(question.heading, question.headingSpan);
  slices(question.body, question.bodySpan);
  let at = 0;
  for (const [i, answer] of answers.entries()) {
    expect(answer.id).toBe(i + 1);
    slices(answer.heading, answer.headingSpan);
    slices(answer.body, answer.bodySpan);
    expect(answer.body).not.toBe('');
    expect(answer.span[0]).toBeGreaterThanOrEqual(at);
    expect(answer.span[0]).toBe(Math.min(answer.headingSpan?.[0] ?? answer.bodySpan[0], answer.bodySpan[0]));
    at = answer.span[1];
    expect(at).toBe(answer.bodySpan[1]);
    let from = answer.bodySpan[0];
    for (const [start, end] of answer.excluded) {
      expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeGreaterThan(start);
      from = end;
    }
    expect(from).toBeLessThanOrEqual(answer.bodySpan[1]);
  }
  at = 0;
  for (const { span } of blocks) {
    expect(span[0]).toBe(at);
    expect(span[1]).toBeGreaterThan(span[0]);
    at = span[1];
  }
  expect(at).toBe(text.length);
}
