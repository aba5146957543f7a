import { describe, expect, it } from 'vitest';
import { coded, finding, heard, profileOf } from './sample.js';

const DENIED = ['+absent'];
const STATED = ['+present'];

/** The cues that apply to the term, as kind and words. */
const cuesOf = (text: string, term: string) =>
  coded(text, finding(term)).evidence.flatMap(({ cues }) => cues.map((cue) => `${cue.kind}: ${cue.text}`));

describe('a forward negation', () => {
  it.each([
    ['denies what stands behind it', 'There is no sagging.', DENIED],
    ['denies nothing that stands before it', 'The sagging was no surprise to her.', STATED],
    ['denies a whole list', 'No pain, bruising, redness, or sagging.', DENIED],
    ['denies nothing behind "but"', 'No bruising but obvious sagging.', STATED],
    ['denies nothing behind another termination', 'Nothing hurt except for the sagging.', STATED],
    ['denies nothing behind a semicolon', 'No bruising; sagging at six weeks.', STATED],
    ['denies nothing in the next sentence', 'It never hurt. Sagging came later.', STATED],
    ['denies nothing in the next clause', 'It does not hurt, it causes sagging.', STATED],
    ['that a comma sets off denies nothing', 'No, sagging is common.', STATED],
    ['that agrees with another denies nothing', 'Well no I never had sagging.', DENIED],
    [
      'that agrees in the middle of a sentence denies nothing',
      'Short answer: no they never see sagging.',
      DENIED,
    ],
    ['that a colon sets off denies nothing', 'No: sagging is common.', STATED],
    ['with a colon of its own denies', 'Denies: pain, sagging.', DENIED],
    ['denies across an adverb', 'It will not, in general, cause sagging.', DENIED],
    ['denies nothing that is measured', 'No pain, sagging of 4 mm.', STATED],
    ['denies nothing that is said to be there', 'No pain, sagging unchanged.', STATED],
    ['denies nothing that has a verb of its own', 'No pain, and sagging was mild.', STATED],
    ['denies nothing that came before', 'She had no pain before sagging set in.', STATED],
    ['cancels none behind a comma', 'No pain, the chin showing no sagging.', DENIED],
    ['denies nothing behind the verb of what is absent', 'Absence of pain does not exclude sagging.', STATED],
    ['denies nothing behind the subject of its sentence', 'Without straps her sagging got worse.', STATED],
    ['denies nothing behind the comma of a verb', 'No filler was needed, sagging mild.', STATED],
    ['denies nothing behind what came in spite of it', 'Despite no pain, sagging set in.', STATED],
    ['denies nothing behind the opposite', 'Neg for pain, pos for sagging.', STATED],
    ['of a list that repeats it denies one item', 'No pain, no fever, sagging of the chin.', STATED],
    ['at the beginning denies one thing', 'In chins without pain, sagging came soon.', STATED],
    ['at the beginning denies a list', 'Without pain, bruises or sagging.', DENIED],
    ['that answers denies nothing', 'No it causes sagging.', STATED],
    ['denies what is linked to its list', 'No pain, sagging or swelling since day 3.', DENIED],
    ['denies in capitals', 'NO BRUISING OR SAGGING.', DENIED],
    ['denies nothing behind a plus', 'No bruising, + sagging of the chin.', STATED],
    ['of a pronoun that points back reaches on', 'It fades, which is not a case of sagging.', DENIED],
    ['denies nothing of what its statement is about', 'I doubt that the sagging is due to it.', STATED],
    ['denies what its statement says', 'I doubt that the drug is a cause of sagging.', DENIED],
    ['denies no plan to exclude', 'Sagging must be ruled out first.', STATED],
    ['denies nothing whose cause is sought', 'The cause of the sagging was not found.', STATED],
    ['declines what it is done to', 'She declines needles, threads or sagging.', DENIED],
    ['that something declines denies nothing', 'Tone declines slowly with sagging.', STATED],
    ['denies what is rejected', 'The idea that it leads to sagging is wrong.', DENIED],
    ['denies in telegraphic notes', '44F s/p tox x3. Brow: no sagging, no ptosis.', DENIED],
  ])('%s', (_, text, expected) => {
    expect(heard(text, 'sagging')).toEqual(expected);
  });
});

