import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scoreOf, type TrueCut } from '../../src/evaluate/segmentation.js';
import { parse } from '../../src/parse/parse.js';
import { read } from '../../src/read/read.js';
import { expectSound } from './sound.js';

/** Threads as people saved them: 120 by twelve writers, half of them meant to be hard; and pages of the kinds of sites there are. */
const FOLDERS = ['messy', 'pages'] as const;
type Folder = (typeof FOLDERS)[number];

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
/** So many of a body's first words tell it from the others. */
const FIRST = 40;

const measured = await Promise.all(
  FOLDERS.flatMap((folder) => {
    const dir = join(import.meta.dirname, '../../fixtures', folder);
    const files = readdirSync(dir).filter((file) => file !== 'labels.csv');
    return files.map((file) => measure(folder, dir, file));
  }),
);

async function measure(folder: Folder, dir: string, file: string) {
  const name = `${basename(file, extname(file))}.blocks.json`;
  const cuts: TrueCut[] = JSON.parse(
    readFileSync(join(import.meta.dirname, '../gold', folder, name), 'utf8'),
  );
  const threads = await parse(await read(join(dir, file)));
  threads.map(expectSound);
  const bodies = threads.flatMap(({ answers }) => answers.map(({ body }) => words(body)));
  const begun = cuts.filter(({ starts_with }) => {
    const first = words(starts_with).slice(0, FIRST);
    return bodies.some((body) => body.startsWith(first));
  });
  return {
    folder,
    set: file.split('-')[0] as string,
    truth: cuts.length,
    found: bodies.length,
    begun: begun.length,
  };
}

function f1(of: Folder, sets: string): number {
  const those = measured.filter(({ folder, set }) => folder === of && sets.split(' ').includes(set));
  const sum = (key: 'truth' | 'found' | 'begun') => those.reduce((all, one) => all + one[key], 0);
  return scoreOf(sum('begun'), sum('truth'), sum('found')).f1;
}

/** What was reached, less a little. */
describe('the answers of messy threads are found, F1', () => {
  test.each([
    ['doctors’ pages, in a browser, on a telephone, printed', 'a g', 0.95],
    ['forums, chats, mail, networks', 'b i', 0.86],
    ['web pages of many templates', 'c', 0.94],
    ['notes, exports, PDF, tables, scans', 'd', 0.72],
    ['panels, interviews, surveys, names', 'e j', 0.95],
    ['saved by hand', 'f h l', 0.96],
    ['of ten kinds', 'k', 0.94],
  ])('%s', (_, sets, least) => {
    expect(f1('messy', sets)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['doctors’ question and answer sites', 'a e i m s w', 0.94],
    ['communities and networks', 'b f j n t x', 0.93],
    ['articles, panels, talks, comments', 'c l g o u y', 0.94],
    ['of many sites, printed, exported, mailed', 'd h k p v z', 0.93],
    ['of many sites, little mended by them', 'q r 1 2 3 4 5 6 7 8 9 0 A B C D E F G H I J K L M N O P', 0.92],
    ['of the writers who came last', 'Q R S T U V W X Y', 0.89],
    [
      'of writers who chose their own forms',
      'Z AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AP AQ AR AS AT AU AV AW AX AY AZ BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BO BP BQ BR BS BT BU BV BW',
      0.86,
    ],
  ])('pages: %s', (_, sets, least) => {
    expect(f1('pages', sets)).toBeGreaterThanOrEqual(least);
  });
});
