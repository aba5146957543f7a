const NEWLINE = 0x0a;

/** One line of bytes without its end, and its 1-based number. The bytes are null where it is over the limit. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Cuts a stream of bytes into lines. Holds no more than the line at hand, and none that is over the limit. */
export class LineCutter {
  private number = 0;
  private parts: Uint8Array[] = [];
  private length = 0;

  /** @param limit bytes that a line may have. */
  constructor(private readonly limit: number) {}

  /** The lines that a piece completes. */
  *push(piece: Uint8Array): Generator<Line> {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      this.keep(piece.subarray(start, end));
      start = end + 1;
      yield this.take();
    }
    // The piece is overwritten by the next one.
    this.keep(Buffer.from(piece.subarray(start)));
  }

  /** The last line, where no line end closes it. */
  *end(): Generator<Line> {
    if (this.length > 0) yield this.take();
  }

  private keep(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > this.limit) this.parts = [];
    else if (part.length > 0) this.parts.push(part);
  }

  private take(): Line {
    const [first, second] = this.parts;
    const whole = this.length <= this.limit;
    const bytes = whole ? (first && !second ? first : Buffer.concat(this.parts)) : null;
    this.parts = [];
    this.length = 0;
    return { number: ++this.number, bytes };
  }
}

/** What the bytes so far tell. */
export type Sight = 'ndjson' | 'other' | 'unclear';

/** Tells NDJSON by its first bytes: a whole JSON value on the first line, and more after it. */
export class NdjsonSight {
  private state: 'start' | 'line' | 'after' = 'start';
  private readonly line: Uint8Array[] = [];

  /** @param named whether the input's name says that it is NDJSON, so that the first line need not be whole. */
  constructor(private readonly named: boolean) {}

  /** Looks at the next piece of the input. */
  see(piece: Uint8Array): Sight {
    let at = 0;
    if (this.state === 'start') {
      while (at < piece.length && isBlank(piece[at])) at++;
      if (at === piece.length) return 'unclear';
      if (piece[at] !== 0x7b && piece[at] !== 0x5b) return 'other';
      if (this.named) return 'ndjson';
      this.state = 'line';
    }
    if (this.state === 'line') {
      const end = piece.indexOf(NEWLINE, at);
      this.line.push(piece.subarray(at, end < 0 ? piece.length : end));
      if (end < 0) return 'unclear';
      if (!isJson(Buffer.concat(this.line).toString())) return 'other';
      this.line.length = 0;
      this.state = 'after';
      at = end + 1;
    }
    while (at < piece.length && isBlank(piece[at])) at++;
    return at < piece.length ? 'ndjson' : 'unclear';
  }
}

/** ASCII white space, or a byte of the UTF-8 byte order mark. */
function isBlank(byte: number | undefined): boolean {
  if (byte === undefined || byte > 0x20) return byte === 0xef || byte === 0xbb || byte === 0xbf;
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** Whether a text is one whole JSON value. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
