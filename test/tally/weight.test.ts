import { describe, expect, test } from 'vitest';
import type { CodedThread } from '../../src/model.js';
import { weighByVotes } from '../../src/tally/weight.js';

const weights = (...votes: (number | undefined)[]) =>
  weighByVotes({ answers: votes.map((votes) => ({ votes })) } as unknown as CodedThread).answers.map(
    (a) => a.weight,
  );

describe('votes as weights', () => {
  test('are taken as they are, none below 0', () => expect(weights(12, 0, -3)).toEqual([12, 0, 0]));
  test('an answer without votes weighs nothing where others have some', () =>
    expect(weights(2, undefined)).toEqual([2, 0]));
  test('a thread without votes is counted as without weights', () =>
    expect(weights(undefined, undefined)).toEqual([1, 1]));
});
