/** What the messages of a text are about: their thread, and whose first it is. */

import type { Line } from './lines.js';
import { sharedStems, stemsIn } from './question-words.js';

/** What a message's head says of it: it asks, it replies, or it is of another thread. */
export type Standing = 'asks' | 'replies' | 'other';

/** Lines around a sender's in which the subject stands. */
const HEAD = 6;

const field = /^(?:subject|betreff):\s*(.*)$/i;
/** "[AesthDerm-L] Re: …" */
const marks = /^(?:\[[^\]]{1,40}\]\s*|(?:re?|aw|antw|sv|fwd?|fw|wg)(?:\[\d+\])?:\s*)+/i;
/** Of the list itself, of something for sale, or from somebody who is away. */
const notice =
  /\b(?:digest|admin|deadline|announcement|reminder)\b|^(?:\[[^\]]*\]\s*)?(?:(?:fs|wtb|wts|for sale|wanted|auto(?:matic)?[- ](?:reply|response)):|out of (?:the )?office\b)/i;
/** Who sends a thread on does not ask it, where another does. */
const forwarded = /^\W*(?:fwd?|wg):/i;
const reply = /\b(?:re?|aw|antw|sv)(?:\[\d+\])?:/i;

/**
 * The standings of messages by the lines of their senders, where a third and more are replies under one subject; empty
 * where not.
 */
export function standingsOf(
  text: string,
  lines: readonly Line[],
  senders: readonly number[],
): Map<number, Standing> {
  const subjects = new Map<number, string>();
  for (const [at, index] of senders.entries()) {
    const from = Math.max((senders[at - 1] ?? -1) + 1, index - HEAD);
    const to = Math.min(senders[at + 1] ?? lines.length, index + HEAD);
    // Above the sender only where its own head begins there.
    for (let i = to - 1; i >= from; i--) {
      const { start, end, blanks } = lines[i] as Line;
      if (i < index && blanks > 0 && i > from) break;
      const found = end - start <= 200 ? field.exec(text.slice(start, end)) : null;
      if (found?.[1] !== undefined) subjects.set(index, found[1]);
    }
  }
  const counts = new Map<string, number>();
  for (const subject of subjects.values()) {
    if (reply.test(subject)) counts.set(topicOf(subject), (counts.get(topicOf(subject)) ?? 0) + 1);
  }
  const [topic, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const standings = new Map<number, Standing>();
  const stems = stemsIn(topic, 0, topic.length);
  const nextOf = new Map(senders.map((index, at) => [index, senders[at + 1]]));
  /** Whether a message puts another question, under words of which the topic has none. */
  const asksElse = (index: number, subject: string) => {
    if (reply.test(subject) || sharedStems(subject, { start: 0, end: subject.length }, stems) > 0)
      return false;
    const next = nextOf.get(index);
    const until = next === undefined ? text.length : (lines[next] as Line).start;
    return text.slice((lines[index] as Line).end, until).includes('?');
  };
  const asksTopic = (subject: string) =>
    topicOf(subject) === topic && !reply.test(subject) && !forwarded.test(subject);
  const isAsked = [...subjects.values()].some(asksTopic);
  if (count < 2 || count * 3 < senders.length) return standings;
  for (const [index, subject] of subjects) {
    const isSame = topicOf(subject) === topic;
    if (isSame && isAsked && forwarded.test(subject)) standings.set(index, 'other');
    else if (isSame) standings.set(index, reply.test(subject) ? 'replies' : 'asks');
    // An answer may come under a subject of its own.
    else if (standings.size === 0 || notice.test(subject) || asksElse(index, subject))
      standings.set(index, 'other');
  }
  return standings;
}

function topicOf(subject: string): string {
  return subject.replace(marks, '').trim().toLowerCase();
}
