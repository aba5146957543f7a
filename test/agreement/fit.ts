import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { normalizeProfile } from '../../src/profile/normalize.js';
import { labelledThreads } from './corpora.js';
import { PROFILE, prepareFit, refit } from './refit.js';

/** Fits the built-in profile's strengths and thresholds anew, in its file. */
export async function main(): Promise<void> {
  const text = readFileSync(PROFILE, 'utf8');
  const threads = await labelledThreads(normalizeProfile(parse(text)));
  const fitting = prepareFit(text, threads);
  writeFileSync(PROFILE, refit(fitting));
  const answers = fitting.offers.reduce((sum, [, offers]) => sum + offers.length, 0);
  const authors = new Set(fitting.offers.map(([thread]) => thread.author)).size;
  process.stdout.write(`${PROFILE}: fitted to ${answers} answers of ${authors} authors\n`);
}
