/** Headings that run in, as sites of doctors have them: "Some thinning, yes: A muscle that is told to rest …" */

import type { Answer, Block, Span } from '../model.js';
import type { Assembled } from './assemble.js';
import { from } from './own-words.js';
import { wordsIn } from './words.js';

/** A few words and a colon before what the same line says. */
const RUN_IN =
  /^((?:[-*+•·] +)?)(["“]?[\p{Lu}\d](?:[^\n.!:;]|\b(?:Dr|Mr|Ms|Mrs|Prof|vs)\.){1,60}): {1,3}(?=["“(]?[\p{L}\d])/u;
/** What begins anew: a colon in a sentence goes on in small letters. */
const BEGINS = /^\P{L}*\p{Lu}/u;
const MOST_WORDS = 8;
const LAST_WORD = /[\p{L}\d]+(?=[^\p{L}\d]*$)/u;

/** So many answers, and so many in a hundred, have one before a thread is of that kind. */
const LEAST = 4;
const LEAST_SHARE = 70;

/** A heading that runs in, and where the body begins behind it. */
interface RunIn {
  readonly heading: Span;
  readonly body: number;
}

/** The thread with what runs in as headings, where most of its answers have such a one. */
export function withRunInHeadings<T extends Assembled>(text: string, thread: T): T {
  const heads = new Map<number, RunIn>();
  const ends = new Set<string>();
  let begun = 0;
  for (const {
    id,
    body,
    bodySpan: [start],
  } of thread.answers) {
    const [all, sign, head] = RUN_IN.exec(body) ?? [];
    if (
      all === undefined ||
      sign === undefined ||
      head === undefined ||
      wordsIn(head, MOST_WORDS) === MOST_WORDS
    )
      continue;
    if (BEGINS.test(body.slice(all.length, all.length + 8))) begun++;
    const from = start + sign.length;
    heads.set(id, { heading: [from, from + head.length], body: start + all.length });
    ends.add(LAST_WORD.exec(head)?.[0].toLowerCase() ?? head);
  }
  const { length } = thread.answers;
  // What all end with is a label, or the name of who is spoken to: "Dear Ann", "Hi Ann".
  if (ends.size < LEAST || heads.size * 100 < length * LEAST_SHARE || begun * 2 < heads.size) return thread;
  return {
    ...thread,
    answers: thread.answers.map((answer) => headed(text, answer, heads.get(answer.id))),
    blocks: thread.blocks.flatMap((block) => parted(block, heads)),
  };
}

function headed(text: string, answer: Answer, head: RunIn | undefined): Answer {
  if (head === undefined) return answer;
  const { heading: headingSpan, body } = head;
  const own = from(text, answer, body);
  return { ...own, heading: text.slice(...headingSpan), headingSpan, span: [headingSpan[0], own.span[1]] };
}

/** A body's block with what runs in before it; what was taken for its heading is the page's. */
function parted(block: Block, heads: ReadonlyMap<number, RunIn>): Block[] {
  const { kind, answer, span } = block;
  const head = answer === undefined ? undefined : heads.get(answer);
  if (kind === 'answer-heading' && head !== undefined) return [{ kind: 'noise', span, reason: 'navigation' }];
  if (kind !== 'answer-body' || head === undefined || head.heading[0] < span[0] || head.body >= span[1])
    return [block];
  const { heading, body } = head;
  const sign: Block[] =
    heading[0] > span[0] ? [{ kind: 'noise', span: [span[0], heading[0]], reason: 'separator' }] : [];
  return [
    ...sign,
    { ...block, kind: 'answer-heading', span: heading },
    { kind: 'noise', span: [heading[1], body], reason: 'separator' },
    { ...block, span: [body, span[1]] },
  ];
}
