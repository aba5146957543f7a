import { describe, expect, it } from 'vitest';
import { checkProfile } from '../../src/profile/check.js';
import { loadProfile, ProfileError } from '../../src/profile/load.js';
import { problemLine } from '../../src/profile/problem.js';
import { STARTER } from '../../src/profile/starter.js';

const GOOD = `id: coffee
question: Does coffee keep you awake?
families:
  cup: [cup, mug, espresso]
  hours: { of: time, from: 0.001, to: 1 }
facets:
  sleep:
    question: Does it?
    exceptions: [wake of]
    values:
      awake:
        label: it keeps you awake
        negated: asleep
        terms:
          - awake
          - toss ... turn
          - terms: [wired, restless]
            near: cup
      asleep:
        - like a log
        - sleep|slept well
  length:
    when: { sleep: awake }
    binding: { facet: sleep, value: awake }
    values:
      short: [brief, <hours>]
      long: [all night, until dawn]
tags:
  awake-long: { when: { sleep: awake, length: long } }
  asleep: { when: { sleep: asleep } }
cues:
  negation:
    - patterns: [by no stretch]
cues-off: [far from]
`;

const problemsOf = (text: string) =>
  checkProfile(text).problems.map((problem) => problemLine('p.yaml', problem));

/** What is put in the place of what, what is found, and what following the mend puts in the place of the fault. */
interface Fault {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly found: string;
  readonly mended: string;
}

