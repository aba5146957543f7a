import { classify } from '../../src/classify/classify.js';
import { UNSTATED } from '../../src/classify/decide.js';
import { type Agreement, agreement } from '../../src/evaluate/agreement.js';
import type { LabelPair } from '../../src/evaluate/confusion.js';
import { pairLabels } from '../../src/evaluate/labelled.js';
import { type Labels, valuesOf } from '../../src/evaluate/labels.js';
import type { CodedAnswer, CodedThread } from '../../src/model.js';
import { builtinProfile } from '../../src/profile/builtin.js';
import type { Facet } from '../../src/profile/model.js';
import { type Corpus, corpora, type LabelledThread } from './corpora.js';
import { type Example, leaveOneAuthorOut } from './peer.js';

/** One answer with its gold label and everybody's guess for a facet. */
interface Guess {
  readonly gold: string;
  readonly ours: string;
  readonly certain: boolean;
  /** Through the parser: `unstated` where it did not find the answer. */
  readonly endToEnd: string;
  readonly peer: string;
  readonly setAside: boolean;
}

const HEAD = ['facet', 'classifier', 'answers', 'macro F1', 'kappa', 'accuracy', 'certain', 'right'];
const WIDTHS = [10, 24, 7, 8, 5, 8, 7, 5];

/** Prints the figures. `--ours` leaves the peer out, whose training takes most of the time. */
export async function main(args: readonly string[]): Promise<void> {
  const compiled = builtinProfile();
  for (const corpus of await corpora(compiled.profile)) {
    const byFacet = compiled.profile.facets.map((facet) => ({
      facet,
      guesses: guess(corpus, facet, !args.includes('--ours')),
    }));
    const parts = [
      ['tuned on', (g: Guess) => !g.setAside],
      ['set aside', (g: Guess) => g.setAside],
    ] as const;
    for (const [part, belongs] of parts) {
      const rows = byFacet.map(({ facet, guesses }) => ({ facet, guesses: guesses.filter(belongs) }));
      if (rows.every(({ guesses }) => guesses.length === 0)) continue;
      print(`\n${corpus.name}, ${part}`);
      print(line(HEAD));
      for (const row of rows) for (const text of facetLines(row.facet, row.guesses)) print(text);
    }
  }
  print(NOTE);
}

const NOTE = `
certain: share of our labels that are not called uncertain; right: how many of these are right.
natural: LogisticRegressionClassifier on the answers' words, trained without the author of the answer.
through the parser: answers that it does not find count as unstated; the other lines know the true cuts.`;

function guess({ labels, threads }: Corpus, facet: Facet, withPeer: boolean): Guess[] {
  const compiled = builtinProfile();
  const all = threads.map((thread) => ({
    thread,
    cut: classify(thread.cut, compiled),
    parsed: classify(thread.parsed, compiled),
  }));
  const answers = all.flatMap(({ thread, cut, parsed }) =>
    labelledAnswers(thread, cut, parsed, labels, facet),
  );
  const found = withPeer ? leaveOneAuthorOut(answers.map(({ example }) => example)) : [];
  return answers.map(({ guess: known }, i) => ({ ...known, peer: found[i] ?? '' }));
}

function labelledAnswers(
  thread: LabelledThread,
  cut: CodedThread,
  parsed: CodedThread,
  labels: Labels,
  facet: Facet,
) {
  const throughParser = new Map(
    pairLabels([parsed], labels).labelled.map(({ answer }) => [answer.id, foundValue(answer, facet)]),
  );
  return pairLabels([cut], labels).labelled.flatMap(({ answer, labels: given }) => {
    const gold = given.get(facet.id);
    if (gold === undefined) return [];
    const example: Example = {
      author: thread.author,
      text: `${answer.heading ?? ''}\n${answer.body}`,
      label: gold,
    };
    const known = {
      gold,
      ours: foundValue(answer, facet),
      certain: !answer.uncertain.includes(facet.id),
      endToEnd: throughParser.get(answer.id) ?? UNSTATED,
      setAside: thread.setAside,
    };
    return [{ example, guess: known }];
  });
}

function foundValue(answer: CodedAnswer, facet: Facet): string {
  return answer.facets[facet.id] ?? UNSTATED;
}

function facetLines(facet: Facet, guesses: readonly Guess[]): string[] {
  const of = (found: (guess: Guess) => string) =>
    agreement(
      guesses.map((guess): LabelPair => [guess.gold, found(guess)]),
      valuesOf(facet),
      { resamples: 1 },
    );
  const certain = guesses.filter((guess) => guess.certain);
  const right = certain.filter(({ gold, ours }) => gold === ours);
  const rows = [
    [facet.id, 'ours', ...figures(of(({ ours }) => ours)), share(certain, guesses), share(right, certain)],
    ['', 'ours, through the parser', ...figures(of(({ endToEnd }) => endToEnd))],
  ];
  if (guesses.some(({ peer }) => peer !== '')) rows.push(['', 'natural', ...figures(of(({ peer }) => peer))]);
  return rows.map(line);
}

function figures({ answers, macroF1, kappa, accuracy }: Agreement): string[] {
  return [String(answers), ...[macroF1, kappa, accuracy].map(({ value }) => value?.toFixed(3) ?? '–')];
}

function share(part: readonly unknown[], whole: readonly unknown[]): string {
  return whole.length === 0 ? '–' : (part.length / whole.length).toFixed(2);
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
