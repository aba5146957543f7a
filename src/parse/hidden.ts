/** Stretches of lines that are no words of who is read: what is quoted, advertised, remarked. */

import type { Line } from './lines.js';
import { isQuoteHead, offeredUntil, remarkedUntil, shownUntil } from './quoted.js';
import type { Reason } from './reason.js';

export class Hidden {
  /** Inside what a forum shows of an earlier post, which has no blank line. */
  #isQuoting = false;
  /** The last line of what a board shows of one, of an advertisement, and of the remarks on an answer. */
  #shown = -1;
  #offered = -1;
  #remarked = -1;

  /** @param header the line that announces the answers: below it remarks are counted. */
  constructor(
    readonly text: string,
    readonly lines: readonly Line[],
    readonly header: number,
  ) {}

  /** Why a line is hidden; null where it is not. Asked for the lines in order; one with a prefix may be left out. */
  at(index: number): Reason | null {
    const { text, lines, header } = this;
    const line = lines[index] as Line;
    this.#isQuoting = isQuoteHead(text, line) || (this.#isQuoting && line.blanks === 0);
    this.#shown = Math.max(this.#shown, shownUntil(text, lines, index));
    this.#offered = Math.max(this.#offered, offeredUntil(text, lines, index));
    if (header >= 0 && index > header)
      this.#remarked = Math.max(this.#remarked, remarkedUntil(text, lines, index));
    if (this.#isQuoting || index <= this.#shown) return 'quotation';
    if (index <= this.#offered) return 'advertisement';
    return index <= this.#remarked ? 'comment' : null;
  }
}