const faults: readonly Fault[] = [
  {
    name: 'a value, and so a tag, without terms',
    from: '      asleep:\n        - like a log\n        - sleep|slept well\n',
    to: '      asleep:\n        label: you sleep\n      other:\n        terms: []\n',
    found:
      'p.yaml:21:7: nothing can speak for "other": it has no terms: add terms:, or name it in negated: of another value',
    mended: '      asleep:\n        label: you sleep\n      other:\n        terms: [like a log]\n',
  },
  {
    name: 'a tag without conditions',
    from: '{ when: { sleep: asleep } }',
    to: '{ when: {} }',
    found: 'p.yaml:30:3: the tag "asleep" has no condition, so every answer has it: add one under when:',
    mended: '{ when: { sleep: asleep } }',
  },
  {
    name: 'marks in a term',
    from: '- like a log',
    to: '- like (a log)!',
    found: 'p.yaml:20:11: warning: the marks in "like (a log)!" are read as blanks: write "like a log"',
    mended: '- like a log',
  },
  {
    name: 'a glob in the middle of a word',
    from: '- awake',
    to: '- awa*ke',
    found: 'p.yaml:15:13: the term "awa*ke" cannot match: "awa*ke" can never match a word: write "awa*"',
    mended: '- awa*',
  },
  {
    name: 'a glob that matches everything',
    from: 'short: [brief,',
    to: 'short: ["*",',
    found: 'p.yaml:26:15: the term "*" cannot match: "*" alone matches every word: write ... for a gap',
    mended: 'short: [brief ... nap,',
  },
  {
    name: 'a term that ends in a gap',
    from: 'toss ... turn',
    to: 'toss ...',
    found:
      'p.yaml:16:13: the term "toss ..." cannot match: a pattern begins with a word that must be there and does not end in a gap: write "toss"',
    mended: 'toss',
  },
  {
    name: 'two values that share a term',
    from: '- like a log',
    to: '- awakes',
    found:
      'p.yaml:20:11: "awakes" is a term of "awake" too ("awake"): keep it in one value, or tell them apart with near: or unless:',
    mended: '- terms: [awakes]\n          near: cup',
  },
  {
    name: 'an unknown kind of cue',
    from: '  negation:',
    to: '  negaton:',
    found: 'p.yaml:32:3: "negaton" is no kind of cue: write negation',
    mended: '  negation:',
  },
  {
    name: 'a facet bound to a facet that is not there',
    from: 'binding: { facet: sleep,',
    to: 'binding: { facet: sleeep,',
    found: 'p.yaml:24:23: "length" is bound to nothing: there is no facet "sleeep": write sleep',
    mended: 'binding: { facet: sleep,',
  },
  {
    name: 'a facet bound to a value that is not there',
    from: 'sleep, value: awake }',
    to: 'sleep, value: woken }',
    found:
      'p.yaml:24:37: "length" is bound to nothing: there is no value "woken" of "sleep": write awake or asleep',
    mended: 'sleep, value: awake }',
  },
  {
    name: 'a facet bound to nothing at all',
    from: '    binding: { facet: sleep, value: awake }\n',
    to: '',
    found:
      'p.yaml:22:3: warning: the terms of "length" are bound to nothing: they count wherever they stand: add binding: { facet: sleep, value: awake }, or binding: null if that is meant',
    mended: '    binding: null\n',
  },
  {
    name: 'an unknown family in a term',
    from: '<hours>',
    to: '<hour>',
    found: 'p.yaml:26:22: there is no family "hour": write hours',
    mended: '<hours>',
  },
  {
    name: 'an unknown family as company',
    from: 'near: cup',
    to: 'near: cups',
    found: 'p.yaml:18:19: there is no family "cups": write cup',
    mended: 'near: cup',
  },
  {
    name: 'an unknown facet in a tag',
    from: '{ sleep: asleep }',
    to: '{ slep: asleep }',
    found: 'p.yaml:30:21: there is no facet "slep": write sleep',
    mended: '{ sleep: asleep }',
  },
  {
    name: 'an unknown value in a tag',
    from: '{ sleep: asleep }',
    to: '{ sleep: aslep }',
    found: 'p.yaml:30:28: there is no value "aslep": write asleep',
    mended: '{ sleep: asleep }',
  },
  {
    name: 'a tag that can never be earned',
    from: '{ sleep: awake, length: long }',
    to: '{ sleep: asleep, length: long }',
    found:
      'p.yaml:29:32: the tag "awake-long" can never be earned: length is asked only where sleep is awake: write sleep: awake, or take length out',
    mended: '{ sleep: awake, length: long }',
  },
  {
    name: 'a denial that speaks for an unknown value',
    from: 'negated: asleep',
    to: 'negated: sleeping',
    found: 'p.yaml:13:18: there is no value "sleeping": write awake, asleep or unstated',
    mended: 'negated: asleep',
  },
  {
    name: 'a facet that asks about one below it',
    from: '    question: Does it?\n',
    to: '    when: { length: long }\n',
    found: 'p.yaml:8:13: "length" is decided after "sleep", which asks about it: put length: above sleep:',
    mended: '',
  },
  {
    name: 'an unknown key',
    from: '    exceptions:',
    to: '    exeptions:',
    found: 'p.yaml:9:5: the key "exeptions" is not known here: write exceptions',
    mended: '    exceptions:',
  },
  {
    name: 'a key that stands twice',
    from: '  asleep: { when',
    to: '  awake-long: { when',
    found: 'p.yaml:30:3: the key "awake-long" stands twice: put what belongs to it under one of them',
    mended: '  asleep: { when',
  },
  {
    name: 'a key that every object has',
    from: '  cup: [cup, mug, espresso]',
    to: '  cup: [cup, mug, espresso]\n  __proto__: [polluted]',
    found: 'p.yaml:5:3: the key "__proto__" has a meaning in JavaScript: choose another name',
    mended: '  cup: [cup, mug, espresso]',
  },
  {
    name: 'a number among the terms',
    from: 'long: [all night,',
    to: 'long: [24,',
    found: 'p.yaml:27:14: 24 is not text: put it between quotes: "24"',
    mended: 'long: ["24",',
  },
  {
    name: 'a text where a list must be',
    from: 'long: [all night, until dawn]',
    to: 'long: all night',
    found:
      'p.yaml:27:13: "long" is "all night": write a list or keys and values: a list is [one, two], or a line "- one" for each',
    mended: 'long: [all night]',
  },
  {
    name: 'a family that contains itself',
    from: '[cup, mug, espresso]',
    to: '[cup, mug, <cup>]',
    found: 'p.yaml:4:3: the family "cup" contains itself (cup > cup): take it out of its own entries',
    mended: '[cup, mug]',
  },
  {
    name: 'a family that no term names',
    from: '            near: cup\n',
    to: '',
    found:
      'p.yaml:4:3: warning: no term names the family "cup": take it out, or name it in a term, near: or unless:',
    mended: '            unless: cup\n',
  },
  {
    name: 'a shared cue that is not there',
    from: '[far from]',
    to: '[far form]',
    found: 'p.yaml:34:12: no shared cue reads "far form": write far from',
    mended: '[far from]',
  },
  {
    name: 'an exception that is a term',
    from: '[wake of]',
    to: '[awake]',
    found:
      'p.yaml:15:13: warning: "awake" is an exception of "sleep" too, which takes its words away: take it out there or here',
    mended: '[awake of]',
  },
  {
    name: 'a facet that is called as a column of the report',
    from: '  length:\n',
    to: '  tags:\n',
    found:
      'p.yaml:22:3: a facet cannot be called "tags", as a column of the CSV report is: choose another name',
    mended: '  length:\n',
  },
  {
    name: 'a tab that indents',
    from: '    question: Does it?',
    to: '\tquestion: Does it?',
    found: 'p.yaml:8:1: tab characters must not be used in indentation: indent with spaces',
    mended: '    question: Does it?',
  },
  {
    name: 'a bracket that is never closed',
    from: '[cup, mug, espresso]',
    to: '[cup, mug, espresso',
    found: 'p.yaml:5:3: ',
    mended: '[cup, mug, espresso]',
  },
  {
    name: 'a text with a colon, without quotes',
    from: '    question: Does it?',
    to: '    question: This: does it?',
    found:
      'p.yaml:8:19: bad indentation of a mapping entry: begin it in the column of the one before, with a blank behind its colon, and put text with a colon between double quotes',
    mended: '    question: "This: does it?"',
  },
  {
    name: 'a sign that begins a text',
    from: '[cup, mug, espresso]',
    to: '[cup, %mug, espresso]',
    found:
      'p.yaml:4:14: missed comma between flow collection entries: close the bracket, or put text that begins with a sign between double quotes',
    mended: '[cup, "mug", espresso]',
  },
  {
    name: 'a backslash between double quotes',
    from: '[cup, mug, espresso]',
    to: '[cup, "\\mug", espresso]',
    found:
      'p.yaml:4:16: unknown escape sequence: put the text between single quotes, where a backslash means itself',
    mended: "[cup, 'mug', espresso]",
  },
];

