import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { measureCuts, scoreOf, type TrueCut } from '../../src/evaluate/segmentation.js';
import { parseText } from '../../src/parse/text.js';
import { expectSound } from './sound.js';

/** Folders of plain texts with their true cuts, and the boundary F1 that is asked for there. */
const folders = [
  { folder: 'fixtures', gold: 'test/gold', least: 0.98 },
  { folder: '../shared/train', gold: '../shared/train', least: 0.98 },
];

const root = join(import.meta.dirname, '../..');

for (const { folder, gold, least } of folders) {
  const path = join(root, folder);
  const cuts = (stem: string) => join(root, gold, `${stem}.blocks.json`);
  const stems = existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => name.slice(0, -4))
        .filter((stem) => existsSync(cuts(stem)))
    : [];

  describe.skipIf(stems.length === 0)(`true cuts of ${folder}`, () => {
    const measured = stems.map((stem) => {
      const text = readFileSync(join(path, `${stem}.txt`), 'utf8');
      const truth = JSON.parse(readFileSync(cuts(stem), 'utf8')) as TrueCut[];
      const thread = parseText({ source: stem, format: 'text', encoding: 'utf-8', text });
      expectSound(thread);
      return { stem, ...measureCuts(text, thread.answers, truth) };
    });
    const sum = (key: 'truth' | 'found' | 'hits' | 'whole') =>
      measured.reduce((all, one) => all + one[key], 0);

    test('every document has the right number of answers', () => {
      const wrong = measured.filter(({ truth, found }) => truth !== found);
      expect(wrong.map(({ stem, truth, found }) => `${stem}: ${found} of ${truth}`)).toEqual([]);
    });

    test(`boundary F1 is at least ${least}`, () => {
      expect(scoreOf(sum('hits'), sum('truth'), sum('found')).f1).toBeGreaterThanOrEqual(least);
    });

    test('nearly all answers have their heading, first words and last words', () => {
      expect(sum('whole') / sum('truth')).toBeGreaterThanOrEqual(0.95);
    });

    test('Pk and WindowDiff are near 0', () => {
      const mean = (key: 'pk' | 'windowDiff') =>
        measured.reduce((all, one) => all + one[key], 0) / measured.length;
      expect(mean('pk')).toBeLessThanOrEqual(0.02);
      expect(mean('windowDiff')).toBeLessThanOrEqual(0.02);
    });
  });
}
