import type { Labels } from '../evaluate/labels.js';
import { builtinProfile } from '../profile/builtin.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Format, ReportOptions } from '../report/model.js';
import { reporters } from '../report/report.js';
import { type Finish, finisher } from './finish.js';

/** How documents are coded and reported, as plain data that a worker thread can be handed. */
export interface Recipe {
  /** The profile's file; the built-in profile unless stated. */
  readonly profile?: { readonly text: string; readonly source: string };
  readonly labels?: Labels;
  readonly weight?: 'votes';
  readonly keepDuplicates?: boolean;
  readonly threshold?: number;
  readonly format: Format;
  readonly report: ReportOptions;
}

/** @throws ProfileError where the profile cannot be used. */
export async function followed(recipe: Recipe): Promise<Finish> {
  const { format, report, threshold, weight, profile: file, ...coding } = recipe;
  const profile = await compiled(file);
  const settings = {
    profile: profile.profile,
    ...(threshold === undefined ? {} : { threshold }),
    ...(weight === undefined ? {} : { weightedBy: weight }),
  };
  const reporter = await reporters[format](settings, report);
  return finisher({ ...coding, ...(weight === undefined ? {} : { weight }), profile }, reporter, threshold);
}

async function compiled(file: Recipe['profile']): Promise<CompiledProfile> {
  if (!file) return builtinProfile();
  const { loadProfile } = await import('../profile/load.js');
  return loadProfile(file.text, file.source);
}
