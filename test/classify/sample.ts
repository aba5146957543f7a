import { classify } from '../../src/classify/classify.js';
import { HeardSentence } from '../../src/classify/heard.js';
import { lex, type Sentence } from '../../src/classify/lex.js';
import type { Answer, CodedAnswer, Evidence, Span, Thread } from '../../src/model.js';
import type { CompiledProfile } from '../../src/profile/compile.js';
import { loadProfile } from '../../src/profile/load.js';

/** A profile from its file's content. */
export const profileOf = (file: object): CompiledProfile => loadProfile(JSON.stringify(file), 'sample');

/** The profile of one facet that asks whether a thing is there. */
export const finding = (...terms: string[]): CompiledProfile =>
  profileOf({ facets: { finding: { values: { present: { terms, negated: 'absent' }, absent: {} } } } });

/** The sentences of a text, as the profile's matching sees them. */
export const sentencesOf = (text: string, profile: CompiledProfile): Sentence[] =>
  lex(text, [0, text.length], profile.lexicon);

/** The same, with the cues in them. */
export const heardOf = (text: string, profile: CompiledProfile): HeardSentence[] =>
  sentencesOf(text, profile).map((sentence) => new HeardSentence(sentence, profile));

export interface Post {
  readonly question?: string;
  readonly asked?: string;
  readonly heading?: string;
  readonly body: string;
  /** What of the body is not the answerer's words. */
  readonly excluded?: string;
}

/** A thread of one answer. */
export function threadOf({ question, asked, heading, body, excluded }: Post): Thread {
  let text = '';
  const add = (part: string | undefined): Span | null => {
    if (part === undefined) return null;
    const from = text.length;
    text += `${part}\n\n`;
    return [from, from + part.length];
  };
  const headingSpan = add(question);
  const askedSpan = add(asked);
  const answerHeading = add(heading);
  const bodySpan = add(body) as Span;
  const left = excluded === undefined ? -1 : text.indexOf(excluded, bodySpan[0]);
  const answer: Answer = {
    id: 1,
    heading: heading ?? null,
    headingSpan: answerHeading,
    body,
    bodySpan,
    span: [(answerHeading ?? bodySpan)[0], bodySpan[1]],
    excluded: excluded === undefined ? [] : [[left, left + excluded.length]],
  };
  return {
    source: 'sample',
    format: 'text',
    text,
    question: { heading: question ?? null, headingSpan, body: asked ?? null, bodySpan: askedSpan },
    answers: [answer],
    blocks: [],
  };
}

/** One answer, coded in its thread. */
export const coded = (post: Post | string, profile: CompiledProfile): CodedAnswer =>
  classify(threadOf(typeof post === 'string' ? { body: post } : post), profile).answers[0] as CodedAnswer;

/** What an evidence comes to, in one line: "+absent", "-present (a question)". */
export const outcome = ({ counted, value, reason }: Evidence): string =>
  counted ? `+${value}` : `-${value} (${reason})`;

/** What becomes of the evidence for the term in a sentence. */
export const heard = (text: string, term: string): string[] =>
  coded(text, finding(term)).evidence.map(outcome);
