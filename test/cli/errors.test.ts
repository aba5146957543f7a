import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { BIN, execute, fixture, has, type Result, run, temporaryFolder } from './command.js';

const FOREHEAD = fixture('forehead.txt');

/** The lines of standard error, without the program's name. */
function said(stderr: string): string[] {
  expect(stderr).toMatch(/^(botox-consensus: [^\n]+\n)*$/);
  return stderr
    .split('\n')
    .slice(0, -1)
    .map((line) => line.replace('botox-consensus: ', ''));
}

describe('inputs that cannot be used', () => {
  let good: Result;
  beforeAll(async () => {
    good = await run([FOREHEAD, '-q']);
  });

  test.each([
    ['missing', () => {}, /no such file/],
    ['empty', (path: string) => writeFileSync(path, ''), /empty/],
    ['blank', (path: string) => writeFileSync(path, ' \n\n\t\n'), /blank/],
    [
      'binary',
      (path: string) => writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0, 0, 0, 9])),
      /binary/,
    ],
    ['a folder without text', (path: string) => mkdirSync(path), /no text files/],
    ['a question alone', (path: string) => writeFileSync(path, 'Does it weaken the muscle?\n'), /no answers/],
    [
      'broken JSON',
      (path: string) => writeFileSync(path, '{"question": {"title": "Q"}, "answers": [\n  {"text": ]}'),
      /line 2, column 12/,
    ],
    [
      'JSON of another shape',
      (path: string) => writeFileSync(path, '{"name": "x", "size": 3}'),
      /another shape/,
    ],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path), /no such file/],
  ])('%s: one line, exit code 1, and the others are reported', async (_, make, message) => {
    const path = join(temporaryFolder(), 'input');
    make(path);
    const alone = await run([path]);
    expect({ code: alone.code, stdout: alone.stdout }).toEqual({ code: 1, stdout: '' });
    expect(said(alone.stderr)).toHaveLength(1);
    expect(said(alone.stderr)[0]).toMatch(message);
    expect(alone.stderr).toContain(`${path}: `);
    expect(await run([path, FOREHEAD, '-q'])).toEqual({ code: 1, stderr: alone.stderr, stdout: good.stdout });
  });

  test('a file larger than --max-bytes', async () => {
    const { code, stderr } = await run([FOREHEAD, '--max-bytes', '1k']);
    expect(code).toBe(1);
    expect(said(stderr)[0]).toMatch(/larger than .*--max-bytes/);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = join(temporaryFolder(), 'secret.txt');
    writeFileSync(path, 'x');
    chmodSync(path, 0);
    expect((await run([path])).code).toBe(1);
  });

  test('a control character in a name does not reach the terminal', async () => {
    const { stderr } = await run(['no\u001b[31mfile\n.txt']);
    expect(said(stderr)).toEqual([expect.stringContaining('no\\u001b[31mfile\\u000a.txt: no such file')]);
  });

  test.each([
    ['report.txt', []],
    ['report.txt', ['--explain', '--width', '44', '--color']],
    ['report.md', ['--explain']],
    ['report.html', []],
  ])('a folder: an earlier report is no thread: %s %j', async (name, flags) => {
    const folder = temporaryFolder();
    copyFileSync(FOREHEAD, join(folder, 'a.txt'));
    const before = await run([folder, '-q']);
    await run([folder, '-o', join(folder, name), ...flags]);
    const { code, stdout, stderr } = await run([folder, '-q']);
    expect({ code, stdout, said: said(stderr) }).toEqual({
      code: 0,
      stdout: before.stdout,
      said: ['1 file is left out: --verbose says why'],
    });
  });

  test('a folder: files that are no threads are left out, and --verbose says why', async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, 'a.txt'),
      'Do they weaken?\n\nYes\n\nThey do weaken in time.\n\nNo\n\nThey do not weaken at all.\n',
    );
    writeFileSync(join(folder, 'labels.csv'), 'document,answer,effect\na.txt,1,weakens\n');
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 0, 0, 0]));
    writeFileSync(join(folder, 'settings.json'), '{"name": "x", "size": 3}');
    await run([folder, '-o', join(folder, 'report.json')]);
    const { code, stderr } = await run([folder, '--json']);
    expect({ code, said: said(stderr) }).toEqual({
      code: 0,
      said: ['4 files are left out: --verbose says why'],
    });
    const verbose = said((await run([folder, '--json', '--verbose'])).stderr);
    expect(verbose.map((line) => line.slice(folder.length + 1).split(':')[0])).toEqual([
      'a.txt',
      'labels.csv',
      'picture.png',
      'report.json',
      'settings.json',
    ]);
    writeFileSync(join(folder, 'broken.json'), '{"question": ');
    const broken = await run([folder, '--json', '--verbose']);
    expect({ code: broken.code, broken: broken.stderr.includes('broken.json: not JSON') }).toEqual({
      code: 1,
      broken: true,
    });
  });
});

describe('wrong usage', () => {
  test.each([
    [['--jsn', 'x'], /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    [['--format', 'jsn', 'x'], /Allowed choices are text, json/],
    [['--format', 'text', '--json', 'x'], /cannot be used with/],
    [['--threshold', '2', 'x'], /share above 0/],
    [['--max-bytes', 'much', 'x'], /number of bytes/],
    [['--jobs', '0', 'x'], /whole number/],
    [['--require-consensus', 'nonsense', FOREHEAD], /no such facet: name effect, pace, judgement/],
    [['-o', 'report.pdf', FOREHEAD], /stands for no format/],
  ])('%j', async (args, message) => {
    const { code, stderr, stdout } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^botox-consensus: /);
    expect(stderr).toContain('botox-consensus --help');
  });

  test('no file at a terminal', async ({ skip }) => {
    if (!(await has('script'))) skip();
    const { code, stdout } = await execute(
      'script',
      ['-qec', `'${process.execPath}' '${BIN}'`, '/dev/null'],
      {},
    );
    expect(code).toBe(2);
    expect(stdout).toContain('name a file, or pipe a thread in');
  });
});

test.each([
  [['help'], /^Usage: botox-consensus \[options\]/],
  [['help', 'evaluate'], /^Usage: botox-consensus evaluate /],
])('%j prints help', async (args, usage) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(usage);
});

test('a command that is misspelt is no file', async () => {
  const { code, stdout, stderr } = await run(['evalute', 'labels.csv']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^botox-consensus: evalute: no such file; did you mean the command evaluate\?/);
});

test('--help and --version', async () => {
  const [help, version] = await Promise.all([run(['--help']), run(['--version'])]);
  expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
  expect(help.stdout).toMatch(/^Usage: botox-consensus \[options\]/);
  expect(version).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
