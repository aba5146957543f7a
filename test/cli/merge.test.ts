import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fixture, has, run, shell, temporaryFolder } from './command.js';

/** Fixtures whose threads are told in the parts, in the order of a folder. */
const NAMES = ['disagreement.txt', 'forehead.txt', 'frown-lines.txt', 'masseter.txt', 'spasm-answers.json'];

let whole: string;
const parts: string[] = [];

beforeAll(async () => {
  const runs = await Promise.all([
    run([...NAMES.map(fixture), '--json']),
    ...NAMES.map((name, i) => run([fixture(name), '--format', i % 2 ? 'json' : 'ndjson'])),
  ]);
  whole = runs[0]?.stdout ?? '';
  parts.push(...runs.slice(1).map(({ stdout }) => stdout));
});

/** A folder with the parts as files. */
function folderOfParts(): string {
  const folder = temporaryFolder();
  parts.forEach((part, i) => {
    writeFileSync(join(folder, `part${i}.${i % 2 ? 'json' : 'ndjson'}`), part);
  });
  return folder;
}

describe('merge', () => {
  test('gives the bytes of one run, whatever the order of the parts', async () => {
    const cwd = folderOfParts();
    const names = readdirSync(cwd);
    for (const order of [names, [...names].reverse(), ['.']]) {
      expect(await run(['merge', ...order], { cwd })).toEqual({ code: 0, stderr: '', stdout: whole });
    }
  });

  test('takes parts piped in one after the other, and parts that were merged before', async () => {
    const cwd = folderOfParts();
    const some = await run(['merge', 'part3.json', 'part0.ndjson', '--format', 'ndjson'], { cwd });
    const rest = await run(['merge', 'part4.ndjson', 'part1.json', 'part2.ndjson'], { cwd });
    writeFileSync(join(cwd, 'some.ndjson'), some.stdout);
    expect((await run(['merge', '-', 'some.ndjson'], { cwd, input: rest.stdout })).stdout).toBe(whole);
    const jsons = [parts[1], parts[3]].join('');
    const ndjsons = [parts[0], parts[2], parts[4]].join('');
    writeFileSync(join(cwd, 'all.ndjson'), ndjsons);
    expect((await run(['merge', 'all.ndjson', '-'], { cwd, input: jsons })).stdout).toBe(whole);
  });

  test('-o writes JSON or NDJSON by the ending, and nothing else', async () => {
    const cwd = folderOfParts();
    await run(['merge', 'part0.ndjson', 'part1.json', '-o', 'all.ndjson'], { cwd });
    expect(readFileSync(join(cwd, 'all.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(2);
    expect((await run(['merge', 'part0.ndjson', '-o', 'all.html'], { cwd })).code).toBe(2);
    expect((await run(['merge', 'part0.ndjson', '-o', 'part0.ndjson'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'part0.ndjson'), 'utf8')).toBe(parts[0]);
  });

  test('an empty part is none; what is no report is told, and the others are merged', async () => {
    const cwd = folderOfParts();
    mkdirSync(join(cwd, 'more'));
    writeFileSync(join(cwd, 'empty.ndjson'), '');
    writeFileSync(join(cwd, 'other.json'), '{"a": 1}');
    writeFileSync(join(cwd, 'cut.json'), (parts[1] ?? '').slice(0, 500));
    const one = await run(['merge', 'part0.ndjson'], { cwd });
    const { code, stderr, stdout } = await run(
      ['merge', 'other.json', 'empty.ndjson', 'part0.ndjson', 'cut.json'],
      { cwd },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: one.stdout });
    expect(stderr).toMatch(
      /^botox-consensus: other\.json: it is no report .*\nbotox-consensus: cut\.json: it is no JSON .*\n$/,
    );
    expect(await run(['merge', 'empty.ndjson'], { cwd })).toMatchObject({ code: 1, stdout: '' });
  });

  test('a part given twice is told', async () => {
    const { code, stderr } = await run(['merge', '-', '-'], { input: `${parts[0]}${parts[0]}` });
    expect(code).toBe(0);
    expect(stderr).toContain('disagreement.txt stands in the parts more than once');
  });

  test('GNU parallel over a corpus gives the bytes of one process', async ({ skip }) => {
    if (!(await has('parallel'))) skip();
    const cwd = temporaryFolder();
    const texts = NAMES.filter((name) => name.endsWith('.txt'));
    const lines = Array.from({ length: 40 }, (_, i) => {
      const [title, ...answers] = readFileSync(fixture(texts[i % texts.length] as string), 'utf8').split(
        /\n{2,}/,
      );
      return JSON.stringify({
        source: `thread-${100 + i}`,
        question: { title },
        answers: answers.slice(i % 5, (i % 5) + 6),
      });
    });
    writeFileSync(join(cwd, 'corpus.ndjson'), `${lines.join('\n')}\n`);
    const [one, many] = await Promise.all([
      shell('botox-consensus corpus.ndjson --json', { cwd }),
      shell(
        'export -f botox-consensus; parallel --will-cite -j2 --pipe -N7 botox-consensus --input-format ndjson --format ndjson < corpus.ndjson | botox-consensus merge -',
        { cwd },
      ),
    ]);
    expect(many).toEqual({ code: 0, stderr: '', stdout: one.stdout });
    expect(JSON.parse(one.stdout).documents).toHaveLength(40);
  });
});
