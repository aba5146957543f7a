import type { AppliedCue, CodedAnswer, Evidence, Span } from '../model.js';

/** A stretch of text over which the same marks hold. */
export interface Segment {
  readonly span: Span;
  /** Evidence whose words it belongs to, counted first. */
  readonly evidence: readonly Evidence[];
  /** Cues, of any evidence, whose words it belongs to. */
  readonly cues: readonly AppliedCue[];
  /** Whether it is no part of the answerer's own words. */
  readonly excluded: boolean;
}

interface Mark {
  readonly span: Span;
  readonly evidence?: Evidence;
  readonly cue?: AppliedCue;
}

/**
 * Cuts stretches of the text wherever a mark of the answer begins or ends, in one sweep.
 *
 * @param regions disjoint and in order
 * @returns for each region its segments, which cover it in order
 */
export function segmentsOf(answer: CodedAnswer, regions: readonly Span[]): Segment[][] {
  const marks = marksOf(answer);
  let next = 0;
  let open: Mark[] = [];
  return regions.map(([start, end]) => {
    const first = next;
    while ((marks[next]?.span[0] ?? end) < end) next++;
    const within = [...open, ...marks.slice(first, next)].filter(({ span }) => span[1] > start);
    open = within.filter(({ span }) => span[1] > end);
    return cut([start, end], within);
  });
}

/** Everything of an answer that is marked, by where it begins; a cue of several pieces of evidence once. */
function marksOf(answer: CodedAnswer): Mark[] {
  const cues = new Map<string, AppliedCue>();
  const shown = answer.evidence;
  for (const evidence of shown) {
    for (const cue of evidence.cues) cues.set(`${cue.span[0]}-${cue.span[1]}-${cue.kind}`, cue);
  }
  const marks: Mark[] = [
    ...shown.map((evidence) => ({ span: evidence.span, evidence })),
    ...[...cues.values()].map((cue) => ({ span: cue.span, cue })),
    ...answer.excluded.map((span) => ({ span })),
  ];
  return marks.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function cut([start, end]: Span, within: readonly Mark[]): Segment[] {
  const cuts = new Set([start, end]);
  for (const { span } of within) {
    cuts.add(Math.max(start, span[0]));
    cuts.add(Math.min(end, span[1]));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const from = edges[i] as number;
    const to = edges[i + 1] as number;
    open = open.filter(({ span }) => span[1] > from);
    for (let mark = within[next]; mark !== undefined && mark.span[0] <= from; mark = within[++next]) {
      if (mark.span[1] > from) open.push(mark);
    }
    segments.push(segment([from, to], open));
  }
  return segments;
}

function segment(span: Span, open: readonly Mark[]): Segment {
  const evidence = open.flatMap((mark) => mark.evidence ?? []);
  return {
    span,
    evidence: [...evidence.filter(({ counted }) => counted), ...evidence.filter(({ counted }) => !counted)],
    cues: open.flatMap((mark) => mark.cue ?? []),
    excluded: open.some((mark) => mark.evidence === undefined && mark.cue === undefined),
  };
}
