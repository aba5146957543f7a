import { library } from '../library.js';
import { type Contestant, KEYWORDS } from './contestant.js';
import { phrasesOf } from './phrases.js';

/** Counts words: no answers, no negation, no context, no spans. */
export function keywordRegex(): Contestant {
  return counter(KEYWORDS);
}

/** The same with every word that a term of the profile begins with. */
export function profileRegex(): Contestant {
  const phrases = phrasesOf(library().builtinProfile().profile);
  return counter([...new Set(phrases.flatMap(({ places }) => places[0]?.words ?? []))]);
}

function counter(words: readonly string[]): Contestant {
  const alternation = new RegExp(`\\b(?:${words.join('|')})`, 'gi');
  return (text) => {
    let found = 0;
    alternation.lastIndex = 0;
    while (alternation.test(text)) found++;
    return found;
  };
}
