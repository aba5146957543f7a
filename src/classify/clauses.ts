import type { CompiledProfile } from '../profile/compile.js';
import { Break, type Token } from './lex.js';

const CONJUNCTIONS = new Set(['and', 'or', 'nor', 'then']);
/** "no fever or mild pain": behind "or" a degree begins an item of the list, and no clause. */
const ITEM_LINKS = new Set(['or', 'nor']);
const DEGREES = new Set(
  'mild moderate severe trace trivial minimal marked positive full continued'.split(' '),
);
/** After a comma these join clauses, whatever follows. */
const CLAUSE_JOINERS = new Set(['but', 'so']);

/**
 * The clause of each token, numbered from 0.
 *
 * A clause ends at a semicolon, colon, dash or bracket; at a comma or an "and"
 * behind which a subject stands; and at the comma of a clause that began with
 * a subordinating conjunction. Commas of a list end none.
 */
export function clausesOf(tokens: readonly Token[], profile: CompiledProfile): number[] {
  const clauses: number[] = [];
  let clause = 0;
  let subordinate = false;
  for (let at = 0; at < tokens.length; at++) {
    const opens = at === 0 || opensClause(tokens, at, subordinate, profile);
    if (opens && at > 0) clause++;
    if (opens) subordinate = (tokens[at] as Token).word.is(profile.subordinators);
    clauses.push(clause);
  }
  return clauses;
}

function opensClause(
  tokens: readonly Token[],
  at: number,
  subordinate: boolean,
  profile: CompiledProfile,
): boolean {
  const token = tokens[at] as Token;
  if (token.before >= Break.clause) return true;
  const next = tokens[at + 1];
  const isItem = ITEM_LINKS.has(token.word.text) && DEGREES.has(next?.word.text ?? '');
  const joinsClause =
    CONJUNCTIONS.has(token.word.text) && !isItem && (next?.word.is(profile.clauseOpeners) ?? false);
  if (token.before < Break.comma) return joinsClause;
  return (
    subordinate || joinsClause || CLAUSE_JOINERS.has(token.word.text) || token.word.is(profile.clauseOpeners)
  );
}
