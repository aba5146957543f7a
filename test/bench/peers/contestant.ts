/**
 * Someone who does the work, or the nearest thing to it that it can: takes a document through and gives a
 * number that hangs on all of the result, so that no work can be left out.
 */
export type Contestant = (text: string) => number | Promise<number>;

/** What a text editor's user would look for: the ceiling, and the least that is asked of peers that take words. */
export const KEYWORDS: readonly string[] = [
  ...[
    'weaken',
    'weak',
    'weaker',
    'weakness',
    'atrophy',
    'strength',
    'thin',
    'shrink',
    'slowly',
    'slow',
    'gradually',
  ],
  ...['quickly', 'fast', 'years', 'good', 'bad', 'benefit', 'harmful', 'permanent', 'recover'],
];

/** The paragraphs of a text, for peers that take a text as a whole. */
export function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/);
}
