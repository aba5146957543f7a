import type { Consensus } from '../model.js';
import { type JsonDocument, type JsonHead, jsonConsensus, jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportOptions, ReportSettings } from './model.js';

/** A JSON report being written: one value, two-space indent, newline at the end; no more than a document is held. */
export interface JsonWriter {
  /** A document as it stands in the report. */
  piece(document: JsonDocument): string;
  add(piece: string): string;
  end(consensus: Consensus): string;
}

export function jsonReporter(settings: ReportSettings, options: ReportOptions = {}): Reporter<string> {
  const writer = jsonWriter(jsonHead(settings));
  return {
    piece: (document) => writer.piece(jsonDocument(document, settings.profile, options)),
    add: writer.add,
    end: (consensus) => writer.end(jsonConsensus(consensus, settings.profile)),
  };
}

/** Writes documents that have their JSON shape already: coded here, or read back from parts. */
export function jsonWriter(head: JsonHead): JsonWriter {
  let documents = 0;
  const open = () => `${indented(head).slice(0, -2)},\n  "documents": [`;
  return {
    piece: (document) => nested([[document]], 2),
    add(piece) {
      const before = documents++ === 0 ? `${open()}\n    ` : ',\n    ';
      return before + piece;
    },
    end(consensus) {
      const before = documents === 0 ? `${open()}]` : '\n  ]';
      return `${before},\n  "consensus": ${nested([consensus], 1)}\n}\n`;
    },
  };
}

/** Compact JSON, harmless to look at. */
export function compact(value: unknown): string {
  return visible(JSON.stringify(value));
}

function indented(value: unknown): string {
  return visible(JSON.stringify(value, null, 2));
}

/** The JSON of what so many lists hold, indented as it stands in them. */
function nested(lists: readonly unknown[], depth: 1 | 2): string {
  const [before, after] = depth === 1 ? ['[\n  ', '\n]'] : ['[\n  [\n    ', '\n  ]\n]'];
  return indented(lists).slice(before.length, -after.length);
}

/**
 * JSON.stringify leaves DEL, C1 controls, bidi overrides and zero-width characters as they are, and a
 * terminal would act on them. Escaped they are the same string.
 */
function visible(json: string): string {
  return json.replace(/[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu, (char) =>
    Array.from(
      { length: char.length },
      (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
