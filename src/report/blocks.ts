import type { Block, Thread } from '../model.js';
import { harmless, oneLine } from './harmless.js';
import { painter, type Style } from './paint.js';

const STYLES: Readonly<Record<Block['kind'], Style>> = {
  'question-heading': 'heading',
  'question-body': 'bar',
  'answer-heading': 'counted',
  'answer-body': 'insufficient',
  noise: 'faint',
};

/** The longest labels, "answer 9999 heading" and "noise: answers-header", and a gap. */
const MARGIN = 24;

/**
 * Shows how a thread was cut: its text line by line, each block named in the margin. Nothing is left out
 * and nothing added, so that a user sees what was taken for what.
 * @param color chalk's colour level.
 */
export async function showBlocks(thread: Thread, color: 0 | 1 | 2 | 3): Promise<string> {
  const paint = await painter(color);
  const answers = thread.answers.length === 1 ? '1 answer' : `${thread.answers.length} answers`;
  const lines = [paint('heading', `${oneLine(thread.source)}, ${answers}`)];
  for (const block of thread.blocks) {
    // The line break that ends a block belongs to its last line.
    const text = harmless(thread.text.slice(...block.span)).replace(/\n$/, '');
    if (text.trim() === '') {
      lines.push(...Array.from({ length: text === '' ? 1 : text.split('\n').length }, () => ''));
      continue;
    }
    text.split('\n').forEach((line, i) => {
      const label = i === 0 ? labelOf(block) : '';
      lines.push(
        `${paint('faint', `${label.padEnd(MARGIN)}│`)} ${paint(STYLES[block.kind], line)}`.trimEnd(),
      );
    });
  }
  return `${lines.join('\n')}\n\n`;
}

function labelOf({ kind, answer, reason }: Block): string {
  if (kind === 'noise') return `noise: ${reason ?? 'other'}`;
  return answer === undefined ? kind.replace('-', ' ') : `${kind.replace('answer-', `answer ${answer} `)}`;
}
