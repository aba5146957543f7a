import type { Contestant } from './contestant.js';

/** Who is measured; each one's code is loaded only where it runs. */
export const CONTESTANTS = {
  ours: async () => (await import('./ours.js')).ours(),
  'wink-nlp, all terms': async () => (await import('./wink.js')).winkProfile(),
  'wink-nlp, 20 keywords': async () => (await import('./wink.js')).winkKeywords(),
  'compromise, all terms': async () => (await import('./compromise.js')).compromiseProfile(),
  'compromise, 20 keywords': async () => (await import('./compromise.js')).compromiseKeywords(),
  'natural BayesClassifier': async () => (await import('./natural.js')).naturalBayes(),
  'vader-sentiment': async () => (await import('./vader.js')).vaderSentiment(),
  'regex, all first words': async () => (await import('./regex.js')).profileRegex(),
  'regex, 20 keywords': async () => (await import('./regex.js')).keywordRegex(),
} satisfies Record<string, () => Promise<Contestant>>;

export type Name = keyof typeof CONTESTANTS;
