import type { Consensus } from '../model.js';
import { type JsonDocument, type JsonHead, jsonConsensus, jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportSettings } from './model.js';

/** A JSON report being written: one value, two-space indent, newline at the end; no more than a document is held. */
export interface JsonWriter {
  add(document: JsonDocument): string;
  end(consensus: Consensus): string;
}

export function jsonReporter(settings: ReportSettings): Reporter {
  const writer = jsonWriter(jsonHead(settings));
  return {
    add: (document) => writer.add(jsonDocument(document, settings.profile)),
    end: (consensus) => writer.end(jsonConsensus(consensus, settings.profile)),
  };
}

export function jsonWriter(head: JsonHead): JsonWriter {
  let documents = 0;
  const open = () => `${indented(head).slice(0, -2)},\n  "documents": [`;
  return {
    add(document) {
      const before = documents++ === 0 ? `${open()}\n    ` : ',\n    ';
      return before + deeper(indented(document), '    ');
    },
    end(consensus) {
      const before = documents === 0 ? `${open()}]` : '\n  ]';
      return `${before},\n  "consensus": ${deeper(indented(consensus), '  ')}\n}\n`;
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

/** No string in JSON holds a raw line feed, so each of them begins a line. */
function deeper(json: string, indent: string): string {
  return json.replaceAll('\n', `\n${indent}`);
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
