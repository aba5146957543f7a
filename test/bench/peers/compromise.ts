import nlp from 'compromise/one';
import { library } from '../library.js';
import { type Contestant, KEYWORDS } from './contestant.js';
import { phrasesOf } from './phrases.js';

/** compromise's match of the keywords, with its smallest build, which tags no parts of speech. */
export function compromiseKeywords(): Contestant {
  const match = `(${KEYWORDS.join('|')})`;
  return (text) => nlp.tokenize(text).match(match).length;
}

/** A sweep with a net of the profile's terms, its quickest way to match many. */
export function compromiseProfile(): Contestant {
  const matches = phrasesOf(library().builtinProfile().profile).map(({ label, places }) => ({
    match: places.map(({ words, optional }) => `(${words.join('|')})${optional ? '?' : ''}`).join(' '),
    tag: label,
  }));
  const net = nlp.buildNet(matches);
  return (text) => nlp.tokenize(text).sweep(net).view.length;
}
