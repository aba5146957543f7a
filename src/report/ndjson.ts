import { compact } from './json.js';
import { type JsonDocument, type JsonHead, jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportOptions, ReportSettings } from './model.js';

/** One line a document, each complete in itself; no line for the whole, whose tally is the lines' sum. */
export function ndjsonReporter(settings: ReportSettings, options: ReportOptions = {}): Reporter<string> {
  const head = jsonHead(settings);
  return {
    piece: (document) => ndjsonLine(head, jsonDocument(document, settings.profile, options)),
    add: (line) => line,
    end: () => '',
  };
}

export function ndjsonLine(head: JsonHead, document: JsonDocument): string {
  return `${compact({ ...head, ...document })}\n`;
}
