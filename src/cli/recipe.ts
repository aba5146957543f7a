import { builtinProfile } from '../profile/builtin.js';
import type { CompiledProfile } from '../profile/compile.js';
import type { Format, ReportOptions, ReportSettings } from '../report/model.js';
import { reporters } from '../report/report.js';
import type { CodingOptions } from '../summarize.js';
import { type Finish, finisher } from './finish.js';

/** How documents are coded and reported, as plain data that a worker thread can be handed. */
export interface Recipe {
  /** The profile's file; the built-in profile unless stated. */
  readonly profile?: { readonly text: string; readonly source: string };
  readonly coding: Omit<CodingOptions, 'profile'>;
  readonly format: Format;
  readonly settings: Omit<ReportSettings, 'profile'>;
  readonly report: ReportOptions;
}

/** @throws ProfileError where the profile cannot be used. */
export async function followed({ profile: file, coding, format, settings, report }: Recipe): Promise<Finish> {
  const profile = await compiled(file);
  const reporter = await reporters[format]({ ...settings, profile: profile.profile }, report);
  return finisher({ ...coding, profile }, reporter, settings.threshold);
}

async function compiled(file: Recipe['profile']): Promise<CompiledProfile> {
  if (!file) return builtinProfile();
  const { loadProfile } = await import('../profile/load.js');
  return loadProfile(file.text, file.source);
}