describe('profile check', () => {
  it('finds nothing in a profile without faults', () => {
    expect(problemsOf(GOOD)).toEqual([]);
    expect(problemsOf(STARTER)).toEqual([]);
  });

  it.each(faults)('finds $name, at its place', ({ from, to, found }) => {
    expect(GOOD.split(from)).toHaveLength(2);
    const problems = problemsOf(GOOD.replace(from, () => to));
    if (found.endsWith(': ')) expect(problems.some((problem) => problem.startsWith(found))).toBe(true);
    else expect(problems.join('\n')).toContain(found);
  });

  it.each(faults)('has a mend for $name that works', ({ from, mended }) => {
    expect(problemsOf(GOOD.replace(from, () => mended)).filter((line) => !line.includes('warning'))).toEqual(
      [],
    );
  });

  it('reports every problem, in the order of the file', () => {
    const text = GOOD.replace('near: cup', 'near: cups')
      .replace('[far from]', '[far form]')
      .replace('<hours>', '<x>');
    expect(problemsOf(text).map((line) => line.split(':').slice(1, 3).join(':'))).toEqual([
      '4:3',
      '5:3',
      '18:19',
      '26:22',
      '34:12',
    ]);
  });

  it.each([
    [
      'three words',
      'one two three: 1',
      'p.yaml:1:59: the leaning words "one two three" cannot match: write a word, two with a blank between, or not_ before one that is denied',
    ],
    [
      'a pattern',
      'one*: 1',
      'p.yaml:1:59: the leaning words "one*" cannot match: write a word, two with a blank between, or not_ before one that is denied',
    ],
    [
      'the same words twice',
      'cup: 1, cups: 1',
      'p.yaml:1:67: warning: "cups" matches the same words as "cup": take one of them out',
    ],
  ])('finds %s among leaning words', (_, leaning, found) => {
    const text = `facets: { a: { values: { b: { terms: [x, cup], leaning: { ${leaning} } } } } }`;
    expect(problemsOf(text)).toEqual([found]);
  });

  it('lets words lean to several values, and be terms and exceptions', () => {
    const values =
      '{ b: { terms: [x, one], leaning: { one: 1 } }, c: { terms: [y], leaning: { one: -1, two: 1 } } }';
    expect(problemsOf(`facets: { a: { exceptions: [two, far one], values: ${values} } }`)).toEqual([]);
  });

  it('lets words that lean to a value speak for it where they suffice', () => {
    const text = 'facets: { a: { leaning-suffices: true, values: { b: { leaning: { one: 1 } } } } }';
    const problem = 'nothing can speak for "b": it has no terms';
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text.replace('one: 1', 'one: -1')).join()).toContain(problem);
    expect(problemsOf(text.replace('true', 'false')).join()).toContain(problem);
  });

  it('reads JSON as it reads YAML', () => {
    const json = `{\n\t"facets": { "a": {\n\t\t"values": { "b": ["x"], "c": ["x"] } } }\n}`;
    expect(problemsOf(json)).toEqual([
      'p.yaml:3:33: "x" is a term of "b" too: keep it in one value, or tell them apart with near: or unless:',
    ]);
  });

  it('loads what has no errors, and throws them all where it has some', () => {
    expect(loadProfile(GOOD, 'p.yaml').profile.facets.map(({ id }) => id)).toEqual(['sleep', 'length']);
    try {
      loadProfile(GOOD.replace('near: cup', 'near: cups').replace('<hours>', '<x>'), 'p.yaml');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProfileError);
      expect((error as ProfileError).message.split('\n')).toEqual([
        'p.yaml:18:19: there is no family "cups": write cup',
        expect.stringContaining('p.yaml:26:22: there is no family "x"'),
      ]);
    }
  });
});

