import { COMMAND } from '../library.js';
import { runNode } from '../process/run.js';
import { median } from '../statistics.js';
import { figure, type Row, times } from '../table.js';
import type { Section } from './section.js';

const RUNS: readonly { readonly what: string; readonly args: readonly string[]; readonly aim?: string }[] = [
  { what: '`forehead.txt`', args: ['fixtures/forehead.txt'], aim: '≤ 1.25' },
  { what: '`forehead.txt --json`', args: ['fixtures/forehead.txt', '--json'], aim: '≤ 1.25' },
  { what: '`brow-cards.html`', args: ['fixtures/brow-cards.html'] },
];

/** The whole command on one small thread, each run beside one of a node that does nothing. */
export const start: Section = {
  title: 'Start: the whole command on one thread',
  async measure({ scale, say }) {
    const rows: Row[] = [];
    for (const { what, args, aim } of RUNS) {
      say(what);
      const { peak } = await runNode([COMMAND, ...args], { peak: true });
      const pairs: { command: number; bare: number }[] = [];
      for (let i = 0; i < scale.starts; i++) {
        const bare = await runNode(['-e', '0']);
        const command = await runNode([COMMAND, ...args]);
        pairs.push({ command: command.time, bare: bare.time });
      }
      const ratio = median(pairs.map(({ command, bare }) => command / bare));
      const milliseconds = figure(median(pairs.map(({ command }) => command)));
      rows.push({
        what: `${what}, ${milliseconds} ms`,
        ratio: times(ratio, '`node -e 0`'),
        peak,
        ...(aim ? { aim } : {}),
      });
    }
    return rows;
  },
};
