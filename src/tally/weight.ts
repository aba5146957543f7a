import type { CodedThread } from '../model.js';

/**
 * Weighs each answer by its votes: fewer than none weigh nothing, and neither does an answer without votes in
 * a thread that shows them. In a thread that shows none every answer weighs 1, as without weights.
 */
export function weighByVotes(thread: CodedThread): CodedThread {
  if (!showsVotes(thread))
    return { ...thread, answers: thread.answers.map((answer) => ({ ...answer, weight: 1 })) };
  return {
    ...thread,
    answers: thread.answers.map((answer) => ({ ...answer, weight: Math.max(0, answer.votes ?? 0) })),
  };
}

/** Whether any answer of the thread has votes to weigh by. */
export function showsVotes({ answers }: CodedThread): boolean {
  return answers.some(({ votes }) => votes !== undefined);
}
