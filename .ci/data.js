import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'yaml';

/** Turns a data file into a module. */
export const DATA = /\.(?:yaml|csv)$/;

/** What the module of a data file gives. A table of leaning words is given by columns, which `leaning.ts` reads. */
function dataOf(path) {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.csv') ? columnsOf(text) : parse(text);
}

/**
 * The module as code: YAML and tables become JSON, so that the command reads neither unless the user hands it some.
 * JSON is parsed from a string, which V8 does faster than it reads the same data as code.
 *
 * @param isPacked for the package, which has to be small.
 */
export function dataModule(path, isPacked = false) {
  const data = dataOf(path);
  if (isPacked) return `${packedModule(data, 'data')}export default data;`;
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`;
}

/** A module that has data in little room, and exports it by a name. */
export function packedModule(data, name) {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  const packed = brotliCompressSync(JSON.stringify(data), { params }).toString('base64');
  return `import { brotliDecompressSync } from 'node:zlib';
    export const ${name} = JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString());`;
}

/** Weights are single characters, so that a row can be looked at without the others being read. */
function columnsOf(csv) {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const columns = head.slice(1);
  const weights = columns.map((_, i) =>
    rows.map((row) => String.fromCharCode('M'.charCodeAt(0) + Number(row[i + 1] ?? 0))).join(''),
  );
  return { columns, words: rows.map(([words]) => words).join('\n'), weights };
}
