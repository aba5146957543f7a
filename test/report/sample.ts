import type {
  AppliedCue,
  CodedAnswer,
  CodedThread,
  CueKind,
  Evidence,
  LeaningEvidence,
  Span,
} from '../../src/model.js';
import type { Report } from '../../src/report/model.js';
import { tally } from '../../src/tally/tally.js';
import { smallProfile } from '../tally/small-profile.js';

/** The span of the first occurrence of the words from an index on. */
function find(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the sample: ${words}`);
  return [start, start + words.length];
}

type Said = [
  facet: string,
  value: string,
  words: string,
  rest?: Partial<Evidence> & { cue?: [CueKind, string] },
];

type Leaning = [words: string, weights: LeaningEvidence['weights'], rest?: { denied: true }];

interface Draft {
  heading: string | null;
  body: string;
  facets?: Record<string, string>;
  said?: Said[];
  leaning?: Leaning[];
  rest?: Partial<CodedAnswer>;
}

/** A coded thread whose spans are found in its text. */
export function coded(
  source: string,
  question: [heading: string | null, body: string | null],
  drafts: readonly Draft[],
  rest: Partial<CodedThread> = {},
): CodedThread {
  const parts = [...question, ...drafts.flatMap(({ heading, body }) => [heading, body])];
  const text = `${parts.filter((part) => part !== null).join('\n\n')}\n`;
  let at = 0;
  const next = (words: string): Span => {
    const span = find(text, words, at);
    at = span[1];
    return span;
  };
  const [heading, body] = question;
  const headingSpan = heading === null ? null : next(heading);
  const bodySpan = body === null ? null : next(body);
  return {
    source,
    format: 'text',
    text,
    question: { heading, headingSpan, body, bodySpan },
    answers: drafts.map((draft, i) => {
      const heading = draft.heading === null ? null : next(draft.heading);
      return answer(i + 1, draft, text, heading, next(draft.body));
    }),
    blocks: [],
    ...rest,
  };
}

function answer(
  id: number,
  draft: Draft,
  text: string,
  headingSpan: Span | null,
  bodySpan: Span,
): CodedAnswer {
  const facets = { effect: 'unstated', pace: 'unstated', judgement: 'unstated', ...draft.facets };
  const from = headingSpan?.[0] ?? bodySpan[0];
  return {
    id,
    heading: draft.heading,
    headingSpan,
    body: draft.body,
    bodySpan,
    span: [from, bodySpan[1]],
    excluded: [],
    facets,
    tags: smallProfile.tags
      .filter(({ when }) => Object.entries(when).every(([k, v]) => facets[k as keyof typeof facets] === v))
      .map((tag) => tag.id),
    hedged: [],
    uncertain: [],
    reasons: {},
    evidence: (draft.said ?? []).map((said) => evidence(said, text, from)),
    leaning: (draft.leaning ?? []).map(([words, weights, rest]) => {
      return { span: find(text, words, from), text: words, ...rest, weights };
    }),
    ...draft.rest,
  };
}

function evidence([facet, value, words, { cue, ...rest } = {}]: Said, text: string, from: number): Evidence {
  const cues: AppliedCue[] = cue ? [{ kind: cue[0], span: find(text, cue[1], from), text: cue[1] }] : [];
  const counted = rest.counted ?? true;
  return {
    facet,
    value,
    span: find(text, words, from),
    text: words,
    cues,
    counted,
    weight: counted ? 1 : 0,
    ...rest,
  };
}

/** Four plain answers that agree, and one that takes no position. */
export const plainThread = coded(
  'threads/plain.txt',
  ['Do muscles weaken with long use?', 'I have had it for years.'],
  [
    {
      heading: 'Slowly, yes',
      body: 'Thank you for asking. The treated muscles weaken over time. Eventually you need it less often, which is a good thing.',
      facets: { effect: 'weakens', pace: 'slow', judgement: 'beneficial' },
      said: [
        ['effect', 'weakens', 'weaken'],
        ['pace', 'slow', 'over time'],
        ['pace', 'slow', 'Eventually', { counted: false, reason: 'not said of the weakening' }],
        ['judgement', 'beneficial', 'a good thing'],
      ],
      leaning: [
        ['treated muscles', { effect: { weakens: 0.4, 'no-weakening': -0.2 } }],
        ['less', { effect: { weakens: 0.3 }, pace: { slow: -0.1 } }],
      ],
      rest: { reasons: { effect: 'one statement, in the body', pace: 'one statement, in the body' } },
    },
    {
      heading: null,
      body: 'They may thin a little, and that is welcome.',
      facets: { effect: 'weakens', judgement: 'beneficial' },
      said: [
        ['effect', 'weakens', 'thin', { cue: ['hedge', 'may'] }],
        ['judgement', 'beneficial', 'welcome'],
      ],
      rest: { hedged: ['effect'], author: 'Jane Roe, MD', votes: 12, date: 'May 3, 2012' },
    },
    {
      heading: 'A matter of years',
      body: 'In my practice they are very slow to atrophy.\n\nIt is no downfall, though.',
      facets: { effect: 'weakens', pace: 'slow' },
      said: [
        ['effect', 'weakens', 'slow to atrophy', { term: 'slow to atroph*' }],
        ['pace', 'slow', 'very slow'],
        [
          'judgement',
          'harmful',
          'downfall',
          { cue: ['negation', 'no'], counted: false, reason: 'denied; the denial speaks for nothing' },
        ],
      ],
      leaning: [['downfall', { judgement: { harmful: -0.5, beneficial: 0.25 } }, { denied: true }]],
      rest: { uncertain: ['judgement'], reasons: { judgement: 'every hit was discounted' } },
    },
    {
      heading: 'Weakened, and a benefit',
      body: 'The muscles weaken. It is a benefit.',
      facets: { effect: 'weakens', judgement: 'beneficial' },
      said: [
        ['effect', 'weakens', 'weaken'],
        ['judgement', 'beneficial', 'benefit'],
      ],
      rest: { coded: ['judgement'] },
    },
    { heading: 'Come in', body: 'Please see a doctor near you.' },
  ],
);

/** Everything that could attack a reader, and everything that is hard to align. */
export const uglyThread = coded(
  'ugly \u001b]0;owned\u0007.txt',
  ['<script>alert(1)</script> & "do" \u001b[31mthey\u001b[0m?', '![x](http://evil.example/x.png)'],
  [
    {
      heading: '=HYPERLINK("http://evil.example","click")',
      body: 'They do not <b>weaken</b> \u202egnihton\u202c zero\u200bwidth. C1 \u009b31m, nul \u0000, \ud800 alone.\r\n| a | b |\n# heading [link](javascript:alert(1)) `code` @someone #12 www.evil.example',
      facets: { effect: 'no-weakening' },
      said: [
        ['effect', 'no-weakening', 'weaken', { cue: ['negation', 'not'], reason: 'turned by a negation' }],
      ],
    },
    {
      heading: '+1 筋肉は弱くなりますか？👩‍⚕️ é',
      body: '筋肉は weaken 💪🏽 quickly!',
      facets: { effect: 'weakens', pace: 'fast' },
      said: [
        ['effect', 'weakens', 'weaken'],
        ['pace', 'fast', 'quickly'],
      ],
      rest: { author: '@cmd|calc', votes: -3 },
    },
    {
      heading: '"]]></style><!--',
      body: '> Do they weaken?\n- They do not weaken; I like it.',
      facets: { effect: 'no-weakening', judgement: 'beneficial' },
      said: [
        ['effect', 'no-weakening', 'do not weaken'],
        ['judgement', 'beneficial', 'like it'],
      ],
    },
    {
      heading: '+1 筋肉は弱くなりますか？👩‍⚕️ é',
      body: '筋肉は weaken 💪🏽 quickly!',
      facets: { effect: 'weakens', pace: 'fast' },
      rest: { duplicateOf: 2 },
    },
  ],
  { format: 'html' },
);

/** A report over some threads. */
export function reportOf(threads: readonly CodedThread[], rest: Partial<Report> = {}): Report {
  const options = rest.threshold === undefined ? {} : { threshold: rest.threshold };
  return {
    profile: smallProfile,
    documents: threads.map((thread) => ({ thread, consensus: tally(thread.answers, smallProfile, options) })),
    consensus: tally(
      threads.flatMap(({ answers }) => answers),
      smallProfile,
      options,
    ),
    ...rest,
  };
}
