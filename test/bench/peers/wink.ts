import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemCustomEntity } from 'wink-nlp';
import { library } from '../library.js';
import { type Contestant, KEYWORDS } from './contestant.js';
import { type Phrase, phrasesOf, withWords } from './phrases.js';

/** Nothing runs that is not needed: sentences, negation, custom entities. */
const nlp = winkNLP(model, ['sbd', 'negation', 'cer']);

/** wink-nlp's custom entities with its negation, for the keywords. */
export function winkKeywords(): Contestant {
  return entities([{ name: 'keyword', patterns: [...KEYWORDS] }]);
}

/** wink writes out all combinations of a pattern's words, which fills the memory: terms with more are left out. */
const MOST_COMBINATIONS = 100;

/** The same for the profile's terms, less the words that wink cuts in two ("cannot"). */
export function winkProfile(): Contestant {
  const whole = new Map<string, boolean>();
  const isWhole = (word: string): boolean => {
    const known = whole.get(word) ?? nlp.readDoc(word).tokens().length() === 1;
    whole.set(word, known);
    return known;
  };
  const byLabel = new Map<string, string[]>();
  const phrases = withWords(phrasesOf(library().builtinProfile().profile), isWhole);
  for (const phrase of phrases.filter((phrase) => combinations(phrase) <= MOST_COMBINATIONS)) {
    const name = phrase.label.replace(/\W/g, '_');
    byLabel.set(name, [...(byLabel.get(name) ?? []), patternOf(phrase)]);
  }
  return entities([...byLabel].map(([name, patterns]) => ({ name, patterns })));
}

function combinations({ places }: Phrase): number {
  return places.reduce((product, { words, optional }) => product * (words.length + (optional ? 1 : 0)), 1);
}

/** In wink's notation `[a|b]` is either and `[|a]` may be absent. */
function patternOf({ places }: Phrase): string {
  return places
    .map(({ words, optional }) =>
      optional || words.length > 1 ? `[${optional ? '|' : ''}${words.join('|')}]` : words[0],
    )
    .join(' ');
}

function entities(examples: { name: string; patterns: string[] }[]): Contestant {
  const { its } = nlp;
  nlp.learnCustomEntities(examples, { matchValue: false, usePOS: false, useEntity: false });
  return (text) => {
    let found = 0;
    nlp
      .readDoc(text)
      .customEntities()
      .each((entity: ItemCustomEntity) => {
        const [start] = entity.out(its.span) as unknown as number[];
        found += (entity.out(its.negationFlag) ? 1 : 2) + entity.out(its.type).length + (start ?? 0);
      });
    return found;
  };
}
