import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError, type ReadOptions, read, readAll } from '../../src/read/read.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file below the test's folder and gives its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What `readAll` gives, a line each, without the test's folder. */
async function seen(sources: string[], options: ReadOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const reading of readAll(sources, options)) {
    if (reading.kind === 'document') lines.push(`${reading.document.source} ${reading.document.format}`);
    else if (reading.kind === 'note') lines.push(`note ${reading.source}: ${reading.text}`);
    else lines.push(`error ${reading.error.message}`);
  }
  return lines.map((line) => line.replaceAll(`${folder}/`, '').replaceAll(folder, '.'));
}

async function failure(path: string, options?: ReadOptions): Promise<string> {
  const error = await read(path, options).then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
}

const PROSE = 'Does it weaken?\n\nYes, in time.\n';

describe('one input', () => {
  test('is read as it stands', async () => {
    const path = file('a.txt', PROSE);
    expect(await read(path)).toEqual({ source: path, format: 'text', encoding: 'utf-8', text: PROSE });
  });

  test('comes from standard input', async () => {
    const stdin = Readable.from([Buffer.from('Does it '), Buffer.from('weaken?\n\nYes.')]);
    expect(await read('-', { stdin })).toMatchObject({ source: '-', text: 'Does it weaken?\n\nYes.' });
    expect(await read('/dev/stdin', { stdin: Readable.from([Buffer.from('Why?')]) })).toMatchObject({
      text: 'Why?',
    });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty.txt: it is empty: name a file that has something in it'],
    [
      'blank.txt',
      '\ufeff \n\t\u00a0\u200b\r\n',
      'blank.txt: it is blank: name a file that has something in it',
    ],
    ['nul.txt', new Uint8Array(99), 'nul.txt: it is binary data, not text: name a text file'],
    [
      'png.txt',
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0',
      'png.txt: it is binary data, not text: name a text file',
    ],
    ['x.pdf', '%PDF-1.7\n', 'x.pdf: it is a PDF: save its text as a file, for example with pdftotext'],
    [
      'cut.txt',
      Buffer.from('\ufeffAh', 'utf16le').subarray(0, 5),
      'cut.txt: its UTF-16 is cut off (it ends in an odd number of bytes): copy or download the file again',
    ],
    [
      'half.txt',
      Buffer.from('\ufeffAh\ud83d', 'utf16le'),
      'half.txt: its UTF-16 is cut off (it ends in half a character): copy or download the file again',
    ],
    [
      'wide.txt',
      Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]),
      'wide.txt: it is in UTF-32: save the file as UTF-8',
    ],
  ])('%s is refused', async (name, content, message) => {
    expect(await failure(file(name, content))).toBe(message);
  });

  test('is refused where there is none', async () => {
    expect(await failure(join(folder, 'none.txt'))).toBe(
      'none.txt: no such file: check the name, or put a pattern between quotes',
    );
    expect(await failure(join(file('a.txt', 'x'), 'b.txt'))).toMatch(
      /^a\.txt\/b\.txt: a part of its path is a file/,
    );
    expect(await failure(folder)).toBe('.: it is a folder: name a file in it');
    expect(await failure(join(folder, 'a\nb\u001b[2J'))).toMatch(/^a\\u000ab\\u001b\[2J: no such file/);
  });

  test.skipIf(process.getuid?.() === 0)('is refused where it is not allowed', async () => {
    const path = file('secret.txt', PROSE);
    chmodSync(path, 0);
    expect(await failure(path)).toBe(
      'secret.txt: not allowed to read it: change its permissions, for example with chmod +r',
    );
  });

  test('is refused where it is too large, from a file or a stream', async () => {
    const message = 'larger than the limit of 1 MiB: raise it with --max-bytes, or split the file';
    const maxBytes = 1024 * 1024;
    const large = Buffer.alloc(maxBytes + 1, 'a');
    expect(await failure(file('large.txt', large), { maxBytes })).toBe(`large.txt: ${message}`);
    const stdin = Readable.from([large.subarray(9), large.subarray(0, 9)]);
    expect(await failure('-', { maxBytes, stdin })).toBe(`standard input: ${message}`);
    expect(await read(file('fits.txt', large.subarray(1)), { maxBytes })).toMatchObject({ format: 'text' });
  });

  test('may be a pipe, and a pipe that nobody writes to is refused', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'printf "Does it "; sleep 0.1; printf "weaken?"'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    spawn('sh', ['-c', `cat > '${pipe}'`], { stdio: [writer.stdout, 'ignore', 'inherit'] });
    expect(await read(pipe)).toMatchObject({ text: 'Does it weaken?' });
    expect(await failure(pipe)).toBe('pipe: it is a pipe that nothing is written to: start its writer first');
  });
});

