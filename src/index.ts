/**
 * The public API: the pipeline as one call, `summarize`, and as its stages.
 *
 *   text → parse → Thread → classify → CodedThread → tally → Consensus → render → text
 */

export { classify, classifyText } from './classify/classify.js';
export type { Labels } from './evaluate/labels.js';
export type * from './model.js';
export { parse } from './parse/parse.js';
export { builtinProfile } from './profile/builtin.js';
export type { CompiledProfile } from './profile/compiled.js';
export type { Profile } from './profile/model.js';
export type { Format, Report, ReportOptions } from './report/model.js';
export { render } from './report/report.js';
export { type CodingOptions, code, type Input, type SummarizeOptions, summarize } from './summarize.js';
export { tally } from './tally/tally.js';
export { loadProfile, readLabels } from './user-files.js';
