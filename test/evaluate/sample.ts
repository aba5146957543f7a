import { classify } from '../../src/classify/classify.js';
import type { Answer, CodedAnswer, CodedThread, Evidence, Span, Thread } from '../../src/model.js';
import type { CompiledProfile } from '../../src/profile/compile.js';
import type { Profile } from '../../src/profile/model.js';
import { normalizeProfile } from '../../src/profile/normalize.js';

/** A profile of two facets, the second asked only where the first has a certain value. */
export const profile: Profile = normalizeProfile({
  id: 'coffee',
  version: '1',
  question: 'Does coffee keep you awake?',
  facets: {
    sleep: { question: 'Does it?', values: { awake: [], asleep: [] } },
    hours: { question: 'How long?', values: { short: [], long: [] }, when: { sleep: 'awake' } },
  },
  tags: {
    'awake-long': { when: { sleep: 'awake', hours: 'long' } },
    'awake-hours-unstated': { when: { sleep: 'awake', hours: 'unstated' } },
    asleep: { when: { sleep: 'asleep' } },
  },
});

export interface Sample {
  readonly heading?: string | null;
  readonly body?: string;
  readonly facets?: Readonly<Record<string, string>>;
  readonly rest?: Partial<CodedAnswer>;
}

/** A thread of such answers, as if read from `source`: heading line, blank line, body. */
export function threadOf(source: string, ...samples: readonly Sample[]): Thread {
  let text = '';
  const put = (words: string): Span => {
    const start = text.length;
    text += words;
    const span: Span = [start, text.length];
    text += '\n\n';
    return span;
  };
  const answers = samples.map(({ heading = null, body = 'Yes.' }, i): Answer => {
    const headingSpan = heading === null ? null : put(heading);
    const bodySpan = put(body);
    return {
      id: i + 1,
      heading,
      headingSpan,
      body,
      bodySpan,
      span: [(headingSpan ?? bodySpan)[0], bodySpan[1]],
      excluded: [],
    };
  });
  const question = { heading: null, headingSpan: null, body: null, bodySpan: null };
  return { source, format: 'text', text, question, answers, blocks: [] };
}

/** The same, labelled as each sample says. */
export function codedThread(source: string, ...samples: readonly Sample[]): CodedThread {
  const thread = threadOf(source, ...samples);
  return {
    ...thread,
    answers: thread.answers.map((answer, i) => ({
      ...answer,
      facets: { sleep: 'unstated', hours: 'unstated', ...samples[i]?.facets },
      tags: [],
      hedged: [],
      uncertain: [],
      reasons: {},
      evidence: [],
      ...samples[i]?.rest,
    })),
  };
}

/** The same, labelled by a profile. */
export function classified(
  source: string,
  compiled: CompiledProfile,
  ...samples: readonly Sample[]
): CodedThread {
  return classify(threadOf(source, ...samples), compiled);
}

/** Evidence at the words' first place in a text. */
export function evidenceAt(text: string, words: string, facet: string, value: string): Evidence {
  const start = text.indexOf(words);
  return {
    facet,
    value,
    span: [start, start + words.length],
    text: words,
    cues: [],
    counted: true,
    weight: 1,
  };
}