describe('many inputs', () => {
  test('a folder gives its text files by name, and notes of the rest', async () => {
    file('t/b.txt', PROSE);
    file('t/a/z.md', '# Why?\n\n## Because\n');
    file('t/B.txt', PROSE);
    file('t/empty.txt', '');
    file('t/photo.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0, 1, 2, 3]));
    file('t/.hidden', PROSE);
    file('outside.txt', PROSE);
    symlinkSync('../outside.txt', join(folder, 't/link.txt'));
    symlinkSync('.', join(folder, 't/round'));
    execFileSync('mkfifo', [join(folder, 't/pipe')]);
    expect(await seen([join(folder, 't')])).toEqual([
      'note t/.hidden: hidden: left out',
      't/B.txt text',
      't/a/z.md markdown',
      't/b.txt text',
      'note t/empty.txt: it is empty',
      'note t/link.txt: a link: not followed',
      'note t/photo.jpg: it is binary data, not text',
      'note t/pipe: no regular file: left out',
      'note t/round: a link: not followed',
    ]);
  });

  test('a file that is met again is left out', async () => {
    const a = file('t/a.txt', PROSE);
    file('t/b.txt', PROSE);
    expect(await seen([a, join(folder, 't'), join(folder, 't/../t/b.txt'), `${folder}/t/*.txt`])).toEqual([
      't/a.txt text',
      'note t/a.txt: read before: left out',
      't/b.txt text',
      'note t/b.txt: read before: left out',
      'note t/a.txt: read before: left out',
      'note t/b.txt: read before: left out',
    ]);
  });

  test('a folder without text files is an error, and the others follow', async () => {
    mkdirSync(join(folder, 'none'));
    const a = file('a.txt', PROSE);
    expect(await seen([join(folder, 'none'), join(folder, 'missing'), a])).toEqual([
      'error none: no text files in it: name a folder or file with a thread in it',
      'error missing: no such file: check the name, or put a pattern between quotes',
      'a.txt text',
    ]);
  });

  test('a file that vanishes from its folder is an error, and the others follow', async () => {
    file('t/a.txt', PROSE);
    file('t/b.txt', PROSE);
    const readings = readAll([join(folder, 't')]);
    expect((await readings.next()).value).toMatchObject({ kind: 'document' });
    unlinkSync(join(folder, 't/b.txt'));
    expect((await readings.next()).value.error.message).toMatch(/b\.txt: vanished while its folder was read/);
  });

  test('a pattern gives what it matches; a name with a star in it is a name', async () => {
    file('1.txt', PROSE);
    file('2.txt', PROSE);
    file('3.md', PROSE);
    expect(await seen([`${folder}/*.txt`, `${folder}/*.csv`])).toEqual([
      '1.txt text',
      '2.txt text',
      'error *.csv: no such file, and no file matches it: check the name',
    ]);
    file('*.txt', PROSE);
    expect(await seen([`${folder}/*.txt`])).toEqual(['*.txt text']);
  });

  test.each([
    ['*.txt', ['1.txt', 'link.txt']],
    ['./*.{md,csv}', ['2.md']],
    ['*/?.txt', ['a/3.txt', 'b/4.txt']],
    ['[ac]/*.txt', ['a/3.txt']],
    ['**/*.txt', ['1.txt', 'a/3.txt', 'a/deep/5.txt', 'b/4.txt', 'link.txt']],
    ['a/**', ['a/3.txt', 'a/deep/5.txt']],
  ])('the pattern %s finds files, none that is hidden, and warns of nothing', async (pattern, found) => {
    for (const name of ['1.txt', '2.md', 'a/3.txt', 'b/4.txt', 'a/deep/5.txt', '.hidden.txt', 'b/.h/6.txt'])
      file(name, PROSE);
    symlinkSync(join(folder, '1.txt'), join(folder, 'link.txt'));
    symlinkSync(join(folder, 'a'), join(folder, 'c'));
    const warnings: unknown[] = [];
    const warned = (warning: unknown) => warnings.push(warning);
    process.on('warning', warned);
    const names = (await seen([`${folder}/${pattern}`])).map((line) => line.replace(/ \S+$/, ''));
    await new Promise(setImmediate);
    process.off('warning', warned);
    expect(names).toEqual(found);
    expect(warnings).toEqual([]);
  });
});

describe('NDJSON', () => {
  const line = (n: number) => JSON.stringify({ question: `Why ${n}?`, answers: ['Because.'] });

  test('is read line by line, whatever its name', async () => {
    const path = file('t.txt', `\ufeff${line(1)}\r\n\n${line(2)}\n${line(3)}`);
    const documents = [];
    for await (const reading of readAll([path]))
      if (reading.kind === 'document') documents.push(reading.document);
    expect(
      documents.map((d) => [d.source.slice(folder.length + 1), d.line, JSON.parse(d.text).question]),
    ).toEqual([
      ['t.txt#1', 1, 'Why 1?'],
      ['t.txt#3', 3, 'Why 2?'],
      ['t.txt#4', 4, 'Why 3?'],
    ]);
    expect(await read(path)).toMatchObject({ format: 'ndjson' });
  });

  test('one line is JSON unless the name or the user says otherwise', async () => {
    expect(await seen([file('one.txt', line(1))])).toEqual(['one.txt json']);
    expect(await seen([file('one.jsonl', line(1))])).toEqual(['one.jsonl#1 json']);
    expect(await seen([file('one.txt', line(1))], { format: 'ndjson' })).toEqual(['one.txt#1 json']);
    expect(await seen([file('two.txt', `${line(1)}\n${line(2)}`)], { format: 'text' })).toEqual([
      'two.txt text',
    ]);
  });

  test('in UTF-16 is read line by line too', async () => {
    expect(await seen([file('t.ndjson', Buffer.from(`\ufeff${line(1)}\n${line(2)}\n`, 'utf16le'))])).toEqual([
      't.ndjson#1 json',
      't.ndjson#2 json',
    ]);
  });

  test('the limit holds for each line, not for the whole', async () => {
    const path = file(
      't.ndjson',
      `${line(1)}\n${'x'.repeat(999)}\n${line(2).repeat(2)}\n${line(3)}\n`.repeat(3),
    );
    expect((await seen([path], { maxBytes: 99 })).slice(0, 5)).toEqual([
      't.ndjson#1 json',
      'error t.ndjson#2: larger than the limit of 99 bytes: raise it with --max-bytes, or split the file',
      't.ndjson#3 json',
      't.ndjson#4 json',
      't.ndjson#5 json',
    ]);
  });
});
