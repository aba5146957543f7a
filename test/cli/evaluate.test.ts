import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixture, run, shell, temporaryFolder } from './command.js';

const EXAMPLE = 'fixtures/profiles/fast-charging';
const PROFILE = `${EXAMPLE}/profile.yaml`;
const GOLD = `${EXAMPLE}/labels.csv`;
const TRAINING = '../shared/train';

describe('evaluate', () => {
  test('compares the labels with a coder’s, as text and as JSON', async () => {
    const args = ['evaluate', '-p', PROFILE, '--gold', GOLD, `${EXAMPLE}/phones.txt`, `${EXAMPLE}/cars.md`];
    const [text, json] = await Promise.all([run(args), run([...args, '--json'])]);
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
    expect(text.stdout).toContain('20 answers compared.');
    const { facets, answers } = JSON.parse(json.stdout);
    expect(answers).toEqual({ compared: 20, notFound: [], notRead: [], unlabelled: 0 });
    // The example shows that nothing in the code knows another question.
    for (const facet of ['wear', 'degree', 'advice']) expect(facets[facet].kappa.value).toBeGreaterThan(0.85);
  });

  test('gives the same bytes each time, and others with another seed', async () => {
    // Where all labels agree, every sample is like every other.
    const gold = join(temporaryFolder(), 'gold.csv');
    writeFileSync(
      gold,
      readFileSync(fixture('labels.csv'), 'utf8').replace(/,slow,beneficial/g, ',fast,harmful'),
    );
    const args = ['evaluate', '--gold', gold, 'fixtures/f*.txt', '--json'];
    const [one, two, other] = await Promise.all([run(args), run(args), run([...args, '--seed', '2'])]);
    expect(one).toEqual(two);
    expect(other.stdout).not.toBe(one.stdout);
  });

  test('says and counts answers that the parser did not find, and documents that were not read', async () => {
    const gold = join(temporaryFolder(), 'gold.csv');
    writeFileSync(
      gold,
      'document,answer,effect\nforehead.txt,1,weakens\nforehead.txt,99,weakens\nother.txt,1,weakens\n',
    );
    const { code, stdout } = await run(['evaluate', '--gold', gold, fixture('forehead.txt')]);
    expect(code).toBe(0);
    expect(stdout).toContain('1 answer compared.');
    expect(stdout).toContain('Not found by the parser: 1 answer of the gold file (forehead.txt 99).');
    expect(stdout).toContain('Not read: 1 document of the gold file with 1 answer (other.txt).');
  });

  test('compares two human coders first', async () => {
    const second = join(temporaryFolder(), 'second.csv');
    writeFileSync(
      second,
      readFileSync(join(import.meta.dirname, '../..', GOLD), 'utf8').replace(
        '1,wears,marked,mixed',
        '1,wears,slight,avoid',
      ),
    );
    const { stdout } = await run(['evaluate', '-p', PROFILE, '-g', GOLD, '-g', second, EXAMPLE, '--json']);
    const { coders } = JSON.parse(stdout);
    expect(coders.wear.pairs[0].kappa.value).toBe(1);
    expect(coders.degree.pairs[0].kappa.value).toBeLessThan(1);
    expect(coders.degree.answers).toBe(20);
  });

  test.each([
    [
      'no gold file',
      ['evaluate', fixture('forehead.txt')],
      2,
      /required option '-g, --gold <file>' not specified/,
    ],
    [
      'a gold file that is not there',
      ['evaluate', '-g', 'none.csv', fixture('forehead.txt')],
      1,
      /^botox-consensus: none\.csv: no such file/,
    ],
    [
      'a gold file about something else',
      ['evaluate', '-g', GOLD, fixture('forehead.txt')],
      1,
      /labels\.csv:1: no column of a facet of the profile/,
    ],
    [
      'gold labels of no answer that was read',
      ['evaluate', '-g', 'fixtures/labels.csv', `${EXAMPLE}/phones.txt`],
      1,
      /it labels no answer that was read/,
    ],
    ['nothing to read', ['evaluate', '-g', 'fixtures/labels.csv', 'none.txt'], 1, /none\.txt: no such file/],
  ])('with %s ends with one clear line', async (_, args, code, message) => {
    const result = await run(args);
    expect({ code: result.code, stdout: result.stdout }).toEqual({ code, stdout: '' });
    expect(result.stderr).toMatch(message);
  });

  test('takes the other authors’ folder as it is', async ({ skip }) => {
    const { code, stdout } = await run(['evaluate', '-g', `${TRAINING}/labels.csv`, TRAINING, '--json']);
    if (code === 1 && stdout === '') skip();
    expect(JSON.parse(stdout).answers.compared).toBeGreaterThan(200);
  });
});

