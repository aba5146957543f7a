/**
 * Contrasts: "it saves money but the brow may sag". Where one half of a sentence speaks for one value and the other,
 * behind "but" or the like, for its reverse, the answer states both.
 */

import { type Claim, type Context, claimOfWords, groupOfWords } from './assert.js';
import { Break, type Sentence, type Token } from './lex.js';

/** What sets two statements against each other; those of the second list may open the first of them, too. */
const AGAINST: ReadonlySet<string> = new Set('but yet however'.split(' '));
const EITHER: ReadonlySet<string> = new Set('although though while whereas'.split(' '));

/** The claims that an answer states both of two values, in the facets that have a value for that, with a `contrast`. */
export function contrastsIn(found: readonly Claim[], { sentences, profile }: Context): Claim[] {
  return profile.profile.facets.flatMap((facet) => {
    const both = facet.values.find(({ combines }) => combines !== null);
    if (!both?.combines || both.contrast === 0) return [];
    const [a, b] = both.combines;
    const counted = found.filter((claim) => claim.facet === facet && claim.discounted === null);
    const has = (value: string) => counted.some((claim) => claim.value === value);
    if (!has(a) || !has(b)) return [];
    return sentences.flatMap((sentence, index) => {
      const own = counted.filter((claim) => claim.sentence === index);
      const at = turnOf(
        sentence,
        own,
        counted.filter((claim) => claim.sentence === index - 1),
        [a, b],
      );
      if (at === null) return [];
      const term = (sentence.tokens[at] as Token).word.text;
      const group = groupOfWords('but', both.contrast, 'sets one against the other');
      const said = { facet, value: both.id, group, term, turned: null };
      return [claimOfWords(said, [at, at + 1], sentence, index)];
    });
  });
}

/** The word on whose sides two claims stand that speak for either value; null where there is none. */
function turnOf(
  { tokens, isQuestion }: Sentence,
  own: readonly Claim[],
  above: readonly Claim[],
  [a, b]: readonly [string, string],
): number | null {
  if (isQuestion || own.length === 0) return null;
  const speaks = (claims: readonly Claim[], value: string) => claims.some((claim) => claim.value === value);
  const areOpposed = (first: readonly Claim[], second: readonly Claim[]) =>
    (speaks(first, a) && speaks(second, b)) || (speaks(first, b) && speaks(second, a));
  for (const [at, { word }] of tokens.entries()) {
    const isEither = EITHER.has(word.text);
    if (!isEither && !AGAINST.has(word.text)) continue;
    // "Although A, B"; "A. But B"
    const comma = at === 0 && isEither ? tokens.findIndex(({ before }) => before === Break.comma) : at;
    if (comma < 0) continue;
    const middle = (tokens[comma] as Token).start;
    const behind = own.filter(({ span }) => span[0] >= middle);
    const before = at === 0 && !isEither ? above : own.filter(({ span }) => span[1] <= middle);
    if (areOpposed(before, behind)) return at;
  }
  return null;
}
