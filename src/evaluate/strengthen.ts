import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { LeaningWords, Profile, TermGroup, Value } from '../profile/model.js';
import type { Fit } from './fit.js';

/** A leaning word weaker than this says nothing, and is taken out. */
const LEAST_LEANING = 0.05;

/** A stretch of the file and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where a profile's file has its groups' strengths. */
interface Places {
  /** Group → the mapping that it is. */
  readonly groups: ReadonlyMap<TermGroup, YAMLMap>;
  readonly leaning: readonly LeaningPlace[];
  /** Facet id → its mapping. */
  readonly facets: ReadonlyMap<string, YAMLMap>;
}

/** A value's mapping of leaning words. */
interface LeaningPlace {
  readonly map: YAMLMap;
  readonly facet: string;
  readonly value: string;
  /** Key → the words, where a number may be written. */
  readonly words: ReadonlyMap<string, LeaningWords>;
}

/**
 * A profile's YAML with the fitted strengths and thresholds in their places; every other character stays, but
 * for leaning words that turned out to say nothing.
 *
 * @param profile the profile that `text` gives, and that was fitted.
 */
export function strengthen(text: string, profile: Profile, fit: Fit): string {
  const { groups, leaning, facets } = placesIn(text, profile);
  const edits: Edit[] = [];
  for (const [facet, map] of facets) {
    const threshold = fit.thresholds.get(facet);
    if (threshold !== undefined) edits.push(...number(text, map, 'threshold', threshold.toFixed(2)));
  }
  for (const [group, map] of groups) {
    const strength = fit.strengths.get(group);
    if (strength !== undefined) edits.push(...number(text, map, 'strength', strength.toFixed(1)));
  }
  for (const place of leaning) edits.push(...leaningEdits(text, place, fit));
  return applyEdits(text, edits);
}

/** What has no place of its own for its strength: terms in a plain list, and what an alias repeats. */
export function withoutPlace(text: string, profile: Profile): Set<TermGroup | LeaningWords> {
  const { groups, leaning } = placesIn(text, profile);
  const all = profile.facets.flatMap(({ values }) => values.flatMap(({ terms }) => terms));
  const isPlaced = (words: LeaningWords) =>
    Object.entries(words.weights).every(([facet, values]) =>
      Object.keys(values).every((value) =>
        leaning.some(
          (one) => one.facet === facet && one.value === value && one.words.get(words.words) === words,
        ),
      ),
    );
  return new Set([
    ...all.filter((group) => !groups.has(group)),
    ...profile.leaning.filter((words) => !isPlaced(words)),
  ]);
}

function placesIn(text: string, profile: Profile): Places {
  const root = ownMap(parseDocument(text, { keepSourceTokens: true }).contents);
  const ofFacets = ownMap(root?.get('facets', true));
  const facets = new Map<string, YAMLMap>();
  const groups = new Map<TermGroup, YAMLMap>();
  const leaning: LeaningPlace[] = [];
  for (const { id, values } of profile.facets) {
    const facet = ownMap(ofFacets?.get(id, true));
    if (facet === undefined) continue;
    facets.set(id, facet);
    const ofValues = ownMap(facet.get('values', true));
    for (const value of values) {
      const node = ofValues?.get(value.id, true);
      const map = ownMap(node);
      for (const [group, place] of groupPlaces(map ? map.get('terms', true) : node, value))
        groups.set(group, place);
      const words = ownMap(map?.get('leaning', true));
      if (words !== undefined) {
        leaning.push({ map: words, facet: id, value: value.id, words: leaningWords(words, profile) });
      }
    }
  }
  return { facets, groups, leaning };
}

/** A mapping that no alias repeats: what is changed in it changes nothing elsewhere. */
function ownMap(node: unknown): YAMLMap | undefined {
  return isMap(node) && node.anchor === undefined ? node : undefined;
}

