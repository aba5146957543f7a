import type { JsonReport } from './json-shape.js';
import { jsonConsensus, jsonDocument, jsonHead } from './json-shape.js';
import type { Reporter, ReportSettings } from './model.js';

/**
 * One JSON value, two-space indent, newline at the end. It is written document by document, so that
 * no more than one is held.
 */
export function jsonReporter(settings: ReportSettings): Reporter {
  let documents = 0;
  const open = () => `${indented(jsonHead(settings)).slice(0, -2)},\n  "documents": [`;
  return {
    add(document) {
      const before = documents++ === 0 ? `${open()}\n    ` : ',\n    ';
      return before + deeper(indented(jsonDocument(document, settings.profile)), '    ');
    },
    end(consensus) {
      const before = documents === 0 ? `${open()}]` : '\n  ]';
      const last = deeper(indented(jsonConsensus(consensus, settings.profile)), '  ');
      return `${before},\n  "consensus": ${last}\n}\n`;
    },
  };
}

/** A JSON report that is already put together (merged from parts), in the same bytes. */
export function stringifyReport(report: JsonReport): string {
  return `${indented(report)}\n`;
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
