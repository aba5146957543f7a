/**
 * The nouns of the pipeline. Every room takes one and hands on the next:
 *
 *   bytes → read → Document → parse → Thread → classify → CodedThread → tally → Consensus → report → bytes
 *
 * Spans are `[start, end)` in UTF-16 code units of `Thread.text`, so that
 * `thread.text.slice(start, end)` gives the words back.
 */

/** `[start, end)` in UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** Input formats, as detected by content or named by `--input-format`. */
export type InputFormat = 'text' | 'markdown' | 'html' | 'json' | 'ndjson';

/** One input, decoded. */
export interface Document {
  /** The name that reports show: a path as given, or `-` for standard input. */
  readonly source: string;
  readonly format: InputFormat;
  /** The encoding that the bytes were decoded from, as a WHATWG label. */
  readonly encoding: string;
  readonly text: string;
  /** The 1-based line of the file that the text stands on, where it is one line of NDJSON. */
  readonly line?: number;
}

/** The question that a thread asks. */
export interface Question {
  readonly heading: string | null;
  readonly headingSpan: Span | null;
  readonly body: string | null;
  readonly bodySpan: Span | null;
}

/** One answer: the unit that is coded. */
export interface Answer {
  /** 1-based place in the thread. */
  readonly id: number;
  readonly heading: string | null;
  readonly headingSpan: Span | null;
  readonly body: string;
  readonly bodySpan: Span;
  /** From the first to the last character of heading and body. */
  readonly span: Span;
  readonly author?: string;
  readonly votes?: number;
  /** As written in the document. */
  readonly date?: string;
  /** Parts of the body that are not the answerer's words: a quotation of the asker, noise. In order, disjoint. */
  readonly excluded: readonly Span[];
}

export type BlockKind = 'question-heading' | 'question-body' | 'answer-heading' | 'answer-body' | 'noise';

/** A stretch of the document and what it was taken for. Blocks are in order, disjoint, and cover the text. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** The answer it belongs to, for the answer kinds. */
  readonly answer?: number;
  /** Why a noise block is noise: `blank`, `votes`, `author`, `date`, `navigation`, … */
  readonly reason?: string;
}

/** A question and its answers. A document holds one thread, or several (NDJSON, a list of questions). */
export interface Thread {
  /** The document's source; with `#n` behind it where a document holds several threads. */
  readonly source: string;
  readonly format: InputFormat;
  /** The text that every span refers to: the document's own for plain text and Markdown, the extracted one for HTML and JSON. */
  readonly text: string;
  readonly question: Question;
  readonly answers: readonly Answer[];
  readonly blocks: readonly Block[];
}

/** A cue's kind, after ConText (Harkema et al. 2009). */
export type CueKind =
  | 'negation'
  | 'hedge'
  | 'hypothetical'
  | 'temporality'
  | 'experiencer'
  | 'attribution'
  | 'question'
  | 'pseudo'
  | 'termination';

/** A cue that applies to a piece of evidence. */
export interface AppliedCue {
  readonly kind: CueKind;
  readonly span: Span;
  readonly text: string;
}

/** A matched term, and what became of it. */
export interface Evidence {
  readonly facet: string;
  /** The value that it speaks for, after its cues have turned it. */
  readonly value: string;
  /** The profile's term that matched, as it is written there. */
  readonly term?: string;
  readonly span: Span;
  readonly text: string;
  readonly cues: readonly AppliedCue[];
  /** Whether it counted towards the facet's value. */
  readonly counted: boolean;
  /** Why it did not count, in a few words; or why it was turned. */
  readonly reason?: string;
  /** How much it weighed, in the profile's units; 0 where it did not count. */
  readonly weight: number;
}

/** A word, or two, that lean to values without saying them, where the answer has them first. */
export interface LeaningEvidence {
  readonly span: Span;
  readonly text: string;
  /** Whether it is the denial of the word that weighs. */
  readonly denied?: true;
  /** Facet id → value → how much they weigh for it, in the profile's units; below 0, against it. */
  readonly weights: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** An answer with its labels. */
export interface CodedAnswer extends Answer {
  /** Facet id → value; `unstated` where the answer says nothing. */
  readonly facets: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Facets whose winning evidence is hedged throughout. */
  readonly hedged: readonly string[];
  /** Facets whose value is a close call. */
  readonly uncertain: readonly string[];
  /** Facet id → why this value won, in a few words, for `--explain`. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
  /** Words that lean to values, in the order of the text. */
  readonly leaning: readonly LeaningEvidence[];
  /** Facets whose value a coder's label gave (`--labels`). */
  readonly coded?: readonly string[];
  /** The id of the earlier answer that this one repeats; it is not counted. */
  readonly duplicateOf?: number;
  /** How much it counts in a weighted tally; 1 unless `--weight` says otherwise. */
  readonly weight?: number;
}

/** A thread whose answers are coded. */
export interface CodedThread extends Omit<Thread, 'answers'> {
  readonly answers: readonly CodedAnswer[];
}

/** After Diamond et al. (2014): a share of the answers that take a position. */
export type Verdict = 'consensus' | 'majority' | 'split' | 'insufficient';

export interface FacetConsensus {
  readonly question: string;
  /** Value → answers that state it; every value of the facet has its key. */
  readonly counts: Readonly<Record<string, number>>;
  /** Answers that take a position on the facet. */
  readonly stated: number;
  /** Answers that take none. */
  readonly unstated: number;
  /** The value most answers state; null where none is or two tie. */
  readonly leading: string | null;
  /** leading / stated; null where `leading` is null. */
  readonly share: number | null;
  /** Wilson 95 % interval of the share; null where `share` is null. */
  readonly interval: readonly [number, number] | null;
  readonly verdict: Verdict;
  /** Only where weights other than 1 were counted: answers that take a position, and the sum of their squared weights. */
  readonly weights?: { readonly answers: number; readonly squares: number };
}

/** What the answers agree on. */
export interface Consensus {
  readonly answers: number;
  /** Tag → answers that carry it; every tag of the profile has its key, in the profile's order. */
  readonly tally: Readonly<Record<string, number>>;
  readonly facets: Readonly<Record<string, FacetConsensus>>;
}
