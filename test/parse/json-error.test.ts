import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson, parseNdjson } from '../../src/parse/json.js';
import { expectSound } from './sound.js';

/** The message of the error that a text gives; `nothing` where it gives sound threads. */
function failure(text: string): string {
  try {
    const threads = parseJson({ source: 'a.json', format: 'json', encoding: 'utf-8', text });
    for (const thread of threads) expectSound(thread);
  } catch (error) {
    expect((error as Error).name).toBe('ParseError');
    return (error as Error).message;
  }
  return 'nothing';
}

describe('what cannot be used', () => {
  test.each<[string, string]>([
    ['{"a": 1,}', 'not JSON at line 1, column 9 (a name in quotation marks is missing)'],
    ['{\n  "a" 1\n}', 'not JSON at line 2, column 7 (a colon is missing)'],
    ['[1, 2', 'not JSON at line 1, column 6 (it breaks off)'],
    ['[1 2]', 'not JSON at line 1, column 4 (a comma or a closing bracket is missing)'],
    ['{"a": "x\ny"}', 'not JSON at line 1, column 9 (a string does not end on its line)'],
    ['{"a": "\\q"}', 'not JSON at line 1, column 8 (a backslash stands before what it does not go with)'],
    ['[1] 2', 'not JSON at line 1, column 5 (more follows behind its end)'],
    ['nonsense', 'not JSON at line 1, column 1 (neither a value nor a sign of JSON stands there)'],
    ['{"x": 1, "y": [2]}', 'JSON of another shape (an object with "x", "y")'],
    ['[]', 'JSON of another shape (an empty array)'],
    ['[1, 2]', 'JSON of another shape (an array of numbers)'],
    ['"Yes."', 'JSON of another shape (strings)'],
  ])('%s', (text, message) => {
    expect(failure(text)).toContain(`a.json: ${message}: `);
  });

  test('deep nesting', () => {
    const deep = (open: string, close: string, inner: string) =>
      open.repeat(100_000) + inner + close.repeat(100_000);
    expect(failure(deep('[', '', ''))).toContain('column 100001 (it breaks off)');
    expect(failure(deep('[', ']', ''))).toContain('another shape');
    expect(failure(deep('{"answers":', '}', '1'))).toContain('another shape');
    expect(failure(deep('{"answer":', '}', '"Yes."'))).toContain('another shape');
  });

  test('NDJSON tells the line', () => {
    const line = '{"question": "Does it?", "answers": ["Yes."]}';
    const ndjson = (text: string) => parseNdjson({ source: 'a', format: 'ndjson', encoding: 'utf-8', text });
    expect(ndjson(`${line}\r\n\n${line}`).map(({ source }) => source)).toEqual(['a#1', 'a#3']);
    expect(() => ndjson(`${line}\n\n{"question" 1}\n`)).toThrow('a#3: not JSON at line 3, column 13');
  });
});

test('any JSON gives sound threads or a ParseError', () => {
  const key = fc.constantFrom(
    'question',
    'answers',
    'text',
    'title',
    'name',
    'items',
    'posts',
    '@type',
    'mainEntity',
    'acceptedAnswer',
    'answer',
    'x',
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('Question', 'Does it?', '<p>Yes</p>', '&lt;', '> a', '', ' ', '\ud800', '\0', '<'),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(value, (json) => {
      const told = failure(JSON.stringify(json) ?? 'null');
      expect(told === 'nothing' || told.startsWith('a.json: ')).toBe(true);
    }),
  );
});

test('a fault is found exactly where JSON.parse finds one', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', ',', ']', '}', '"', ':', '1', '\\'),
      (json, at, inserted) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + inserted + json.slice(place + (inserted ? 0 : 1));
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(failure(text).includes('not JSON')).toBe(!valid);
      },
    ),
  );
});
