import { compact } from './json.js';
import { type JsonDocument, type JsonHead, jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportSettings } from './model.js';

/** One line a document, each complete in itself; no line for the whole, whose tally is the lines' sum. */
export function ndjsonReporter(settings: ReportSettings): Reporter {
  const head = jsonHead(settings);
  return {
    add: (document) => ndjsonLine(head, jsonDocument(document, settings.profile)),
    end: () => '',
  };
}

export function ndjsonLine(head: JsonHead, document: JsonDocument): string {
  return `${compact({ ...head, ...document })}\n`;
}
