import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** An answer as natural's classifier reads it: stems without function words. */
export type Stems = readonly string[];

export interface Example {
  readonly stems: Stems;
  /** Facet id → the coder's value. */
  readonly labels: ReadonlyMap<string, string>;
}

/** What natural's classifier makes of a text by itself. */
export function stemsOf(text: string): Stems {
  return PorterStemmer.tokenizeAndStem(text);
}

/** natural's classifier, trained on the answers that have a label of the facet. */
export function trainPeer(examples: readonly Example[], facet: string): (stems: Stems) => string {
  const classifier = new QuickFeatures();
  for (const { stems, labels } of examples) {
    const label = labels.get(facet);
    if (label !== undefined) classifier.addDocument(stems, label);
  }
  classifier.train();
  return (stems) => classifier.classify(stems);
}

/** The same features in the same order, found without searching the text once for every word of all texts. */
class QuickFeatures extends LogisticRegressionClassifier {
  private places: ReadonlyMap<string, number> = new Map();

  override train(): void {
    this.places = new Map(Object.keys(this.features).map((feature, place) => [feature, place]));
    super.train();
  }

  /** In bytes, since there are some ten thousand answers, and as many features of each. */
  override textToFeatures(stems: Stems): number[] {
    const features = new Uint8Array(this.places.size);
    for (const stem of stems) {
      const place = this.places.get(stem);
      if (place !== undefined) features[place] = 1;
    }
    return features as unknown as number[];
  }
}
