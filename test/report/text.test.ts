import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/profile/model.js';
import { Measure } from '../../src/report/measure.js';
import { render } from '../../src/report/report.js';
import { tally } from '../../src/tally/tally.js';
import { smallProfile } from '../tally/small-profile.js';
import { plainThread, reportOf, uglyThread } from './sample.js';

/** A profile whose labels are wide, combining and joined characters. */
const wideProfile: Profile = {
  ...smallProfile,
  tags: smallProfile.tags.map((tag, i) => ({
    ...tag,
    label: ['弱くなる', 'é'.repeat(9), '👩‍⚕️ says so', 'plain', 'हिन्दी', '👍🏽', 'ｗｉｄｅ'][i] ?? tag.label,
  })),
};

const wideReport = {
  ...reportOf([plainThread]),
  profile: wideProfile,
  documents: [{ thread: plainThread, consensus: tally(plainThread.answers, wideProfile) }],
};

describe('the text report', () => {
  it('fits every width from 40 to 200 columns', async () => {
    for (let width = 40; width <= 200; width += 1) {
      for (const threads of [[plainThread], [uglyThread], [plainThread, uglyThread]]) {
        const text = await render(reportOf(threads), 'text', {
          width,
          explain: true,
          ascii: width % 2 === 0,
        });
        for (const line of text.split('\n')) {
          if (stringWidth(line) > width) expect(`${width}: ${line}`).toBe('within the width');
        }
      }
    }
  });

  it('aligns bars whatever the characters of the labels', async () => {
    const lines = (await render(wideReport, 'text', { width: 70 })).split('\n');
    const ends = lines.filter((line) => /^ {4}.*\d +\d+ %$/.test(line)).map(stringWidth);
    expect(ends).toHaveLength(9);
    expect(new Set(ends).size).toBe(1);
  });

  it('cuts a label that leaves no room, and drops bars before figures', async () => {
    const long = { ...smallProfile, tags: smallProfile.tags.map((t) => ({ ...t, label: '弱'.repeat(60) })) };
    const text = await render({ ...wideReport, profile: long }, 'text', { width: 40 });
    const line = text.split('\n').find((l) => l.includes('弱')) as string;
    expect(line).toMatch(/^ {4}弱+… .* 0 {4}0 %$/);
    expect(stringWidth(line)).toBeLessThanOrEqual(40);
  });

  it('says the same with colours as without, marks apart', async () => {
    const report = reportOf([plainThread, uglyThread]);
    const plain = await render(report, 'text', {});
    for (const color of [1, 2, 3] as const) {
      const coloured = await render(report, 'text', { color });
      expect(coloured).not.toBe(plain);
      expect(stripVTControlCharacters(coloured)).toBe(plain);
    }
  });

  it('marks evidence with signs where there are no colours', async () => {
    const text = await render(reportOf([plainThread]), 'text', { explain: true });
    expect(text).toContain('[-Eventually-] you need it less often, which is [a good thing].');
    expect(text).toContain('They {may} [thin] a little');
    expect(text).toContain('does not count: not said of the weakening');
  });

  it('prints nothing but ASCII of its own with --ascii', async () => {
    const text = await render(reportOf([plainThread]), 'text', { ascii: true, explain: true });
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(text).toContain('####');
  });

  it('is one line when quiet', async () => {
    for (const threads of [[], [plainThread], [plainThread, uglyThread]]) {
      const text = await render(reportOf(threads), 'text', { quiet: true });
      expect(text.match(/\n/g)).toHaveLength(1);
      expect(text).toMatch(/\S\n$/);
    }
  });

  it('says what was set, and what it is not', async () => {
    const text = await render(reportOf([plainThread], { threshold: 0.6, weightedBy: 'votes' }), 'text');
    expect(text).toContain('Consensus here means a share of at least 60 %.');
    expect(text).toContain('Answers are weighted by votes.');
    expect(text).toContain('it is no advice, medical or other');
  });

  it('cuts a sentence without end around its evidence', async () => {
    const body = `${'lorem ipsum '.repeat(5000)}weaken${' dolor sit'.repeat(5000)}`;
    const at = body.indexOf('weaken');
    const answer = {
      ...plainThread.answers[0],
      id: 1,
      body,
      heading: null,
      headingSpan: null,
      bodySpan: [0, body.length],
      evidence: [
        {
          facet: 'effect',
          value: 'weakens',
          span: [at, at + 6],
          text: 'weaken',
          cues: [],
          counted: true,
          weight: 1,
        },
      ],
    };
    const report = reportOf([{ ...plainThread, text: body, answers: [answer] } as typeof plainThread]);
    const text = await render(report, 'text', { explain: true });
    expect(text).toMatch(/\| … (?:lorem )?ipsum/);
    expect(text).toMatch(/\[weaken\] dolor/);
    expect(text.length).toBeLessThan(3000);
  });
});

describe('Measure', () => {
  it('measures by length only what string-width measures so', () => {
    const measure = new Measure();
    for (let code = 0x20; code < 0x3000; code++) {
      const char = String.fromCharCode(code);
      // Before string-width is loaded the fallback is the length too, so ask for the narrow class itself.
      if (measure.isNarrow(char) && stringWidth(char) !== 1) {
        expect(`U+${code.toString(16)} has ${stringWidth(char)} columns`).toBe('one column');
      }
    }
  });
});
