import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Labels, readLabels } from '../../src/evaluate/labels.js';
import type { Thread } from '../../src/model.js';
import { parse } from '../../src/parse/parse.js';
import type { Profile } from '../../src/profile/model.js';
import { read } from '../../src/read/read.js';
import { type Cut, withTrueCuts } from './true-cuts.js';

/** A labelled thread, as the parser cut it and as it is truly cut. */
export interface LabelledThread {
  readonly parsed: Thread;
  readonly cut: Thread;
  /** Who wrote its answers, as far as a peer's training must know it. */
  readonly author: string;
  /** Whether it was set aside: never looked at while the profile was tuned. */
  readonly setAside: boolean;
}

export interface Corpus {
  readonly name: string;
  readonly labels: Labels;
  readonly threads: readonly LabelledThread[];
}

/** Where the labelled threads of other authors may be, relative to the project; they are no part of it. */
const TRAINING = '../shared/train';
const SET_ASIDE = /^[a-z][48]\./;

/** The labelled corpora at hand: those of other authors where they are there, the project's fixtures always. */
export async function corpora(profile: Profile): Promise<Corpus[]> {
  const fixtures = await corpus('fixtures', 'fixtures', 'test/gold', profile, (_, i) => ({
    author: `fold ${i % 4}`,
    setAside: false,
  }));
  if (!existsSync(TRAINING)) return [fixtures];
  const training = await corpus('training threads', TRAINING, TRAINING, profile, (name) => ({
    author: name.charAt(0),
    setAside: SET_ASIDE.test(name),
  }));
  return [training, fixtures];
}

async function corpus(
  name: string,
  folder: string,
  cuts: string,
  profile: Profile,
  kind: (name: string, i: number) => Pick<LabelledThread, 'author' | 'setAside'>,
): Promise<Corpus> {
  const labels = readLabels(readFileSync(join(folder, 'labels.csv'), 'utf8'), 'labels.csv', profile);
  const named = new Set(labels.rows.map(({ document }) => document));
  const files = readdirSync(folder)
    .filter((file) => named.has(file))
    .sort();
  const threads = await Promise.all(
    files.map(async (file, i): Promise<LabelledThread> => {
      const [parsed] = await parse(await read(join(folder, file)));
      if (parsed === undefined) throw new Error(`${file} holds no thread`);
      return {
        parsed,
        cut: trueCuts(parsed, join(cuts, `${basename(file, extname(file))}.blocks.json`)),
        ...kind(file, i),
      };
    }),
  );
  return { name, labels, threads };
}

/** The thread as it is truly cut, as far as that is known and its words are in the text. */
function trueCuts(parsed: Thread, file: string): Thread {
  if (!existsSync(file)) return parsed;
  const cut = withTrueCuts(parsed, JSON.parse(readFileSync(file, 'utf8')) as Cut[]);
  if (cut === null) process.stderr.write(`${parsed.source}: its true cuts are not in its text\n`);
  return cut ?? parsed;
}
