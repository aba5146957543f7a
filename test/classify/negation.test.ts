import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { classifyText, loadProfile } from '../../src/index.js';

interface Row {
  readonly sentence: string;
  readonly phrase: string;
  readonly label: 'negated' | 'affirmed';
}

const rowsOf = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../test/gold/${name}`, import.meta.url)), { columns: true });

/** Rows that share a profile, since loading one takes longer than reading a sentence. */
const SHARED = 50;

/** The facet that a user of the library would write for a phrase. */
const facetFor = (phrase: string) =>
  `{ values: { present: { terms: [${JSON.stringify(phrase)}], negated: absent }, absent: {} } }`;

/** Whether the phrase of each row is denied in its sentence. */
async function denied(rows: readonly Row[]): Promise<boolean[]> {
  const facets = rows.map(({ phrase }, index) => `  finding-${index}: ${facetFor(phrase)}`);
  const profile = await loadProfile(`facets:\n${facets.join('\n')}\n`);
  return rows.map(({ sentence }, index) => {
    const { facets } = classifyText(sentence, profile);
    return facets[`finding-${index}`] === 'absent';
  });
}

describe.each([
  ['sentences as they come', 'negation.csv', 750],
  ['half of them hard, and telegraphic', 'negation-hard.csv', 473],
  ['of letters, reports and notes', 'negation-notes.csv', 203],
  ['of wards and clinics, many of them hard', 'negation-wards.csv', 300],
  ['of ordinary charts', 'negation-charts.csv', 250],
  ['of reports, letters and papers', 'negation-biomedical.csv', 320],
  ["of a hospital's records", 'negation-records.csv', 400],
  ['of many trades, a third of the phrases verbs', 'negation-trades.csv', 400],
  ['of clinics and papers', 'negation-clinics.csv', 300],
  ['of clinics, papers and the world', 'negation-mixed.csv', 300],
  ['of six fields, from radiology to law', 'negation-fields.csv', 400],
  ['of charts, scopes and what only looks like a denial', 'negation-scopes.csv', 500],
  ['of reports and abstracts', 'negation-reports.csv', 400],
  ['of charts, in shorthand', 'negation-shorthand.csv', 400],
  ['of hospitals, dentists and vets', 'negation-hospital.csv', 400],
  ['of all specialties, and the news', 'negation-specialties.csv', 400],
  ['as the published corpora have them', 'negation-corpora.csv', 400],
  ['of consults, many of them hard', 'negation-consults.csv', 400],
  ["of a ward's rounds", 'negation-rounds.csv', 400],
  ['of wards, reviews, logs and courts', 'negation-shifts.csv', 400],
  ['of discharge summaries, telegraphic notes and reports', 'negation-telegrams.csv', 300],
  ['of dictated reports', 'negation-dictation.csv', 400],
  ['of problems in a hospital', 'negation-problems.csv', 200],
  ['of charts, leaflets and notes from dentist to vet', 'negation-everyday.csv', 250],
  ['of the departments of a hospital', 'negation-departments.csv', 300],
  ['of papers, courts, reviews, novels and outpatients', 'negation-reading.csv', 400],
  ['of stories, news, reviews and manuals', 'negation-prose.csv', 320],
  ['of notes, and a third of other fields', 'negation-everywhere.csv', 300],
])('negation: %s', (_, name, count) => {
  it('is heard as a reader hears it', async () => {
    const rows = rowsOf(name);
    expect(rows).toHaveLength(count);
    const found: boolean[] = [];
    for (let at = 0; at < count; at += SHARED) found.push(...(await denied(rows.slice(at, at + SHARED))));
    const both = rows.filter(({ label }, index) => found[index] && label === 'negated').length;
    const precision = both / found.filter(Boolean).length;
    const recall = both / rows.filter(({ label }) => label === 'negated').length;
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
    expect((2 * precision * recall) / (precision + recall)).toBeGreaterThanOrEqual(0.93);
  });
});

describe('a phrase with marks in it', () => {
  it.each([
    ['N/V', 'No N/V today.'],
    ['2+ pitting edema', 'There is no 2+ pitting edema.'],
    ['50% stenosis', 'No 50% stenosis was seen.'],
    ['2.5 cm mass', 'No 2.5 cm mass.'],
    ['C. difficile', 'Stool negative for C. difficile.'],
    ['A&O x3', 'She was not A&O x3.'],
    ["'sign'", "There was no 'sign' of it."],
    ['edema, bilateral', 'No edema, bilateral or other.'],
  ])('%s is read as the text is', async (phrase, sentence) => {
    expect(await denied([{ sentence, phrase, label: 'negated' }])).toEqual([true]);
  });

  it('keeps a number in one piece', async () => {
    const profile = await loadProfile(`facets:\n  mass:\n    values:\n      small: [2.5 cm]\n`);
    expect(classifyText('A mass of 2.5 cm', profile).facets.mass).toBe('small');
    expect(classifyText('Masses of 2 and 5 cm', profile).facets.mass).toBe('unstated');
  });
});
