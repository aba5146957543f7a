import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { readLabels } from '../../src/evaluate/labels.js';
import { evaluationJson } from '../../src/report/evaluation.js';
import { evaluationText } from '../../src/report/evaluation-text.js';
import { codedThread, evidenceAt, profile } from './sample.js';

const thread = codedThread(
  'threads/a.txt',
  { heading: 'Awake', facets: { sleep: 'awake', hours: 'long' } },
  {
    heading: 'Not me',
    body: 'I sleep like a log.',
    facets: { sleep: 'awake' },
    rest: {
      uncertain: ['sleep'],
      reasons: { sleep: '1 for awake' },
      evidence: [
        evidenceAt('Awake\n\nYes.\n\nNot me\n\nI sleep like a log.', 'like a log', 'sleep', 'awake'),
      ],
    },
  },
  { facets: { sleep: 'asleep' } },
  {},
);

const gold = (name: string, ...rows: readonly string[]) =>
  readLabels(`document,answer,heading,sleep,hours\n${rows.join('\n')}\n`, name, profile);

const first = gold(
  'one.csv',
  'a.txt,1,Awake,awake,long',
  'a.txt,2,Not me,asleep,',
  'a.txt,3,,asleep,unstated',
  'a.txt,9,,awake,long',
  'b.txt,1,,awake,long',
);
const second = gold('two.csv', 'a.txt,1,,awake,short', 'a.txt,2,,asleep,unstated', 'a.txt,3,,awake,unstated');

describe('evaluation', () => {
  const one = evaluate([thread], [first], profile);

  it('compares what both labelled and counts the rest', () => {
    expect(one.pairing.labelled.map(({ answer }) => answer.id)).toEqual([1, 2, 3]);
    expect(one.pairing.notFound.map(({ answer, line }) => [answer, line])).toEqual([[9, 5]]);
    expect([...one.pairing.notRead.keys()]).toEqual(['b.txt']);
    expect(one.pairing.unlabelled).toBe(1);
    expect(one.facets.get('hours')?.agreement.answers).toBe(2);
  });

  it('tells certain labels from uncertain ones', () => {
    const sleep = one.facets.get('sleep');
    expect([sleep?.certain, sleep?.uncertain]).toEqual([
      { labels: 2, right: 2 },
      { labels: 1, right: 0 },
    ]);
  });

  it('lists every disagreement with its evidence', () => {
    expect(one.disagreements).toMatchObject([
      {
        document: 'threads/a.txt',
        answer: 2,
        facet: 'sleep',
        gold: 'asleep',
        found: 'awake',
        certain: false,
      },
    ]);
    const [disagreement] = one.disagreements;
    const [span] = disagreement?.evidence.map(({ span }) => span) ?? [];
    expect(thread.text.slice(...(span as [number, number]))).toBe('like a log');
  });

  it('compares two human coders first', () => {
    const two = evaluate([thread], [first, second], profile);
    const sleep = two.coders?.get('sleep');
    expect(sleep?.answers).toBe(3);
    expect(sleep?.pairs[0]?.coders).toEqual(['one.csv', 'two.csv']);
    expect(sleep?.pairs[0]?.agreement.accuracy.value).toBeCloseTo(2 / 3, 12);
    expect(two.coders?.get('hours')?.answers).toBe(2);
    expect(two.facets.get('sleep')?.agreement).toEqual(one.facets.get('sleep')?.agreement);
  });

  it('is repeatable, also in print', () => {
    expect(evaluationJson(evaluate([thread], [first, second], profile))).toBe(
      evaluationJson(evaluate([thread], [first, second], profile)),
    );
  });

  it('is JSON as its schema says', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../src/report/schema/evaluation.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    for (const all of [[first], [first, second]] as const) {
      const json = evaluationJson(evaluate([thread], all, profile));
      expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
      expect(json.endsWith('}\n')).toBe(true);
    }
    const nothing = evaluationJson(evaluate([], [first], profile));
    expect(validate(JSON.parse(nothing)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('is text that names what was not found and shows each disagreement', async () => {
    const text = await evaluationText(evaluate([thread], [first, second], profile));
    expect(text).toContain('3 answers compared.');
    expect(text).toContain('Not found by the parser: 1 answer of the gold file (a.txt 9).');
    expect(text).toContain('Not read: 1 document of the gold file with 1 answer (b.txt).');
    expect(text).toContain('Without a gold label: 1 answer.');
    expect(text).toContain('The coders among themselves (one.csv, two.csv)');
    expect(text).toContain('sleep: gold asleep, found awake (1 for awake, uncertain)');
    expect(text).toContain('"like a log" for awake, 1');
    expect(text).toContain('says: I sleep like a log.');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('cannot be made to act on a terminal', async () => {
    const hostile = codedThread('a\u001b[2J.txt', {
      heading: '\u001b]0;x\u0007\u202e',
      facets: { sleep: 'awake' },
    });
    const labels = readLabels('document,answer,sleep\n"a\u001b[2J.txt",1,asleep\n', 'l.csv', profile);
    expect(await evaluationText(evaluate([hostile], [labels], profile))).not.toMatch(
      /[\p{Cf}]|(?!\n)\p{Cc}/u,
    );
  });
});
