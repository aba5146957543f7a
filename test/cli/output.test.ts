import { spawn } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { BIN, execute, fixture, has, ROOT, run, shell, temporaryFolder } from './command.js';

const FOREHEAD = fixture('forehead.txt');

/** What standard output has, by format. */
const streams = new Map<string, Promise<string>>();
function streamOf(format: string): Promise<string> {
  const known = streams.get(format) ?? run([FOREHEAD, '--format', format]).then(({ stdout }) => stdout);
  streams.set(format, known);
  return known;
}

describe('-o', () => {
  test.each([
    ['report.json', 'json'],
    ['report.ndjson', 'ndjson'],
    ['report.jsonl', 'ndjson'],
    ['report.csv', 'csv'],
    ['report.md', 'markdown'],
    ['report.HTML', 'html'],
    ['report.txt', 'text'],
    ['report', 'text'],
  ])('%s is written as %s, the same as on standard output', async (name, format) => {
    const folder = temporaryFolder();
    const path = join(folder, name);
    expect(await run([FOREHEAD, '-o', path])).toEqual({ code: 0, stderr: '', stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe(await streamOf(format));
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('--format wins over the ending', async () => {
    const path = join(temporaryFolder(), 'report.html');
    await run([FOREHEAD, '-o', path, '--format', 'csv']);
    expect(readFileSync(path, 'utf8')).toMatch(/^document,answer,/);
  });

  test('an older report is replaced, and keeps its permissions; a link stays one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'real.json'), 'old');
    chmodSync(join(folder, 'real.json'), 0o600);
    symlinkSync('real.json', join(folder, 'link.json'));
    await run([FOREHEAD, '-o', join(folder, 'link.json')]);
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8')).schemaVersion).toBe(1);
    expect(statSync(join(folder, 'real.json')).mode & 0o777).toBe(0o600);
  });

  test('an input is never overwritten, by whatever name it goes', async () => {
    const folder = temporaryFolder();
    const thread = readFileSync(FOREHEAD, 'utf8');
    writeFileSync(join(folder, 'thread.txt'), thread);
    symlinkSync('thread.txt', join(folder, 'link.txt'));
    linkSync(join(folder, 'thread.txt'), join(folder, 'hard.txt'));
    for (const [input, output] of [
      ['thread.txt', 'thread.txt'],
      ['thread.txt', './link.txt'],
      ['link.txt', 'hard.txt'],
      ['.', 'thread.txt'],
    ] as const) {
      const { code, stderr } = await run([input, '-o', output], { cwd: folder });
      expect(code).toBe(2);
      expect(stderr).toContain('never overwritten');
      expect(readFileSync(join(folder, 'thread.txt'), 'utf8')).toBe(thread);
    }
    expect(readdirSync(folder)).toEqual(['hard.txt', 'link.txt', 'thread.txt']);
  });

  test('without a usable input the older report stays', async () => {
    const path = join(temporaryFolder(), 'report.txt');
    writeFileSync(path, 'old');
    expect((await run(['missing.txt', '-o', path])).code).toBe(1);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test.each([
    ['missing/report.txt', /its folder does not exist: create it first/],
    ['folder', /it is a folder: name a file in it/],
    ['file/report.txt', /a part of its path is a file/],
  ])('%s cannot be written: one line, exit code 1', async (name, message) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'file'), '');
    const { code, stderr } = await run([FOREHEAD, '-o', name], { cwd: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toMatch(message);
  });

  test('a device is written as it is, and a full one is told', async () => {
    expect((await run([FOREHEAD, '-o', '/dev/null'])).code).toBe(0);
    expect((await run([FOREHEAD, '-o', '-'])).stdout).toContain('8 answers');
    const full = await shell(`botox-consensus '${FOREHEAD}' > /dev/full`);
    expect(full).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'botox-consensus: standard output: no space is left on the device: make room, or choose another place\n',
    });
  });
});

describe('Ctrl-C', () => {
  test.each([
    ['while standard input is waited for', ['-']],
    ['in the middle of the work', Array.from({ length: 5000 }, () => FOREHEAD)],
  ])('%s ends with 130 and leaves no file', async (_, inputs) => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [BIN, ...inputs, '-o', join(folder, 'report.json')], { cwd: ROOT });
    const closed = new Promise((resolve) => child.on('close', (...how) => resolve(how)));
    const said: Buffer[] = [];
    child.stderr.on('data', (bytes) => said.push(bytes));
    await vi.waitUntil(() => readdirSync(folder).length > 0, { timeout: 10_000 });
    child.kill('SIGINT');
    expect(await closed).toEqual([130, null]);
    expect(Buffer.concat(said).toString()).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('colours', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
  const coloured = ({ stdout }: { stdout: string }) => /\u001b\[\d/.test(stdout);
  const at = async (args: string[], env = {}) => coloured(await run([FOREHEAD, ...args], { env }));

  test('stay away from a pipe, unless they are asked for', async () => {
    expect(await at([])).toBe(false);
    expect(await at(['--color'])).toBe(true);
    expect(await at([], { FORCE_COLOR: '1' })).toBe(true);
    expect(await at([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await at(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(await at(['--color'], { NO_COLOR: '1' })).toBe(true);
  });

  test('stay away from a file', async () => {
    const path = join(temporaryFolder(), 'report.txt');
    await run([FOREHEAD, '-o', path]);
    expect(readFileSync(path, 'utf8')).not.toContain('\u001b');
  });

  test('are there at a terminal, unless it is a dumb one or they are not wanted', async ({ skip }) => {
    if (!(await has('script'))) skip();
    const terminal = (env: Record<string, string>) =>
      execute('script', ['-qec', `'${process.execPath}' '${BIN}' '${FOREHEAD}'`, '/dev/null'], { env });
    expect(coloured(await terminal({ TERM: 'xterm-256color' }))).toBe(true);
    expect(coloured(await terminal({ TERM: 'xterm-256color', NO_COLOR: '1' }))).toBe(false);
    expect(coloured(await terminal({ TERM: 'dumb' }))).toBe(false);
  });
});

test('a text report is 80 columns wide where there is no terminal, and as wide as told', async () => {
  const widest = ({ stdout }: { stdout: string }) =>
    Math.max(...stdout.split('\n').map((line) => line.length));
  expect(widest(await run([FOREHEAD, '-e']))).toBeLessThanOrEqual(80);
  expect(widest(await run([FOREHEAD, '-e', '--width', '40']))).toBeLessThanOrEqual(40);
  expect(widest(await run([FOREHEAD, '-e', '--width', '120']))).toBeGreaterThan(80);
});

test('--ascii draws without Unicode', async () => {
  const { stdout } = await run([FOREHEAD, '--ascii']);
  expect(stdout).toMatch(/^[\n -~]+$/);
});
