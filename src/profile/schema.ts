/** The form of a profile file. The JSON Schema that editors read is made from it, descriptions included. */

import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const names = v.union([text, v.array(text)]);
const CUE_KINDS = [
  'negation',
  'hedge',
  'hypothetical',
  'temporality',
  'experiencer',
  'attribution',
  'question',
  'pseudo',
  'termination',
] as const;
const cueKind = v.picklist(CUE_KINDS);
const direction = v.picklist(['forward', 'backward', 'both']);
const strength = v.pipe(v.number(), v.minValue(0), v.maxValue(10));
const leaning = v.pipe(v.number(), v.minValue(-10), v.maxValue(10));

const negated = v.pipe(
  v.nullable(text),
  v.description('The value that a denied term speaks for; without it, a denied term is no evidence.'),
);

const termGroup = v.strictObject({
  terms: v.pipe(v.array(text), v.minLength(1)),
  strength: v.optional(
    v.pipe(
      strength,
      v.description(
        'What one hit weighs: 3 says it outright, 2 (unless stated) in other words, 1 implies it.',
      ),
    ),
  ),
  near: v.optional(v.pipe(names, v.description('Families of which one must stand in the term’s company.'))),
  unless: v.optional(v.pipe(names, v.description('Families that must not stand in its company.'))),
  within: v.optional(
    v.pipe(
      v.picklist(['clause', 'sentence', 'answer']),
      v.description('How far company reaches; the sentence unless stated.'),
    ),
  ),
  negated: v.optional(negated),
  free: v.optional(
    v.pipe(v.boolean(), v.description('Counts also where the facet’s binding does not hold.')),
  ),
  ignore: v.optional(
    v.pipe(
      v.union([cueKind, v.array(cueKind)]),
      v.description('Kinds of cue that do not touch these terms.'),
    ),
  ),
  explanation: v.optional(v.pipe(text, v.description('Shown to a reader who asks why.'))),
});

const terms = v.array(v.union([text, termGroup]));

const value = v.union([
  terms,
  v.strictObject({
    label: v.optional(v.pipe(text, v.description('What a reader of the report sees.'))),
    description: v.optional(v.pipe(text, v.description('What the answer says, as a coder’s instruction.'))),
    negated: v.optional(negated),
    terms: v.optional(terms),
    leaning: v.optional(
      v.pipe(
        v.record(text, leaning),
        v.description(
          'Words, alone or two together, that lean to the value without saying it, and what they weigh; below 0: against it.',
        ),
      ),
    ),
    combines: v.optional(
      v.pipe(v.tuple([text, text]), v.description('Two values which, both stated, make this one.')),
    ),
    contrast: v.optional(
      v.pipe(
        v.number(),
        v.minValue(0),
        v.description('What a sentence that sets one of the two against the other speaks for this one.'),
      ),
    ),
  }),
]);

const quantityFamily = v.strictObject({
  of: v.pipe(text, v.description('time, or the family whose words are counted.')),
  from: v.optional(v.pipe(v.number(), v.description('Months for time, a count otherwise; inclusive.'))),
  to: v.optional(v.pipe(v.number(), v.description('Months for time, a count otherwise; inclusive.'))),
});

const families = v.pipe(
  v.record(text, v.union([v.array(text), quantityFamily])),
  v.description('Words that belong together; terms name them as <name>.'),
);

const binding = v.pipe(
  v.nullable(
    v.strictObject({
      facet: text,
      value: text,
      references: v.optional(
        v.pipe(text, v.description('Family of words that refer back from the next sentence.')),
      ),
    }),
  ),
  v.description('The terms count only with the words that earned this value; null: wherever they stand.'),
);

const facet = v.strictObject({
  question: v.optional(text),
  values: v.pipe(v.record(text, value), v.description('They exclude one another.')),
  exceptions: v.optional(
    v.pipe(v.array(text), v.description('Longer wording that holds a term and means something else.')),
  ),
  when: v.optional(
    v.pipe(
      v.record(text, text),
      v.description('Facet: value that an answer must have for this facet to be asked.'),
    ),
  ),
  binding: v.optional(binding),
  'leaning-suffices': v.optional(
    v.pipe(v.boolean(), v.description('Leaning words alone can state a value, from 0.75 more on.')),
  ),
  polar: v.optional(v.pipe(v.boolean(), v.description('A bare “yes” or “no” answers it.'))),
  threshold: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.description('What a value must outweigh to be stated; 1 unless stated.'),
    ),
  ),
  margin: v.optional(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.description('The lead from which on a label is certain; 0.5 unless stated.'),
    ),
  ),
  'weaker-lead': v.optional(
    v.pipe(
      v.number(),
      v.minValue(0),
      v.description('What the weaker of two combined values must lead by; 0 unless stated.'),
    ),
  ),
});

const cueRows = v.array(
  v.strictObject({
    direction: v.optional(v.pipe(direction, v.description('Where the cue reaches; forward unless stated.'))),
    reach: v.optional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description('Words that it reaches at most; else all of its scope.'),
      ),
    ),
    scope: v.optional(v.picklist(['clause', 'sentence'])),
    patterns: v.pipe(v.array(text), v.minLength(1)),
  }),
);
const cueTable = v.strictObject(v.entriesFromList(CUE_KINDS, v.optional(cueRows)));

const tag = v.strictObject({
  label: v.optional(text),
  when: v.pipe(v.record(text, text), v.description('Facet: value, all of which an answer must have.')),
});

export const profileSchema = v.strictObject({
  $schema: v.optional(text),
  id: v.optional(text),
  version: v.optional(v.union([text, v.number()])),
  question: v.optional(text),
  families: v.optional(families),
  facets: v.pipe(
    v.record(text, facet),
    v.minEntries(1),
    v.description('The questions put to each answer, decided from the top down.'),
  ),
  tags: v.optional(
    v.pipe(
      v.record(text, tag),
      v.description('What the report counts; without them, every value of every facet.'),
    ),
  ),
  cues: v.optional(v.pipe(cueTable, v.description('Cues of the profile’s own, by kind.'))),
  'cues-off': v.optional(
    v.pipe(v.array(text), v.description('Patterns of shared cues that are switched off.')),
  ),
});

/** A profile as a file says it, before the defaults are filled in. */
export type ProfileFile = v.InferOutput<typeof profileSchema>;
export type CueTable = v.InferOutput<typeof cueTable>;
