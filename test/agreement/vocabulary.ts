import { HeardSentence } from '../../src/classify/heard.js';
import { Break, lex } from '../../src/classify/lex.js';
import { englishLanguage } from '../../src/profile/builtin.js';
import { type CompiledProfile, compileProfile } from '../../src/profile/compile.js';
import { DENIED } from '../../src/profile/denied.js';
import type { LeaningWords, Profile, Weights } from '../../src/profile/model.js';
import { stem } from '../../src/profile/stem.js';
import type { LabelledThread } from './corpora.js';

/** Words that hold sentences together. Alone they lean to nothing; beside another word they may. */
const FUNCTION_WORDS = 'the of and to a an in is that it for on are as with i they at be this or by'.split(
  ' ',
);
const FUNCTION_STEMS = new Set(FUNCTION_WORDS.map(stem));

/** So many authors must have written a word, or two words together, for it to be more than a habit. */
const AUTHORS_OF_WORD = 4;
const AUTHORS_OF_PAIR = 7;

/** Words and pairs of words that several authors of labelled answers have, to be fitted for every value. */
export function vocabularyOf(threads: readonly LabelledThread[], profile: Profile): LeaningWords[] {
  const authors = new Map<string, Set<string>>();
  const compiled = compileProfile(profile, englishLanguage());
  for (const { cut, author } of threads) {
    for (const words of wordsIn(cut, compiled))
      authors.set(words, (authors.get(words) ?? new Set()).add(author));
  }
  const weights = noWeights(profile);
  return [...authors]
    .filter(([words, { size }]) => size >= (words.includes(' ') ? AUTHORS_OF_PAIR : AUTHORS_OF_WORD))
    .map(([words]) => ({ words, stems: [words], weights }))
    .sort((a, b) => (a.words < b.words ? -1 : 1));
}

/** The stems of an answer's words, those that are denied by themselves, and pairs. */
function wordsIn({ text, answers }: LabelledThread['cut'], profile: CompiledProfile): Set<string> {
  const found = new Set<string>();
  const { lexicon } = profile;
  for (const { headingSpan, bodySpan, excluded } of answers) {
    const heading = headingSpan ? lex(text, headingSpan, lexicon, { inHeading: true }) : [];
    for (const sentence of [...heading, ...lex(text, bodySpan, lexicon, { excluded })]) {
      const heard = new HeardSentence(sentence, profile);
      let before: string | null = null;
      for (const [at, token] of sentence.tokens.entries()) {
        const own = stem(token.word.text);
        if (leans(own)) found.add(heard.isDenied(at) ? DENIED + own : own);
        const isPair = before !== null && token.before === Break.none;
        if (isPair && (leans(own) || leans(before as string))) found.add(`${before} ${own}`);
        before = own;
      }
    }
  }
  return found;
}

function leans(stem: string): boolean {
  return /^[a-z']{2,}$/.test(stem) && !FUNCTION_STEMS.has(stem);
}

/** A weight of nothing for every value that an answer may take. */
function noWeights({ facets }: Profile): Weights {
  return Object.fromEntries(
    facets.map(({ id, values }) => [
      id,
      Object.fromEntries(
        values.filter(({ id, combines }) => id !== 'unstated' && combines === null).map(({ id }) => [id, 0]),
      ),
    ]),
  );
}
