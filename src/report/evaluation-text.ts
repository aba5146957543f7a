import type { Figure } from '../evaluate/agreement.js';
import type { CoderFacet } from '../evaluate/coders.js';
import { cell } from '../evaluate/confusion.js';
import type { Coverage, Disagreement, Evaluation, FacetEvaluation } from '../evaluate/evaluate.js';
import { ratio } from '../evaluate/scores.js';
import type { Evidence } from '../model.js';
import { UNSTATED } from '../profile/reserved.js';
import { clipped, oneLine } from './harmless.js';
import { Layout } from './layout.js';
import type { ReportOptions } from './model.js';
import { percent, plural } from './words.js';

/** Names and quotations are shown up to so many UTF-16 code units. */
const LONGEST_NAME = 60;
/** So many of a list are shown; JSON has them all. */
const MOST_NAMED = 12;
/** UTF-16 code units of an answer that are shown. */
const LONGEST_EXCERPT = 400;
const MOST_COUNTED = 5;
const MOST_DISCOUNTED = 3;

/**
 * The evaluation for people: what was compared, the figures facet by facet, every disagreement with its
 * evidence, or with the beginning of the answer where nothing speaks for the coder's value.
 */
export async function evaluationText(evaluation: Evaluation, options: ReportOptions = {}): Promise<string> {
  const layout = await Layout.open(options);
  const lines = [
    `Agreement with ${name(evaluation.gold[0] ?? '')} (profile ${name(evaluation.profile.id)} ${name(evaluation.profile.version)})`,
    ...comparedLines(evaluation),
    ...coderLines(evaluation),
    ...[...evaluation.facets.values()].flatMap(facetLines),
    '',
    ...disagreementLines(evaluation.disagreements),
  ];
  return `${lines.flatMap((line) => wrapped(line, layout)).join('\n')}\n`;
}

/** Tables keep their blanks; all else is broken at the width, two columns deeper. */
function wrapped(line: string, layout: Layout): string[] {
  if (line.length <= layout.width || /\S {2}/.test(line)) return [line];
  const indent = line.length - line.trimStart().length;
  return layout.wrap([line.trimStart()], indent, 2);
}

function comparedLines({ pairing }: Evaluation): string[] {
  const { labelled, notFound, notRead, unlabelled } = pairing;
  const lines = [`${plural(labelled.length, 'answer')} compared.`];
  if (notFound.length > 0) {
    const named = notFound.map(({ document, answer }) => `${name(document)} ${answer}`);
    lines.push(
      `Not found by the parser: ${plural(notFound.length, 'answer')} of the gold file (${some(named)}).`,
    );
  }
  if (notRead.size > 0) {
    const answers = [...notRead.values()].reduce((sum, rows) => sum + rows.length, 0);
    const named = some([...notRead.keys()].map(name));
    lines.push(
      `Not read: ${plural(notRead.size, 'document')} of the gold file with ${plural(answers, 'answer')} (${named}).`,
    );
  }
  if (unlabelled > 0) lines.push(`Without a gold label: ${plural(unlabelled, 'answer')}.`);
  return lines;
}

function coderLines({ coders, gold }: Evaluation): string[] {
  if (coders === null) return [];
  const lines = ['', `The coders among themselves (${gold.map(name).join(', ')})`];
  for (const [id, facet] of coders) lines.push(...coderFacetLines(id, facet, gold.length));
  return lines;
}

function coderFacetLines(id: string, { answers, alpha, pairs }: CoderFacet, coders: number): string[] {
  const all = `  ${name(id)}: alpha ${figure(alpha)}, ${plural(answers, 'answer')}`;
  const each = pairs.map(({ coders: [first, second], agreement }) => {
    const { kappa, accuracy, answers: n } = agreement;
    const who = coders > 2 ? `${name(first)} and ${name(second)}: ` : '';
    return `    ${who}kappa ${figure(kappa)}, same label ${figure(accuracy)}, ${plural(n, 'answer')}`;
  });
  return [all, ...each];
}

