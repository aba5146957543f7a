/** How many bytes of a file are looked at. */
export const BINARY_SAMPLE = 8192;

/** The share of control characters from which on bytes are no text. */
const CONTROL_SHARE = 0.02;

/** Formats that people take for text, by their first bytes, and how to get text out of them. */
const KNOWN: readonly (readonly [magic: string, name: string, mend: string])[] = [
  ['%PDF-', 'a PDF', 'save its text as a file, for example with pdftotext'],
  [
    'PK\x03\x04',
    'a ZIP archive or an office document',
    'save the document as plain text or HTML, or unpack it',
  ],
  ['\xd0\xcf\x11\xe0', 'an office document', 'save the document as plain text or HTML'],
  ['{\\rtf', 'an RTF document', 'save the document as plain text'],
  ['\x1f\x8b', 'compressed', 'unpack it first, for example with gunzip'],
  ['BZh91AY&SY', 'compressed', 'unpack it first, for example with bunzip2'],
  ['\xfd7zXZ', 'compressed', 'unpack it first, for example with unxz'],
  ['(\xb5/\xfd', 'compressed', 'unpack it first, for example with unzstd'],
];

/** What bytes that are no text are, and the mend. */
export interface Binary {
  readonly name: string;
  readonly mend: string;
}

/**
 * Decides by the first 8 KiB whether bytes are something other than text. Bytes of UTF-16
 * look binary: ask only once that has been ruled out.
 * @returns null for text.
 */
export function binary(bytes: Uint8Array): Binary | null {
  for (const [magic, name, mend] of KNOWN) if (startsWith(bytes, magic)) return { name, mend };
  const sample = bytes.subarray(0, BINARY_SAMPLE);
  let controls = 0;
  for (const byte of sample) if (isControl(byte)) controls++;
  return controls > sample.length * CONTROL_SHARE ? binaryData : null;
}

export const binaryData: Binary = { name: 'binary data, not text', mend: 'name a text file' };

/** A C0 control that text has no use for: all but tab, line feed, form feed, carriage return and escape. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b;
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}
