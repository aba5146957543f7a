import { join } from 'node:path';
import { type Corpus, writeFolder, writeLines } from '../corpus/files.js';
import { COMMAND } from '../library.js';
import { middle, type Pass, runNode } from '../process/run.js';
import { median } from '../statistics.js';
import { figure, type Row } from '../table.js';
import type { Section } from './section.js';

const PEAK_AIM = 'peak ≤ 1.5 × node';
const JOBS_AIM = '≥ 1.7';

/** The command on a corpus: how fast, in how much memory, and what a second core is worth. */
export const many: Section = {
  title: 'Many documents: the command on a corpus',
  async measure({ scale, scratch, say }) {
    say('writing the corpora');
    const lines = writeLines(join(scratch, 'corpus.ndjson'), scale.corpus);
    const folder = writeFolder(join(scratch, 'corpus'), scale.files);
    const rows: Row[] = [];
    for (const [name, corpus] of [
      [`NDJSON of ${figure(lines.bytes / 1e6)} MB`, lines],
      [`folder of ${scale.files} files, ${figure(folder.bytes / 1e6)} MB`, folder],
    ] as const) {
      const passes = async (args: readonly string[]) => {
        say(`${name} ${args.join(' ')}`);
        return pass(corpus, args);
      };
      const one: Pass[] = [];
      const two: Pass[] = [];
      const together: number[] = [];
      for (let i = 0; i < scale.passes; i++) {
        one.push(await passes(['--quiet']));
        two.push(await passes(['--quiet', '--jobs', '2']));
        together.push(await atOnce(corpus));
      }
      const report = await passes(['--format', 'ndjson']);
      const gain = median(two.map((run, i) => run.speed / (one[i]?.speed ?? Number.NaN)));
      const most = median(together.map((speed, i) => speed / (one[i]?.speed ?? Number.NaN)));
      rows.push(
        { what: name, aim: PEAK_AIM, ...middle(one) },
        { what: `${name}, report as NDJSON`, aim: PEAK_AIM, ...report },
        { what: `${name}, \`--jobs 2\``, ratio: `${figure(gain)} × one job`, aim: JOBS_AIM, ...middle(two) },
        { what: `${name}, two processes at once`, ratio: `${figure(most)} × one` },
      );
    }
    return rows;
  },
};

async function pass({ path, bytes }: Corpus, args: readonly string[]): Promise<Pass> {
  const { time, peak } = await runNode([COMMAND, path, ...args], { peak: true });
  return { speed: (bytes * 1000) / time, peak };
}

/** The speed of two processes that do the same at once: what a second core can give on this machine. */
async function atOnce({ path, bytes }: Corpus): Promise<number> {
  const runs = await Promise.all([1, 2].map(() => runNode([COMMAND, path, '--quiet'])));
  return (2 * bytes * 1000) / Math.max(...runs.map(({ time }) => time));
}
