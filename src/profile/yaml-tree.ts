/** A YAML text as data, with where each value stands. */

import {
  COLLECTION_STYLE,
  constructFromEvents,
  type DocumentEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  type PopEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';

const { SINGLE_QUOTED, DOUBLE_QUOTED } = SCALAR_STYLE;

/** Offsets are in UTF-16 code units of the text. */
interface Placed {
  readonly from: number;
  /** The name that an alias may repeat it by. */
  readonly anchor: string | null;
}

export interface YamlScalar extends Placed {
  readonly kind: 'scalar';
  readonly to: number;
  /** What it says, before it is read as a number or the like; empty where nothing stands there. */
  readonly text: string;
}

export interface YamlList extends Placed {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlMap extends Placed {
  readonly kind: 'map';
  /** A line for each pair, without braces. */
  readonly isBlock: boolean;
  readonly pairs: readonly YamlPair[];
}

export interface YamlAlias {
  readonly kind: 'alias';
  readonly from: number;
  readonly name: string;
  /** What it repeats; null where nothing that has ended before it has the name. */
  readonly target: YamlNode | null;
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

export interface YamlText {
  /** Its documents: one, unless it is empty or marks divide it. */
  readonly documents: readonly YamlNode[];
  /**
   * The first document as data; null where there is none.
   *
   * @throws YAMLException for a tag that YAML 1.2's core schema does not know.
   */
  readonly toData: () => unknown;
}

/**
 * Reads YAML 1.2 (and JSON, which is YAML). Linear in the text.
 *
 * @throws YAMLException where the syntax is wrong, with the place in `mark.position`.
 */
export function readYaml(text: string): YamlText {
  const events = parseEvents(text, {});
  const documents = new TreeReader(text, events).documents();
  return { documents, toData: () => constructFromEvents(events, { source: text, json: true })[0] ?? null };
}

/** What a key says; empty where it is no word. */
export function textOf(key: YamlNode): string {
  return key.kind === 'scalar' ? key.text : '';
}

const pairsOf = new WeakMap<YamlMap, ReadonlyMap<string, YamlPair>>();

/** The pair of a name; of two the last. */
export function pairAt(map: YamlMap, name: string): YamlPair | undefined {
  let byName = pairsOf.get(map);
  if (byName === undefined) {
    byName = new Map(map.pairs.map((pair) => [textOf(pair.key), pair]));
    pairsOf.set(map, byName);
  }
  return byName.get(name);
}

/** Makes trees of the library's events; it does not nest them deeper than 100. */
class TreeReader {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, YamlNode>();
  #next = 0;
  /** Behind what was read last: there stands what is empty. */
  #at = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  documents(): YamlNode[] {
    const documents: YamlNode[] = [];
    while (this.#next < this.#events.length) {
      this.#next++;
      documents.push(...this.#nodes());
    }
    return documents;
  }

  /** The nodes up to the end of what holds them. */
  #nodes(): YamlNode[] {
    const nodes: YamlNode[] = [];
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) nodes.push(this.#node());
    this.#next++;
    return nodes;
  }

  #node(): YamlNode {
    const event = this.#events[this.#next++] as Exclude<Event, DocumentEvent | PopEvent>;
    if (event.type === EVENT_ID.ALIAS) {
      this.#at = event.anchorEnd;
      const name = this.#text.slice(event.anchorStart, event.anchorEnd);
      return { kind: 'alias', from: event.anchorStart - 1, name, target: this.#anchors.get(name) ?? null };
    }
    const anchor = event.anchorStart < 0 ? null : this.#text.slice(event.anchorStart, event.anchorEnd);
    const node =
      event.type === EVENT_ID.SCALAR ? this.#scalar(event, anchor) : this.#collection(event, anchor);
    if (anchor !== null) this.#anchors.set(anchor, node);
    return node;
  }

  #scalar(event: ScalarEvent, anchor: string | null): YamlScalar {
    const text = getScalarValue(this.#text, event);
    if (event.valueStart < 0) return { kind: 'scalar', from: this.#at, to: this.#at, anchor, text };
    const mark = event.style === SINGLE_QUOTED || event.style === DOUBLE_QUOTED ? 1 : 0;
    this.#at = event.valueEnd + mark;
    return { kind: 'scalar', from: event.valueStart - mark, to: this.#at, anchor, text };
  }

  #collection(event: SequenceEvent | MappingEvent, anchor: string | null): YamlList | YamlMap {
    const { start: from, type, style } = event;
    this.#at = from;
    const nodes = this.#nodes();
    if (type === EVENT_ID.SEQUENCE) return { kind: 'list', from, anchor, items: nodes };
    const pairs = nodes.flatMap((key, index): YamlPair[] =>
      index % 2 === 0 ? [{ key, value: nodes[index + 1] as YamlNode }] : [],
    );
    return { kind: 'map', from, anchor, isBlock: style === COLLECTION_STYLE.BLOCK, pairs };
  }
}
