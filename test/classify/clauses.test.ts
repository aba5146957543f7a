import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../src/classify/clauses.js';
import { finding, sentencesOf } from './sample.js';

const profile = finding('nothing');

/** The clauses of a sentence, as their words. */
function clauses(text: string): string[] {
  const tokens = sentencesOf(text, profile)[0]?.tokens ?? [];
  const found: string[][] = [];
  for (const [at, clause] of clausesOf(tokens, profile).entries()) {
    found[clause] = [...(found[clause] ?? []), tokens[at]?.word.text ?? ''];
  }
  return found.map((words) => words.join(' '));
}

describe('a clause ends', () => {
  it.each([
    ['at a semicolon', 'no fever; pain persists', ['no fever', 'pain persists']],
    ['at a colon', 'fever: none', ['fever', 'none']],
    ['at a dash', 'no fever - pain persists', ['no fever', 'pain persists']],
    ['at brackets', 'no fever (he has pain) today', ['no fever', 'he has pain', 'today']],
    ['at a comma before a subject', 'it does not hurt, it sags', ['it does not hurt', 'it sags']],
    ['at "and" before a subject', 'it does not hurt and it sags', ['it does not hurt', 'and it sags']],
    ['at a comma before "but" or "so"', 'not thin, but weak', ['not thin', 'but weak']],
    [
      'at the comma of a subordinate clause',
      'while nothing hurts, wrinkles deepen',
      ['while nothing hurts', 'wrinkles deepen'],
    ],
  ])('%s', (_, text, found) => {
    expect(clauses(text)).toEqual(found);
  });

  it.each([
    ['at the commas of a list', 'no fever, pain, or swelling'],
    ['at "and" between things', 'no fever and pain'],
    ['at a hyphen inside a word', 'no long-term loss'],
    ['at a dash between numbers', 'in 3\u20134 years'],
  ])('not %s', (_, text) => {
    expect(clauses(text)).toHaveLength(1);
  });
});
