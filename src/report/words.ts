import type { CodedAnswer, Consensus, FacetConsensus, Verdict } from '../model.js';
import type { Facet, Profile } from '../profile/model.js';
import { DEFAULT_THRESHOLD, FEWEST } from '../tally/consensus.js';
import { valueLabel } from './answer-words.js';
import { clippedLine, oneLine } from './harmless.js';
import type { ReportDocument, ReportSettings } from './model.js';

/** What every report for people ends with. */
export const STATEMENT = 'This tallies what the answers say; it is no advice, medical or other.';

/** A verdict in words: the part to stress, and what follows it. */
export interface VerdictWords {
  readonly verdict: Verdict;
  readonly head: string;
  readonly rest: string;
}

/** "Consensus: they weaken — 9 of 9 answers, 95 % interval 70–100 %". */
export function verdictWords(facet: Facet, of: FacetConsensus, settings: ReportSettings): VerdictWords {
  const { verdict, leading, interval } = of;
  if (verdict === 'insufficient') return { verdict, ...tooFew(facet, of, settings) };
  if (leading === null || interval === null) {
    return { verdict, head: 'Split', rest: `: no side leads — ${sides(facet, of)}` };
  }
  const head = { consensus: 'Consensus', majority: 'Majority, short of consensus', split: 'Split' }[verdict];
  const most = verdict === 'split' ? 'most frequent is ' : '';
  const figures = `${portion(of, leading, settings)}, 95 % interval ${range(interval)}`;
  return { verdict, head, rest: `: ${most}${valueLabel(facet, leading)} — ${figures}` };
}

/** The verdicts of all facets in one line, without intervals. */
export function briefVerdicts(profile: Profile, consensus: Consensus): string {
  const parts = profile.facets.flatMap((facet) => {
    const of = consensus.facets[facet.id];
    return of ? [briefVerdict(facet, of)] : [];
  });
  const line = parts.join('; ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function briefVerdict(facet: Facet, of: FacetConsensus): string {
  const { verdict, leading } = of;
  if (verdict === 'insufficient') {
    return of.stated > 0 ? `${facet.id}: too few say (${sides(facet, of)})` : `${facet.id}: none says`;
  }
  if (leading === null) return `split: ${sides(facet, of)}`;
  const count = `${amount(of.counts[leading] ?? 0)} of ${amount(of.stated)}`;
  return `${verdict}: ${valueLabel(facet, leading)} (${count})`;
}

/** "1 answer takes no position.", or null where all do. */
export function silence(of: FacetConsensus, settings: ReportSettings): string | null {
  if (of.unstated === 0) return null;
  if (isWeighted(of, settings)) {
    return `${amount(of.unstated)} of ${amount(of.stated + of.unstated)} by ${weightName(settings)} take no position.`;
  }
  return of.unstated === 1
    ? '1 answer takes no position.'
    : `${amount(of.unstated)} answers take no position.`;
}

/** What was set for the whole run, in sentences. */
export function settingsWords({ threshold, weightedBy }: ReportSettings): string[] {
  const said: string[] = [];
  if (threshold !== undefined && threshold !== DEFAULT_THRESHOLD) {
    said.push(`Consensus here means a share of at least ${Number((100 * threshold).toFixed(2))} %.`);
  }
  if (weightedBy !== undefined) said.push(`Answers are weighted by ${oneLine(weightedBy)}.`);
  return said;
}

/** What a reader should know of some answers, in sentences: repeats, a coder's labels, uncertain labels. */
export function cautions(answers: readonly CodedAnswer[]): string[] {
  const repeats = answers.filter(({ duplicateOf }) => duplicateOf !== undefined);
  const counted = answers.filter(({ duplicateOf }) => duplicateOf === undefined);
  const coded = answers.filter((answer) => answer.coded?.length);
  const uncertain = counted.filter((answer) => answer.uncertain.length > 0);
  const said: string[] = [];
  if (repeats.length > 0) {
    const pairs = repeats.map(({ id, duplicateOf }) => `${id} (of ${duplicateOf})`);
    said.push(`Repeats, not counted: ${some(pairs)}.`);
  }
  if (coded.length > 0) said.push(`With a coder's labels: ${some(coded.map(({ id }) => String(id)))}.`);
  if (uncertain.length > 0) {
    const labels = plural(uncertainLabels(counted), 'uncertain label');
    said.push(`Worth a reader's eye: ${some(uncertain.map(({ id }) => String(id)))} (${labels}).`);
  }
  return said;
}

/** How many labels of the answers that count are uncertain. */
export function uncertainLabels(answers: readonly CodedAnswer[]): number {
  return answers.reduce((n, a) => n + (a.duplicateOf === undefined ? a.uncertain.length : 0), 0);
}

/** The question of a thread in one line, in the profile's words where the thread has none. */
export function questionOf({ thread }: ReportDocument, profile: Profile): string {
  const { heading, body } = thread.question;
  return clippedLine(heading ?? body ?? profile.question);
}

/** "33 %"; what is neither none nor all is not rounded to it. */
export function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return '<1 %';
  if (rounded === 100 && share < 1) return '>99 %';
  return `${rounded} %`;
}

/** "70–100 %". */
export function range([low, high]: readonly [number, number]): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

/** A count, which weights may have made a fraction: at most two decimals. */
export function amount(count: number): string {
  return String(Number(count.toFixed(2)));
}

/** "1 answer", "2 answers". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first twenty of a list, and how many more there are. */
function some(items: readonly string[]): string {
  const most = 20;
  if (items.length <= most) return items.join(', ');
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** "9 of 9 answers", "8 of 8 that take a position". */
function portion(of: FacetConsensus, value: string, settings: ReportSettings): string {
  const count = amount(of.counts[value] ?? 0);
  if (isWeighted(of, settings)) {
    const from = of.weights ? `, from ${plural(of.weights.answers, 'answer')}` : '';
    return `${count} of ${amount(of.stated)} by ${weightName(settings)}${from}`;
  }
  return of.unstated === 0
    ? `${count} of ${amount(of.stated)} answers`
    : `${count} of ${amount(of.stated)} that take a position`;
}

function tooFew(facet: Facet, of: FacetConsensus, settings: ReportSettings): { head: string; rest: string } {
  if (of.stated === 0) return { head: 'No verdict', rest: ': no answer takes a position' };
  const stating = of.weights?.answers ?? of.stated;
  const all = isWeighted(of, settings) ? '' : ` of ${plural(of.stated + of.unstated, 'answer')}`;
  const take = stating === 1 ? 'takes' : 'take';
  const position = `${stating}${all || (stating === 1 ? ' answer' : ' answers')} ${take} a position`;
  return {
    head: 'Too few for a verdict',
    rest: `: ${position} (${sides(facet, of)}), ${FEWEST} are needed`,
  };
}

/** The values that somebody states, with their counts. */
function sides(facet: Facet, of: FacetConsensus): string {
  return facet.values
    .filter(({ id }) => (of.counts[id] ?? 0) > 0)
    .map(({ id }) => `${valueLabel(facet, id)} ${amount(of.counts[id] ?? 0)}`)
    .join(', ');
}

function isWeighted(of: FacetConsensus, { weightedBy }: ReportSettings): boolean {
  return of.weights !== undefined || weightedBy !== undefined;
}

function weightName({ weightedBy }: ReportSettings): string {
  return weightedBy === undefined ? 'weight' : oneLine(weightedBy);
}
