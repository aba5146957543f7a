import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'yaml';

/** Turns a data file into a module. */
export const DATA = /\.(?:yaml|csv)$/;

/** What the module of a data file gives. A table of leaning words is packed by `columnsOf`. */
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

/**
 * The table as `src/profile/leaning.ts` reads it. Pairs take half the room where their second words are steps down
 * a list that has the words first that are second most often.
 */
function columnsOf(csv) {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const cells = new Map(rows.map(([words, ...weights]) => [words, weights]));
  const pairs = [...cells.keys()].map((words) => words.split(' ')).filter(({ length }) => length === 2);
  const seconds = grouped(pairs, 1);
  const asSecond = (word) => seconds.get(word)?.length ?? 0;
  const words = [...new Set(rows.flatMap(([words]) => words.split(' ')))].sort(
    (a, b) => asSecond(b) - asSecond(a) || (a < b ? -1 : 1),
  );
  const place = new Map(words.map((word, index) => [word, index]));
  const firsts = grouped(pairs, 0);
  const followers = words.map((word) =>
    (firsts.get(word) ?? []).map(([, second]) => place.get(second)).sort((a, b) => a - b),
  );
  const steps = followers.flatMap((places) => places.map((at, i) => at - (places[i - 1] ?? -1)));
  const order = [...words, ...words.flatMap((word, i) => followers[i].map((at) => `${word} ${words[at]}`))];
  return {
    columns: head.slice(1),
    words: words.join('\n'),
    followers: characters(
      followers.map(({ length }) => length),
      ' ',
    ),
    steps: characters(steps, ' '),
    weights: head.slice(1).map((_, i) =>
      characters(
        order.map((words) => Number(cells.get(words)?.[i] ?? 0)),
        'M',
      ),
    ),
  };
}

/** Pairs by their first or second word. */
function grouped(pairs, by) {
  const groups = new Map();
  for (const pair of pairs) groups.set(pair[by], [...(groups.get(pair[by]) ?? []), pair]);
  return groups;
}

/** A character for each number; `zero` is that of 0. */
function characters(numbers, zero) {
  return numbers.map((number) => String.fromCharCode(zero.charCodeAt(0) + number)).join('');
}
