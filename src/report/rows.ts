import type { Consensus, FacetConsensus } from '../model.js';
import type { Facet, Profile, Tag } from '../profile/model.js';
import { positions } from '../profile/reserved.js';
import { effectiveSize } from '../tally/consensus.js';
import { wilson } from '../tally/wilson.js';
import { oneLine } from './harmless.js';

/** One bar: a tag, or a value of a facet that has no tags of its own. */
export interface Row {
  readonly id: string;
  readonly label: string;
  /** The value that it shows, for its colour. */
  readonly value: string;
  readonly count: number;
  /** Of the answers that take a position on the facet. */
  readonly share: number;
  /** Wilson 95 % interval of the share; null where nobody takes a position. */
  readonly interval: readonly [number, number] | null;
}

/** A facet's part of a report. */
export interface FacetRows {
  readonly facet: Facet;
  readonly consensus: FacetConsensus;
  readonly rows: readonly Row[];
}

/**
 * The bars of a consensus, facet by facet. A tag stands with the first facet that it asks about
 * ("weaken slowly": with the weakening); a facet without tags of its own shows its values.
 */
export function facetRows(profile: Profile, consensus: Consensus): FacetRows[] {
  return profile.facets.flatMap((facet) => {
    const of = consensus.facets[facet.id];
    if (of === undefined) return [];
    const tags = profile.tags.filter((tag) => homeOf(tag, profile) === facet);
    const rows =
      tags.length > 0
        ? tags.map((tag) =>
            row(tag.id, tag.label, tag.when[facet.id] as string, consensus.tally[tag.id] ?? 0, of),
          )
        : positions(facet).map(({ id, label }) => row(id, label, id, of.counts[id] ?? 0, of));
    return [{ facet, consensus: of, rows }];
  });
}

function homeOf(tag: Tag, profile: Profile): Facet | undefined {
  return profile.facets.find(({ id }) => Object.hasOwn(tag.when, id));
}

function row(id: string, label: string, value: string, count: number, of: FacetConsensus): Row {
  // A tag for answers that take no position has its share among all.
  const base = value === 'unstated' ? of.stated + of.unstated : of.stated;
  const share = base > 0 ? Math.min(1, count / base) : 0;
  const interval = base > 0 ? wilson(share, effectiveSize(base, of.weights?.squares ?? base)) : null;
  return { id, label: oneLine(label), value, count, share, interval };
}
