import { parse } from 'csv-parse/sync';
import { UNSTATED } from '../classify/decide.js';
import type { Facet, Profile } from '../profile/model.js';
import { nearest, oneOf, quote } from '../profile/names.js';
import { REPORT_COLUMNS } from '../profile/reserved.js';
import { type LabelProblem, LabelsError } from './labels-error.js';

/** A coder's labels of one answer. */
export interface LabelRow {
  readonly document: string;
  /** 1-based place of the answer in its thread. */
  readonly answer: number;
  /** The answer's heading where the file gives one; it guards against a slipped number. */
  readonly heading: string | null;
  /** Facet id → value; facets that the coder left blank are absent. */
  readonly values: ReadonlyMap<string, string>;
  /** Facets that the file itself marks as a coder's; null where it has no such column. */
  readonly coded: readonly string[] | null;
  /** 1-based line of the file. */
  readonly line: number;
}

/** A coder's labels. */
export interface Labels {
  readonly source: string;
  /** The profile's facets that have a column, in the profile's order. */
  readonly facets: readonly string[];
  /** Columns that are neither facets nor known by name: a coder's notes. */
  readonly ignored: readonly string[];
  readonly rows: readonly LabelRow[];
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

/**
 * Reads a coder's labels: CSV (comma, semicolon or tab) with a heading line; columns `document`, `answer` and
 * one for each facet, in any order; `heading`, the other columns of the CSV report and notes may stand beside
 * them. A blank cell is no label. Linear in the text.
 *
 * @param source the name that errors show.
 * @throws LabelsError with every problem, its line and the mend.
 */
export function readLabels(text: string, source: string, profile: Profile): Labels {
  const [head, ...rows] = records(text, source);
  if (head === undefined) {
    const problem = { line: 1, problem: 'the file is empty', mend: `its first line is ${headLine(profile)}` };
    throw new LabelsError(source, [problem]);
  }
  const columns = readHead(head, source, profile);
  const problems: LabelProblem[] = [];
  const read = rows.flatMap((row) => readRow(row, columns, problems) ?? []);
  findRepeated(read, problems);
  if (problems.length > 0)
    throw new LabelsError(
      source,
      problems.sort((a, b) => a.line - b.line),
    );
  return {
    source,
    facets: columns.facets.map(({ facet }) => facet.id),
    ignored: columns.ignored,
    rows: read,
  };
}

function records(text: string, source: string): Row[] {
  // A heading line that has no comma is a spreadsheet's export in a country that writes decimals with one.
  const firstLine = /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '';
  const delimiter = [',', ';', '\t'].find((sign) => firstLine.includes(sign)) ?? ',';
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    return parsed
      .filter(({ record }) => record.some((cell) => cell !== ''))
      .map(({ info, record }) => ({ record, line: info.lines }));
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    const problem = `no valid CSV (${quote(message).slice(1, -1)})`;
    throw new LabelsError(source, [
      {
        line: lines ?? 1,
        problem,
        mend: 'put cells with quotes, commas or line breaks between double quotes, and double the quotes inside',
      },
    ]);
  }
}

interface Columns {
  readonly width: number;
  readonly document: number;
  readonly answer: number;
  readonly heading: number;
  readonly coded: number;
  readonly facets: readonly {
    readonly facet: Facet;
    readonly column: number;
    readonly values: readonly string[];
  }[];
  readonly ignored: readonly string[];
}

