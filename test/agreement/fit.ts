import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { leaningCsv } from '../../src/profile/leaning.js';
import type { Profile } from '../../src/profile/model.js';
import { normalizeProfile } from '../../src/profile/normalize.js';
import { labelledThreads } from './corpora.js';
import { LEANING, PROFILE, prepareFit, refit } from './refit.js';

/** Fits the built-in profile's strengths and thresholds anew, in its file. */
export async function main(): Promise<void> {
  const text = readFileSync(PROFILE, 'utf8');
  const threads = await labelledThreads(normalizeProfile(load(text)));
  const fitting = prepareFit(text, threads);
  const { text: terms, leaning } = refit(fitting);
  writeFileSync(PROFILE, terms);
  writeFileSync(LEANING, leaningCsv(leaning, columnsOf(fitting.profile)));
  const answers = fitting.offers.reduce((sum, [, offers]) => sum + offers.length, 0);
  const authors = new Set(fitting.offers.map(([thread]) => thread.author)).size;
  process.stdout.write(`${PROFILE}: fitted to ${answers} answers of ${authors} authors\n`);
  process.stdout.write(
    `${LEANING}: ${leaning.length} of ${fitting.profile.leaning.length} words and pairs\n`,
  );
}

/** The values that leaning words may lean to. */
function columnsOf({ leaning, facets }: Profile): [facet: string, value: string][] {
  const [first] = leaning;
  return facets.flatMap(({ id }) =>
    Object.keys(first?.weights[id] ?? {}).map((value): [string, string] => [id, value]),
  );
}