describe('a backward negation', () => {
  it.each([
    ['denies what stands before it', 'Sagging was ruled out.', DENIED],
    ['denies nothing that stands behind it', 'A tear was ruled out after sagging set in.', STATED],
    ['denies across words between', 'Sagging of the lower face has not been observed.', DENIED],
    ['at the head of its clause denies the one before', 'Sagging: not seen.', DENIED],
    ['behind "but" denies its subject', 'Sagging was expected but was not seen.', DENIED],
    ['alone in its clause', 'Sagging - none.', DENIED],
    ['at the end of its clause, in one word', 'On day 9 sagging denied, bruising present.', DENIED],
    ['denies a list', 'Pain, sagging, swelling not seen.', DENIED],
    ['denies no item of a list that says it is there', 'Pain, sagging present, swelling absent.', STATED],
    ['in a relative clause denies what it tells of', 'We watched for sagging, which did not occur.', DENIED],
    ['denies what earlier findings lacked no more', 'Sagging, not seen on the previous exam.', STATED],
    ['denies a list of longer items', 'Sagging of the lower face, and bruises not seen.', DENIED],
    ['denies no more than its own item', 'Sagging of the lower face, bruises not seen.', STATED],
    ['behind an item that denies itself', 'No pain, sagging denied.', DENIED],
    ['alone in its clause, in one word', 'Sagging: denied. Bruising: denied.', DENIED],
    ['denies no subject of another verb', 'Sagging was noted and a lift was not needed.', STATED],
    ['denies a subject that stands for the one before', 'Sagging was sought and all was not seen.', DENIED],
    [
      'denies none that is denied in its own clause',
      'There was no sagging, and a lump was not seen.',
      DENIED,
    ],
    [
      'denies a subject with a clause of its own',
      'The sagging that was seen in May is not seen now.',
      DENIED,
    ],
  ])('%s', (_, text, expected) => {
    expect(heard(text, 'sagging')).toEqual(expected);
  });
});

describe('a sign in brackets', () => {
  it.each([
    ['denies the finding behind it', '(-) pain, (-) sagging, (+) itching', DENIED],
    ['denies the finding before it', 'Pain (-), sagging (-), itching (+).', DENIED],
    ['in print denies as well', 'Pain (+), sagging (\u2212).', DENIED],
    ['that affirms parts what it affirms from what is denied', 'Pain (-), sagging (+).', STATED],
    ['that affirms ends a denial', '(-) pain, (+) sagging', STATED],
    ['without brackets denies the item behind it', 'Jaw: +pain, -sagging, -itching', DENIED],
    ['without brackets denies that one alone', 'Jaw: +fever, -pain, sagging mild', STATED],
    ['without brackets denies the item before it', 'Pain +, sagging -, itching +.', DENIED],
    ['spelt out denies the finding before it', 'Pain +ve, sagging -ve.', DENIED],
    ['that is a dash denies nothing', 'It helps - sagging apart - and it lasts.', STATED],
    ['that is a bullet denies nothing', '- pain\n- sagging', STATED],
  ])('%s', (_, text, expected) => {
    expect(heard(text, 'sagging')).toEqual(expected);
  });
});

describe('negations in a row', () => {
  it.each([
    ['each deny an item of a list', 'No pain, no bruising and no sagging.', DENIED],
    ['with an adverb between', 'No pain, and almost certainly no sagging.', DENIED],
    ['neither … nor', 'It causes neither pain nor sagging.', DENIED],
    ['without a comma', 'Smooth brow no bruising no sagging.', DENIED],
    ['deny one another', 'It is not without sagging.', STATED],
    ['no reason', 'She came in, not because of sagging.', DENIED],
    ['a failure that is denied', 'It never fails to cause sagging.', STATED],
  ])('%s', (_, text, expected) => {
    expect(heard(text, 'sagging')).toEqual(expected);
  });
});

describe('what only looks like a negation', () => {
  it.each([
    'Not only sagging follows.',
    'It is not only sagging that follows.',
    'No doubt sagging follows.',
    'It is not uncommon to see sagging.',
    'Sagging cannot be ruled out.',
    'We cannot rule out sagging.',
    'It does not stop the sagging.',
    'Nobody has fixed the sagging.',
    'You cannot ignore the sagging.',
    'She is not happy because of the sagging.',
    'No improvement despite massage of the sagging.',
    'Not everyone gets sagging.',
    'You cannot believe how much sagging I see.',
    'There was no change in the sagging.',
    'We do not know what causes the sagging.',
    'The sagging is a fact, so feel free to call.',
    'Bare skin and sagging.',
  ])('%s', (text) => {
    expect(heard(text, 'sagging')).toEqual(STATED);
  });
});

