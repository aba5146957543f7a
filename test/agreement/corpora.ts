import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Labels, readLabels } from '../../src/evaluate/labels.js';
import type { Thread } from '../../src/model.js';
import { parse } from '../../src/parse/parse.js';
import type { Profile } from '../../src/profile/model.js';
import { read } from '../../src/read/read.js';
import { type Cut, withTrueCuts } from './true-cuts.js';

/** `fitted`: the profile is fitted to it; `set aside`: it is not, nor was it looked at for words; `blind`: it is not fitted to it. */
export type Role = 'fitted' | 'set aside' | 'blind';

/** A labelled thread, as the parser cut it and as it is truly cut. */
export interface LabelledThread {
  readonly corpus: string;
  readonly role: Role;
  /** Who wrote its answers. */
  readonly author: string;
  readonly labels: Labels;
  readonly parsed: Thread;
  readonly cut: Thread;
}

interface Source {
  readonly corpus: string;
  readonly folder: string;
  readonly labels: string;
  /** The folder of the true cuts; none where the parser has nothing to cut. */
  readonly cuts?: string;
  readonly roleOf: (file: string) => Role;
  readonly authorOf: (file: string) => string;
}

const AUTHORS: Record<string, string[]> = JSON.parse(readFileSync('test/gold/authors.json', 'utf8'));
const AUTHOR_OF = new Map(
  Object.entries(AUTHORS).flatMap(([author, files]) => files.map((file) => [file, author])),
);
/** The independent authors of the training threads go by the first letter of their files. */
const TRAINING = '../shared/train';
const SET_ASIDE = /^[a-z][48]\./;
/** The pages of the writers who came last; those of the others have been read for what the profile lacked. */
const LAST_PAGES = /^[Q-Z]-/;

const SOURCES: readonly Source[] = [
  {
    corpus: 'training threads',
    folder: TRAINING,
    labels: `${TRAINING}/labels.csv`,
    cuts: TRAINING,
    roleOf: (file) => (SET_ASIDE.test(file) ? 'set aside' : 'fitted'),
    authorOf: (file) => file.charAt(0),
  },
  {
    corpus: 'sample thread',
    folder: '../shared/threads',
    labels: '../shared/gold/facial-muscles.csv',
    roleOf: () => 'fitted',
    authorOf: () => 'sample',
  },
  {
    corpus: 'fixtures',
    folder: 'fixtures',
    labels: 'fixtures/labels.csv',
    cuts: 'test/gold',
    roleOf: () => 'fitted',
    authorOf: (file) => AUTHOR_OF.get(file) ?? 'project',
  },
  {
    corpus: 'fixtures',
    folder: 'fixtures/coded',
    labels: 'fixtures/coded/labels.csv',
    roleOf: () => 'fitted',
    authorOf: writerOf,
  },
  {
    corpus: 'blind fixtures',
    folder: 'fixtures/blind',
    labels: 'fixtures/blind/labels.csv',
    roleOf: () => 'blind',
    authorOf: writerOf,
  },
  {
    corpus: 'messy fixtures',
    folder: 'fixtures/messy',
    labels: 'fixtures/messy/labels.csv',
    cuts: 'test/gold/messy',
    roleOf: () => 'fitted',
    authorOf: (file) => `messy-${file.charAt(0)}`,
  },
  {
    corpus: 'page fixtures',
    folder: 'fixtures/pages',
    labels: 'fixtures/pages/labels.csv',
    cuts: 'test/gold/pages',
    roleOf: (file) => (LAST_PAGES.test(file) ? 'blind' : 'fitted'),
    authorOf: (file) => `page-${file.charAt(0)}`,
  },
];

/** A writer may have several files, in several voices: `writer-01-2.json`. */
function writerOf(file: string): string {
  return basename(file, '.json').replace(/-\d$/, '');
}

/**
 * The labelled threads at hand: the project's fixtures always, those beside the project where they are there.
 * @param isAsked tells the files that are read, by their names; all, unless stated.
 */
export async function labelledThreads(
  profile: Profile,
  isAsked: (file: string) => boolean = () => true,
): Promise<LabelledThread[]> {
  const present = SOURCES.filter(({ labels }) => existsSync(labels));
  return (await Promise.all(present.map((source) => threadsOf(source, profile, isAsked)))).flat();
}

async function threadsOf(
  source: Source,
  profile: Profile,
  isAsked: (file: string) => boolean,
): Promise<LabelledThread[]> {
  const { corpus, folder, cuts, roleOf, authorOf } = source;
  const labels = readLabels(readFileSync(source.labels, 'utf8'), source.labels, profile);
  const named = new Set(labels.rows.map(({ document }) => document.replace(/#\d+$/, '')));
  const files = readdirSync(folder)
    .filter((file) => named.has(file) && isAsked(file))
    .sort();
  const all = await Promise.all(
    files.map(async (file): Promise<LabelledThread[]> => {
      const threads = await parse(await read(join(folder, file)));
      return threads.map((parsed) => ({
        corpus,
        role: roleOf(file),
        author: authorOf(file),
        labels,
        parsed,
        cut: cuts === undefined ? parsed : trueCuts(parsed, cutsFile(cuts, file)),
      }));
    }),
  );
  return all.flat();
}

function cutsFile(folder: string, file: string): string {
  return join(folder, `${basename(file, extname(file))}.blocks.json`);
}

/** The thread as it is truly cut, as far as that is known and its words are in the text. */
function trueCuts(parsed: Thread, file: string): Thread {
  if (!existsSync(file)) return parsed;
  const cut = withTrueCuts(parsed, JSON.parse(readFileSync(file, 'utf8')) as Cut[]);
  if (cut === null) process.stderr.write(`${parsed.source}: its true cuts are not in its text\n`);
  return cut ?? parsed;
}
