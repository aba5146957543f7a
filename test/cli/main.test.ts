import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fixture, run, shell } from './command.js';

const FOREHEAD = fixture('forehead.txt');

describe('the main job', () => {
  test('a file gives the summary of its answers', async () => {
    const { code, stderr, stdout } = await run([FOREHEAD]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Will Years of Botox Leave My Forehead Weak?');
    expect(stdout).toContain('8 answers');
  });

  test('piped in, named as - or not at all, it gives what the file gives', async () => {
    const input = readFileSync(FOREHEAD);
    const [file, dash, piped] = await Promise.all([
      run([FOREHEAD, '--json']),
      run(['-', '--json'], { input }),
      run(['--json'], { input }),
    ]);
    expect(dash).toEqual(piped);
    expect({ ...file, stdout: file.stdout.replace(JSON.stringify(FOREHEAD), '"-"') }).toEqual(piped);
  });

  test('of several files every answer counts', async () => {
    const { code, stdout } = await run([FOREHEAD, fixture('disagreement.txt'), '--json']);
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.documents.map((d: { consensus: { answers: number } }) => d.consensus.answers)).toEqual([
      8, 6,
    ]);
    expect(report.consensus.answers).toBe(14);
  });

  test("HTML's named characters are read, though the package has no names of mathematics", async () => {
    const said = 'it&rsquo;s caf&eacute; &rarr; &le; &hellip; &copy &frac12; &check; &lt;ten&gt; &nsqsube;';
    const page = `<h1>Do they weaken?</h1><div class="answer"><p>They do, ${said}</p></div><div class="answer"><p>They do not.</p></div>`;
    const { stdout } = await run(['-', '--json', '--input-format', 'html'], { input: Buffer.from(page) });
    expect(JSON.parse(stdout).documents[0].answers[0].body).toBe(
      'They do, it’s café → ≤ … © ½ ✓ <ten> &nsqsube;',
    );
  });

  test('--quiet prints one line', async () => {
    const { stdout } = await run([FOREHEAD, '-q']);
    expect(stdout).toMatch(/^[^\n]+\n$/);
  });

  test('a report longer than a pipe holds is not cut short', async () => {
    const { stdout } = await run([
      'fixtures/coded/writer-01*.json',
      'fixtures/coded/author-1*.json',
      '--json',
    ]);
    expect(stdout.length).toBeGreaterThan(65_536);
    expect(JSON.parse(stdout).documents.length).toBeGreaterThan(12);
  });

  test('closing the pipe early ends quietly', async () => {
    const all = 'fixtures/*.txt';
    for (const format of ['json', 'ndjson', 'text -e']) {
      const { stderr, stdout } = await shell(`botox-consensus ${all} --format ${format} | head -c 1`);
      expect({ stderr, length: stdout.length }).toEqual({ stderr: '', length: 1 });
    }
  });

  test('--show-blocks prints every line of the document with what it was taken for', async () => {
    const { code, stdout } = await run([fixture('crows-feet-page.txt'), '--show-blocks']);
    expect(code).toBe(0);
    for (const line of readFileSync(fixture('crows-feet-page.txt'), 'utf8').split('\n')) {
      expect(stdout).toContain(line.trim());
    }
    expect(stdout).toMatch(/^question heading +│ Does Dysport around the eyes make/m);
    expect(stdout).toMatch(/^answer 7 body +│ Ultrasound measurements show/m);
    expect(stdout).toMatch(/^noise: \S+ +│ Hannah Overby, MD/m);
  });

  test('--verbose says on standard error what was read', async () => {
    const { stderr, stdout } = await run([FOREHEAD, '-q', '--verbose']);
    expect(stderr).toBe(`botox-consensus: ${FOREHEAD}: text in utf-8, 8 answers\n`);
    expect(stdout).not.toContain('utf-8');
  });

  test('nothing of the environment reaches a report', async () => {
    const plain = await run([FOREHEAD, '-e']);
    const odd = await run([FOREHEAD, '-e'], {
      env: { LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo', TERM: 'dumb', CI: '1' },
    });
    expect(odd).toEqual(plain);
  });
});

describe('counting', () => {
  const YES = 'Yes, the treated muscles do weaken after repeated Botox.';
  const NO = 'No, the treated muscles do not weaken, and there is no lasting atrophy.';

  const thread = (...answers: (string | { text: string; votes: number })[]) =>
    JSON.stringify({ question: { title: 'Do facial muscles weaken from Botox?' }, answers });

  async function effect(input: string, ...args: string[]) {
    const { documents, consensus } = JSON.parse((await run(['--json', ...args], { input })).stdout);
    const { counts, verdict } = consensus.facets.effect;
    const duplicates = documents[0].answers.map(
      (answer: { duplicateOf?: number }) => answer.duplicateOf ?? null,
    );
    return { yes: counts.weakens, no: counts['no-weakening'], verdict, duplicates };
  }

  test('an answer posted twice is counted once and listed', async () => {
    const twice = thread(YES, NO, YES.toUpperCase());
    expect(await effect(twice)).toMatchObject({ yes: 1, no: 1, duplicates: [null, null, 1] });
    expect(await effect(twice, '--keep-duplicates')).toMatchObject({
      yes: 2,
      no: 1,
      duplicates: [null, null, null],
    });
  });

  test('--weight votes weighs, and says so where there are none', async () => {
    const voted = thread({ text: YES, votes: 10 }, { text: NO, votes: 3 });
    expect(await effect(voted, '--weight', 'votes')).toMatchObject({ yes: 10, no: 3 });
    const { stderr, stdout } = await run(['--weight', 'votes'], { input: thread(YES, NO) });
    expect(stderr).toBe('botox-consensus: 1 thread shows no votes: each answer counts once there\n');
    expect(stdout).toContain('weighted by votes');
  });

  const three = thread(
    YES,
    `${YES} I have seen it in many of my patients.`,
    `It is so. ${YES} That is well known.`,
    NO,
  );

  test('--threshold decides what is a consensus', async () => {
    expect(await effect(three)).toMatchObject({ yes: 3, no: 1, verdict: 'consensus' });
    expect(await effect(three, '--threshold', '80%')).toMatchObject({ verdict: 'majority' });
  });

  test('--require-consensus exits with 3 unless it is met', async () => {
    const codes = await Promise.all(
      [
        ['-', '--require-consensus', 'effect'],
        ['--require-consensus=effect', '--threshold', '0.8'],
        // Its facet left out: every facet, and what follows is a file.
        ['--require-consensus', fixture('disagreement.txt')],
        [fixture('no-position.txt'), '--require-consensus'],
      ].map(async (args) => (await run([...args, '-q'], { input: three })).code),
    );
    expect(codes).toEqual([0, 3, 3, 3]);
  });
});
