import { describe, expect, test } from 'vitest';
import { bodies, parse, recovers, splint, thins } from './parsed.js';

const heading = 'Does the jaw muscle stay thin after Botox?';
const body =
  'I grind my teeth and have had four sessions in two years. My bite is what it was, as far as I can tell.';

/** A page of named answers, with lines of its own above the question. */
const page = (above: string, asked: string) =>
  `${above}${asked}\n\n3 answers\n\n${[
    ['Dr. Ann Mole', thins],
    ['Dr. Ben Wren', recovers],
    ['Dr. Cleo Hazel', splint],
  ]
    .map(([name, words]) => `${name}\nDermatologist\n${words}\n\n`)
    .join('')}`;

describe('the question', () => {
  test.each([
    ['a menu', 'Existing user? Sign In   Sign Up\nForums > Injectables\n\n'],
    ['a field to search in', 'Search symptoms, medications, doctors\n\n'],
    ['who may see it', 'Private group · 38.2K members\n\n'],
    ['a site and what it is for', 'MolarFolk                      a community for people with teeth\n\n'],
    ['an address', 'molarfolk.example/topics/jaw-botox\n\n'],
    ['what an app sells', 'Try Premium for $0\n\n'],
    ['whose page it is', 'Botox Support Group\n\n'],
    ['key words', 'muscle, toxin, patients, units, jaw, question\n\n'],
  ])('is not %s above it', (_, above) => {
    const { question } = parse(page(above, `${heading}\n\n${body}`));
    expect(question).toMatchObject({ heading, body });
    expect(bodies(page(above, `${heading}\n\n${body}`))).toEqual([thins, recovers, splint]);
  });

  test('is not the buttons below it', () => {
    const { question } = parse(page('', `${heading}\n\n${body}\n\nUpvote\n41\n\nDownvote\n\nBest`));
    expect(question).toMatchObject({ heading, body });
  });

  test('has no heading where there is but a line of the page', () => {
    const { question } = parse(
      page('Jump to content\n\n', `${body} Does the muscle stay thin, and what can I do?`),
    );
    expect(question.heading).toBeNull();
    expect(question.body).toContain('Does the muscle stay thin');
  });

  test.each([
    ['that asks nothing', 'Thin jaws after Botox', 'Will it come back?'],
    ['above a short body', 'Weak jaw from Botox?', 'Should I be worried?'],
    ['above words that end with a question', 'Four sessions of jaw Botox', `${body} Is that so for all?`],
  ])('keeps its heading %s', (_, title, asked) => {
    expect(parse(page('', `${title}\n\n${asked}`)).question.heading).toBe(title);
  });
});
