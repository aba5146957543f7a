/** A made-up thread: what a generator yields. */
export interface MadeThread {
  readonly question: { readonly heading: string; readonly body: string };
  readonly answers: readonly { readonly heading: string | null; readonly text: string }[];
}

/** As it is typed: a blank line between headings, bodies and answers. */
export function toText({ question, answers }: MadeThread): string {
  const parts = [question.heading, question.body, ...answers.flatMap(({ heading, text }) => [heading, text])];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

/** As a line of NDJSON, with a name of its own. */
export function toLine(thread: MadeThread, source: string): string {
  return `${JSON.stringify({ source, ...thread })}\n`;
}

/** Texts of threads, of so many characters together or a little more. */
export function textsOf(threads: Iterable<MadeThread>, size: number): string[] {
  const texts: string[] = [];
  let length = 0;
  for (const thread of threads) {
    const text = toText(thread);
    texts.push(text);
    length += text.length;
    if (length >= size) break;
  }
  return texts;
}

/** One thread of so many characters: the question of the first, and answers of all. */
export function oneText(threads: Iterable<MadeThread>, size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (const thread of threads) {
    const text = toText(
      parts.length === 0 ? thread : { ...thread, question: { heading: '', body: '' } },
    ).trimStart();
    parts.push(text);
    length += text.length + 1;
    if (length >= size) break;
  }
  return parts.join('\n').slice(0, size);
}
