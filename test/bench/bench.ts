import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { withScratch } from './corpus/files.js';
import { runNode } from './process/run.js';
import { FULL, QUICK, type Scale, USUAL } from './scale.js';
import { growth, hostileGrowth } from './sections/growth.js';
import { many } from './sections/many.js';
import { profileSize } from './sections/profile-size.js';
import type { Section } from './sections/section.js';
import { start } from './sections/start.js';
import { offTopicThroughput, onTopicThroughput } from './sections/throughput.js';
import { type Part, table } from './table.js';

const SECTIONS: Readonly<Record<string, Section>> = {
  start,
  'on-topic': onTopicThroughput,
  'off-topic': offTopicThroughput,
  'profile-size': profileSize,
  growth,
  hostile: hostileGrowth,
  many,
};

const USAGE = `npm run bench -- [--quick | --full] [--section NAME]...

Measures the built tool beside its peers, in one run on the same texts, and prints a table as Markdown.

  --quick           everything once on little text, in under a minute: the figures say little
  --full            up to 64 MB in one document, 2 GB of NDJSON and 100,000 files: hours, and 5 GB in the
                    folder for temporary files (TMPDIR)
  --section NAME    that section only: ${Object.keys(SECTIONS).join(', ')}
`;

/** Runs the sections and prints the table. @throws Error for wrong usage, and where anything fails. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      section: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const unknown = values.section.find((name) => !Object.hasOwn(SECTIONS, name));
  if (values.help || unknown !== undefined || (values.quick && values.full)) {
    process.stdout.write(USAGE);
    if (!values.help) process.exitCode = 2;
    return;
  }
  const scale = values.quick ? QUICK : values.full ? FULL : USUAL;
  const names = values.section.length > 0 ? values.section : Object.keys(SECTIONS);
  await withScratch((scratch) => measured(names, scale, scratch));
}

async function measured(names: readonly string[], scale: Scale, scratch: string): Promise<void> {
  const { peak: bare } = await runNode(['-e', '0'], { peak: true });
  const parts: Part[] = [];
  for (const name of names) {
    const section = SECTIONS[name] as Section;
    const say = (what: string) => process.stderr.write(`bench: ${name}: ${what}\n`);
    parts.push({ title: section.title, rows: await section.measure({ scale, scratch, say }) });
  }
  process.stdout.write(`${table(parts, bare)}\n${note(scale, bare)}`);
}

function note({ text, rounds, budget }: Scale, bare: number): string {
  return `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.versions.node}; a node that does nothing takes ${Math.round(bare / 1e6)} MB.
Throughput: warm, each contestant in a process of its own, the median of ${rounds}. They work through ${text / 1e6} MB of
threads from the first one on for ${budget / 1000} s, so the slow ones see only its beginning. Peers do less than we do:
test/bench/peers says what.
`;
}
