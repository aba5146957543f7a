import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Profile, TermGroup } from '../profile/model.js';
import type { Fit } from './fit.js';

/** A leaning word weaker than this says nothing, and is taken out. */
const LEAST_LEANING = 0.05;

/** A stretch of the file and what takes its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * A profile's YAML with the fitted strengths and thresholds in their places;
 * every other character stays. Terms without a group of their own keep strength 1.
 *
 * @param profile the profile that `text` gives, and that was fitted.
 */
export function strengthen(text: string, profile: Profile, fit: Fit): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const edits: Edit[] = [];
  for (const facet of profile.facets) {
    const threshold = fit.thresholds.get(facet.id);
    const facetNode = document.getIn(['facets', facet.id], true);
    if (threshold !== undefined && isMap(facetNode))
      edits.push(number(facetNode, 'threshold', threshold.toFixed(2)));
    for (const value of facet.values) {
      const path = ['facets', facet.id, 'values', value.id];
      const terms = document.getIn([...path, 'terms'], true);
      if (isSeq(terms)) edits.push(...groupEdits(terms.items, value.terms, fit));
      const leaning = document.getIn([...path, 'leaning'], true);
      if (isMap(leaning)) edits.push(...leaningEdits(text, leaning, value.terms, fit));
    }
  }
  return applyEdits(text, edits);
}

/** The groups of a file stand in the profile's order, behind the one that its plain terms make. */
function groupEdits(items: readonly unknown[], groups: readonly TermGroup[], fit: Fit): Edit[] {
  const hasPlain = items.some((item) => isScalar(item));
  const own = groups.filter(({ leaning }) => !leaning).slice(hasPlain ? 1 : 0);
  return items.filter(isMap).flatMap((item, index) => {
    const group = own[index];
    const strength = group && fit.strengths.get(group);
    return strength === undefined ? [] : [number(item, 'strength', strength.toFixed(1))];
  });
}

function leaningEdits(text: string, map: YAMLMap, groups: readonly TermGroup[], fit: Fit): Edit[] {
  const strengths = new Map(
    groups.filter(({ leaning }) => leaning).map((group) => [group.terms[0], fit.strengths.get(group)]),
  );
  const edits: Edit[] = [];
  for (const pair of map.items) {
    const strength = strengths.get(String(isScalar(pair.key) ? pair.key.value : pair.key));
    if (strength === undefined) continue;
    const range = valueRange(pair);
    if (strength >= LEAST_LEANING) edits.push({ ...range, text: strength.toFixed(2) });
    else edits.push({ from: startOf(pair), to: behindComma(text, range.to), text: '' });
  }
  return edits;
}

/** Puts a number at a key of a block mapping, which is added at its head where it is missing. */
function number(map: YAMLMap, key: string, text: string): Edit {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair !== undefined) return { ...valueRange(pair), text };
  const from = startOf(map.items[0] as Pair);
  return { from, to: from, text: `${key}: ${text}\n${' '.repeat(columnOf(map, from))}` };
}

/** The column that a block mapping's keys stand at; its own start is that of its first key. */
function columnOf(map: YAMLMap, from: number): number {
  return map.srcToken?.type === 'block-map' ? map.srcToken.indent : from;
}

function startOf({ key }: Pair): number {
  if (isScalar(key) && key.range) return key.range[0];
  throw new Error('a key without a place in the file');
}

function valueRange({ value }: Pair): { from: number; to: number } {
  if (isScalar(value) && value.range) return { from: value.range[0], to: value.range[1] };
  throw new Error('a number without a place in the file');
}

/** Past the comma and the blank behind a value of a flow mapping. */
function behindComma(text: string, from: number): number {
  return from + (/^,? ?/.exec(text.slice(from, from + 2))?.[0].length ?? 0);
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
