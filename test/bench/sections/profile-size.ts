import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offTopic } from '../corpus/off-topic.js';
import { onTopic } from '../corpus/on-topic.js';
import { enlarged, shownProfile } from '../corpus/profiles.js';
import type { MadeThread } from '../corpus/thread.js';
import { middle, type Pass, throughputOf } from '../process/run.js';
import { times } from '../table.js';
import type { Section } from './section.js';
import { writeTexts } from './throughput.js';

const FACTOR = 10;

/** Threads on topic and off topic by turns. */
function* mixed(): Generator<MadeThread> {
  const off = offTopic();
  for (const thread of onTopic()) {
    yield thread;
    yield off.next().value;
  }
}

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
    const corpus = writeTexts(join(scratch, 'mixed.json'), mixed(), scale.text);
    const paths = [builtin, ...large.map(({ path }) => path)];
    const passes = new Map<string, Pass[]>(paths.map((path) => [path, []]));
    for (let round = 1; round <= scale.rounds; round++) {
      say(`round ${round} of ${scale.rounds}`);
      for (const [profile, made] of passes) {
        made.push(await throughputOf({ contestant: 'ours', profile, corpus, budget: scale.budget }));
      }
    }
    const found = (path: string) => middle(passes.get(path) ?? []);
    return large.map(({ what, path }) => ({
      what,
      ratio: times(found(builtin).speed / found(path).speed, 'the time'),
      aim: '≤ 1.3',
      ...found(path),
    }));
  },
};
