import { compact } from './json.js';
import { jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportSettings } from './model.js';

/** One line a document, each complete in itself; no line for the whole, whose tally is the lines' sum. */
export function ndjsonReporter(settings: ReportSettings): Reporter {
  const head = jsonHead(settings);
  return {
    add: (document) => `${compact({ ...head, ...jsonDocument(document, settings.profile) })}\n`,
    end: () => '',
  };
}
