import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offTopic } from '../corpus/off-topic.js';
import { onTopic } from '../corpus/on-topic.js';
import { type MadeThread, textsOf } from '../corpus/thread.js';
import { CONTESTANTS, type Name } from '../peers/contestants.js';
import { middle, type Pass, throughputOf } from '../process/run.js';
import { type Row, times } from '../table.js';
import type { Bench, Section } from './section.js';

const NAMES = Object.keys(CONTESTANTS) as Name[];
/** The peer that does most of what we do, and the ceiling. */
const PEER: Name = 'wink-nlp, all terms';
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
  const passes = new Map<Name, Pass[]>(NAMES.map((name) => [name, []]));
  for (let round = 1; round <= scale.rounds; round++) {
    for (const [contestant, made] of passes) {
      say(`round ${round} of ${scale.rounds}: ${contestant}`);
      made.push(await throughputOf({ contestant, corpus, budget: scale.budget }));
    }
  }
  const found = (name: Name) => middle(passes.get(name) ?? []);
  const lead = (name: Name, other: string) => times(found('ours').speed / found(name).speed, other);
  const { peer, aim } = against;
  return [
    { what: '**ours**, parse to tally', ratio: lead(peer, peer), aim, ...found('ours') },
    ...NAMES.filter((name) => name !== 'ours').map((name) => ({
      what: name,
      ratio: `ours ${lead(name, 'it')}`,
      ...found(name),
    })),
  ];
}

/** A JSON array of texts of so many characters together. @returns its path. */
export function writeTexts(path: string, threads: Iterable<MadeThread>, size: number): string {
  writeFileSync(path, JSON.stringify(textsOf(threads, size)));
  return path;
}