describe('a hostile profile', () => {
  it.each([
    ['of aliases of aliases', bomb(), /too many aliases/],
    [
      'with a million terms',
      `facets: {a: {values: {b: [${'ab, '.repeat(1_000_000)}]}}}`,
      /1000008 entries are too many/,
    ],
    ['of five million letters', `id: ${'x'.repeat(5_000_000)}`, /characters are too many/],
    ['of brackets in brackets', '['.repeat(100_000), /nested too deeply/],
    ['of dashes in dashes', '- '.repeat(100_000), /nested too deeply/],
    ['of families in families', familyBomb(), /unfolds to \d+ words/],
    ['of families in a long row', familyRow(), /in a row of families/],
    ['with an alias of what holds it', 'facets: &x [*x]', /"\*x" stands for nothing/],
    ['of two documents', `${GOOD}---\n${GOOD}`, /a second document: a file holds one profile/],
    ['with an alias of nothing', 'facets: *x', /"\*x" stands for nothing/],
    ['with code in it', 'facets: !!js/function "() => 1"', /unknown scalar tag/],
    [
      'with names that every object has',
      'facets: {constructor: {values: {prototype: [x]}}}',
      /"constructor" has a meaning/,
    ],
    [
      'of gaps in gaps',
      GOOD.replace('toss ... turn', 'a ...12 b ...12 c ...12 d ...12 e'),
      /gaps of .* can be filled in 28561 ways/,
    ],
    [
      'of terms that all begin alike',
      GOOD.replace(
        '- like a log',
        Array.from({ length: 6000 }, (_, i) => `- sleep x${i}`).join('\n        '),
      ),
      /more than 5000 terms begin/,
    ],
    ['that acts on a terminal', 'facets: {a: {values: {b: ["\\u001b[2J*x"]}}}', /"\\u001b\[2J\*x"/],
    ['that is empty', '', /there is no profile/],
    ['that is binary', '\u0000\u0001\u0002', /./],
  ])('%s gets a clear error', (_, text, message) => {
    const problems = problemsOf(text);
    expect(problems.join('\n')).toMatch(message);
    expect(problems.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(checkProfile(text).compiled).toBeNull();
  });

  it('leaves no trace on objects', () => {
    checkProfile(
      'facets: {a: {values: {b: [x]}}}\n__proto__: {polluted: 1}\nfamilies: {__proto__: [polluted]}',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

function bomb(): string {
  const lists = [...'bcdefghi'].map(
    (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`,
  );
  return ['a: &a [x, x, x, x, x, x, x, x, x]', ...lists].join('\n');
}

function familyBomb(): string {
  const families = Array.from({ length: 40 }, (_, i) => `  f${i + 1}: [<f${i}>, <f${i}>]`);
  return GOOD.replace('families:\n', `families:\n  f0: [x, y]\n${families.join('\n')}\n`);
}

function familyRow(): string {
  const families = Array.from({ length: 5000 }, (_, i) => `  f${i}: [<f${i + 1}>]`);
  return GOOD.replace('families:\n', `families:\n${families.join('\n')}\n  f5000: [x]\n`);
}
