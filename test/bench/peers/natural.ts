import { readFileSync } from 'node:fs';
import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { fixtureThreads } from '../corpus/on-topic.js';
import { type Contestant, paragraphs } from './contestant.js';

const FACETS = 3;
/** As many of the labelled answers as make a classifier of some use: it gets slower with each. */
const TRAINED_ON = 200;

/** natural's BayesClassifier, one for each facet, trained on labelled answers; given paragraphs, each stemmed once. */
export function naturalBayes(): Contestant {
  const answers = fixtureThreads().flatMap((thread) => thread.answers);
  const labels = readFileSync('fixtures/coded/labels.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1, 1 + TRAINED_ON);
  const { stemmer } = new BayesClassifier();
  const classifiers = Array.from({ length: FACETS }, (_, facet) => {
    const classifier = new BayesClassifier();
    for (const [i, line] of labels.entries()) {
      const label = line.split(',')[2 + facet];
      if (label) classifier.addDocument(stemmer.tokenizeAndStem(answers[i]?.text ?? ''), label);
    }
    classifier.train();
    return classifier;
  });
  return (text) => {
    let length = 0;
    for (const paragraph of paragraphs(text)) {
      const stems = stemmer.tokenizeAndStem(paragraph);
      for (const classifier of classifiers) length += classifier.classify(stems).length;
    }
    return length;
  };
}
