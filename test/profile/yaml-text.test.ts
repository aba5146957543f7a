import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Data, yamlOf } from '../../src/profile/yaml-text.js';

describe('data as YAML', () => {
  it('is plain where it may be', () => {
    expect(
      yamlOf({
        id: 'battery-wear',
        terms: ['wear', 'lose|lost ... range', '=left', "crow's", 'no', '<battery>', '10 yr', 'a: b'],
        rows: [{ direction: 'forward', patterns: ['not a'] }, ['x', ['y z']], [], {}],
        none: [],
        'cues-off': null,
        margin: 1.5,
        polar: true,
      }),
    ).toBe(`id: battery-wear
terms:
  - wear
  - lose|lost ... range
  - "=left"
  - crow's
  - "no"
  - <battery>
  - "10 yr"
  - "a: b"
rows:
  - direction: forward
    patterns:
      - not a
  - - x
    - - y z
  - []
  - {}
none: []
cues-off: null
margin: 1.5
polar: true
`);
  });

  it('reads as what it was, whatever that was', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^[a-z<=*|.?!' :#-]{0,12}$/),
      fc.constantFrom(
        'no',
        'Yes',
        'null',
        '~',
        '1e3',
        '0x1',
        '.inf',
        '<<',
        '2001-01-01',
        '- a',
        'a:',
        'a #b',
        '...',
        "''",
      ),
    );
    const { tree } = fc.letrec<{ tree: Data }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(word, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), (data) => {
        expect(load(yamlOf(data))).toEqual(JSON.parse(JSON.stringify(data)));
      }),
      { numRuns: 500 },
    );
  });
});
