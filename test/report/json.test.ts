import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonWriter } from '../../src/report/json.js';
import type { JsonReport } from '../../src/report/json-shape.js';
import { type ReportOptions, render } from '../../src/report/report.js';
import { tallyOfConsensus } from '../../src/tally/partial.js';
import { smallProfile } from '../tally/small-profile.js';
import { coded, plainThread, reportOf, uglyThread } from './sample.js';

const schema = JSON.parse(
  readFileSync(new URL('../../src/report/schema/report.schema.json', import.meta.url), 'utf8'),
);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
const validReport = ajv.compile(schema);
const validLine = ajv.compile({ $ref: `${schema.$id}#/$defs/line` });

const weighted = reportOf(
  [{ ...plainThread, answers: plainThread.answers.map((answer) => ({ ...answer, weight: 2.5 })) }],
  { weightedBy: 'votes' },
);

describe('the JSON report', () => {
  it.each([
    ['nothing', reportOf([])],
    ['one document', reportOf([plainThread])],
    ['two documents', reportOf([plainThread, uglyThread])],
    ['weights', weighted],
  ])('keeps to its schema: %s', async (_, report) => {
    validReport(JSON.parse(await render(report, 'json')));
    expect(validReport.errors).toBeNull();
    for (const line of (await render(report, 'ndjson')).split('\n').slice(0, -1)) {
      validLine(JSON.parse(line));
      expect(validLine.errors).toBeNull();
    }
  });

  it('has a schema that refuses what is not in it', async () => {
    const report = JSON.parse(await render(reportOf([plainThread]), 'json'));
    expect(validReport({ ...report, more: 1 })).toBe(false);
    report.documents[0].answers[0].evidence[0].span = [1];
    expect(validReport(report)).toBe(false);
  });

  it('is what JSON.stringify writes with an indent of two, and a newline', async () => {
    for (const report of [reportOf([]), reportOf([plainThread]), reportOf([plainThread, plainThread])]) {
      const json = await render(report, 'json');
      expect(json).toBe(`${JSON.stringify(JSON.parse(json), null, 2)}\n`);
      expect(rewritten(json)).toBe(json);
    }
    const ugly = await render(reportOf([uglyThread]), 'json');
    expect(rewritten(ugly)).toBe(ugly);
  });

  it('has its keys in the order of the contract', async () => {
    const json = JSON.parse(await render(reportOf([uglyThread]), 'json'));
    expect(Object.keys(json)).toEqual(['schemaVersion', 'profile', 'threshold', 'documents', 'consensus']);
    const [document] = json.documents;
    expect(Object.keys(document)).toEqual(['source', 'text', 'question', 'answers', 'consensus']);
    const second = document.answers[1];
    expect(Object.keys(second).join()).toBe(
      'id,heading,body,span,headingSpan,bodySpan,author,votes,facets,tags,hedged,uncertain,reasons,evidence,leaning',
    );
    expect(Object.keys(second.facets)).toEqual(['effect', 'pace', 'judgement']);
    expect(Object.keys(json.consensus.facets.effect).join()).toBe(
      'question,counts,stated,unstated,leading,share,interval,verdict',
    );
  });

  it('gives the words back by their spans, and the text that they refer to where it was extracted', async () => {
    const json = JSON.parse(await render(reportOf([plainThread, uglyThread]), 'json')) as JsonReport;
    const [plain, ugly] = json.documents;
    expect(plain).not.toHaveProperty('text');
    expect(ugly?.text).toBe(uglyThread.text);
    for (const [document, text] of [
      [plain, plainThread.text],
      [ugly, uglyThread.text],
    ] as const) {
      for (const answer of document?.answers ?? []) {
        expect(text.slice(...answer.bodySpan)).toBe(answer.body);
        for (const evidence of answer.evidence) {
          expect(text.slice(...evidence.span)).toBe(evidence.text);
          for (const cue of evidence.cues) expect(text.slice(...cue.span)).toBe(cue.text);
        }
        for (const words of answer.leaning) expect(text.slice(...words.span)).toBe(words.text);
      }
    }
  });

  it('lists for each value that an answer states the words that lean to it most, and all with explain', async () => {
    const words = 'one two three four five six seven'.split(' ');
    const leaning = words.map((word, i): [string, Record<string, Record<string, number>>] => [
      word,
      { effect: { weakens: 0.2 * (i + 1) }, judgement: { beneficial: 0.2, harmful: i === 0 ? 3 : -1 } },
    ]);
    const facets = { effect: 'weakens', pace: 'unstated', judgement: 'harmful' };
    const report = reportOf([
      coded('t.txt', ['Q?', null], [{ heading: null, body: words.join(' '), facets, leaning }]),
    ]);
    const shown = async (options: ReportOptions) => {
      const json = JSON.parse(await render(report, 'json', options)) as JsonReport;
      return json.documents[0]?.answers[0]?.leaning.map(({ text }) => text);
    };
    // The five strongest for "weakens", and "one", which alone speaks for "harmful".
    expect(await shown({})).toEqual(['one', ...words.slice(2)]);
    expect(await shown({ explain: true })).toEqual(words);
  });

  it('says why a label is uncertain', async () => {
    const json = JSON.parse(await render(reportOf([plainThread]), 'json')) as JsonReport;
    expect(json.documents[0]?.answers[2]?.uncertain).toEqual([
      { facet: 'judgement', why: 'every hit was discounted' },
    ]);
  });

  it('can be tallied up again', async () => {
    const json = JSON.parse(await render(weighted, 'json')) as JsonReport;
    expect(tallyOfConsensus(json.consensus, smallProfile)).toEqual(
      tallyOfConsensus(weighted.consensus, smallProfile),
    );
  });

  it('is one line a document as NDJSON', async () => {
    const lines = (await render(reportOf([plainThread, uglyThread, plainThread]), 'ndjson')).split('\n');
    expect(lines).toHaveLength(4);
    expect(JSON.parse(lines[1] as string).source).toBe(uglyThread.source);
  });
});

/** The report read and written again, as a merged one is. */
function rewritten(json: string): string {
  const { documents, consensus, ...head } = JSON.parse(json) as JsonReport;
  const writer = jsonWriter(head);
  return [...documents.map((document) => writer.add(writer.piece(document))), writer.end(consensus)].join('');
}
