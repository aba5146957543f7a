import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printed } from '../../.ci/console-blocks.js';
import { execute, fixture, has, ROOT, run, shell, temporaryFolder } from './command.js';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

test('the README shows what its commands print (npm run readme mends it)', async ({ skip }) => {
  if (!(await has('jq'))) skip();
  expect(printed(README)).toBe(README);
}, 60_000);

test('the examples of --help work as printed', async () => {
  const { stdout } = await run(['--help']);
  const examples = stdout.split('\n').filter((line) => /^ {2}(?:botox-consensus|cat) /.test(line));
  expect(examples.length).toBeGreaterThan(5);
  const cwd = temporaryFolder();
  cpSync(fixture('forehead.txt'), join(cwd, 'thread.txt'));
  mkdirSync(join(cwd, 'threads'));
  for (const name of ['forehead.txt', 'disagreement.txt']) cpSync(fixture(name), join(cwd, 'threads', name));
  const done = await Promise.all(
    examples.map(async (line) => {
      const { code, stderr, stdout } = await shell(line.replace(/ {3,}.*/, ''), { cwd });
      return {
        line,
        ok: code === 0 || (line.includes('--require-consensus') && code === 3),
        stderr,
        some: stdout !== '',
      };
    }),
  );
  expect(done).toEqual(
    examples.map((line) => ({ line, ok: true, stderr: '', some: !line.includes(' -o ') })),
  );
});

describe('the library', () => {
  /** A folder in which the package is installed. */
  function user(): string {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(ROOT, join(folder, 'node_modules/botox-consensus'));
    return folder;
  }

  test('works as the README shows it', async () => {
    const cwd = user();
    const example = /^```js\n([\s\S]*?)^```/m.exec(README)?.[1] ?? '';
    expect(example).toContain("from 'botox-consensus'");
    writeFileSync(join(cwd, 'example.mjs'), example);
    const { code, stderr, stdout } = await execute(process.execPath, ['example.mjs'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^1\n.*they weaken.*\n$/m);
  });

  test('tells the negation of a phrase in a sentence by a two-line profile, as the README shows it', async () => {
    const cwd = user();
    const example = README.match(/^```js\n[\s\S]*?^```/gm)?.[1]?.slice(6, -3) ?? '';
    expect(example).toContain('loadProfile');
    writeFileSync(join(cwd, 'example.mjs'), example);
    const { stdout } = await execute(process.execPath, ['example.mjs'], { cwd });
    expect(stdout).toBe('denied\nNo evidence of\n');
  });

  test('has the same names for import and require, types for them, and loads no code of the command', async () => {
    const cwd = user();
    writeFileSync(
      join(cwd, 'both.mjs'),
      `import { createRequire } from 'node:module';
      import * as imported from 'botox-consensus';
      const require = createRequire(import.meta.url);
      const names = Object.keys(imported).sort();
      const required = Object.keys(require('botox-consensus')).sort();
      console.log(JSON.stringify({ names, required, files: Object.keys(require.cache) }));`,
    );
    const { stdout } = await execute(process.execPath, ['both.mjs'], { cwd });
    const { names, required, files } = JSON.parse(stdout);
    expect(names).toEqual([
      ...['builtinProfile', 'classify', 'classifyText', 'code', 'loadProfile', 'parse', 'readLabels'],
      ...['render', 'summarize', 'tally'],
    ]);
    expect(required).toEqual(names);
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain('CommanderError');
    const types = readFileSync(join(ROOT, 'dist/types/index.d.ts'), 'utf8');
    for (const name of names) expect(types).toMatch(new RegExp(`\\b${name}\\b`));
  });
});
