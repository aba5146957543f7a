import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Break, LONGEST_SENTENCE, lex, type Sentence } from '../../src/classify/lex.js';
import { Lexicon } from '../../src/profile/lexicon.js';

const lexicon = new Lexicon();
const sentencesOf = (text: string, excluded: readonly (readonly [number, number])[] = []): Sentence[] =>
  lex(text, [0, text.length], lexicon, { excluded });
/** The sentences as their words. */
const wordsOf = (text: string) =>
  sentencesOf(text).map(({ tokens }) => tokens.map(({ word }) => word.text).join(' '));
const breaksOf = (text: string) =>
  sentencesOf(text).flatMap(({ tokens }) => tokens.slice(1).map(({ before }) => before));

describe('a sentence ends', () => {
  it.each([
    ['at a full stop', 'It thins. It sags.', ['it thins', 'it sags']],
    ['at marks in a row', 'Really?! Yes... it does', ['really', 'yes', 'it does']],
    ['at a full stop behind letters with a slash', 'No N/V. It holds', ['no n v', 'it holds']],
    ['at an ellipsis', 'Well\u2026 it depends', ['well', 'it depends']],
    [
      'where the blank after the stop is missing',
      'less expression.There is no.It holds',
      ['less expression', 'there is no', 'it holds'],
    ],
    [
      'behind a closing quote or bracket',
      'He said "no." It does (truly.) Yes.',
      ['he said no', 'it does truly', 'yes'],
    ],
    ['at a blank line, without a mark', 'It thins\n\nIt sags', ['it thins', 'it sags']],
    [
      'at a blank line of blanks and other line ends',
      'It thins\r\n \u00a0\r\nIt sags',
      ['it thins', 'it sags'],
    ],
    [
      'where an abbreviation that is a word closes it',
      'I say no. It holds. I waited 3 yrs. Nothing.',
      ['i say no', 'it holds', 'i waited 3 yrs', 'nothing'],
    ],
    [
      'at the end of a line that had room for the next word',
      'no sag\nit holds\r\nand a line that is much longer',
      ['no sag', 'it holds', 'and a line that is much longer'],
    ],
    [
      'at such a line end of old',
      'no sag\rand a line that is longer',
      ['no sag', 'and a line that is longer'],
    ],
    ['behind the pronoun', 'So do I. It thins.', ['so do i', 'it thins']],
  ])('%s', (_, text, sentences) => {
    expect(wordsOf(text)).toEqual(sentences);
  });

  it.each([
    ['at a title', 'Dr. Roe and Mrs. Poe vs. Prof. Doe agree', 1],
    ['at Latin', 'some muscles, e.g. the frontalis, i.e. the brow, etc. and so on', 1],
    ['at an initial', 'J. R. Roe treats it', 1],
    ['at a unit before a small letter', 'after 3 mos. of use', 1],
    ['at a decimal point', 'about 2.5 years', 1],
    ['at a point inside a name', 'see example.com for it', 1],
    ['at a line end inside a paragraph', 'the muscle\nthins', 1],
    ['at line ends that leave no room for the next word', 'the muscle of the\nforehead thins with\nuse', 1],
    ['without a word', '... !!! ??? \n\n — ', 0],
  ])('not %s', (_, text, count) => {
    expect(wordsOf(text)).toHaveLength(count);
  });

  it('takes every item of a list for a unit of its own', () => {
    const items = ['less tone', 'less bulk'];
    for (const [a, b] of [
      ['- ', '- '],
      ['* ', '* '],
      ['\u2022 ', '\u2022 '],
      ['1. ', '2. '],
      ['(a) ', '(b) '],
      ['1) ', '2) '],
    ]) {
      const found = wordsOf(`${a}less tone\n${b}less bulk`)
        .filter((words) => !/^\d$/.test(words))
        .map((words) => words.replace(/^\w /, ''));
      expect(found).toEqual(items);
    }
  });

  it('cuts what runs on', () => {
    const sentences = sentencesOf('word '.repeat(1000));
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.flatMap(({ tokens }) => tokens)).toHaveLength(1000);
  });
});