function readHead({ record, line }: Row, source: string, profile: Profile): Columns {
  const names = record.map((name) => name.toLowerCase());
  const known = new Set([...REPORT_COLUMNS, ...profile.facets.map(({ id }) => id.toLowerCase())]);
  const problems: LabelProblem[] = [];
  const ignored: string[] = [];
  names.forEach((name, i) => {
    if (name === '') return;
    const shown = quote(record[i] as string);
    if (names.indexOf(name) < i) {
      problems.push({ line, problem: `two columns are called ${shown}`, mend: 'take one of them out' });
    } else if (!known.has(name)) {
      const meant = nearest(name, ['document', 'answer', ...profile.facets.map(({ id }) => id)]);
      if (meant === null || names.includes(meant.toLowerCase())) ignored.push(record[i] as string);
      else problems.push({ line, problem: `the column ${shown} is not known`, mend: `call it ${meant}` });
    }
  });
  const missing = ['document', 'answer'].filter((name) => !names.includes(name));
  if (problems.length === 0 && missing.length > 0) {
    const mend = `the first line names the columns: ${headLine(profile)}`;
    problems.push({ line, problem: `no column ${missing.join(' and none ')}`, mend });
  }
  const facets = profile.facets.flatMap((facet) => {
    const column = names.indexOf(facet.id.toLowerCase());
    return column < 0 ? [] : [{ facet, column, values: valuesOf(facet) }];
  });
  if (problems.length === 0 && facets.length === 0) {
    const mend = `add one or more of: ${profile.facets.map(({ id }) => id).join(', ')}`;
    problems.push({ line, problem: `no column of a facet of the profile ${quote(profile.id)}`, mend });
  }
  if (problems.length > 0) throw new LabelsError(source, problems);
  const at = (name: string) => names.indexOf(name);
  return {
    width: record.length,
    document: at('document'),
    answer: at('answer'),
    heading: at('heading'),
    coded: at('coded'),
    facets,
    ignored,
  };
}

/** The row, or null with the problems added to `problems`. */
function readRow({ record, line }: Row, columns: Columns, problems: LabelProblem[]): LabelRow | null {
  const before = problems.length;
  const cell = (column: number): string => (column < 0 ? '' : (record[column] ?? ''));
  if (record.slice(columns.width).some((extra) => extra !== '')) {
    const problem = `${record.length} cells, but the first line names ${columns.width} columns`;
    problems.push({ line, problem, mend: 'put a cell that has a comma in it between double quotes' });
    return null;
  }
  // The CSV report puts an apostrophe before a name that a spreadsheet would run as a formula.
  const document = cell(columns.document).replace(/^'(?=[=+\-@])/, '');
  if (document === '') {
    problems.push({ line, problem: 'no document', mend: 'name the file that the answer is in' });
  }
  const number = cell(columns.answer);
  if (!/^[1-9]\d{0,8}$/.test(number)) {
    const problem = number === '' ? 'no answer number' : `${quote(number)} is no answer number`;
    problems.push({ line, problem, mend: 'count the answers of the thread from 1' });
  }
  const values = new Map<string, string>();
  for (const { facet, column, values: known } of columns.facets) {
    const written = cell(column);
    const value = known.find((id) => id.toLowerCase() === written.toLowerCase());
    if (value !== undefined) values.set(facet.id, value);
    else if (written !== '') {
      const meant = nearest(written, known);
      const mend = meant === null ? `write ${oneOf(known)}, or leave the cell blank` : `write ${meant}`;
      problems.push({ line, problem: `${quote(written)} is no value of ${facet.id}`, mend });
    }
  }
  if (problems.length > before) return null;
  const coded =
    columns.coded < 0
      ? null
      : cell(columns.coded)
          .split(/[\s;,|]+/)
          .filter((id) => id !== '');
  return { document, answer: Number(number), heading: cell(columns.heading) || null, values, coded, line };
}

function findRepeated(rows: readonly LabelRow[], problems: LabelProblem[]): void {
  const seen = new Map<string, number>();
  for (const { document, answer, line } of rows) {
    const key = `${answer} ${document}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else {
      const problem = `answer ${answer} of ${quote(document)} has labels in line ${first} already`;
      problems.push({ line, problem, mend: 'keep one of the two lines' });
    }
  }
}

/** The facet's values, `unstated` last. */
export function valuesOf(facet: Facet): string[] {
  return [...facet.values.map(({ id }) => id).filter((id) => id !== UNSTATED), UNSTATED];
}

function headLine(profile: Profile): string {
  return ['document', 'answer', ...profile.facets.map(({ id }) => id)].join(',');
}
