/** The line that announces the answers: "7 answers", "Our panel responds:". */

import { sentenceEnd } from './noise.js';
import type { Shape } from './scan.js';
import { knownNoise } from './vocabulary.js';

/** "10 thoughts on “Does Botox …?”": above the comments on an article. */
const THOUGHTS =
  /^\W*(\d{1,4}) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to):? ["\u201c\u2018']/i;
/** "load more comments (3 replies)", "Hide 2 replies" */
const MORE = /^\W*(?:(?:load|view|show|see) more|hide|collapse)\b|\bhidden by\b/i;

/**
 * How many answers a line announces ("7 answers", "8 doctors weighed in"); 0 where it announces them without a
 * number ("Answers:"), -1 where it is no such line.
 */
export function answersAnnounced(text: string, start: number, end: number, shape: Shape): number {
  const thoughts = shape.numbers > 0 ? THOUGHTS.exec(text.slice(start, end)) : null;
  if (thoughts) return Number(thoughts[1]);
  if (shape.words > 16 || shape.answerNouns + shape.answerVerbs + shape.answerPeople === 0) return -1;
  // How they are sorted may stand at the right.
  const line = text.slice(start, end).replace(/ {5,}.*$/, '');
  if (line.includes('?') || MORE.test(line) || knownNoise(line, shape.words) !== null) return -1;
  const counted =
    /(?:^|[^\d.,/])(\d{1,4}) +(?:[\p{L}-]+ +){0,2}?(?:answers|replies|responses|solutions)\b/iu.exec(line) ??
    /^\W*(1) (?:answer|reply|response)\b/i.exec(line) ??
    /(?:answers?|replies|responses)[ :]*\(?(\d{1,4})\)?$/i.exec(line) ??
    /(?:^|[^\d.,/])(\d{1,4}) +(?:[\p{L}-]+ +){0,2}?(?:doctors?|professionals?|experts?|physicians?|specialists?|providers?|members|people|surgeons?|dermatologists?|nurses?|clinicians?) +(?:have |has )?(?:answered|replied|responded|weighed|commented)/iu.exec(
      line,
    );
  if (counted) {
    const sentence =
      sentenceEnd.test(line) && !/\b(?:answered|replied|responded|in|answers?|replies)\.$/i.test(line);
    return sentence || shape.other > 5 ? -1 : Number(counted[1]);
  }
  // "Answers (kept 7 of 11)"
  const bare = line
    .replace(/\([^()]*\)$/, '')
    .replace(/[^\p{L} ]+/gu, ' ')
    .trim();
  if (/:$/.test(line) && shape.words <= 5 && shape.answerVerbs > 0 && shape.answerPeople > 0) return 0;
  if (
    /^(?:the |our |what (?:our |the )?)?(?:panel|doctors?|experts?)(?: s)? (?:responds?|answers?|repl(?:y|ies)|weighs? in|says?|thinks?)$/i.test(
      bare,
    )
  )
    return 0;
  return /^(?:(?:all|the|our|doctors?|experts?|community|member|top|professional|panel|user) )*(?:answers|replies|responses)(?: from .{1,40})?$/i.test(
    bare,
  )
    ? 0
    : -1;
}