describe('a word', () => {
  it.each([
    ['folds case', 'MUSCLE Muscle', ['muscle muscle']],
    ['keeps its apostrophe, whichever it is', "don't don\u2019t don\u02bct", ["don't don't don't"]],
    ['loses quotes around it', "'thin' \u2018thin\u2019", ['thin thin']],
    ['is cut at hyphens and slashes', 'long-term and/or', ['long term and or']],
    ['keeps its decimal point', '2.5 years', ['2.5 years']],
    [
      'has letters of any script',
      'na\u00efve \u0434\u0430 \u7b4b\u8089',
      ['na\u00efve \u0434\u0430 \u7b4b\u8089'],
    ],
    ['ends at a non-breaking space', 'weaken\u00a0over\u00a0time', ['weaken over time']],
  ])('%s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('between two words stands', () => {
  it.each([
    ['a blank', 'a b', Break.none],
    ['a non-breaking space', 'a\u00a0b', Break.none],
    ['a hyphen', 'a-b', Break.none],
    ['a comma', 'a, b', Break.comma],
    ['a semicolon', 'a; b', Break.clause],
    ['a colon', 'a: b', Break.clause],
    ['a sign that two things are one', 'a = b', Break.clause],
    ['a bracket', 'a (b', Break.clause],
    ['a dash', 'a \u2014 b', Break.clause],
    ['a hyphen for a dash', 'a - b', Break.clause],
    ['two hyphens', 'a--b', Break.clause],
    ['a dash between numbers', '3\u20134', Break.none],
    ['a picture', 'a \u{1f600} b', Break.clause],
    ['an arrow', 'a \u2192 b', Break.clause],
    ['the stronger of two', 'a, (b', Break.clause],
  ])('%s', (_, text, kind) => {
    expect(breaksOf(text)).toEqual([kind]);
  });
});

describe('a sentence without an end', () => {
  it.each(['word ', '(-) word ', 'word (-) '])('of "%s" over and over is cut', (part) => {
    const lengths = sentencesOf(part.repeat(1000)).map(({ tokens }) => tokens.length);
    expect(Math.max(...lengths)).toBe(LONGEST_SENTENCE);
  });
});

describe('marks', () => {
  const quotedOf = (text: string) =>
    sentencesOf(text).flatMap(({ tokens }) =>
      tokens.filter(({ quoted }) => quoted).map(({ word }) => word.text),
    );

  it.each([
    ['straight', 'You say "it thins" and I do not'],
    ['curly', 'You say \u201cit thins\u201d and I do not'],
    ['angled', 'You say \u00abit thins\u00bb and I do not'],
  ])('words inside %s quotation marks', (_, text) => {
    expect(quotedOf(text)).toEqual(['it', 'thins']);
  });

  it('words of a quotation across sentences, and none behind its end', () => {
    expect(quotedOf('"It thins. It sags." So they say.')).toEqual(['it', 'thins', 'it', 'sags']);
  });

  it('no words beyond the paragraph of a quotation mark that is not closed', () => {
    expect(quotedOf('He said "it thins.\n\nIt does not.')).toEqual(['it', 'thins']);
  });

  it('questions', () => {
    const marked = sentencesOf('Does it? It does. Really?! Yes!').map(({ isQuestion }) => isQuestion);
    expect(marked).toEqual([true, false, true, false]);
  });
});

it('reads nothing of what is excluded, and joins no sentence across it', () => {
  const text = 'It thins > they say it holds < and sags.';
  const excluded = [[text.indexOf('>'), text.indexOf('<') + 1]] as const;
  const words = sentencesOf(text, excluded).map(({ tokens }) =>
    tokens.map(({ word }) => word.text).join(' '),
  );
  expect(words).toEqual(['it thins', 'and sags']);
});

it('gives spans whose text folds to the word, in order, whatever the text', () => {
  const parts = [
    'no',
    'I',
    "don't",
    'e.g',
    '3',
    '.',
    '"',
    '\u201c',
    '\n',
    '\n\n',
    '- ',
    ' ',
    '?',
    '\u00a0',
    '(',
    '\u{1f600}',
  ];
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((chosen) => chosen.join('')),
  );
  const fold = (text: string) => text.toLowerCase().replace(/[\u2019\u02bc]/g, "'");
  const isSound = (text: string) => {
    let at = 0;
    return sentencesOf(text).every(({ tokens, span }) => {
      const inOrder = tokens.every(({ start, end, word }) => {
        const follows = start >= at && end > start && fold(text.slice(start, end)) === word.text;
        at = end;
        return follows;
      });
      return inOrder && span[0] === tokens[0]?.start && span[1] >= at;
    });
  };
  fc.assert(fc.property(anyText, isSound), { seed: 1 });
});