/** The groups of a file stand in the profile's order, behind the one that its plain terms make. */
function groupPlaces(list: unknown, { terms }: Value): [TermGroup, YAMLMap][] {
  if (!isSeq(list) || list.anchor !== undefined) return [];
  const hasPlain = list.items.some((item) => isScalar(item));
  const groups = terms.slice(hasPlain ? 1 : 0);
  const items = list.items.filter((item) => !isScalar(item));
  // An alias may repeat a plain term, too: then nothing tells which group is which.
  if (items.length !== groups.length) return [];
  return items.flatMap((item, index): [TermGroup, YAMLMap][] => {
    const map = ownMap(item);
    const strength = map?.get('strength', true) as Node | undefined;
    return map === undefined || !isPlace(strength) ? [] : [[groups[index] as TermGroup, map]];
  });
}

function leaningWords(map: YAMLMap, { leaning }: Profile): Map<string, LeaningWords> {
  const known = new Map(leaning.map((one) => [one.words, one]));
  const words = new Map<string, LeaningWords>();
  for (const { key, value } of map.items) {
    const text = String(isScalar(key) ? key.value : key);
    const one = known.get(text);
    if (one !== undefined && isPlace(value as Node)) words.set(text, one);
  }
  return words;
}

/** Whether a number may be written here: there is none yet, or one that no alias repeats. */
function isPlace(node: Node | null | undefined): boolean {
  return node === undefined || node === null || (isScalar(node) && node.anchor === undefined);
}

function leaningEdits(text: string, { map, facet, value, words }: LeaningPlace, { leaning }: Fit): Edit[] {
  const edits: Edit[] = [];
  let gone = 0;
  for (const pair of map.items as Pair[]) {
    const word = words.get(String(isScalar(pair.key) ? pair.key.value : pair.key));
    const strength = word && leaning.get(word)?.[facet]?.[value];
    if (strength === undefined) continue;
    const range = valueRange(pair);
    if (Math.abs(strength) >= LEAST_LEANING) edits.push({ ...range, text: strength.toFixed(2) });
    else {
      edits.push(removal(text, startOf(pair), range.to));
      gone++;
    }
  }
  const isBlock = map.srcToken?.type === 'block-map';
  // A block mapping without a key is none.
  if (isBlock && gone > 0 && gone === map.items.length) {
    const at = text.lastIndexOf(':', startOf(map.items[0] as Pair)) + 1;
    edits.push({ from: at, to: at, text: ' {}' });
  }
  return edits;
}

/** Takes a pair out with the comma behind it, and the whole line where nothing else stands on it. */
function removal(text: string, from: number, end: number): Edit {
  const to = end + (/^,?[ \t]*/.exec(text.slice(end, end + 200))?.[0].length ?? 0);
  const line = text.lastIndexOf('\n', from - 1) + 1;
  const rest = text.indexOf('\n', to);
  const behind = text.slice(to, rest < 0 ? text.length : rest);
  const isAlone = text.slice(line, from).trim() === '' && /^\r?$|^#/.test(behind);
  return isAlone && rest >= 0 ? { from: line, to: rest + 1, text: '' } : { from, to, text: '' };
}

/** Puts a number at a key of a mapping, which is added at its head where it is missing. */
function number(text: string, map: YAMLMap, key: string, digits: string): Edit[] {
  const pair = (map.items as Pair[]).find((item) => isScalar(item.key) && item.key.value === key);
  if (pair !== undefined) return isPlace(pair.value as Node) ? [{ ...valueRange(pair), text: digits }] : [];
  const from = startOf(map.items[0] as Pair);
  const { srcToken } = map;
  const behind =
    srcToken?.type === 'block-map'
      ? `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(srcToken.indent)}`
      : ', ';
  return [{ from, to: from, text: `${key}: ${digits}${behind}` }];
}

function startOf({ key }: Pair): number {
  if (isScalar(key) && key.range) return key.range[0];
  throw new Error('a key without a place in the file');
}

function valueRange({ value }: Pair): { from: number; to: number } {
  if (isScalar(value) && value.range) return { from: value.range[0], to: value.range[1] };
  throw new Error('a number without a place in the file');
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: replacement } of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}
