import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fixture, run, temporaryFolder } from './command.js';

/** Enough work that the worker threads are ready before it is done, with inputs in between that cannot be used. */
const INPUTS = [1, 2, 3, 4].flatMap((part) => [
  fixture('forehead.txt'),
  'missing.txt',
  fixture('crows-feet-qapage.json'),
  fixture('labels.csv'),
  fixture('neck-articles.html'),
  ...[30, 35, 39].map((writer) => fixture(`coded/writer-${writer}-${part}.json`)),
]);

test('the output of --jobs is that of one thread, in the order of the inputs', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'labels.csv'), 'document,answer,effect\nforehead.txt,1,no-weakening\n');
  const args = [...INPUTS, '--json', '--labels', 'labels.csv', '--weight', 'votes', '--verbose'];
  const [one, two, many] = await Promise.all(
    [[], ['--jobs', '2'], ['--jobs', '64']].map((jobs) => run([...args, ...jobs], { cwd })),
  );
  expect(one?.code).toBe(1);
  expect(JSON.parse(one?.stdout ?? '').documents.length).toBeGreaterThan(60);
  expect(two).toEqual(one);
  expect(many).toEqual(one);
}, 60_000);

test.each([['text', '--explain'], ['csv'], ['markdown', '--explain'], ['html']])(
  'each report is put together of what the threads make: %s',
  async (...format) => {
    const args = [...INPUTS.filter((path) => /-[12]\.json$/.test(path)), '--format', ...format];
    const [one, two] = await Promise.all([run(args), run([...args, '--jobs', '2'])]);
    expect(one.code).toBe(0);
    expect(two).toEqual(one);
  },
  60_000,
);

test('worker threads read a profile of the user', async () => {
  const args = [
    ...INPUTS.filter((path) => /txt$|json$/.test(path)),
    '--format',
    'ndjson',
    '--profile',
    fixture('profiles/fast-charging/profile.yaml'),
  ];
  const [one, two] = await Promise.all([run(args), run([...args, '--jobs', '2'])]);
  expect(one.stdout).toContain('"id":"fast-charging"');
  expect(two).toEqual(one);
}, 60_000);
