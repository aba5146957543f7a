import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ROOT, run, shell, temporaryFolder } from './command.js';

const EXAMPLE = 'fixtures/profiles/fast-charging';
const PROFILE = `${EXAMPLE}/profile.yaml`;
const THREADS = [`${EXAMPLE}/phones.txt`, `${EXAMPLE}/cars.md`];

describe('profile init', () => {
  test('writes a starter that has no problems and works, and never writes over a file', async () => {
    const cwd = temporaryFolder();
    const thread =
      'Do houseplants clean the air?\n\nI wonder.\n\nYes they do\n\nPlants clean the air. It takes a few weeks.\n\nA myth\n\nThey do not clean the air, open a window.\n';
    writeFileSync(join(cwd, 'thread.txt'), thread);
    const { code, stderr } = await run(['profile', 'init', 'my.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('botox-consensus profile check my.yaml');
    expect((await run(['profile', 'check', 'my.yaml'], { cwd })).stdout).toBe('my.yaml: no problems\n');
    const { stdout } = await run(['-p', 'my.yaml', 'thread.txt', '--json'], { cwd });
    expect(JSON.parse(stdout).documents[0].answers.map(({ tags }: { tags: string[] }) => tags)).toEqual([
      ['cleans-soon'],
      ['no-effect'],
    ]);
    const again = await run(['profile', 'init', 'my.yaml'], { cwd });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('my.yaml: it is there already: name another file, or remove it');
  });

  test('prints it where no file is named', async () => {
    const { stdout } = await run(['profile', 'init']);
    expect(stdout).toMatch(/^# A profile: your codebook as data/);
  });
});

describe('profile check', () => {
  test('reports problems with their places, and exits with 1 for errors alone', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'bad.yaml'), 'facets:\n  a:\n    values:\n      b: [we*ak]\n');
    writeFileSync(
      join(cwd, 'odd.yaml'),
      'families:\n  f: [x]\nfacets:\n  a:\n    values:\n      b: [weak]\n',
    );
    const bad = await run(['profile', 'check', 'bad.yaml'], { cwd });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toBe(
      'bad.yaml:4:11: the term "we*ak" cannot match: "we*ak" can never match a word: write "we*"\nbad.yaml: 1 error, 0 warnings\n',
    );
    const odd = await run(['profile', 'check', 'odd.yaml', '--json'], { cwd });
    expect(odd.code).toBe(0);
    expect(JSON.parse(odd.stdout)).toMatchObject([
      { source: 'odd.yaml', line: 2, column: 3, severity: 'warning' },
    ]);
    const used = await run(['-p', 'bad.yaml', join(ROOT, 'fixtures/forehead.txt')], { cwd });
    expect({ code: used.code, stdout: used.stdout }).toEqual({ code: 1, stdout: '' });
    expect(used.stderr).toContain('bad.yaml:4:11: the term "we*ak" cannot match');
  });

  test('knows the profiles that come with the project as good', async () => {
    const { code, stdout } = await run(['profile', 'check', PROFILE]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${PROFILE}: no problems\n` });
    expect((await run(['profile', 'check', 'src/profile/facial-muscles.yaml'])).code).toBe(0);
  });
});

describe('profile show', () => {
  test('prints a profile that does the same', async () => {
    const cwd = temporaryFolder();
    const absolute = (path: string) => `'${join(ROOT, path)}'`;
    const { stdout } = await shell(
      `botox-consensus profile show ${absolute(PROFILE)} > shown.yaml && botox-consensus -p shown.yaml ${THREADS.map(absolute).join(' ')} --json`,
      { cwd },
    );
    const given = await run(
      ['-p', join(ROOT, PROFILE), ...THREADS.map((path) => join(ROOT, path)), '--json'],
      { cwd },
    );
    expect(stdout).toBe(given.stdout);
    expect(readFileSync(join(cwd, 'shown.yaml'), 'utf8')).toContain('# Shared cues in effect');
  });

  test('prints the built-in profile with the cues in effect as JSON', async () => {
    const { stdout } = await run(['profile', 'show', '--json']);
    const { profile, sharedCues } = JSON.parse(stdout);
    expect(profile.id).toBe('facial-muscles');
    expect(sharedCues.negation.length).toBeGreaterThan(0);
  });
});

describe('profile suggest', () => {
  test('lists what sets the values apart and the profile lacks, with an example each', async () => {
    const bare = join(temporaryFolder(), 'bare.yaml');
    writeFileSync(
      bare,
      'facets:\n  wear:\n    values: { wears: [wear], no-wear: [myth] }\n  advice:\n    values: { use: [use], avoid: [avoid], mixed: { combines: [use, avoid] } }\n',
    );
    const args = ['profile', 'suggest', '-p', bare, '--gold', `${EXAMPLE}/labels.csv`, ...THREADS];
    const { code, stdout } = await run(args);
    expect(code).toBe(0);
    expect(stdout).toContain('wear: no-wear, not in the profile');
    expect(stdout).toMatch(/\n {2}difference .*\n {6}\S+ \d+: .*«difference»/);
    const { values } = JSON.parse((await run([...args, '--json'])).stdout);
    expect(values[1].terms[0]).toMatchObject({ known: false, countElsewhere: 0 });
  });
});

describe('profile fit', () => {
  const args = ['--gold', `${EXAMPLE}/labels.csv`, ...THREADS];

  test('prints the profile with other numbers and all else as it was, and it works', async () => {
    const { code, stderr, stdout } = await run(['profile', 'fit', '-p', PROFILE, ...args]);
    expect(code).toBe(0);
    const file = readFileSync(join(ROOT, PROFILE), 'utf8');
    const added = stdout.replace(/^ +(?:threshold|- strength): [\d.]+\n/gm, '');
    const bare = (text: string) => text.replace(/[\d.]+/g, '0').replace(/^ +(- )?/gm, '');
    expect(bare(added)).toBe(bare(file));
    expect(stdout).not.toBe(file);
    expect(stderr).toContain(
      'degree is left as it is: 9 labels, of answers that it is asked of, are too few',
    );
    expect(stderr).toContain('terms in plain lists keep their strength');
    const fitted = join(temporaryFolder(), 'fitted.yaml');
    writeFileSync(fitted, stdout);
    expect((await run(['profile', 'check', fitted])).stdout).toBe(`${fitted}: no problems\n`);
  });

  test('makes the profile agree with the labels, where every term is in a group', async () => {
    const cwd = temporaryFolder();
    const shown = join(cwd, 'shown.yaml');
    writeFileSync(
      shown,
      (await run(['profile', 'show', PROFILE])).stdout.replace(/strength: \d+/g, 'strength: 0.3'),
    );
    const fitted = join(cwd, 'fitted.yaml');
    const done = await run(['profile', 'fit', '-p', shown, ...args, '-o', fitted]);
    expect({ code: done.code, stdout: done.stdout }).toEqual({ code: 0, stdout: '' });
    const agreement = async (profile: string) => {
      const { stdout } = await run(['evaluate', '-p', profile, '--json', ...args]);
      const { facets } = JSON.parse(stdout) as { facets: Record<string, { accuracy: { value: number } }> };
      return ['wear', 'advice'].map((id) => facets[id]?.accuracy.value);
    };
    expect(await agreement(fitted)).toEqual([1, 1]);
    for (const accuracy of await agreement(shown)) expect(accuracy).toBeLessThan(0.8);
  });

  test('says what to do where there is no YAML to write into, or there are too few labels', async () => {
    const cwd = temporaryFolder();
    const builtin = await run(['profile', 'fit', ...args]);
    expect(builtin).toMatchObject({ code: 2, stdout: '' });
    expect(builtin.stderr).toContain(
      'the built-in profile is no file: write it to one (botox-consensus profile show > mine.yaml) and name that with --profile',
    );

    const json = join(cwd, 'my.json');
    writeFileSync(json, JSON.stringify(load(readFileSync(join(ROOT, PROFILE), 'utf8'))));
    const ofJson = await run(['profile', 'fit', '-p', json, ...args]);
    expect(ofJson).toMatchObject({ code: 2, stdout: '' });
    expect(ofJson.stderr).toContain(`my.json: it is JSON, and strengths are written into YAML`);
    expect(ofJson.stderr).toContain(`botox-consensus profile show ${json} > mine.yaml`);

    const few = join(cwd, 'few.csv');
    writeFileSync(few, 'document,answer,wear\nphones.txt,1,wears\nphones.txt,99,wears\n');
    expect(await run(['profile', 'fit', '-p', PROFILE, '--gold', few, ...THREADS])).toEqual({
      code: 1,
      stdout: '',
      stderr: `botox-consensus: ${few}: it labels 1 answer that was read (of 2 in the file), too few to fit a profile to: label 20 or more\n`,
    });
    writeFileSync(few, 'document,answer,wear\nother.txt,1,wears\n');
    const none = await run(['profile', 'fit', '-p', PROFILE, '--gold', few, ...THREADS]);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain(
      `it labels no answer that was read: name the documents as they are named here`,
    );
  });

  test('writes over neither the profile nor the labels', async () => {
    const cwd = temporaryFolder();
    const [mine, labels] = ['my.yaml', 'labels.csv'].map((name) => join(cwd, name)) as [string, string];
    cpSync(join(ROOT, PROFILE), mine);
    cpSync(join(ROOT, EXAMPLE, 'labels.csv'), labels);
    for (const file of [mine, labels]) {
      const { code, stderr } = await run([
        'profile',
        'fit',
        '-p',
        mine,
        '-g',
        labels,
        ...THREADS,
        '-o',
        file,
      ]);
      expect(code).toBe(2);
      expect(stderr).toContain(`-o ${file}: it is one of the inputs, which are never overwritten`);
    }
    expect(readFileSync(mine, 'utf8')).toBe(readFileSync(join(ROOT, PROFILE), 'utf8'));
  });
});

test('a profile among threads is no thread', async () => {
  const { stderr, stdout } = await run(['--verbose', '--format', 'ndjson', EXAMPLE]);
  expect(stderr).toContain(`${PROFILE}: a profile, left out: --profile takes one`);
  expect(stdout.trim().split('\n')).toHaveLength(2);
});

test('the JSON Schema for editors takes the profiles that come with the project, and no other keys', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'dist/schema/profile.schema.json'), 'utf8'));
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false }).compile(schema);
  for (const file of [PROFILE, 'src/profile/facial-muscles.yaml']) {
    expect(validate(load(readFileSync(join(ROOT, file), 'utf8'))), JSON.stringify(validate.errors)).toBe(
      true,
    );
  }
  expect(validate({ facets: { a: { values: { b: ['x'] }, extra: 1 } } })).toBe(false);
  expect(validate({ facets: { a: { values: { b: [{ terms: ['x'], strenght: 1 }] } } } })).toBe(false);
});
