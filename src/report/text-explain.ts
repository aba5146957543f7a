import type { CodedAnswer, Evidence } from '../model.js';
import type { Facet, Profile } from '../profile/model.js';
import {
  fate,
  headingOf,
  labelNotes,
  leanings,
  reasonOf,
  tagLabels,
  termOf,
  valueLabel,
  weightOf,
} from './answer-words.js';
import { excerptsOf } from './context.js';
import { clipped, oneLine } from './harmless.js';
import type { Layout, Run } from './layout.js';
import { type Segment, segmentsOf } from './marks.js';
import type { Style } from './paint.js';

type Mark = 'counted' | 'discounted' | 'cue';

/** Marks that still show where colours do not. */
const SIGNS: Readonly<Record<Mark, readonly [string, string]>> = {
  counted: ['[', ']'],
  discounted: ['[-', '-]'],
  cue: ['{', '}'],
};

/** Words of evidence are repeated under their sentence up to so many UTF-16 code units. */
const LONGEST_WORDS = 80;

/** What the marks mean. */
export function legend(layout: Layout): string[] {
  return layout.wrap([
    'Marks: ',
    marked('counted', 'counts', layout),
    ', ',
    marked('discounted', 'does not count', layout),
    ', ',
    marked('cue', 'cue', layout),
    ' that changes how it counts.',
  ]);
}

/** An answer with its labels, why it has them, and the sentences that hold the evidence. */
export function explained(answer: CodedAnswer, text: string, profile: Profile, layout: Layout): string[] {
  const number = `${answer.id}. `;
  const repeats = answer.duplicateOf === undefined ? '' : ` (repeats ${answer.duplicateOf}, not counted)`;
  const indent = number.length;
  const excerpts = excerptsOf(answer, text);
  const segments = segmentsOf(
    answer,
    excerpts.map(({ span }) => span),
  );
  return [
    ...layout.wrap([{ text: number + headingOf(answer), style: 'heading' }, repeats], 0, indent),
    ...layout.wrap([tagLabels(answer, profile).join('; ')], indent, 2),
    ...profile.facets.flatMap((facet) => [
      ...layout.wrap(facetWords(answer, facet), indent, 2),
      ...layout.wrap(leaningWords(answer, facet), indent + 2, 2),
    ]),
    ...excerpts.flatMap(({ cutBefore, cutAfter, evidence }, i) => [
      ...layout.wrap(
        ['| ', cutBefore ? '… ' : '', ...sentence(segments[i] ?? [], text, layout), cutAfter ? ' …' : ''],
        indent,
        2,
      ),
      ...evidence.flatMap((piece) => layout.wrap(evidenceWords(piece, profile, layout), indent + 4, 2)),
    ]),
  ];
}

/** "effect: they weaken (hedged) — the body says it"; nothing where the tags have said all. */
function facetWords(answer: CodedAnswer, facet: Facet): Run[] {
  const reason = reasonOf(answer, facet.id);
  const how = labelNotes(answer, facet.id);
  if (!reason && how.length === 0) return [];
  return [
    { text: `${facet.id}: ${valueLabel(facet, answer.facets[facet.id] ?? 'unstated')}` },
    ...how.flatMap((note, i) => [
      { text: i === 0 ? ' (' : ', ' },
      note === 'uncertain' ? { text: note, style: 'uncertain' as const } : { text: note },
    ]),
    { text: (how.length > 0 ? ')' : '') + (reason && ` — ${reason}`) },
  ];
}

/** Words of the answer that only lean to a value, in one line; nothing where there are none. */
function leaningWords(answer: CodedAnswer, facet: Facet): Run[] {
  const said = leanings(answer, facet);
  return said.length === 0 ? [] : [{ text: `leaning words: ${said.join('; ')}` }];
}

function evidenceWords(evidence: Evidence, profile: Profile, layout: Layout): Run[] {
  const facet = profile.facets.find(({ id }) => id === evidence.facet);
  const term = termOf(evidence);
  const weight = evidence.weight > 0 ? ` ${weightOf([evidence])}` : '';
  const cues = evidence.cues.flatMap((cue) => [
    { text: `; ${cue.kind} ` },
    marked('cue', clipped(oneLine(cue.text), LONGEST_WORDS), layout),
  ]);
  const why = fate(evidence);
  return [
    marked(
      evidence.counted ? 'counted' : 'discounted',
      clipped(oneLine(evidence.text), LONGEST_WORDS),
      layout,
    ),
    { text: ` ${evidence.facet}: ${valueLabel(facet, evidence.value)}${weight}${term && `; term ${term}`}` },
    ...cues,
    { text: why && `; ${why}` },
  ];
}

/** The words of an excerpt, with a mark around neighbouring segments of one kind. */
function sentence(segments: readonly Segment[], text: string, layout: Layout): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < segments.length; ) {
    const mark = markOf(segments[i] as Segment);
    const start = (segments[i] as Segment).span[0];
    let end = start;
    for (; i < segments.length && markOf(segments[i] as Segment) === mark; i++) {
      end = (segments[i] as Segment).span[1];
    }
    const words = oneLine(text.slice(start, end));
    runs.push(mark === null ? { text: words } : marked(mark, words, layout));
  }
  return runs;
}

function markOf({ evidence: [first], cues }: Segment): Mark | null {
  if (first) return first.counted ? 'counted' : 'discounted';
  return cues.length > 0 ? 'cue' : null;
}

function marked(mark: Mark, text: string, { coloured }: Layout): Run {
  const style: Style = mark;
  const [open, close] = SIGNS[mark];
  return coloured ? { text, style } : { text: open + text + close };
}
