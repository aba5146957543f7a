import { describe, expect, it } from 'vitest';
import { builtinProfile } from '../../src/profile/builtin.js';
import { coded } from './sample.js';

// Plain sentences, each part of one with each of another: whatever else the profile learns, these stay right.

const QUESTION = 'Do facial muscles weaken from Botox use?';

const codedAs = (body: string) => coded({ question: QUESTION, body }, builtinProfile()).facets;

/** The sentences that are coded otherwise, with their values. */
function wrong(sentences: readonly string[], facet: string, value: string): string[] {
  return sentences.flatMap((body) => {
    const found = codedAs(body)[facet];
    return found === value ? [] : [`${body} ${found}`];
  });
}

const VERBS = [
  ...[
    'weaken',
    'get weaker',
    'become weaker',
    'grow weaker',
    'atrophy',
    'shrink',
    'thin',
    'thin out',
    'wither',
  ],
  ...[
    'waste away',
    'get thinner',
    'become smaller',
    'diminish',
    'dwindle',
    'deteriorate',
    'degenerate',
    'wilt',
  ],
  ...['lose strength', 'lose bulk', 'lose power', 'lose mass', 'lose tone', 'lose volume', 'end up weaker'],
];
const THIRD = (verb: string) =>
  verb.replace(/^\w+/, (word) => `${word.replace(/y$/, 'ie').replace(/(s|sh)$/, '$1e')}s`);

const SLOWLY = [
  ...['slowly', 'gradually', 'over time', 'over the years', 'little by little', 'bit by bit', 'year by year'],
  ...[
    'after many years',
    'over a decade',
    'with years of use',
    'eventually',
    'in the long run',
    'in small steps',
  ],
  ...[
    'with every passing year',
    'as the years go by',
    'but it takes years',
    'not overnight',
    'imperceptibly',
  ],
  ...[
    'at a snail’s pace',
    'progressively',
    'after 18 months',
    'after 20 treatments',
    'after dozens of sessions',
  ],
];
const FAST = [
  ...[
    'quickly',
    'rapidly',
    'fast',
    'soon',
    'within a few months',
    'after one treatment',
    'after a single session',
  ],
  ...[
    'after two or three sessions',
    'in a matter of weeks',
    'almost immediately',
    'within three months',
    'overnight',
  ],
  ...[
    'by the second session',
    'within the first year',
    'swiftly',
    'after only 2 sessions',
    'already after one session',
  ],
];
const DENIALS = [
  ...[
    'The muscle does not _.',
    'The muscles do not _ at all.',
    'Your muscles will never _.',
    'No, it does not _.',
  ],
  ...[
    'I have never seen a muscle _ from this.',
    'There is no evidence that the muscles _.',
    'They cannot _ from it.',
  ],
  ...[
    'It is a myth that the muscles _.',
    'It is not true that the muscles _.',
    'I doubt that the muscles _.',
  ],
  ...[
    'The idea that the muscles _ is wrong.',
    'You need not fear that the muscle will _.',
    'Will they _? No.',
  ],
  ...[
    'The muscle does not _ over time.',
    'It is unlikely that the muscle will _.',
    'Nobody has shown that they _.',
  ],
];

describe('plain sentences', () => {
  const statements = VERBS.flatMap((verb) => [`The muscles ${verb}`, `The injected muscle ${THIRD(verb)}`]);

  it('say that the muscles weaken', () => {
    expect(
      wrong(
        statements.map((said) => `${said}.`),
        'effect',
        'weakens',
      ),
    ).toEqual([]);
  });

  it.each([
    ['slow', SLOWLY],
    ['fast', FAST],
  ])('say that it is %s', (pace, phrases) => {
    const sentences = phrases.flatMap((phrase) => statements.map((said) => `${said} ${phrase}.`));
    expect(wrong(sentences, 'pace', pace)).toEqual([]);
  });

  it('say that they do not', () => {
    const sentences = DENIALS.flatMap((frame) => VERBS.map((verb) => frame.replace('_', verb)));
    expect(wrong(sentences, 'effect', 'no-weakening')).toEqual([]);
  });
});

