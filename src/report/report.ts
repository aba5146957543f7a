import { jsonReporter } from './json.js';
import type { Format, Report, Reporter, ReportOptions, ReportSettings } from './model.js';
import { textReporter } from './text.js';

export type { Format, Report, ReportDocument, Reporter, ReportOptions, ReportSettings } from './model.js';

type OpenReporter = (settings: ReportSettings, options?: ReportOptions) => Promise<Reporter>;

/** The reporters by name. Text and JSON are at hand; the code of the others is loaded when one is opened. */
export const reporters: Readonly<Record<Format, OpenReporter>> = {
  text: textReporter,
  json: async (settings, options) => jsonReporter(settings, options),
  ndjson: async (settings, options) => (await import('./ndjson.js')).ndjsonReporter(settings, options),
  csv: async (settings) => (await import('./csv.js')).csvReporter(settings),
  markdown: async (settings, options) => (await import('./markdown.js')).markdownReporter(settings, options),
  html: async (settings) => (await import('./html.js')).htmlReporter(settings),
};

/** Renders a whole report, ending in a newline (NDJSON without documents is empty). */
export async function render(report: Report, format: Format, options: ReportOptions = {}): Promise<string> {
  const reporter = await reporters[format](report, options);
  const parts: string[] = [];
  for (const document of report.documents) parts.push(reporter.add(await reporter.piece(document)));
  parts.push(await reporter.end(report.consensus));
  return parts.join('');
}
