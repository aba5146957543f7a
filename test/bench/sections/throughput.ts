import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offTopic } from '../corpus/off-topic.js';
import { onTopic } from '../corpus/on-topic.js';
import { type MadeThread, textsOf } from '../corpus/thread.js';
import { CONTESTANTS, type Name } from '../peers/contestants.js';
import { measure } from '../process/run.js';
import { median } from '../statistics.js';
import { type Row, times } from '../table.js';
import type { Bench, Section } from './section.js';

const NAMES = Object.keys(CONTESTANTS) as Name[];
/** The peer that does most of what we do, and the ceiling. */
const PEER: Name = 'wink-nlp, the profile’s terms';
const CEILING: Name = 'regex, 20 keywords';

export const onTopicThroughput: Section = {
  title: 'Throughput on topic, one core, threads of 4 to 16 answers',
  measure: (bench) => throughput(bench, 'on-topic.json', onTopic(), { peer: PEER, aim: '≥ 30' }),
};

export const offTopicThroughput: Section = {
  title: 'Throughput off topic, one core, threads of 4 to 16 answers',
  measure: (bench) => throughput(bench, 'off-topic.json', offTopic(), { peer: CEILING, aim: '≥ 0.1' }),
};

/** Everybody works on the same text in turn, each in a process of its own; the median of the rounds counts. */
async function throughput(
  { scale, scratch, say }: Bench,
  file: string,
  threads: Iterable<MadeThread>,
  against: { readonly peer: Name; readonly aim: string },
): Promise<Row[]> {
  const corpus = writeTexts(join(scratch, file), threads, scale.text);
  const figures = new Map<Name, { speeds: number[]; peak: number }>(
    NAMES.map((name) => [name, { speeds: [], peak: 0 }]),
  );
  for (let round = 1; round <= scale.rounds; round++) {
    for (const [contestant, found] of figures) {
      say(`round ${round} of ${scale.rounds}: ${contestant}`);
      const { figure, peak } = await measure({
        kind: 'throughput',
        contestant,
        corpus,
        budget: scale.budget,
      });
      found.speeds.push(figure);
      found.peak = Math.max(found.peak, peak);
    }
  }
  const speed = (name: Name) => median(figures.get(name)?.speeds ?? []);
  const row = (name: Name, rest: Partial<Row>): Row => ({
    what: name,
    speed: speed(name),
    peak: figures.get(name)?.peak ?? 0,
    ...rest,
  });
  const { peer, aim } = against;
  return [
    row('ours', { what: '**ours**, parse to tally', ratio: times(speed('ours') / speed(peer), peer), aim }),
    ...NAMES.filter((name) => name !== 'ours').map((name) =>
      row(name, { ratio: `ours ${times(speed('ours') / speed(name), 'it')}` }),
    ),
  ];
}

/** A JSON array of texts of so many characters together. @returns its path. */
export function writeTexts(path: string, threads: Iterable<MadeThread>, size: number): string {
  writeFileSync(path, JSON.stringify(textsOf(threads, size)));
  return path;
}
