import { csvFormatRows } from 'd3-dsv';
import type { CodedAnswer } from '../model.js';
import type { Profile } from '../profile/model.js';
import { oneLine } from './harmless.js';
import type { Reporter, ReportSettings } from './model.js';

/**
 * RFC 4180, one row an answer and one line a row (line breaks inside a cell become spaces). The first
 * columns are those of a gold file, so a report can be mended by hand and read back as labels. A cell
 * that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csvReporter({ profile }: ReportSettings): Reporter<Cell[][]> {
  let header: Cell[][] = [columns(profile)];
  const rows = (answers: Cell[][]) => {
    const lines = [...header, ...answers].map((cells) => `${csvFormatRows([cells.map(harmless)])}\r\n`);
    header = [];
    return lines.join('');
  };
  return {
    piece: ({ thread }) => thread.answers.map((answer) => row(thread.source, answer, profile)),
    add: rows,
    end: () => rows([]),
  };
}

type Cell = string | number;

/** What opens a formula, with the wide signs of East Asia; after OWASP's page on CSV injection. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function harmless(cell: Cell): string {
  return typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell);
}

function columns(profile: Profile): string[] {
  const after = ['tags', 'hedged', 'uncertain', 'coded', 'duplicate_of', 'author', 'votes', 'date', 'weight'];
  return [
    'document',
    'answer',
    'heading',
    ...profile.facets.map(({ id }) => id),
    ...after,
    'evidence',
    'body',
  ];
}

function row(source: string, answer: CodedAnswer, profile: Profile): Cell[] {
  const counted = answer.evidence.filter((evidence) => evidence.counted);
  return [
    cell(source),
    answer.id,
    cell(answer.heading ?? ''),
    ...profile.facets.map(({ id }) => answer.facets[id] ?? 'unstated'),
    answer.tags.join('; '),
    answer.hedged.join('; '),
    answer.uncertain.join('; '),
    (answer.coded ?? []).join('; '),
    answer.duplicateOf ?? '',
    cell(answer.author ?? ''),
    answer.votes ?? '',
    cell(answer.date ?? ''),
    answer.weight ?? '',
    cell(counted.map(({ value, text }) => `${value}: ${text}`).join('; ')),
    cell(answer.body),
  ];
}

function cell(text: string): string {
  return oneLine(text).trim();
}
