import { describe, expect, test } from 'vitest';
import { builtinProfile } from '../../src/profile/builtin.js';
import { type LabelledThread, labelledThreads } from './corpora.js';
import { figuresOf } from './figures.js';
import { guessesIn } from './guesses.js';

/** What was reached on these, less a little: a change of the classifier or of a profile must not cost more. */
const FLOORS: readonly {
  readonly name: string;
  readonly belongs: (thread: LabelledThread) => boolean;
  /** Facet id → macro F1, and how many of the labels that are called certain are right. */
  readonly least: Readonly<Record<string, readonly [macroF1: number, right: number]>>;
}[] = [
  {
    name: 'fixtures',
    belongs: ({ corpus }) => corpus === 'fixtures',
    least: { effect: [0.975, 0.985], pace: [0.97, 0.985], judgement: [0.89, 0.985] },
  },
  {
    name: 'blind fixtures',
    belongs: ({ corpus }) => corpus === 'blind fixtures',
    least: { effect: [0.93, 0.965], pace: [0.925, 0.965], judgement: [0.87, 0.945] },
  },
  {
    name: 'training threads, tuned on',
    belongs: ({ corpus, role }) => corpus === 'training threads' && role === 'fitted',
    least: { effect: [0.98, 0.985], pace: [0.965, 0.985], judgement: [0.97, 0.985] },
  },
  {
    name: 'training threads, set aside',
    belongs: ({ role }) => role === 'set aside',
    least: { effect: [0.97, 0.975], pace: [0.9, 0.95], judgement: [0.6, 0.9] },
  },
];

/** From this writer on they are blind. */
const FIRST_BLIND = 190;

const compiled = builtinProfile();
const threads = await labelledThreads(compiled.profile, isSampled);
const guesses = threads.flatMap((thread) => guessesIn(thread, compiled));

for (const { name, belongs, least } of FLOORS) {
  const part = guesses.filter(({ thread }) => belongs(thread));

  describe.skipIf(part.length === 0)(`agreement with coders, ${name}`, () => {
    test.each(compiled.profile.facets)('$id', (facet) => {
      const [macroF1, right] = least[facet.id] as readonly [number, number];
      const found = figuresOf(facet, part, ({ ours }) => ours);
      expect(found.agreement.macroF1.value).toBeGreaterThanOrEqual(macroF1);
      expect(found.right / found.certain).toBeGreaterThanOrEqual(right);
    });
  });
}

test('every labelled answer is there, true cuts and all', () => {
  const labels = new Set(threads.map((thread) => thread.labels));
  const rows = [...labels].flatMap(({ rows }) => rows.filter(({ document }) => isSampled(document)));
  expect(guesses).toHaveLength(rows.length);
});

/** Of the writers fitted to every tenth, and no saved pages, since all take a minute: `npm run agreement` reads them all. */
function isSampled(document: string): boolean {
  if (/^[a-z\d]-\d\d\./i.test(document)) return false;
  const writer = /^writer-(\d+)/.exec(document)?.[1];
  return writer === undefined || Number(writer) % 10 === 0 || Number(writer) >= FIRST_BLIND;
}
