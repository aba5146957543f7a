import { readFileSync } from 'node:fs';
import { builtinProfile } from '../../src/profile/builtin.js';
import type { Facet } from '../../src/profile/model.js';
import { type LabelledThread, labelledThreads } from './corpora.js';
import { figuresOf } from './figures.js';
import { type Findings, type Guess, guessesIn } from './guesses.js';
import { PROFILE, prepareFit } from './refit.js';
import { leaveAuthorsOut, MOST_OF_PEER, type Unseen } from './unseen.js';

const HEAD = ['facet', 'classifier', 'answers', 'macro F1', 'kappa', 'accuracy', 'certain', 'right'];
const WIDTHS = [10, 24, 7, 8, 5, 8, 7, 5];

const PARTS: readonly (readonly [name: string, belongs: (thread: LabelledThread) => boolean])[] = [
  ['training threads, tuned on', ({ corpus, role }) => corpus === 'training threads' && role === 'fitted'],
  ['training threads, set aside', ({ role }) => role === 'set aside'],
  ['fixtures', ({ corpus }) => corpus === 'fixtures'],
  ['blind fixtures', ({ corpus }) => corpus === 'blind fixtures'],
  ['messy fixtures', ({ corpus }) => corpus === 'messy fixtures'],
  ['page fixtures', ({ corpus, role }) => corpus === 'page fixtures' && role === 'fitted'],
  ['page fixtures, blind as well', ({ corpus, role }) => corpus === 'page fixtures' && role === 'blind'],
];

const NOTE = `
ours: the built-in profile as it ships, fitted to all but what was set aside and the blind fixtures.
through the parser: answers that it does not find count as unstated; the other lines know the true cuts.
author unseen: the profile's strengths fitted anew without a fifth of the authors, the answer's among them.
natural: LogisticRegressionClassifier, trained on the words of ${MOST_OF_PEER} of the same answers, without the same authors.
certain: share of the labels that are not called uncertain; right: how many of these are right.
The terms of the profile, unlike all strengths, were collected from some of what it is fitted to, so the figures
for the set aside and the blind fixtures and "author unseen" bound what is to be expected elsewhere.`;

/** Prints the figures. `--ours` leaves out what is fitted and trained anew for every author. */
export async function main(args: readonly string[]): Promise<void> {
  const compiled = builtinProfile();
  const threads = await labelledThreads(compiled.profile);
  const guesses = threads.flatMap((thread) => guessesIn(thread, compiled));
  const unseen = args.includes('--ours')
    ? new Map<Guess, Unseen>()
    : leaveAuthorsOut(prepareFit(readFileSync(PROFILE, 'utf8'), threads), guesses);
  const { facets } = compiled.profile;
  for (const [name, belongs] of PARTS) {
    const part = guesses.filter(({ thread }) => belongs(thread));
    if (part.length > 0) table(name, facets, part, rowsOf(unseen));
  }
  if (unseen.size > 0) {
    const seen = guesses.filter(({ thread }) => thread.role !== 'blind');
    const authors = new Set(seen.map(({ thread }) => thread.author)).size;
    table(
      `all of these but the blind, ${authors} authors, a fifth of them left out in turn`,
      facets,
      seen,
      rowsOf(unseen).filter((row) => row.unseen),
    );
  }
  print(NOTE);
}

interface Row {
  readonly name: string;
  readonly found: (guess: Guess) => Findings | undefined;
  /** Whether its labels say how certain they are. */
  readonly certainty: boolean;
  readonly unseen: boolean;
}

function rowsOf(unseen: ReadonlyMap<Guess, Unseen>): Row[] {
  const ofProfile: Row[] = [
    { name: 'ours', found: ({ ours }) => ours, certainty: true, unseen: false },
    { name: 'ours, through the parser', found: ({ parsed }) => parsed, certainty: false, unseen: false },
  ];
  if (unseen.size === 0) return ofProfile;
  return [
    ...ofProfile,
    {
      name: 'ours, author unseen',
      found: (guess) => unseen.get(guess)?.ours,
      certainty: true,
      unseen: true,
    },
    { name: 'natural', found: (guess) => unseen.get(guess)?.natural, certainty: false, unseen: true },
  ];
}

function table(
  name: string,
  facets: readonly Facet[],
  guesses: readonly Guess[],
  rows: readonly Row[],
): void {
  print(`\n${name}`);
  print(line(HEAD));
  for (const facet of facets) {
    for (const [index, { name, found, certainty }] of rows.entries()) {
      const { agreement, labels, certain, right } = figuresOf(facet, guesses, found);
      const { answers, macroF1, kappa, accuracy } = agreement;
      const cells = [
        ...[index === 0 ? facet.id : '', name, String(answers)],
        ...[macroF1, kappa, accuracy].map(({ value }) => value?.toFixed(3) ?? '–'),
        ...(certainty ? [share(certain, labels), share(right, certain)] : []),
      ];
      print(line(cells));
    }
  }
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell, i) => (i < 2 ? cell.padEnd(WIDTHS[i] as number) : cell.padStart(WIDTHS[i] as number)))
    .join('  ')
    .trimEnd();
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
