import type { LeaningWords, Profile, TermGroup, Value } from '../profile/model.js';
import {
  pairAt,
  readYaml,
  textOf,
  type YamlMap,
  type YamlNode,
  type YamlPair,
} from '../profile/yaml-tree.js';
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
  readonly groups: ReadonlyMap<TermGroup, YamlMap>;
  readonly leaning: readonly LeaningPlace[];
  /** Facet id → its mapping. */
  readonly facets: ReadonlyMap<string, YamlMap>;
}

/** A value's mapping of leaning words. */
interface LeaningPlace {
  readonly map: YamlMap;
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
  const root = ownMap(readYaml(text).documents[0]);
  const ofFacets = ownMap(valueAt(root, 'facets'));
  const facets = new Map<string, YamlMap>();
  const groups = new Map<TermGroup, YamlMap>();
  const leaning: LeaningPlace[] = [];
  for (const { id, values } of profile.facets) {
    const facet = ownMap(valueAt(ofFacets, id));
    if (facet === undefined) continue;
    facets.set(id, facet);
    const ofValues = ownMap(valueAt(facet, 'values'));
    for (const value of values) {
      const node = valueAt(ofValues, value.id);
      const map = ownMap(node);
      for (const [group, place] of groupPlaces(map ? valueAt(map, 'terms') : node, value))
        groups.set(group, place);
      const words = ownMap(valueAt(map, 'leaning'));
      if (words !== undefined) {
        leaning.push({ map: words, facet: id, value: value.id, words: leaningWords(words, profile) });
      }
    }
  }
  return { facets, groups, leaning };
}

/** A mapping that no alias repeats: what is changed in it changes nothing elsewhere. */
function ownMap(node: YamlNode | undefined): YamlMap | undefined {
  return node?.kind === 'map' && node.anchor === null ? node : undefined;
}

function valueAt(map: YamlMap | undefined, name: string): YamlNode | undefined {
  return map && pairAt(map, name)?.value;
}

/** The groups of a file stand in the profile's order, behind the one that its plain terms make. */
function groupPlaces(list: YamlNode | undefined, { terms }: Value): [TermGroup, YamlMap][] {
  if (list?.kind !== 'list' || list.anchor !== null) return [];
  const hasPlain = list.items.some(({ kind }) => kind === 'scalar');
  const groups = terms.slice(hasPlain ? 1 : 0);
  const items = list.items.filter(({ kind }) => kind !== 'scalar');
  // An alias may repeat a plain term, too: then nothing tells which group is which.
  if (items.length !== groups.length) return [];
  return items.flatMap((item, index): [TermGroup, YamlMap][] => {
    const map = ownMap(item);
    return map === undefined || !isPlace(valueAt(map, 'strength')) ? [] : [[groups[index] as TermGroup, map]];
  });
}

function leaningWords(map: YamlMap, { leaning }: Profile): Map<string, LeaningWords> {
  const known = new Map(leaning.map((one) => [one.words, one]));
  const words = new Map<string, LeaningWords>();
  for (const { key, value } of map.pairs) {
    const one = known.get(textOf(key));
    if (one !== undefined && isPlace(value)) words.set(textOf(key), one);
  }
  return words;
}

/** Whether a number may be written here: there is none yet, or one that no alias repeats. */
function isPlace(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.anchor === null);
}

function leaningEdits(text: string, { map, facet, value, words }: LeaningPlace, { leaning }: Fit): Edit[] {
  const edits: Edit[] = [];
  let gone = 0;
  for (const pair of map.pairs) {
    const word = words.get(textOf(pair.key));
    const strength = word && leaning.get(word)?.[facet]?.[value];
    if (strength === undefined) continue;
    const range = valueRange(pair);
    if (Math.abs(strength) >= LEAST_LEANING) edits.push({ ...range, text: strength.toFixed(2) });
    else {
      edits.push(removal(text, pair.key.from, range.to));
      gone++;
    }
  }
  // A block mapping without a key is none.
  if (map.isBlock && gone > 0 && gone === map.pairs.length) {
    const at = text.lastIndexOf(':', (map.pairs[0] as YamlPair).key.from) + 1;
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
function number(text: string, map: YamlMap, key: string, digits: string): Edit[] {
  const pair = pairAt(map, key);
  if (pair !== undefined) return isPlace(pair.value) ? [{ ...valueRange(pair), text: digits }] : [];
  const { from } = (map.pairs[0] as YamlPair).key;
  const indent = from - (text.lastIndexOf('\n', from - 1) + 1);
  const behind = map.isBlock ? `${text.includes('\r\n') ? '\r\n' : '\n'}${' '.repeat(indent)}` : ', ';
  return [{ from, to: from, text: `${key}: ${digits}${behind}` }];
}

function valueRange({ value }: YamlPair): { from: number; to: number } {
  if (value.kind === 'scalar') return { from: value.from, to: value.to };
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
