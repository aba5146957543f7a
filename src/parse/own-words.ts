/**
 * Where answers' own words begin: behind a paragraph of what was said above, as networks and boards copy what is replied
 * to, whatever its marks; and behind the label of a table's column that all have ("Q6", a tab).
 */

import type { Answer, Block, Span } from '../model.js';
import type { Assembled } from './assemble.js';
import type { Reason } from './reason.js';
import { wordsIn } from './words.js';

/** Fewer words may be said twice by chance. */
const LEAST = 4;
/** So much of what stands above is searched, and a longer paragraph is none; in UTF-16 code units. */
const FAR = 20_000;
const LONGEST = 1200;

/** The thread with its bodies behind those, which are noise. Linear. */
export function withOwnWords<T extends Assembled>(text: string, thread: T): T {
  const above = new Above(thread.question.heading, thread.question.body);
  const starts = new Map<number, number>();
  const label = labelOf(thread.answers);
  const names = new Set(thread.answers.map(({ author }) => author ?? ''));
  const answers = thread.answers.map((answer, i) => {
    const before = thread.answers[i - 1];
    // Posts that are no answers are quoted as well.
    if (before) above.add(text.slice(before.bodySpan[0], answer.bodySpan[0]));
    const head = label || taggedName(answer.body, names);
    const start = head > 0 ? answer.bodySpan[0] + head : ownStart(text, answer, above);
    if (start === answer.bodySpan[0]) return answer;
    starts.set(answer.id, start);
    return from(text, answer, start);
  });
  if (starts.size === 0) return thread;
  const reason = label > 0 ? 'label' : 'quotation';
  return {
    ...thread,
    answers,
    blocks: thread.blocks.flatMap((block) => parted(text, block, starts, reason)),
  };
}

/** "Jane Roe RN with respect, I do not": whom a network's reply is to, in front of its words. */
const TAGGED = /^\p{Lu}\S+(?: \p{Lu}\S*){1,3}(?= (?!(?:wrote|writes|said|says)\b)(?:\p{Ll}|I\b))/u;

/** How long the name is that a body begins with, and the blank behind it; 0 where none is, or nobody's who answers. */
function taggedName(body: string, names: ReadonlySet<string>): number {
  const name = TAGGED.exec(body.slice(0, PROBE * PROBE))?.[0];
  return name !== undefined && names.has(name) ? name.length + 1 : 0;
}

/** "Q6", and the tab behind it */
const LABEL = /^[A-Z]\d{1,3}\t\s*/;
const LEAST_LABELLED = 3;

/** How long the label is that all bodies begin with; 0 where they have none, or no words behind it. */
function labelOf(answers: readonly Answer[]): number {
  const label = LABEL.exec(answers[0]?.body ?? '')?.[0] ?? '';
  const isLabelled = ({ body }: Answer) => body.startsWith(label) && body.length > label.length;
  return answers.length >= LEAST_LABELLED && answers.every(isLabelled) ? label.length : 0;
}

/** So much of a paragraph's beginning or end must have been said as it stands, before all of it is compared. */
const PROBE = 10;

/** What was said: the question, and the end of the rest. */
class Above {
  readonly #asked = new Said();
  readonly #said = new Said();

  constructor(...parts: readonly (string | null)[]) {
    this.#asked.add(parts.join('\n').slice(0, FAR));
  }

  add(body: string): void {
    this.#said.add(body);
  }

  has(words: string): boolean {
    const bare = words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const probes = [bare.slice(0, PROBE), bare.slice(-PROBE)];
    return [this.#asked, this.#said].some((said) => said.has(probes) && said.hasWords(words));
  }
}

/** The end of a text that grows. Its words are folded once each, and when they are asked for. */
class Said {
  #text = '';
  #words = ' ';
  #unfolded: string[] = [];

  add(text: string): void {
    this.#text = `${this.#text}\n${text}`.slice(-FAR);
    this.#unfolded.push(text);
  }

  has(probes: readonly string[]): boolean {
    return probes.some((probe) => this.#text.includes(probe));
  }

  hasWords(words: string): boolean {
    if (this.#unfolded.length > 0) {
      this.#words = (this.#words + folded(this.#unfolded.join('\n').slice(-FAR)).slice(1)).slice(-FAR);
      this.#unfolded = [];
    }
    return this.#words.includes(folded(words));
  }
}

/** The words in lower case with a blank around each; marks are none. */
function folded(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** Who said it, and when, above what is quoted or before it: "**kitty** · 03/02/2023 19:26", "kitty wrote:". */
const HEAD = /^.{3,80}\d:\d{2}.{0,9}\n|^.{2,60} (?:wrote|said):\s/;

/** Where the answer's own words begin; they are all its own where nothing else is left. */
function ownStart(text: string, { bodySpan: [start, end] }: Answer, above: Above): number {
  const paragraph = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/g;
  const line = /(?:\r\n?|\n)\s*/g;
  for (const parting of [paragraph, line]) {
    const head = text.slice(start, Math.min(end, start + LONGEST));
    const found = parting.exec(head);
    if (found === null) continue;
    const words = head.slice(0, found.index);
    if (wordsIn(words, LEAST) === LEAST && (above.has(words) || above.has(words.replace(HEAD, ''))))
      return start + found.index + found[0].length;
  }
  return start;
}

/** The answer with a body that begins later. */
export function from(text: string, answer: Answer, start: number): Answer {
  const [, end] = answer.bodySpan;
  return {
    ...answer,
    body: text.slice(start, end),
    bodySpan: [start, end],
    span: [Math.min(answer.headingSpan?.[0] ?? start, start), end],
    excluded: answer.excluded.filter(([from]) => from >= start),
  };
}

/** A body's block in two, where its own words begin within it. */
function parted(text: string, block: Block, starts: ReadonlyMap<number, number>, reason: Reason): Block[] {
  const { kind, answer, span } = block;
  const start = kind === 'answer-body' && answer !== undefined ? starts.get(answer) : undefined;
  if (start === undefined || start <= span[0]) return [block];
  const noise = (span: Span): Block => ({ kind: 'noise', span, reason });
  if (start >= span[1]) return [noise(span)];
  const end = span[0] + text.slice(span[0], start).trimEnd().length;
  return [
    noise([span[0], end]),
    { kind: 'noise', span: [end, start], reason: 'blank' },
    { ...block, span: [start, span[1]] },
  ];
}
