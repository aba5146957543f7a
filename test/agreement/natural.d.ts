declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export default class LogisticRegressionClassifier {
    /** Stem → how often it stands in the documents. */
    readonly features: Readonly<Record<string, number>>;
    addDocument(stems: readonly string[], label: string): void;
    textToFeatures(stems: readonly string[]): number[];
    train(): void;
    classify(stems: readonly string[]): string;
  }
}
