import type { CodedAnswer, Evidence, LeaningEvidence } from '../model.js';
import type { Facet, Profile } from '../profile/model.js';
import { clipped, clippedLine, oneLine } from './harmless.js';

/** A profile's terms, which may list many words, are shown up to so many UTF-16 code units. */
const LONGEST_TERM = 48;
/** So many words that lean to a value are named. */
const MOST_LEANING = 8;

/** A harmless heading of bounded length; "(no heading)" where there is none. */
export function headingOf({ heading }: CodedAnswer): string {
  return heading === null ? '(no heading)' : clippedLine(heading);
}

/** The labels of an answer's tags; said plainly where it has none. */
export function tagLabels(answer: CodedAnswer, profile: Profile): string[] {
  if (answer.tags.length === 0) return ['takes no position'];
  return answer.tags.map((id) => oneLine(profile.tags.find((tag) => tag.id === id)?.label ?? id));
}

/** What a reader sees of a value. */
export function valueLabel(facet: Facet | undefined, value: string): string {
  if (value === 'unstated') return 'no position';
  return oneLine(facet?.values.find(({ id }) => id === value)?.label ?? value);
}

/** What is to be said of an answer's label, beyond the label: "hedged", "uncertain". */
export function labelNotes(answer: CodedAnswer, facet: string): string[] {
  return [
    ...(answer.hedged.includes(facet) ? ['hedged'] : []),
    ...(answer.coded?.includes(facet) ? ["a coder's label"] : []),
    ...(answer.uncertain.includes(facet) ? ['uncertain'] : []),
  ];
}

/** Why a label won, or what made it uncertain; empty where nothing is said. */
export function reasonOf(answer: CodedAnswer, facet: string): string {
  return oneLine(answer.reasons[facet] ?? '');
}

/** "they weaken 2.1 (less, regular, year)", for each value that words of the answer lean to; strongest word first. */
export function leanings({ leaning }: CodedAnswer, facet: Facet): string[] {
  return facet.values.flatMap(({ id: value }) => {
    const own = leaning
      .map((words) => ({ ...words, weight: words.weights[facet.id]?.[value] ?? 0 }))
      .filter(({ weight }) => weight !== 0)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
    const words = own.slice(0, MOST_LEANING).map(shownLeaning);
    const more = own.length > words.length ? ', …' : '';
    return own.length === 0
      ? []
      : [`${valueLabel(facet, value)} ${weightOf(own)} (${words.join(', ')}${more})`];
  });
}

/** "less"; "−week" where it weighs against the value; "not heavy" where it is denied. */
function shownLeaning({ text, denied, weight }: Pick<LeaningEvidence, 'text' | 'denied'> & Weighed): string {
  return `${weight < 0 ? '−' : ''}${denied ? 'not ' : ''}${clippedLine(text).toLowerCase()}`;
}

interface Weighed {
  readonly weight: number;
}

/** The weight of evidence as readers see it: one decimal. */
export function weightOf(evidence: readonly Weighed[]): string {
  return String(Math.round(evidence.reduce((total, { weight }) => total + weight, 0) * 10) / 10);
}

/** The profile's term, where the words alone do not show it; else empty. */
export function termOf({ term, text }: Evidence): string {
  return term === undefined || term === text.toLowerCase() ? '' : clipped(oneLine(term), LONGEST_TERM);
}

/** What became of evidence: why it was turned, or that it does not count, and why; else empty. */
export function fate({ counted, reason }: Evidence): string {
  const why = reason ? oneLine(reason) : '';
  if (counted) return why;
  return why ? `does not count: ${why}` : 'does not count';
}