describe('mending', () => {
  test('a label changed by hand in the CSV report changes the tally, and is marked as a coder’s', async () => {
    const folder = temporaryFolder();
    const thread = fixture('forehead.txt');
    const labels = join(folder, 'labels.csv');
    const before = JSON.parse((await run([thread, '--json'])).stdout);
    const { stdout: csv } = await run([thread, '--format', 'csv']);
    expect(csv).toMatch(/^document,answer,heading,effect,/);
    const [head, first, ...rest] = csv.split('\r\n');
    const { effect } = before.documents[0].answers[0].facets;
    const other = effect === 'weakens' ? 'no-weakening' : 'weakens';
    writeFileSync(labels, [head, first?.replace(`,${effect},`, `,${other},`), ...rest].join('\r\n'));
    const { code, stdout, stderr } = await run([thread, '--labels', labels, '--json']);
    const after = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const counts = (report: typeof before) => report.consensus.facets.effect.counts;
    expect(counts(after)[other]).toBe(counts(before)[other] + 1);
    expect(counts(after)[effect]).toBe(counts(before)[effect] - 1);
    const coded = after.documents[0].answers.map((answer: { coded?: string[] }) => answer.coded ?? []);
    expect(coded).toEqual([['effect'], ...coded.slice(1).map(() => [])]);
    expect((await run([thread, '--labels', labels])).stdout).toMatch(/With a coder's labels: 1\./);
  });

  test('a report that is read back unchanged changes nothing', async () => {
    const thread = fixture('disagreement.txt');
    const labels = join(temporaryFolder(), 'labels.csv');
    const { stdout } = await shell(
      `botox-consensus '${thread}' --format csv > '${labels}' && botox-consensus '${thread}' --labels '${labels}' --json`,
    );
    expect(stdout).toBe((await run([thread, '--json'])).stdout);
  });

  test.each([
    [
      'an answer that does not exist',
      'forehead.txt,99,weakens',
      /labels\.csv:2: "forehead\.txt" has no answer 99: its answers are 1 to 8/,
    ],
    [
      'a value that the profile does not know',
      'forehead.txt,1,weekens',
      /labels\.csv:2: "weekens" is no value of effect: write weakens/,
    ],
    [
      'a document that was not read',
      'forehed.txt,1,weakens',
      /labels\.csv:2: "forehed\.txt" is none of the documents that were read/,
    ],
  ])('a label of %s gets a clear error', async (_, row, message) => {
    const labels = join(temporaryFolder(), 'labels.csv');
    writeFileSync(labels, `document,answer,effect\n${row}\n`);
    const { code, stderr } = await run([fixture('forehead.txt'), '--labels', labels]);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
  });
});

test('labels of answers that a document does not have: the number is at fault, and not the name', async () => {
  const gold = join(temporaryFolder(), 'gold.csv');
  writeFileSync(gold, 'document,answer,effect\nforehead.txt,99,weakens\n');
  const { code, stderr } = await run(['evaluate', '-g', gold, fixture('forehead.txt')]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/line 2 labels answer 99 of forehead\.txt, which has 8: number the answers as/);
});
