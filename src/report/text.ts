import type { Consensus } from '../model.js';
import { oneLine } from './harmless.js';
import { Layout, type Run, unbroken } from './layout.js';
import type { ReportDocument, Reporter, ReportOptions, ReportSettings } from './model.js';
import type { Style } from './paint.js';
import { type FacetRows, facetRows, type Row } from './rows.js';
import { explained, legend } from './text-explain.js';
import {
  amount,
  briefVerdicts,
  cautions,
  percent,
  plural,
  questionOf,
  STATEMENT,
  settingsWords,
  silence,
  uncertainLabels,
  verdictWords,
} from './words.js';

/** A document in the report: a short line, and the whole of it where that may be shown. */
interface TextPiece {
  readonly answers: number;
  readonly uncertain: number;
  readonly short: string;
  readonly whole: string;
}

/** So many documents are each shown whole after the summary of all; more get a short line each. */
const FEW = 3;
/** What is not broken over two lines. */
const INTERVAL = /95 % interval .*/;
const LONGEST_BAR = 40;
const SHORTEST_BAR = 4;

/**
 * The report for a person at a terminal. The summary of all documents comes first, so nothing is given
 * out before the end; of many documents only a short line each is held.
 */
export async function textReporter(
  settings: ReportSettings,
  options: ReportOptions = {},
): Promise<Reporter<TextPiece>> {
  const layout = await Layout.open(options);
  const { measure } = layout;
  const { profile } = settings;
  let made = 0;
  let documents = 0;
  let answers = 0;
  let uncertain = 0;
  let whole: string[] = [];
  const short: string[] = [];
  return {
    async piece(document) {
      const { length } = document.thread.answers;
      const piece = { answers: length, uncertain: uncertainLabels(document.thread.answers) };
      if (options.quiet) return { ...piece, short: '', whole: '' };
      const isShownWhole = options.explain || ++made <= FEW;
      return {
        ...piece,
        short: await measure.drawn(() => block(shortDocument(document, settings, layout))),
        whole: isShownWhole
          ? await measure.drawn(() => block(wholeDocument(document, settings, options, layout)))
          : '',
      };
    },
    add(piece) {
      documents++;
      answers += piece.answers;
      uncertain += piece.uncertain;
      short.push(piece.short);
      if (options.explain || documents <= FEW) whole.push(piece.whole);
      else whole = [];
      return '';
    },
    async end(consensus) {
      if (options.quiet) {
        return measure.drawn(() => block([layout.plain(briefVerdicts(profile, consensus))]));
      }
      const close = layout.wrap([{ text: STATEMENT, style: 'faint' }]);
      if (documents === 1) return `${whole[0]}\n${block(close)}`;
      const top = await measure.drawn(() =>
        block([
          ...layout.wrap([{ text: oneLine(profile.question), style: 'heading' }]),
          ...layout.wrap([`${plural(documents, 'document')}, ${counted(answers, consensus)}`]),
          '',
          ...summary(consensus, settings, layout),
          ...(uncertain > 0
            ? [...layout.wrap([`Worth a reader's eye: ${plural(uncertain, 'uncertain label')}.`]), '']
            : []),
          ...(documents > 0 ? layout.wrap([{ text: 'Documents', style: 'heading' }]) : []),
        ]),
      );
      const each = documents > 0 ? `${short.join('')}\n` : '';
      return top + each + whole.map((text) => `${text}\n`).join('') + block(close);
    },
  };
}

