import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/read/decode.js';

const SAMPLE = 'Dr. José Müller’s view: “they weaken” – slowly…';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const windows1252 = (text: string) =>
  Buffer.from(
    text.replace(
      /[’“”–…€]/g,
      (c) => ({ '’': '\x92', '“': '\x93', '”': '\x94', '–': '\x96', '…': '\x85' })[c] ?? '?',
    ),
    'latin1',
  );

describe('decode', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(SAMPLE), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SAMPLE}`), 'utf-8'],
    ['UTF-16LE with a mark', utf16(`\ufeff${SAMPLE}`), 'utf-16le'],
    ['UTF-16LE', utf16(SAMPLE), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(`\ufeff${SAMPLE}`).swap16(), 'utf-16be'],
    ['UTF-16BE', utf16(SAMPLE).swap16(), 'utf-16be'],
    ['Windows-1252', windows1252(SAMPLE), 'windows-1252'],
  ])('reads %s', async (_, bytes, encoding) => {
    expect(await decode(bytes, 'a.txt')).toEqual({ text: SAMPLE, encoding });
  });

  test('reads other encodings that the library is sure of', async () => {
    const russian =
      'Мышца со временем слабеет, и для лба это хорошо: морщин становится меньше, и уколов нужно меньше.';
    const bytes = Buffer.from(
      [...russian].map((c) => (c >= 'А' ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))),
    );
    expect(await decode(bytes, 'a.txt')).toEqual({ text: russian, encoding: 'windows-1251' });
  });

  test('believes what a page declares, unless the bytes are UTF-8', async () => {
    const page = (charset: string) => `<!doctype html><meta charset="${charset}"><p>déjá žlutý</p>`;
    const latin2 = Buffer.from(page('iso-8859-2').replaceAll('ž', '\xbe'), 'latin1');
    expect(await decode(latin2, 'a.html')).toEqual({ text: page('iso-8859-2'), encoding: 'iso-8859-2' });
    expect(await decode(Buffer.from(page('latin1')), 'a.html')).toEqual({
      text: page('latin1'),
      encoding: 'utf-8',
    });
  });

  test('UTF-8 that is cut inside its last character or broken in one place stays UTF-8', async () => {
    const cut = Buffer.from(`${SAMPLE}…`).subarray(0, -1);
    expect(await decode(cut, 'a.txt')).toEqual({ text: `${SAMPLE}\ufffd`, encoding: 'utf-8' });
    const broken = Buffer.concat([
      Buffer.from(SAMPLE.repeat(3)),
      Buffer.from([0xff]),
      Buffer.from(SAMPLE.repeat(3)),
    ]);
    expect((await decode(broken, 'a.txt')).text).toBe(`${SAMPLE.repeat(3)}\ufffd${SAMPLE.repeat(3)}`);
  });

  test('half a character inside UTF-16 becomes a replacement character', async () => {
    expect((await decode(utf16('\ufeffa\ud83db'), 'a.txt')).text).toBe('a\ufffdb');
  });

  test('a few control characters make no text binary', async () => {
    const text = `${'It weakens over time. '.repeat(9)}\0 \u001b[1mYes\u001b[0m`;
    expect((await decode(Buffer.from(text), 'a.txt')).text).toBe(text);
  });

  test('an executable is binary', async () => {
    await expect(decode(readFileSync(process.execPath).subarray(0, 65_536), 'node')).rejects.toThrow(
      /binary data/,
    );
  });

  test('any text in UTF-8 comes back as it was', async () => {
    // A mark at the start is not part of the text, and controls may make it binary.
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => !/^\ufeff|\p{Cc}/u.test(s));
    await fc.assert(
      fc.asyncProperty(text, async (s) => {
        expect((await decode(Buffer.from(s), 'a.txt')).text).toBe(s);
      }),
    );
  });

  test('any bytes give text or an InputError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const outcome = await decode(bytes, 'a.txt').catch((error: Error) => error.name);
        expect(typeof outcome === 'string' ? outcome : typeof outcome.text).toMatch(
          /^(?:InputError|string)$/,
        );
      }),
    );
  });
});
