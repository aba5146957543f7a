import { HOSTILE, ORDINARY } from '../corpus/hostile.js';
import { measure } from '../process/run.js';
import { doublings } from '../scale.js';
import { growthOf } from '../statistics.js';
import { figure, type Row } from '../table.js';
import type { Bench, Section } from './section.js';

/** Small documents are worked on more often, since chance has a larger part in them. */
const MOST_REPEATS = 5;

export const growth: Section = {
  title: 'Growth of the time with the size of one document',
  measure: (bench) => growths(bench, Object.keys(ORDINARY), bench.scale.growth),
};

export const hostileGrowth: Section = {
  title: 'Growth of the time, hostile documents',
  measure: (bench) => growths(bench, Object.keys(HOSTILE), bench.scale.hostile),
};

/** Every size in a process of its own, warmed up on the smallest. */
async function growths({ say }: Bench, documents: readonly string[], largest: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of documents) {
    const sizes = doublings(largest);
    const points: { size: number; time: number }[] = [];
    let peak = 0;
    for (const size of sizes) {
      say(`${document}, ${figure(size / 1e6)} MB`);
      const repeats = Math.min(MOST_REPEATS, 1 + Math.floor(largest / size));
      const task = { kind: 'growth', document, size, warm: sizes[0] ?? size, repeats } as const;
      const found = await measure(task);
      points.push({ size, time: found.figure });
      peak = found.peak;
    }
    const { slope, deviation } = growthOf(points);
    const last = points.at(-1) ?? { size: 0, time: 1 };
    rows.push({
      what: `${document}, up to ${figure(last.size / 1e6)} MB`,
      speed: (last.size * 1000) / last.time,
      ratio: `slope ${slope.toFixed(2)}, within ${Math.round(deviation * 100)} % of linear`,
      aim: '≤ 10 %',
      peak,
    });
  }
  return rows;
}