function block(lines: readonly string[]): string {
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function wholeDocument(
  document: ReportDocument,
  settings: ReportSettings,
  options: ReportOptions,
  layout: Layout,
): string[] {
  const { thread, consensus } = document;
  const notes = cautions(thread.answers).flatMap((note) => layout.wrap([note], 0, 2));
  const lines = [
    ...layout.wrap([{ text: questionOf(document, settings.profile), style: 'heading' }]),
    ...layout.wrap([`${oneLine(thread.source)}, ${counted(thread.answers.length, consensus)}`]),
    '',
    ...summary(consensus, settings, layout),
    ...(notes.length > 0 ? [...notes, ''] : []),
  ];
  if (options.explain && thread.answers.length > 0) {
    lines.push(...legend(layout), '');
    for (const answer of thread.answers) {
      lines.push(...explained(answer, thread.text, settings.profile, layout), '');
    }
  }
  return lines.slice(0, -1);
}

/** One line, which may wrap: "thread.txt, 9 answers. Consensus: they weaken (9 of 9); …" */
function shortDocument(
  { thread, consensus }: ReportDocument,
  { profile }: ReportSettings,
  layout: Layout,
): string[] {
  const source: Run = { text: oneLine(thread.source), style: 'heading' };
  const uncertain = thread.answers.filter((a) => a.duplicateOf === undefined && a.uncertain.length > 0);
  const eye = uncertain.length > 0 ? `; ${plural(uncertain.length, 'uncertain answer')}` : '';
  const verdicts = consensus.answers > 0 ? ` ${briefVerdicts(profile, consensus)}` : '';
  return layout.wrap([source, `, ${counted(thread.answers.length, consensus)}${eye}.${verdicts}`], 2, 2);
}

function counted(answers: number, consensus: Consensus): string {
  const repeats = answers - consensus.answers;
  return plural(consensus.answers, 'answer') + (repeats > 0 ? ` (and ${plural(repeats, 'repeat')})` : '');
}

function summary(consensus: Consensus, settings: ReportSettings, layout: Layout): string[] {
  const facets = facetRows(settings.profile, consensus);
  const rows = facets.flatMap((facet) => facet.rows);
  const widths = columns(rows, layout);
  const said = settingsWords(settings).flatMap((words) => layout.wrap([words]));
  return [
    ...facets.flatMap((facet) => [...facetLines(facet, widths, settings, layout), '']),
    ...(said.length > 0 ? [...said, ''] : []),
  ];
}

function facetLines(
  { facet, consensus, rows }: FacetRows,
  widths: Columns,
  settings: ReportSettings,
  layout: Layout,
): string[] {
  const { verdict, head, rest } = verdictWords(facet, consensus, settings);
  const none = silence(consensus, settings);
  return [
    ...layout.wrap([{ text: oneLine(facet.question), style: 'heading' }]),
    ...layout.wrap([{ text: head, style: verdict }, rest.replace(INTERVAL, unbroken)], 2, 2),
    ...rows.map((row) => barLine(row, widths, layout)),
    ...(none ? layout.wrap([none], 2, 2) : []),
  ];
}

interface Columns {
  readonly label: number;
  readonly bar: number;
  readonly count: number;
}

const SHARE = '>99 %'.length;
/** Indent, and the gaps between label, bar, count and share. */
const GAPS = 4 + 2 + 1 + 2;

/** The same columns for all bars, so that they compare; no bars where labels leave no room for them. */
function columns(rows: readonly Row[], { width, measure }: Layout): Columns {
  const count = Math.max(1, ...rows.map((row) => amount(row.count).length));
  const room = width - GAPS - count - SHARE;
  const label = Math.min(room, Math.max(0, ...rows.map((row) => measure.width(row.label))));
  const bar = Math.min(LONGEST_BAR, room - label);
  return { label, bar: bar < SHORTEST_BAR ? 0 : bar, count };
}

function barLine(row: Row, { label, bar, count }: Columns, layout: Layout): string {
  const style: Style | undefined = row.count === 0 ? 'faint' : undefined;
  return [
    `    ${layout.cell(row.label, label, 'left', style)}`,
    `  ${layout.bar(row.share, bar)}`,
    ` ${layout.cell(amount(row.count), count, 'right', style)}`,
    `  ${layout.cell(percent(row.share), SHARE, 'right', style)}`,
  ].join('');
}
