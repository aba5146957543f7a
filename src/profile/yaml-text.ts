/** Data as YAML, for what `profile show` prints: js-yaml's own writer would add 4 kB to the package. */

export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };

/** What reads as itself without quotes in any version of YAML, but for words that are more than words. */
const PLAIN = /^(?:[a-z]|<(?=[a-z]))(?:[\w<>|*.?!'-]| (?=[\w<>|*.?!'-]))*$/i;
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** The lines of an object or list, each `indent` deep; JSON stands for all that is no plain word. */
export function yamlOf(data: Data, indent = ''): string {
  if (Array.isArray(data)) return data.map((item) => `${indent}- ${below(item, indent)}\n`).join('');
  return Object.entries(data as Readonly<Record<string, Data>>)
    .map(([key, value]) => `${indent}${scalar(key)}:${beside(value, indent)}\n`)
    .join('');
}

/** A value behind its key. */
function beside(value: Data, indent: string): string {
  return isBlock(value) ? `\n${yamlOf(value, `${indent}  `).trimEnd()}` : ` ${scalar(value)}`;
}

/** An item behind its dash, where an object or a list begins on the same line. */
function below(item: Data, indent: string): string {
  return isBlock(item) ? yamlOf(item, `${indent}  `).trim() : scalar(item);
}

function isBlock(value: Data): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function scalar(value: Data): string {
  return typeof value === 'string' && PLAIN.test(value) && !RESERVED.test(value)
    ? value
    : JSON.stringify(value);
}
