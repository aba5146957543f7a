import type { TermMeaning } from '../profile/compile.js';
import type { TermGroup } from '../profile/model.js';
import type { Families } from './families.js';
import type { Token } from './lex.js';
import type { Hit } from './match.js';

/** "Shrinks over the years.": a verb in the third person. */
const VERB = /[^s]s$/;

/** "Weaker, yes." */
const WORDS_OF_FRAGMENT = 5;

/**
 * Whether a term keeps the company that its group asks for. A sentence that begins with the term, and with a verb or in
 * few words, leaves out what it is said of.
 *
 * @param sentence its sentence's index in the answer.
 * @param clauses the clause of each of the sentence's tokens.
 */
export function suits(
  hit: Hit<TermMeaning>,
  tokens: readonly Token[],
  sentence: number,
  clauses: readonly number[],
  families: Families,
): boolean {
  const { group } = hit.pattern.meaning;
  if (group === null) return true;
  const { near, unless, within } = group;
  const has = (family: string, reach: TermGroup['within']) => {
    if (reach === 'answer') return families.stands(family);
    const starts = families.startsIn(sentence, family);
    if (reach === 'sentence') return starts.length > 0;
    const [first, last] = [clauses[hit.from] as number, clauses[hit.to - 1] as number];
    return starts.some((at) => (clauses[at] as number) >= first && (clauses[at] as number) <= last);
  };
  const isElided =
    hit.from === 0 && (tokens.length <= WORDS_OF_FRAGMENT || VERB.test(tokens[0]?.word.text ?? ''));
  return (
    (near.length === 0 || isElided || near.some((family) => has(family, within))) &&
    !unless.some((family) => has(family, within === 'answer' ? 'sentence' : within))
  );
}
