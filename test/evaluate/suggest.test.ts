import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { pairLabels } from '../../src/evaluate/labelled.js';
import { readLabels } from '../../src/evaluate/labels.js';
import { suggestTerms } from '../../src/evaluate/suggest.js';
import type { Facet } from '../../src/profile/model.js';
import { suggestionsJson, suggestionsText } from '../../src/report/suggestions.js';
import { codedThread, evidenceAt, profile } from './sample.js';

const bodies = [
  'It keeps me wired. I toss and turn until dawn!',
  'Wired all night, and I tossed and turned.',
  'I was tossing and turning, so wired; the heart races.',
  'I sleep like a log after it.',
  'Like a log, every time. The heart is calm.',
  'My cup is blue. It cost a lot, like the machine in our kitchen.',
];
const text = codedThread('t.txt', ...bodies.map((body) => ({ body }))).text;
const thread = codedThread(
  't.txt',
  ...bodies.map((body, i) => ({
    body,
    facets: { sleep: i === 0 ? 'awake' : 'unstated' },
    rest: /wired/i.test(body)
      ? { evidence: [evidenceAt(text, body.includes('wired') ? 'wired' : 'Wired', 'sleep', 'awake')] }
      : {},
  })),
);
const labels = readLabels(
  'document,answer,sleep\nt.txt,1,awake\nt.txt,2,awake\nt.txt,3,awake\nt.txt,4,asleep\nt.txt,5,asleep\nt.txt,6,unstated\n',
  'l.csv',
  profile,
);
const suggested = suggestTerms(pairLabels([thread], labels).labelled, profile.facets[0] as Facet);

describe('suggestions', () => {
  it('are the words and pairs that set a value apart, by stem, those that the profile lacks first', () => {
    const awake = suggested.get('awake') ?? [];
    expect(awake[0]).toMatchObject({ known: false, count: 3, answers: 3, countElsewhere: 0, missed: 2 });
    expect(awake.filter(({ known }) => !known).map(({ term }) => term)).toEqual(
      expect.arrayContaining(['toss', 'turn']),
    );
    expect(awake.at(-1)).toMatchObject({ term: 'wired', known: true, answers: 3 });
    expect(suggested.get('asleep')?.map(({ term }) => term)).toEqual(['log']);
  });

  it('leave out what stands in one answer alone, what is as frequent elsewhere, and function words', () => {
    const terms = [...suggested.values()].flat().map(({ term }) => term);
    for (const absent of ['dawn', 'heart', 'i', 'it', 'blue', 'toss and'])
      expect(terms).not.toContain(absent);
  });

  it('pair no words across a sentence or a comma', () => {
    const terms = [...suggested.values()].flat().map(({ term }) => term);
    expect(terms).not.toContain('turn it');
    expect(terms).not.toContain('turn the');
  });

  it('have an example whose spans give the words back, from an answer that was missed if there is one', () => {
    for (const { example } of [...suggested.values()].flat()) {
      expect(thread.text.slice(...example.span)).toBe(example.text);
      expect(thread.text.slice(...example.sentence)).toBe(example.before + example.text + example.after);
    }
    expect(suggested.get('awake')?.[0]?.example.answer).toBe(2);
  });

  it('are told as text, as wide as asked, and as JSON', () => {
    const all = [...suggested].map(([value, terms]) => ({ facet: 'sleep', value, terms }));
    const told = suggestionsText(all, { width: 60 });
    expect(told).toContain('sleep: awake, not in the profile');
    expect(told).toMatch(/t\.txt 2: .*«toss/);
    expect(told).toContain('in the profile: wired');
    const rows = told.split('\n').filter((line) => line.startsWith('      '));
    for (const row of rows) expect(row.length).toBeLessThanOrEqual(62);
    const json = JSON.parse(suggestionsJson(profile, all));
    const schema = new URL('../../src/report/schema/suggestions.schema.json', import.meta.url);
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
    expect(json.values.map(({ value }: { value: string }) => value)).toEqual(['awake', 'asleep']);
  });
});