function facetLines({ facet, agreement, certain, uncertain }: FacetEvaluation): string[] {
  const { answers, macroF1, kappa, alpha, accuracy, confusion, scores } = agreement;
  const values = confusion.values.map(name);
  return [
    '',
    `${name(facet.id)}: ${oneLine(facet.question)}`,
    `  macro F1 ${figure(macroF1)}   kappa ${figure(kappa)}`,
    `  accuracy ${figure(accuracy)}   alpha ${figure(alpha)}`,
    `  certain: ${coverage(certain, answers)}; uncertain: ${coverage(uncertain, answers)}`,
    '',
    ...table(
      ['', 'precision', 'recall', 'F1', 'gold', 'found'],
      scores.map(({ precision, recall, f1, gold, found }, i) => [
        values[i] as string,
        number(precision),
        number(recall),
        number(f1),
        String(gold),
        String(found),
      ]),
    ),
    '',
    ...table(
      ['gold \\ found', ...values],
      values.map((value, i) => [value, ...values.map((_, j) => String(cell(confusion, i, j)))]),
    ),
  ];
}

function coverage({ labels, right }: Coverage, all: number): string {
  if (labels === 0) return 'none';
  return `${percent(ratio(labels, all) as number)} of labels, ${right} of ${labels} right (${percent(right / labels)})`;
}

function disagreementLines(disagreements: readonly Disagreement[]): string[] {
  if (disagreements.length === 0) return ['No disagreements.'];
  return [`${plural(disagreements.length, 'disagreement')}`, ...disagreements.flatMap(oneDisagreement)];
}

function oneDisagreement(of: Disagreement): string[] {
  const heading = of.heading === null ? '' : ` "${clipped(oneLine(of.heading), LONGEST_NAME)}"`;
  const sure = of.certain ? '' : ', uncertain';
  const why = of.reason === null ? '' : ` (${oneLine(of.reason)}${sure})`;
  return [
    `  ${name(of.document)} ${of.answer}${heading}`,
    `    ${name(of.facet)}: gold ${name(of.gold)}, found ${name(of.found)}${why}`,
    ...mainEvidence(of.evidence).map((line) => `      ${line}`),
    ...(missed(of)
      ? [`      says: ${clipped(oneLine(clipped(of.body, LONGEST_EXCERPT)), LONGEST_EXCERPT)}`]
      : []),
  ];
}

/** Whether nothing speaks for the coder's value, so that the words for it are still to be found. */
function missed({ gold, evidence }: Disagreement): boolean {
  return gold !== UNSTATED && !evidence.some(({ value, counted }) => value === gold && counted);
}

/** What weighs most, then what was found and not counted; how many more there are. */
function mainEvidence(evidence: readonly Evidence[]): string[] {
  const counted = evidence.filter((one) => one.counted).sort((a, b) => b.weight - a.weight);
  const shown = [
    ...counted.slice(0, MOST_COUNTED),
    ...evidence.filter((one) => !one.counted).slice(0, MOST_DISCOUNTED),
  ];
  const more = evidence.length - shown.length;
  return [...shown.map(evidenceLine), ...(more > 0 ? [`and ${more} more`] : [])];
}

function evidenceLine({ text, value, cues, counted, reason, weight }: Evidence): string {
  const applied = cues.map((cue) => `${cue.kind} "${clipped(oneLine(cue.text), LONGEST_NAME)}"`);
  const what = counted ? `for ${name(value)}, ${weight}` : `not counted for ${name(value)}`;
  const why = reason === undefined ? [] : [oneLine(reason)];
  return `"${clipped(oneLine(text), LONGEST_NAME)}" ${[what, ...applied, ...why].join('; ')}`;
}

/** First column to the left, the others to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)));
  return [head, ...rows].map((row) => {
    const cells = row.map((text, i) =>
      i === 0 ? text.padEnd(widths[i] as number) : text.padStart(widths[i] as number),
    );
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function figure({ value, interval }: Figure): string {
  if (value === null) return 'undefined';
  return interval === null
    ? number(value)
    : `${number(value)} (${number(interval[0])} to ${number(interval[1])})`;
}

function number(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function name(text: string): string {
  return clipped(oneLine(text), LONGEST_NAME);
}

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
