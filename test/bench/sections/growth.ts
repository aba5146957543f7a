import { HOSTILE, ORDINARY } from '../corpus/hostile.js';
import { measure } from '../process/run.js';
import { doublings } from '../scale.js';
import { growthOf } from '../statistics.js';
import { figure, type Row } from '../table.js';
import type { Bench, Section } from './section.js';

export const growth: Section = {
  title: 'Growth of the time with the size of one document',
  measure: (bench) => growths(bench, Object.keys(ORDINARY), bench.scale.growth),
};

export const hostileGrowth: Section = {
  title: 'Growth of the time, hostile documents',
  measure: (bench) => growths(bench, Object.keys(HOSTILE), bench.scale.hostile),
};

/** Every document in a process of its own. */
async function growths({ scale, say }: Bench, documents: readonly string[], largest: number): Promise<Row[]> {
  const sizes = doublings(largest, scale.doublings);
  const { rounds, budget } = scale;
  const rows: Row[] = [];
  for (const document of documents) {
    say(document);
    const { figures, peak } = await measure({ kind: 'growth', document, sizes, rounds, budget });
    say(`ms for each size: ${figures.map(figure).join(', ')}`);
    const { slope, deviation } = growthOf(sizes.map((size, i) => ({ size, time: figures[i] ?? Number.NaN })));
    rows.push({
      what: `${document}, up to ${figure(largest / 1e6)} MB`,
      speed: (largest * 1000) / (figures.at(-1) ?? Number.NaN),
      ratio: `slope ${slope.toFixed(2)}, within ${Math.round(deviation * 100)} % of linear`,
      aim: '≤ 10 %',
      peak,
    });
  }
  return rows;
}
