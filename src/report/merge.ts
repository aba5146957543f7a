import type { Consensus } from '../model.js';
import type { Profile } from '../profile/model.js';
import { consensusOf } from '../tally/consensus.js';
import { emptyTally, mergeTallies, type PartialTally, tallyOfConsensus } from '../tally/partial.js';
import { type JsonDocument, type JsonHead, jsonConsensus, SCHEMA_VERSION } from './json-shape.js';
import { compareSources } from './source-order.js';

/** Why a part cannot be merged: what is wrong and how to mend it. */
export class MergeError extends Error {
  override readonly name = 'MergeError';

  constructor(
    readonly problem: string,
    readonly mend: string,
  ) {
    super(`${problem}: ${mend}`);
  }
}

/** A report put together from parts. */
export interface Merged {
  readonly head: JsonHead;
  /** Sorted by source. */
  readonly documents: Iterable<JsonDocument>;
  readonly consensus: Consensus;
  /** Sources that stand there more than once. */
  readonly repeated: readonly string[];
}

/**
 * Reports of the JSON or NDJSON kind, added up. Documents come out sorted by source and are otherwise left
 * as they are, and counts are whole numbers, so that neither the order nor the grouping of the parts
 * makes a difference, and merging a report of all gives what merging its parts gives.
 */
export class Merge {
  private head: JsonHead | undefined;
  private profile: Profile | undefined;
  private total: PartialTally | undefined;
  /** Documents as compact JSON, which takes a fraction of the memory. */
  private readonly documents: { readonly source: string; readonly json: string }[] = [];

  /**
   * Adds a whole JSON report, or a line of an NDJSON report.
   * @throws MergeError where it is none, or was made otherwise than the parts before.
   */
  add(value: unknown): void {
    const { head, documents } = partOf(value);
    if (documents.length === 0) return;
    this.head ??= head;
    this.profile ??= profileOf(head, (documents[0] as JsonDocument).consensus);
    this.total ??= emptyTally(this.profile);
    refuseOther(this.head, head);
    for (const document of documents) {
      refuseOtherKeys(this.profile, document.consensus);
      this.total = mergeTallies(this.total, tallyOfConsensus(document.consensus, this.profile));
      this.documents.push({ source: document.source, json: JSON.stringify(document) });
    }
  }

  /** @returns null where nothing was added. */
  merged(): Merged | null {
    const { head, profile, total, documents } = this;
    if (!head || !profile || !total) return null;
    documents.sort(
      (a, b) => compareSources(a.source, b.source) || (a.json < b.json ? -1 : Number(a.json > b.json)),
    );
    const repeated = documents.filter(({ source }, i) => source === documents[i + 1]?.source);
    return {
      head,
      documents: parsed(documents),
      consensus: jsonConsensus(consensusOf(total, profile, head.threshold), profile),
      repeated: [...new Set(repeated.map(({ source }) => source))],
    };
  }
}

function* parsed(documents: readonly { readonly json: string }[]): Generator<JsonDocument> {
  for (const { json } of documents) yield JSON.parse(json) as JsonDocument;
}

/** Tells a whole report from a line of NDJSON, and takes the head off either. */
function partOf(value: unknown): { head: JsonHead; documents: readonly JsonDocument[] } {
  const { schemaVersion, profile, threshold, weightedBy, ...rest } = (
    isObject(value) ? value : {}
  ) as JsonHead & Record<string, unknown>;
  if (typeof schemaVersion === 'number' && schemaVersion !== SCHEMA_VERSION) {
    throw new MergeError(
      `it has the schema version ${schemaVersion}, not ${SCHEMA_VERSION}`,
      'make all parts with the same version of the program',
    );
  }
  const documents = 'documents' in rest ? rest.documents : [rest];
  const isReport = typeof schemaVersion === 'number' && isObject(profile) && typeof threshold === 'number';
  if (!isReport || !Array.isArray(documents) || !documents.every(isDocument)) {
    throw new MergeError(
      'it is no report of this program',
      'give what --json or --format ndjson has written',
    );
  }
  const head = { schemaVersion, profile, threshold, ...(weightedBy === undefined ? {} : { weightedBy }) };
  return { head, documents };
}

function isDocument(value: unknown): value is JsonDocument {
  const { source, answers, consensus } = (isObject(value) ? value : {}) as Record<string, unknown>;
  if (typeof source !== 'string' || !Array.isArray(answers) || !isObject(consensus)) return false;
  const { answers: count, tally, facets } = consensus as Record<string, unknown>;
  return (
    typeof count === 'number' &&
    isObject(tally) &&
    isObject(facets) &&
    Object.values(facets).every(
      (facet) => isObject(facet) && isObject((facet as { counts?: unknown }).counts),
    )
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As much of the profile as counting needs: its ids, in its order, which is that of the report's keys. */
function profileOf({ profile }: JsonHead, { tally, facets }: Consensus): Profile {
  return {
    ...profile,
    tags: Object.keys(tally).map((id) => ({ id })),
    facets: Object.entries(facets).map(([id, { question, counts }]) => ({
      id,
      question,
      values: Object.keys(counts).map((value) => ({ id: value })),
    })),
  } as unknown as Profile;
}

function refuseOther(first: JsonHead, head: JsonHead): void {
  if (JSON.stringify(first) === JSON.stringify(head)) return;
  throw new MergeError(
    `it was made otherwise than the parts before it (${said(head)}, not ${said(first)})`,
    'make all parts with the same profile and options',
  );
}

function said({ profile, threshold, weightedBy }: JsonHead): string {
  return `${profile.id} ${profile.version}, threshold ${threshold}, weighted by ${weightedBy ?? 'nothing'}`;
}

function refuseOtherKeys(profile: Profile, { tally, facets }: Consensus): void {
  const same =
    sameKeys(profile.tags, tally) &&
    sameKeys(profile.facets, facets) &&
    profile.facets.every(({ id, values }) => sameKeys(values, facets[id]?.counts ?? {}));
  if (same) return;
  throw new MergeError(
    `its tags are not those of the parts before it, though its profile is ${profile.id} ${profile.version} too`,
    'make all parts with the same profile',
  );
}

function sameKeys(ids: readonly { readonly id: string }[], record: object): boolean {
  const keys = Object.keys(record);
  return keys.length === ids.length && ids.every(({ id }, i) => id === keys[i]);
}
