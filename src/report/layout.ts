import { Measure } from './measure.js';
import type { ReportOptions } from './model.js';
import { type Paint, painter, type Style } from './paint.js';

/** Text in one style. */
export interface Run {
  readonly text: string;
  readonly style?: Style;
}

const NARROWEST = 40;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const ASCII: Readonly<Record<string, string>> = {
  '—': '-',
  '–': '-',
  '−': '-',
  '…': '...',
  '“': '"',
  '”': '"',
  '’': "'",
};

const GLUE = '\u00a0';

/** Text that a line is not broken within; its spaces come out as spaces. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', GLUE);
}

/** Lays lines out for a terminal of some width. Knows nothing of what they say. */
export class Layout {
  readonly width: number;
  readonly coloured: boolean;
  readonly measure = new Measure();
  readonly #ascii: boolean;
  readonly #paint: Paint;

  constructor(options: ReportOptions, paint: Paint) {
    this.width = Math.max(NARROWEST, options.width ?? 80);
    this.coloured = (options.color ?? 0) > 0;
    this.#ascii = options.ascii ?? false;
    this.#paint = paint;
  }

  static async open(options: ReportOptions): Promise<Layout> {
    return new Layout(options, await painter(options.color ?? 0));
  }

  /** Lines of at most the width, broken between words; `hang` more columns of indent after the first. */
  wrap(runs: readonly (Run | string)[], indent = 0, hang = 0): string[] {
    const lines: string[] = [];
    let line: Run[] = [];
    let used = indent;
    const flush = () => {
      lines.push(' '.repeat(lines.length === 0 ? indent : indent + hang) + this.#painted(line));
      line = [];
      used = indent + hang;
    };
    for (const word of this.#words(runs)) {
      const space = line.length > 0 ? 1 : 0;
      const width = this.#widthOf(word);
      if (line.length > 0 && used + space + width > this.width) flush();
      if (line.length > 0) {
        const [first] = word;
        const last = line.at(-1);
        const style = first?.style === last?.style ? first?.style : undefined;
        line.push(style ? { text: ' ', style } : { text: ' ' });
        used++;
      }
      for (const piece of this.#chopped(word, this.width - indent - hang)) {
        const pieceWidth = this.measure.width(piece.text);
        if (used + pieceWidth > this.width && line.length > 0) flush();
        line.push(piece);
        used += pieceWidth;
      }
    }
    if (line.length > 0) flush();
    return lines;
  }

  /** The text cut or filled to so many columns, its end towards the left or the right. */
  cell(text: string, columns: number, side: 'left' | 'right' = 'left', style?: Style): string {
    let shown = this.plain(text);
    if (this.measure.width(shown) > columns) {
      const ellipsis = this.plain('…');
      shown = this.measure.start(shown, columns - ellipsis.length) + ellipsis;
    }
    const fill = ' '.repeat(Math.max(0, columns - this.measure.width(shown)));
    const painted = style ? this.#paint(style, shown) : shown;
    return side === 'left' ? painted + fill : fill + painted;
  }

  /** A bar of a share, filled to so many columns; the smallest share above 0 still shows. */
  bar(share: number, columns: number): string {
    if (columns === 0) return '';
    if (this.#ascii) {
      const full = share > 0 ? Math.max(1, Math.round(share * columns)) : 0;
      return this.#paint('bar', '#'.repeat(full)) + ' '.repeat(columns - full);
    }
    const eighths = share > 0 ? Math.max(1, Math.round(share * columns * 8)) : 0;
    const bar = '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
    return this.#paint('bar', bar) + ' '.repeat(columns - bar.length);
  }

  #widthOf(runs: readonly Run[]): number {
    return runs.reduce((sum, { text }) => sum + this.measure.width(text), 0);
  }

  /** Words with their styled pieces: "[weak]ening" is one word of two pieces. */
  #words(runs: readonly (Run | string)[]): Run[][] {
    const words: Run[][] = [];
    let word: Run[] = [];
    for (const run of runs) {
      const { text, style } = typeof run === 'string' ? { text: run, style: undefined } : run;
      this.plain(text)
        .split(' ')
        .forEach((part, i) => {
          if (i > 0 && word.length > 0) {
            words.push(word);
            word = [];
          }
          if (part !== '') word.push(style ? { text: part, style } : { text: part });
        });
    }
    if (word.length > 0) words.push(word);
    return words;
  }

  /** Pieces of a word, cut where they are longer than a line. */
  #chopped(word: readonly Run[], columns: number): Run[] {
    return word.flatMap(({ text, style }) => {
      const pieces: Run[] = [];
      let rest = text;
      while (this.measure.width(rest) > columns) {
        const start = this.measure.start(rest, columns) || rest;
        pieces.push(style ? { text: start, style } : { text: start });
        rest = rest.slice(start.length);
      }
      if (rest !== '') pieces.push(style ? { text: rest, style } : { text: rest });
      return pieces;
    });
  }

  #painted(line: readonly Run[]): string {
    let painted = '';
    for (let i = 0; i < line.length; ) {
      const { style } = line[i] as Run;
      let text = '';
      for (; i < line.length && line[i]?.style === style; i++) text += line[i]?.text;
      text = text.replaceAll(GLUE, ' ');
      painted += style ? this.#paint(style, text) : text;
    }
    return painted;
  }

  /** The text, in ASCII signs where they were asked for. */
  plain(text: string): string {
    return this.#ascii ? text.replace(/[—–−…“”’]/g, (sign) => ASCII[sign] as string) : text;
  }
}
