import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { load } from 'js-yaml';

/** Turns a data file into a module. */
export const DATA = /\.(?:yaml|csv)$/;

/** What the module of a data file gives. A table of leaning words is packed by `columnsOf`. */
export function dataOf(path) {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.csv') ? columnsOf(text) : load(text);
}

/**
 * The module as code: YAML and tables become JSON, so that the command reads neither unless the user hands it some.
 * JSON is parsed from a string, which V8 does faster than it reads the same data as code.
 */
export function dataModule(path) {
  return `export default JSON.parse(${JSON.stringify(JSON.stringify(dataOf(path)))})`;
}

/** Data in little room: that of several files together takes less. */
export function packed(data) {
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  return brotliCompressSync(JSON.stringify(data), { params });
}

/** A module that has data in little room, and exports it by a name. */
export function packedModule(data, name) {
  return `import { brotliDecompressSync } from 'node:zlib';
    export const ${name} = JSON.parse(brotliDecompressSync(Buffer.from('${packed(data).toString('base64')}', 'base64')).toString());`;
}

/**
 * The table as `src/profile/leaning-table.ts` reads it. Words take the least room in the order of the alphabet, where
 * each begins as the one before, and pairs where their second words are steps down a list that has words first that
 * are second often. So words go by about how often they are, and then by the alphabet. What is denied ("not_heavy")
 * is a pair, too.
 */
function columnsOf(csv) {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^not_/, 'not_ ').split(','));
  const columns = head.slice(1);
  const cells = new Map(rows.map(([words, ...weights]) => [words, weights]));
  const pairs = [...cells.keys()].map((words) => words.split(' ')).filter(({ length }) => length === 2);
  const seconds = grouped(pairs, 1);
  const asSecond = (word) => Math.floor(Math.log2(1 + (seconds.get(word)?.length ?? 0)));
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
  const weights = order.map((words) => columns.map((_, i) => Number(cells.get(words)?.[i] ?? 0)));
  return {
    columns,
    steps: characters(steps, '#'),
    followers: characters(
      followers.map(({ length }) => length),
      '#',
    ),
    words: words.map((word, i) => withoutShared(word, words[i - 1] ?? '')).join(''),
    weighing: characters(
      weights.map((row) => row.reduce((bits, weight, i) => (weight === 0 ? bits : bits | (1 << i)), 0)),
      '#',
    ),
    weights: characters(weights.flat().filter(Boolean), 'M'),
  };
}

/** A capital for how many characters a word begins with as the one before, and the rest of it. */
function withoutShared(word, before) {
  let shared = 0;
  while (shared < Math.min(25, word.length - 1) && word[shared] === before[shared]) shared++;
  return characters([shared], 'A') + word.slice(shared);
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
