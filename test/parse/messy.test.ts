import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scoreOf, type TrueCut } from '../../src/evaluate/segmentation.js';
import { parse } from '../../src/parse/parse.js';
import { read } from '../../src/read/read.js';
import { expectSound } from './sound.js';

/** 120 threads as people saved them, by twelve writers; half of them are meant to be hard. */
const FOLDER = join(import.meta.dirname, '../../fixtures/messy');
const CUTS = join(import.meta.dirname, '../gold/messy');

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
/** So many of a body's first words tell it from the others. */
const FIRST = 40;

const files = readdirSync(FOLDER).filter((file) => file !== 'labels.csv');
const measured = await Promise.all(
  files.map(async (file) => {
    const name = `${basename(file, extname(file))}.blocks.json`;
    const cuts: TrueCut[] = JSON.parse(readFileSync(join(CUTS, name), 'utf8'));
    const threads = await parse(await read(join(FOLDER, file)));
    threads.map(expectSound);
    const bodies = threads.flatMap(({ answers }) => answers.map(({ body }) => words(body)));
    const begun = cuts.filter(({ starts_with }) => {
      const first = words(starts_with).slice(0, FIRST);
      return bodies.some((body) => body.startsWith(first));
    });
    return { set: file[0] as string, truth: cuts.length, found: bodies.length, begun: begun.length };
  }),
);

function f1(belongs: (set: string) => boolean): number {
  const those = measured.filter(({ set }) => belongs(set));
  const sum = (key: 'truth' | 'found' | 'begun') => those.reduce((all, one) => all + one[key], 0);
  return scoreOf(sum('begun'), sum('truth'), sum('found')).f1;
}

/** What was reached, less a little. */
describe('the answers of messy threads are found, F1', () => {
  test.each([
    ['doctors’ pages, in a browser, on a telephone, printed', 'ag', 0.88],
    ['forums, chats, mail, networks', 'bi', 0.74],
    ['web pages of many templates', 'c', 0.93],
    ['notes, exports, PDF, tables, scans', 'd', 0.56],
    ['panels, interviews, surveys, names', 'ej', 0.88],
    ['saved by hand', 'fhl', 0.96],
    ['of ten kinds', 'k', 0.86],
  ])('%s', (_, sets, least) => {
    expect(f1((set) => sets.includes(set))).toBeGreaterThanOrEqual(least);
  });
});
