import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Format, Report, ReportOptions } from '../../src/report/report.js';
import { render } from '../../src/report/report.js';
import { plainThread, reportOf, uglyThread } from './sample.js';

const both = () => reportOf([plainThread, uglyThread]);
const five = () => reportOf([plainThread, uglyThread, plainThread, plainThread, plainThread]);
const weighted = () =>
  reportOf(
    [{ ...plainThread, answers: plainThread.answers.map((a, i) => ({ ...a, weight: i === 1 ? 12 : 1 })) }],
    {
      weightedBy: 'votes',
      threshold: 0.9,
    },
  );

// Reviewed by eye. After a change that is meant, UPDATE_GOLDEN=1 writes them anew.
describe('the golden report', () => {
  it.each<[file: string, report: () => Report, format: Format, options: ReportOptions]>([
    ['plain.txt', () => reportOf([plainThread]), 'text', {}],
    ['plain-explained.txt', () => reportOf([plainThread]), 'text', { explain: true }],
    ['plain-ascii-40.txt', () => reportOf([plainThread]), 'text', { ascii: true, width: 40, explain: true }],
    ['plain-colour.txt', () => reportOf([plainThread]), 'text', { color: 1, explain: true }],
    ['plain-quiet.txt', () => reportOf([plainThread]), 'text', { quiet: true }],
    ['weighted.txt', weighted, 'text', {}],
    ['ugly-explained.txt', () => reportOf([uglyThread]), 'text', { explain: true }],
    ['two.txt', both, 'text', {}],
    ['five.txt', five, 'text', {}],
    ['none.txt', () => reportOf([]), 'text', {}],
    ['two.json', both, 'json', {}],
    ['weighted.json', weighted, 'json', {}],
    ['two.ndjson', both, 'ndjson', {}],
    ['two.csv', both, 'csv', {}],
    ['plain.md', () => reportOf([plainThread]), 'markdown', {}],
    ['two-explained.md', both, 'markdown', { explain: true }],
    ['plain.html', () => reportOf([plainThread]), 'html', {}],
    ['two.html', both, 'html', {}],
  ])('%s', async (file, report, format, options) => {
    const path = new URL(`golden/${file}`, import.meta.url);
    const rendered = await render(report(), format, options);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, rendered);
    expect(rendered).toBe(readFileSync(path, 'utf8'));
  });
});
