/** The form of a profile file. The JSON Schema that editors read is made from it. */

import * as v from 'valibot';

const text = v.pipe(v.string(), v.minLength(1));
const names = v.union([text, v.array(text)]);
const cueKind = v.picklist([
  'negation',
  'hedge',
  'hypothetical',
  'temporality',
  'experiencer',
  'attribution',
  'question',
  'pseudo',
  'termination',
]);
const direction = v.picklist(['forward', 'backward', 'both']);

const termGroup = v.strictObject({
  terms: v.pipe(v.array(text), v.minLength(1)),
  strength: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
  near: v.optional(names),
  unless: v.optional(names),
  within: v.optional(v.picklist(['clause', 'sentence', 'answer'])),
  negated: v.optional(v.nullable(text)),
  free: v.optional(v.boolean()),
  ignore: v.optional(v.union([cueKind, v.array(cueKind)])),
  explanation: v.optional(text),
});

const terms = v.array(v.union([text, termGroup]));

const value = v.union([
  terms,
  v.strictObject({
    label: v.optional(text),
    description: v.optional(text),
    negated: v.optional(v.nullable(text)),
    terms: v.optional(terms),
    leaning: v.optional(v.record(text, v.pipe(v.number(), v.minValue(0), v.maxValue(10)))),
    combines: v.optional(v.tuple([text, text])),
  }),
]);

const quantityFamily = v.strictObject({
  of: text,
  from: v.optional(v.number()),
  to: v.optional(v.number()),
});

const families = v.record(text, v.union([v.array(text), quantityFamily]));

const facet = v.strictObject({
  question: v.optional(text),
  values: v.record(text, value),
  exceptions: v.optional(v.array(text)),
  when: v.optional(v.record(text, text)),
  binding: v.optional(v.strictObject({ facet: text, value: text, references: v.optional(text) })),
  polar: v.optional(v.boolean()),
  threshold: v.optional(v.pipe(v.number(), v.minValue(0))),
});

const cueTable = v.record(
  cueKind,
  v.array(
    v.strictObject({
      direction: v.optional(direction),
      reach: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      scope: v.optional(v.picklist(['clause', 'sentence'])),
      patterns: v.pipe(v.array(text), v.minLength(1)),
    }),
  ),
);

export const profileSchema = v.strictObject({
  $schema: v.optional(text),
  id: v.optional(text),
  version: v.optional(v.union([text, v.number()])),
  question: v.optional(text),
  families: v.optional(families),
  facets: v.pipe(v.record(text, facet), v.minEntries(1)),
  tags: v.optional(v.record(text, v.strictObject({ label: v.optional(text), when: v.record(text, text) }))),
  cues: v.optional(cueTable),
  'cues-off': v.optional(v.array(text)),
});

/** A profile as a file says it, before the defaults are filled in. */
export type ProfileFile = v.InferOutput<typeof profileSchema>;
export type CueTable = v.InferOutput<typeof cueTable>;
