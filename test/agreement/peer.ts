import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';

/** An answer's words with a coder's label, and who wrote it. */
export interface Example {
  readonly author: string;
  readonly text: string;
  readonly label: string;
}

/** Training takes minutes and always ends the same: what it found for these examples is kept. */
const KEPT = 'node_modules/.cache/agreement-peer.json';

/**
 * What natural's LogisticRegressionClassifier says of each example, trained on the examples of all other
 * authors. In the order of the examples.
 */
export function leaveOneAuthorOut(examples: readonly Example[]): string[] {
  const key = createHash('sha256').update(JSON.stringify(examples)).digest('hex');
  const kept: Record<string, string[]> = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {};
  kept[key] ??= train(examples);
  writeFileSync(KEPT, JSON.stringify(kept));
  return kept[key];
}

function train(examples: readonly Example[]): string[] {
  process.stderr.write(
    `training natural's classifier on ${examples.length} answers, which takes minutes the first time\n`,
  );
  const found = new Map<Example, string>();
  for (const author of new Set(examples.map((example) => example.author))) {
    const classifier = new LogisticRegressionClassifier();
    for (const { author: other, text, label } of examples) {
      if (other !== author) classifier.addDocument(text, label);
    }
    classifier.train();
    for (const example of examples) {
      if (example.author === author) found.set(example, classifier.classify(example.text));
    }
  }
  return examples.map((example) => found.get(example) as string);
}
