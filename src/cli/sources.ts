import { existsSync } from 'node:fs';
import type { Profile } from '../profile/model.js';
import { UsageError } from './exit.js';
import { isOpen, isTerminal } from './terminal.js';

/**
 * The inputs as named; standard input where none is and something is piped in.
 * @throws UsageError where nothing is named and standard input is a terminal.
 */
export async function sourcesOf(named: readonly string[]): Promise<readonly string[]> {
  if (named.length > 0) return named;
  if (isOpen(0) && !(await isTerminal(0))) return ['-'];
  throw new UsageError('name a file, or pipe a thread in');
}

/** The facets that must have a consensus, and the inputs. */
export interface Required {
  readonly facets: readonly string[];
  readonly named: readonly string[];
}

/**
 * Reads `--require-consensus`, whose facet may be left out: what follows it may then be the first input.
 * @throws UsageError for what is neither a facet nor a file.
 */
export function required(
  value: string | true | undefined,
  named: readonly string[],
  { facets }: Profile,
): Required {
  const all = facets.map(({ id }) => id);
  if (value === undefined) return { facets: [], named };
  if (value === true) return { facets: all, named };
  if (all.includes(value)) return { facets: [value], named };
  if (value === '-' || existsSync(value)) return { facets: all, named: [value, ...named] };
  throw new UsageError(
    `--require-consensus ${value}: the profile has no such facet: name ${all.join(', ')} or none`,
  );
}
