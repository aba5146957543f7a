declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    readonly stemmer: { tokenizeAndStem(text: string): string[] };
    addDocument(stems: readonly string[], label: string): void;
    train(): void;
    classify(stems: readonly string[]): string;
  }
}

declare module 'vader-sentiment' {
  const vader: {
    readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } };
  };
  export default vader;
}
