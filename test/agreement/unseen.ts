import { load } from 'js-yaml';
import { englishLanguage } from '../../src/profile/builtin.js';
import { type CompiledProfile, compileProfile } from '../../src/profile/compile.js';
import { normalizeProfile } from '../../src/profile/normalize.js';
import type { LabelledThread } from './corpora.js';
import { type Findings, findingsIn, type Guess } from './guesses.js';
import { type Example, stemsOf, trainPeer } from './peer.js';
import { type Fitting, type Refitted, refit } from './refit.js';

/** What is found in an answer by those who have seen nothing of its author. */
export interface Unseen {
  /** Our profile, fitted without the author. */
  readonly ours: Findings;
  /** natural's classifier, trained without the author on some of the same answers. */
  readonly natural: Findings;
}

/** natural's classifier is trained on no more answers than this, since it takes hours for all; drawn evenly. */
export const MOST_OF_PEER = 8000;

/** So many times some of the authors are left out, each once. */
const FOLDS = 5;

/**
 * Leaves out a fifth of the authors after the other. Whoever is fitted or trained has answers of all others that
 * the profile is fitted to: neither those set aside nor the blind ones.
 */
export function leaveAuthorsOut(fitting: Fitting, guesses: readonly Guess[]): Map<Guess, Unseen> {
  const examples = new Map(
    guesses.map((guess): [Guess, Example] => [guess, { labels: guess.labels, stems: stemsOf(guess.text) }]),
  );
  const unseen = new Map<Guess, Unseen>();
  const authors = [...new Set(guesses.map(({ thread }) => thread.author))].sort();
  for (let fold = 0; fold < FOLDS; fold++) {
    const out = new Set(authors.filter((_, place) => place % FOLDS === fold));
    const others = [...examples].filter(
      ([{ thread }]) => thread.role === 'fitted' && !out.has(thread.author),
    );
    const step = Math.ceil(others.length / MOST_OF_PEER);
    const training = others.filter((_, place) => place % step === 0).map(([, example]) => example);
    const peers = fitting.profile.facets.map(({ id }) => [id, trainPeer(training, id)] as const);
    const compiled = compiledFrom(refit(fitting, ({ author }) => !out.has(author)));
    for (const [thread, own] of byThread(guesses.filter(({ thread }) => out.has(thread.author)))) {
      const ours = findingsIn(thread.cut, thread, compiled);
      for (const guess of own) {
        const { stems } = examples.get(guess) as Example;
        const natural = peers.map(([id, peer]) => [id, { value: peer(stems), certain: true }] as const);
        unseen.set(guess, { ours: ours.get(guess.answer) ?? new Map(), natural: new Map(natural) });
      }
    }
  }
  return unseen;
}

function byThread(guesses: readonly Guess[]): Map<LabelledThread, Guess[]> {
  const threads = new Map<LabelledThread, Guess[]>();
  for (const guess of guesses) {
    const own = threads.get(guess.thread);
    if (own) own.push(guess);
    else threads.set(guess.thread, [guess]);
  }
  return threads;
}

function compiledFrom({ text, leaning }: Refitted): CompiledProfile {
  return compileProfile({ ...normalizeProfile(load(text)), leaning }, englishLanguage());
}
