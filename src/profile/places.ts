/** Where among patterns a piece first stands. It is asked of few. */
export class Places {
  readonly #patterns: readonly string[];
  readonly #known = new Map<string, number>();
  #text: string | undefined;

  constructor(patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  /** A number that is lower the earlier the piece first stands. */
  of(piece: string): number {
    let place = this.#known.get(piece);
    if (place === undefined) {
      place = this.#find(piece);
      this.#known.set(piece, place);
    }
    return place;
  }

  #find(piece: string): number {
    this.#text ??= ` ${this.#patterns.join(' ')} `;
    const text = this.#text;
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
      const behind = text[at + piece.length];
      if (text[at - 1] === ' ' && (behind === ' ' || behind === '?')) return at;
    }
    return text.length;
  }
}
