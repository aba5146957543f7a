import type { CheckContext } from './check.js';
import { nearest, quote } from './names.js';

/** Cues that are switched off: are there such? */
export function checkCuesOff({ file, language, error }: CheckContext): void {
  const shared = new Set(language.cues.map(({ pattern }) => pattern));
  for (const [i, pattern] of (file['cues-off'] ?? []).entries()) {
    if (shared.has(pattern)) continue;
    const guess = nearest(pattern, shared);
    const mend = guess === null ? 'take it out' : `write ${guess}`;
    error(['cues-off', i], 'value', `no shared cue reads ${quote(pattern)}`, mend);
  }
}
