import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offTopic } from '../corpus/off-topic.js';
import { onTopic } from '../corpus/on-topic.js';
import { enlarged, shownProfile } from '../corpus/profiles.js';
import { measure } from '../process/run.js';
import { median } from '../statistics.js';
import { type Row, times } from '../table.js';
import type { Section } from './section.js';
import { writeTexts } from './throughput.js';

const FACTOR = 10;
const TEXTS = [
  { name: 'on topic', threads: onTopic },
  { name: 'off topic', threads: offTopic },
];

/** The time with ten times as many terms, beside that with the built-in profile, loaded in the same way. */
export const profileSize: Section = {
  title: `Profile size: time with ${FACTOR} × as many terms`,
  async measure({ scale, scratch, say }) {
    const profile = await shownProfile();
    const write = (name: string, content: unknown) => {
      const path = join(scratch, name);
      writeFileSync(path, JSON.stringify(content));
      return path;
    };
    const builtin = write('built-in.json', profile);
    const large = [
      { what: 'terms of other words', path: write('other.json', enlarged(profile, FACTOR, 'all')) },
      { what: 'terms that begin alike', path: write('alike.json', enlarged(profile, FACTOR, 'last')) },
    ];
    const rows: Row[] = [];
    for (const { name, threads } of TEXTS) {
      const corpus = writeTexts(join(scratch, `${name}.json`), threads(), scale.text);
      const found = new Map<string, { speeds: number[]; peak: number }>();
      for (let round = 1; round <= scale.rounds; round++) {
        for (const path of [builtin, ...large.map((one) => one.path)]) {
          say(`round ${round} of ${scale.rounds}: ${name}`);
          const task = { kind: 'throughput', contestant: 'ours', profile: path, corpus } as const;
          const { figure, peak } = await measure({ ...task, budget: scale.budget });
          const { speeds, peak: before } = found.get(path) ?? { speeds: [], peak: 0 };
          found.set(path, { speeds: [...speeds, figure], peak: Math.max(before, peak) });
        }
      }
      const speed = (path: string) => median(found.get(path)?.speeds ?? []);
      for (const { what, path } of large) {
        rows.push({
          what: `${what}, ${name}`,
          speed: speed(path),
          ratio: times(speed(builtin) / speed(path), 'the time'),
          aim: '≤ 1.3',
          peak: found.get(path)?.peak ?? 0,
        });
      }
    }
    return rows;
  },
};
