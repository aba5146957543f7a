/**
 * Columns that text takes on a terminal. string-width knows them all, but loading it takes longer than
 * the whole rest of a run, so plain European text is measured by its length, and string-width is loaded
 * when the first other character has been met.
 */
const NARROW =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2015\u2018-\u2027\u2032-\u203a\u2580-\u259f]*$/;

export class Measure {
  #wide: ((text: string) => number) | undefined;
  #met = false;

  width(text: string): number {
    if (this.isNarrow(text)) return text.length;
    this.#met = true;
    return this.#wide ? this.#wide(text) : text.length;
  }

  /** Whether a text takes as many columns as it has UTF-16 code units, by the look of its characters. */
  isNarrow(text: string): boolean {
    return NARROW.test(text);
  }

  /** The longest start of a text that fits so many columns, cut between what a reader sees as characters. */
  start(text: string, columns: number): string {
    if (this.isNarrow(text)) return text.slice(0, columns);
    let used = 0;
    let end = 0;
    for (const { segment, index } of new Intl.Segmenter('en').segment(text)) {
      used += this.width(segment);
      if (used > columns) break;
      end = index + segment.length;
    }
    return text.slice(0, end);
  }

  /** Draws; and, where the drawing met characters that it could not measure, draws again able to. */
  async drawn(draw: () => string): Promise<string> {
    const drawing = draw();
    if (!this.#met || this.#wide) return drawing;
    this.#wide = (await import('string-width')).default;
    return draw();
  }
}
