import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The library, as it is built and shipped. */
export function library(): typeof import('../../src/index.js') {
  return createRequire(import.meta.url)(join(process.cwd(), 'dist/index.cjs'));
}

/** The command, as it is shipped. */
export const COMMAND = 'bin/botox-consensus.js';
