import { type Binary, binary, binaryData } from './binary.js';
import { InputError, NotText } from './error.js';

/** Decoded text, and the encoding it came in as a WHATWG label. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes that the encoding is guessed from. */
const SAMPLE = 65_536;

/** How sure the library must be of a multi-byte or non-Latin encoding, in percent. */
const SURE = 40;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes bytes to text: a byte order mark decides; else UTF-16 by where its zero bytes stand; else
 * UTF-8 if the bytes are strictly that; else what an HTML page declares; else the library's guess, with
 * Windows-1252 where it is unsure. The mark is not part of the text; half surrogates become U+FFFD.
 * @throws InputError for binary data, UTF-32 and UTF-16 that is cut off.
 */
export async function decode(bytes: Uint8Array, source: string): Promise<Decoded> {
  const wide = wideEncoding(bytes);
  if (wide) return decodeUtf16(bytes, wide, source);
  refuseBinary(bytes, source);
  const strict = decodeUtf8(bytes);
  if (strict === null && bytes.includes(0)) throw notText(binaryData, source);
  if (strict !== null) return { text: strict, encoding: 'utf-8' };
  return decodeLegacy(bytes);
}

/** The text of strictly valid UTF-8, without its byte order mark; null for other bytes. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Refuses bytes whose first ones are no text.
 * @throws NotText
 */
export function refuseBinary(bytes: Uint8Array, source: string): void {
  const kind = wideEncoding(bytes) ? null : binary(bytes);
  if (kind) throw notText(kind, source);
}

function notText(kind: Binary, source: string): NotText {
  return new NotText(source, `it is ${kind.name}`, kind.mend);
}

/** UTF-16 or UTF-32, by the byte order mark or by where the zero bytes of Latin letters stand. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return null;
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 ? odd++ : even++;
  });
  // In prose at least every other character is Latin, a space or a digit, and none is U+xx00.
  const pairs = sample.length / 2;
  if (odd > pairs * 0.5 && even < pairs * 0.02) return 'utf-16le';
  if (even > pairs * 0.5 && odd < pairs * 0.02) return 'utf-16be';
  return null;
}

function decodeUtf16(bytes: Uint8Array, encoding: string, source: string): Decoded {
  if (encoding === 'utf-32') throw new InputError(source, 'it is in UTF-32', 'save the file as UTF-8');
  const last = bytes[bytes.length - (encoding === 'utf-16le' ? 1 : 2)] ?? 0;
  const cut =
    bytes.length % 2 ? 'an odd number of bytes' : (last & 0xfc) === 0xd8 ? 'half a character' : null;
  if (cut) {
    throw new InputError(
      source,
      `its UTF-16 is cut off (it ends in ${cut})`,
      'copy or download the file again',
    );
  }
  const text = new TextDecoder(encoding).decode(bytes);
  const kind = binary(new TextEncoder().encode(text.slice(0, 4096)));
  if (kind) throw notText(kind, source);
  return { text, encoding };
}

/** Bytes that are neither UTF-8 nor UTF-16. */
async function decodeLegacy(bytes: Uint8Array): Promise<Decoded> {
  const encoding = declared(bytes) ?? (await guessed(bytes));
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'windows-1252' ? mendC1(text) : text, encoding };
}

/** What Windows-1252 has at the bytes 0x80 to 0x9f; the five that it leaves free stay controls. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some versions of Node read Windows-1252 as ISO-8859-1 (nodejs/node#56542), which has controls for the quotation marks. */
function mendC1(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (c) => C1[c.charCodeAt(0) - 0x80] ?? c);
}

/** The encoding that an HTML or XML head declares, where it is a known one other than the Unicode ones. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048));
  const label = /^\s*</.test(head) && /(?:charset|encoding)\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1];
  if (!label) return null;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-') ? null : encoding;
  } catch {
    return null;
  }
}

async function guessed(bytes: Uint8Array): Promise<string> {
  const { analyse } = await import('chardet');
  // What decides stands around the first byte that is not ASCII.
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const start = Math.max(0, first - 1024);
  const matches = analyse(bytes.subarray(start, start + SAMPLE));
  // UTF-8 with a few broken bytes is told at a low figure, and nothing else looks like it.
  if (matches.some((m) => m.name === 'UTF-8' && m.confidence > 10)) return 'utf-8';
  const latin = Math.max(0, ...matches.filter((m) => LATIN.has(m.name)).map((m) => m.confidence));
  for (const { name, confidence } of matches) {
    if (name.startsWith('UTF-') || LATIN.has(name) || confidence < SURE || confidence <= latin) continue;
    try {
      return new TextDecoder(name).encoding;
    } catch {}
  }
  return 'windows-1252';
}

/** Names of what Windows-1252 reads as well. */
const LATIN: ReadonlySet<string> = new Set(['windows-1252', 'ISO-8859-1', 'ASCII']);