describe('a definite thing that a denied verb is done to', () => {
  it.each([
    ['is there all the same', 'They did not photograph the sagging.', STATED],
    ['is there behind a preposition', 'She was not told of the sagging.', STATED],
    ['is there behind "without" and a verb', 'She left without mentioning her sagging.', STATED],
    ['is there in the plural, and with an adjective', 'Nobody drew those deep saggings.', STATED],
    ['is not, where the verb says that it is there', 'They did not cause the sagging.', DENIED],
    ['is not, where the verb says that it was found', 'We did not see the sagging.', DENIED],
    ['is not, where it is indefinite', 'They did not photograph any sagging.', DENIED],
    ['is not, where it is compared', 'They did not frown with the same sagging.', DENIED],
    ['ends with its noun', 'They did not touch the brow or cause sagging.', DENIED],
  ])('%s', (_, text, expected) => {
    expect(heard(text, 'sagging')).toEqual(expected);
  });
});

describe('a contraction', () => {
  it.each([
    ['straight', "It doesn't cause sagging."],
    ['curly', 'It doesn\u2019t cause sagging.'],
    ['of letter apostrophes', 'It doesn\u02bct cause sagging.'],
    ['without one', 'It doesnt cause sagging.'],
    ['written out', 'It does not cause sagging.'],
    ['of two words', 'It can not cause sagging.'],
    ['of one', 'It cannot cause sagging.'],
  ])('%s', (_, text) => {
    expect(heard(text, 'sagging')).toEqual(DENIED);
  });
});

describe('a cue', () => {
  it('that is part of a term does not change it', () => {
    expect(heard('It does not sag.', 'not sag')).toEqual(STATED);
    expect(heard('I would not do it again.', 'not do it again')).toEqual(STATED);
    expect(heard('There is nothing left.', 'nothing left')).toEqual(STATED);
  });

  it('in the gap of a term denies it', () => {
    expect(heard('They lose no strength.', 'lose ... strength')).toEqual(DENIED);
  });

  it('that begins before the term and runs into it denies it', () => {
    expect(heard('There is no sign of wear.', 'sign of wear')).toEqual(DENIED);
  });

  it.each([
    ['The sagging was not seen.', 'seen'],
    ['No increase in sagging.', 'increase in sagging'],
    ['It does not stop the sagging.', 'stop the sagging'],
  ])('has no word of the term: %s', (text, term) => {
    expect(heard(text, term)).toEqual(DENIED);
  });

  it('is a word, not what shares its stem', () => {
    expect(cuesOf('It looks like sagging, in bare skin.', 'sagging')).toEqual([]);
    expect(cuesOf('It is likely sagging.', 'sagging')).toEqual(['hedge: likely']);
  });

  it('is the longest: a word belongs to one', () => {
    expect(cuesOf('There is no evidence of sagging.', 'sagging')).toEqual(['negation: no evidence of']);
    expect(cuesOf('It is far from certain sagging.', 'sagging')).toEqual(['negation: far from']);
  });

  it('reaches no farther than its row says', () => {
    const reach = (words: string) => cuesOf(`It may ${words} cause sagging.`, 'sagging');
    expect(reach('in one or two')).toEqual(['hedge: may']);
    expect(reach('in one or two out of every nine of these')).toEqual([]);
  });

  it('applies with its span', () => {
    const text = 'We found no evidence of sagging.';
    const [evidence] = coded(text, finding('sagging')).evidence;
    const [cue] = evidence?.cues ?? [];
    expect(text.slice(...(cue?.span ?? []))).toBe('no evidence of');
  });
});

describe('the cues of a profile', () => {
  const facets = { f: { values: { present: { terms: ['sagging'], negated: 'absent' }, absent: {} } } };
  const valueFor = (text: string, extra: object) => coded(text, profileOf({ facets, ...extra })).facets.f;

  it('join the shared ones', () => {
    const cues = { negation: [{ patterns: ['zilch'] }] };
    expect(valueFor('Zilch sagging.', {})).toBe('present');
    expect(valueFor('Zilch sagging.', { cues })).toBe('absent');
  });

  it('may look backward, or only so far', () => {
    const cues = { negation: [{ direction: 'backward', reach: 2, patterns: ['zilch'] }] };
    expect(valueFor('Sagging zilch.', { cues })).toBe('absent');
    expect(valueFor('Sagging of skin and fat zilch.', { cues })).toBe('present');
  });

  it('may reach to the end of the sentence', () => {
    const text = 'Zilch, and there follows sagging.';
    const row = (scope: string) => ({ cues: { negation: [{ scope, patterns: ['zilch of'] }] } });
    const behind = text.replace('Zilch,', 'Zilch of it,');
    expect(valueFor(behind, row('clause'))).toBe('present');
    expect(valueFor(behind, row('sentence'))).toBe('absent');
  });

  it('can be switched off', () => {
    expect(valueFor('It is far from sagging.', {})).toBe('absent');
    expect(valueFor('It is far from sagging.', { 'cues-off': ['far from'] })).toBe('present');
  });
});
