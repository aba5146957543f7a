import type { CodedAnswer, Consensus } from '../model.js';
import type { Profile } from '../profile/model.js';
import { headingOf, labelNotes, reasonOf, tagLabels, valueLabel } from './answer-words.js';
import { excerptsOf } from './context.js';
import { escapeMarkdown, escapeMarkdownBlock } from './markdown-escape.js';
import { type Segment, segmentsOf } from './marks.js';
import type { ReportDocument, Reporter, ReportOptions, ReportSettings } from './model.js';
import { facetRows } from './rows.js';
import {
  amount,
  briefVerdicts,
  cautions,
  percent,
  plural,
  questionOf,
  range,
  STATEMENT,
  settingsWords,
  silence,
  verdictWords,
} from './words.js';

/** A report for pasting into an issue or a note. The summary comes first, so nothing is given out before the end. */
export function markdownReporter(
  settings: ReportSettings,
  options: ReportOptions = {},
): Reporter<ReportDocument> {
  const { profile } = settings;
  const documents: ReportDocument[] = [];
  return {
    piece: (document) => document,
    add(document) {
      documents.push(document);
      return '';
    },
    end(consensus) {
      const [only] = documents;
      const one = documents.length === 1 && only !== undefined;
      const blocks = [
        `# ${escapeMarkdownBlock(one ? questionOf(only, profile) : profile.question)}`,
        one ? about(only) : `${plural(documents.length, 'document')}, ${plural(consensus.answers, 'answer')}`,
        ...summary(consensus, settings),
        ...(one ? [] : documentTable(documents, profile)),
        ...documents.flatMap((document) => answers(document, profile, one ? 2 : 3, !one, options)),
        `*${STATEMENT}*`,
      ];
      return `${blocks.join('\n\n')}\n`;
    },
  };
}

function about({ thread, consensus }: ReportDocument): string {
  const repeats = thread.answers.length - consensus.answers;
  const also = repeats > 0 ? ` (and ${plural(repeats, 'repeat')})` : '';
  return `${escapeMarkdownBlock(thread.source)}, ${plural(consensus.answers, 'answer')}${also}`;
}

function summary(consensus: Consensus, settings: ReportSettings): string[] {
  const facets = facetRows(settings.profile, consensus).flatMap(({ facet, consensus: of, rows }) => {
    const { head, rest } = verdictWords(facet, of, settings);
    const none = silence(of, settings);
    return [
      `## ${escapeMarkdownBlock(facet.question)}`,
      `**${head}**${escapeMarkdown(rest)}`,
      table(
        ['tag', 'answers', 'share', '95 % interval'],
        rows.map((row) => [
          escapeMarkdown(row.label),
          amount(row.count),
          percent(row.share),
          row.interval ? range(row.interval) : '',
        ]),
        ':-- --: --: --:',
      ),
      ...(none ? [none] : []),
    ];
  });
  return [...facets, ...settingsWords(settings).map(escapeMarkdown)];
}

function documentTable(documents: readonly ReportDocument[], profile: Profile): string[] {
  if (documents.length === 0) return [];
  const rows = documents.map(({ thread, consensus }) => [
    escapeMarkdown(thread.source),
    String(consensus.answers),
    escapeMarkdown(briefVerdicts(profile, consensus)),
  ]);
  return ['## Documents', table(['document', 'answers', 'verdicts'], rows, ':-- --: :--')];
}

function answers(
  document: ReportDocument,
  profile: Profile,
  level: number,
  named: boolean,
  { explain }: ReportOptions,
): string[] {
  const { thread } = document;
  const heading = named
    ? [`## ${escapeMarkdownBlock(questionOf(document, profile))}`, about(document)]
    : ['## Answers'];
  const notes = cautions(thread.answers);
  if (explain) {
    return [
      ...heading,
      ...notes,
      'Evidence in **bold** counts; ~~struck through~~ it does not.',
      ...thread.answers.flatMap((answer) => explained(answer, thread.text, profile, level + 1)),
    ];
  }
  const rows = thread.answers.map((answer) => [
    String(answer.id),
    escapeMarkdown(headingOf(answer)),
    escapeMarkdown(tagLabels(answer, profile).join('; ')),
  ]);
  return [...heading, table(['', 'heading', 'tags'], rows, '--: :-- :--'), ...notes];
}

function explained(answer: CodedAnswer, text: string, profile: Profile, level: number): string[] {
  const excerpts = excerptsOf(answer, text);
  const segments = segmentsOf(
    answer,
    excerpts.map(({ span }) => span),
  );
  const facets = profile.facets.flatMap((facet) => {
    const reason = reasonOf(answer, facet.id);
    const how = [...labelNotes(answer, facet.id), ...(reason ? [reason] : [])].join('; ');
    const label = valueLabel(facet, answer.facets[facet.id] ?? 'unstated');
    return how ? [`- ${escapeMarkdown(`${facet.id}: ${label} (${how})`)}`] : [];
  });
  const quotes = excerpts.flatMap(({ cutBefore, cutAfter, evidence }, i) => {
    const words = `${cutBefore ? '… ' : ''}${quoted(segments[i] ?? [], text)}${cutAfter ? ' …' : ''}`;
    const off = evidence.filter((piece) => !piece.counted);
    return [
      `> ${words}`,
      ...(off.length > 0
        ? [
            off
              .map(({ text, reason }) => `- ${escapeMarkdown(`“${text}” does not count: ${reason ?? ''}`)}`)
              .join('\n'),
          ]
        : []),
    ];
  });
  return [
    `${'#'.repeat(level)} ${answer.id}\\. ${escapeMarkdown(headingOf(answer))}`,
    `**${escapeMarkdown(tagLabels(answer, profile).join('; '))}**`,
    ...(facets.length > 0 ? [facets.join('\n')] : []),
    ...quotes,
  ];
}

function quoted(segments: readonly Segment[], text: string): string {
  let words = '';
  for (let i = 0; i < segments.length; ) {
    const mark = markOf(segments[i] as Segment);
    const start = (segments[i] as Segment).span[0];
    let end = start;
    for (; i < segments.length && markOf(segments[i] as Segment) === mark; i++) {
      end = (segments[i] as Segment).span[1];
    }
    const piece = (words === '' ? escapeMarkdownBlock : escapeMarkdown)(text.slice(start, end));
    words += mark && piece.trim() === piece && piece !== '' ? mark + piece + mark : piece;
  }
  return words;
}

function markOf({ evidence: [first] }: Segment): '**' | '~~' | '' {
  if (first === undefined) return '';
  return first.counted ? '**' : '~~';
}

/** A table whose cells are escaped already; its alignments as in the rule below its head. */
function table(head: readonly string[], rows: readonly (readonly string[])[], alignments: string): string {
  return [head, alignments.split(' '), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
