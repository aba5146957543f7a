/** One line of the table. */
export interface Row {
  readonly what: string;
  /** Bytes a second. */
  readonly speed?: number;
  readonly ratio?: string;
  /** What the ratio should be. */
  readonly aim?: string;
  /** Bytes. */
  readonly peak?: number;
}

export interface Part {
  readonly title: string;
  readonly rows: readonly Row[];
}

const HEAD = ['', 'MB/s', 'ratio', 'aim', 'peak memory'];

/**
 * A Markdown table, its columns padded for people.
 * @param bare the peak memory of a node that does nothing, in bytes.
 */
export function table(parts: readonly Part[], bare: number): string {
  const lines = parts.flatMap(({ title, rows }) => [
    [`**${title}**`, '', '', '', ''],
    ...rows.map((row) => [
      row.what,
      row.speed === undefined ? '' : figure(row.speed / 1e6),
      row.ratio ?? '',
      row.aim ?? '',
      row.peak === undefined
        ? ''
        : `${Math.round(row.peak / 1e6)} MB, ${(row.peak / bare).toFixed(1)} × node`,
    ]),
  ]);
  const widths = HEAD.map((head, i) =>
    Math.max(...[head, ...lines.map((line) => line[i] ?? '')].map(length)),
  );
  const drawn = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => padded(cell, widths[i] ?? 0, i)).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 1 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return `${[drawn(HEAD), drawn(rule), ...lines.map(drawn)].join('\n')}\n`;
}

/** Three digits that count. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** How many times one is the other. */
export function times(value: number, other: string): string {
  return `${figure(value)} × ${other}`;
}

function padded(cell: string, width: number, column: number): string {
  const blank = ' '.repeat(width - length(cell));
  return column === 1 ? blank + cell : cell + blank;
}

function length(text: string): number {
  return [...text].length;
}
