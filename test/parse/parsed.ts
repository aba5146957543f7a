import { expect } from 'vitest';
import type { Thread } from '../../src/model.js';
import { parseText } from '../../src/parse/text.js';
import { expectSound } from './sound.js';

/** The thread of a plain text, which is sound. */
export function parse(text: string): Thread {
  const found = parseText({ source: 'a.txt', format: 'text', encoding: 'utf-8', text });
  expectSound(found);
  expect(found.text).toBe(text);
  return found;
}

/** The bodies of its answers, each on one line. */
export function bodies(text: string): string[] {
  return parse(text).answers.map(({ body }) => body.replace(/\s+/g, ' '));
}

/** What doctors say of the jaw. */
export const question = `Does the jaw muscle stay thin after Botox?

I grind my teeth and had four sessions. Will it waste away?
`;
export const thins =
  'After the second session the masseter is thinner on ultrasound, and in most people it stays that way.';
export const recovers =
  'I measured the bite of forty patients a year after the last visit, and it was what it had been before.';
export const splint =
  'A splint costs less than a needle. Wear one for three months and come back if the headaches do not go.';

/** Posts of a board, each under its writer and the date. */
export function board(...posts: [head: string, body: string][]): string {
  return `${question}\nAsked by nightgrinder in Leeds, 2 Mar 2019\n\n${posts
    .map(([head, body]) => `${head}\nMar 3, 2019\n\n${body}\n\nLike\nReply\n`)
    .join('\n')}`;
}
