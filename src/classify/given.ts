import { Break, type Token } from './lex.js';
import { AUXILIARIES, LINKS } from './lists.js';

/** A denial that a verb follows. */
const VERBAL =
  /^(?:.*n't|not|never|cannot|nobody|dont|doesnt|didnt|cant|wont|isnt|wasnt|arent|havent|hasnt)$/;
const DEFINITE = new Set([
  'the',
  'this',
  'these',
  'those',
  'his',
  'her',
  'their',
  'its',
  'my',
  'our',
  'your',
]);
/** "the same force", "the slightest doubt": no thing that is known already. */
const COMPARED = new Set(['same', 'slightest', 'least', 'faintest']);
/** Words of a verb with its preposition ("told of", "turn up all"), and of the thing behind its article. */
const MOST_VERB_WORDS = 3;
const MOST_NOUN_WORDS = 3;

/**
 * "was not told of | the recall |", "does not read | the documentation |": what a
 * verb is denied to be done to is there all the same, where it is a definite
 * thing; unless the verb says that there is such a thing ("does not show the …").
 *
 * @param from the token behind the denial.
 * @param isAsserting whether a verb that says so begins at a token.
 * @returns the tokens of the thing, or null.
 */
export function givenBehind(
  from: number,
  tokens: readonly Token[],
  isAsserting: (at: number) => boolean,
): readonly [from: number, to: number] | null {
  const subject = subjectBehind(from, tokens);
  if (subject !== null) return subject;
  const before = tokens[from - 1]?.word.text ?? '';
  if (!VERBAL.test(before) && !(before === 'without' && tokens[from]?.word.text.endsWith('ing'))) return null;
  for (let at = from; at <= from + MOST_VERB_WORDS; at++) {
    const token = tokens[at];
    if (token === undefined || token.before !== Break.none) return null;
    if (at > from && DEFINITE.has(token.word.text)) {
      if (COMPARED.has(tokens[at + 1]?.word.text ?? '')) return null;
      let end = at + 1;
      while (
        end <= at + MOST_NOUN_WORDS &&
        tokens[end]?.before === Break.none &&
        !LINKS.has(tokens[end]?.word.text ?? '')
      )
        end++;
      return [at, end];
    }
    if (isAsserting(at)) return null;
  }
  return null;
}

/** "no reason to believe that | his confusion | is due to …": what a denied statement is about is there all the same. */
function subjectBehind(from: number, tokens: readonly Token[]): readonly [from: number, to: number] | null {
  for (let at = from; at <= from + MOST_VERB_WORDS && tokens[at]?.before === Break.none; at++) {
    if (tokens[at - 1]?.word.text !== 'that' || !DEFINITE.has((tokens[at] as Token).word.text)) continue;
    for (let end = at + 1; end <= at + MOST_NOUN_WORDS + 1 && tokens[end]?.before === Break.none; end++) {
      if (AUXILIARIES.has((tokens[end] as Token).word.text)) return [at, end];
    }
  }
  return null;
}