describe('a plain sentence behind another', () => {
  const after = (said: string) => `The muscles do weaken over the years. ${said}`;

  it.each([
    [
      'beneficial',
      [
        ...[
          'That is a good thing.',
          'It is an advantage.',
          'I see that as a plus.',
          'That is the whole point.',
        ],
        ...[
          'The wrinkles become softer.',
          'You will have fewer wrinkles.',
          'Results last longer.',
          'You save money.',
        ],
        ...[
          'You need fewer units.',
          'You can go longer between treatments.',
          'Most patients are happy about it.',
        ],
        ...[
          'It prevents new lines from forming.',
          'The jaw gets slimmer.',
          'It is not a downfall but an advantage.',
        ],
      ],
    ],
    [
      'harmful',
      [
        ...[
          'This is a bad thing.',
          'It is a disadvantage.',
          'This is not a good thing.',
          'I do not like it.',
        ],
        ...['It makes the brow droop.', 'The face may sag.', 'You look older.', 'The face looks hollow.'],
        ...[
          'Other muscles take over.',
          'That is why I advise breaks.',
          'You should stop treatment.',
          'I regret it.',
        ],
        ...[
          'It leads to jowls.',
          'Unfortunately.',
          'I am not happy about it.',
          'I wish I had never started.',
        ],
      ],
    ],
    [
      'mixed',
      [
        ...['It is a mixed blessing.', 'There are pros and cons.', 'It is a double-edged sword.'],
        ...['It softens the lines, but the brow gets heavy.', 'Good for the wrinkles, bad for the brow.'],
      ],
    ],
    [
      'unstated',
      [
        ...[
          'I measured it with ultrasound.',
          'They cannot raise their brows as high.',
          'The procedure is safe.',
        ],
        ...[
          'Whether that is good or bad is up to you.',
          'It is neither good nor bad.',
          'Happy new year!',
          'Good luck!',
        ],
        ...['I use 20 units.', 'It returns when you stop.', 'Thank you for your question.'],
        ...[
          'I have no opinion on that.',
          'Make of it what you will.',
          'I leave it to you.',
          'It is a matter of taste.',
          'I take no side.',
          'I am just describing what I see.',
          'I know of no good evidence on the rest.',
        ],
      ],
    ],
  ])('tells that it is %s', (judgement, sentences) => {
    expect(wrong(sentences.map(after), 'judgement', judgement)).toEqual([]);
  });
});

describe('a plain sentence', () => {
  it.each([
    ['Recovery is not complete.', 'weakens'],
    ['Full strength never returns.', 'weakens'],
    ['The muscle comes back weaker.', 'weakens'],
    ['The weakness persists.', 'weakens'],
    ['It is no longer as strong.', 'weakens'],
    ['Strength declines.', 'weakens'],
    ['Did you know that the muscles waste away?', 'weakens'],
    ['It does and then your face changes.', 'weakens'],
    ['The muscle never got its strength back.', 'weakens'],
    ['We found little recovery of volume.', 'weakens'],
    ['What nobody tells you is that the muscles shrink.', 'weakens'],
    ['There is no persistent atrophy.', 'no-weakening'],
    ['The thickness is the same.', 'no-weakening'],
    ['I stopped and I frown just fine.', 'no-weakening'],
    ['Muscle loss is not an issue.', 'no-weakening'],
    ['The muscle bounces back every time.', 'no-weakening'],
    ['The muscle is not damaged.', 'no-weakening'],
    ['I am not sure whether they weaken.', 'unstated'],
    ['Botox works by weakening the muscle.', 'unstated'],
    ['I cannot say whether the muscles weaken.', 'unstated'],
  ])('%s', (body, effect) => {
    expect(codedAs(body).effect).toBe(effect);
  });
});

describe('a plain pace', () => {
  it.each([
    ['The muscles weaken after the first year of use.', 'slow'],
    ['In the first year the muscles weaken.', 'fast'],
    ['After ten years the muscle is gone.', 'slow'],
    ['I have it each 3 months and my muscle is atrophied.', 'unstated'],
  ])('%s', (body, pace) => {
    expect(codedAs(body).pace).toBe(pace);
  });
});

describe('a terse answer', () => {
  it.each([
    ['Gone? No. Smaller? Yes.', 'weakens', 'unstated', 'unstated'],
    ['Weaker, gradually. Then you skip visits.', 'weakens', 'slow', 'unstated'],
    ['Shrank after the first go.', 'weakens', 'fast', 'unstated'],
    ['Dying? No. Weaker, yes.', 'weakens', 'unstated', 'unstated'],
    ['Probably, a little. Fine by me.', 'weakens', 'unstated', 'beneficial'],
    ['Slightly.', 'weakens', 'unstated', 'unstated'],
    ['They weaken. Fair swap.', 'weakens', 'unstated', 'beneficial'],
    ['They weaken. Annoying.', 'weakens', 'unstated', 'harmful'],
    ['Nonsense.', 'no-weakening', 'unstated', 'unstated'],
    ['I cannot say whether they weaken.', 'unstated', 'unstated', 'unstated'],
  ])('%s', (body, effect, pace, judgement) => {
    expect(codedAs(body)).toEqual({ effect, pace, judgement });
  });
});

describe('a pace beside its verb counts, whatever is told of the drug', () => {
  it.each([
    'The muscles slowly get weaker with treatments every three months.',
    'With Botox given at regular intervals the muscles of the face gradually become thinner.',
    'If you come in every 12 weeks, the muscles gradually lose strength.',
  ])('%s', (body) => {
    expect(codedAs(body).pace).toBe('slow');
  });
});
