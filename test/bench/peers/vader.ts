import vader from 'vader-sentiment';
import { type Contestant, paragraphs } from './contestant.js';

/** The sentiment of each paragraph: less than what we do, but a rule-based reading with negation. */
export function vaderSentiment(): Contestant {
  return (text) =>
    paragraphs(text).reduce(
      (sum, paragraph) => sum + vader.SentimentIntensityAnalyzer.polarity_scores(paragraph).compound,
      0,
    );
}
