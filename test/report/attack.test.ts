import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { parse as readHtml } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { CodedThread } from '../../src/model.js';
import { escapeMarkdown } from '../../src/report/markdown-escape.js';
import type { Format } from '../../src/report/report.js';
import { render } from '../../src/report/report.js';
import { coded, plainThread, reportOf, uglyThread } from './sample.js';

fc.configureGlobal({ numRuns: 50 });

/** What acts on a terminal or cannot be seen, a joiner between two emoji excepted. */
const HARMFUL = /(?!\u200d(?:⚕|\p{Extended_Pictographic})|[\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Strings made of what has attacked readers before. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\u001b[2J',
          '\u001b]8;;http://evil.example\u0007',
          '\u009b31m',
          '\u202e',
          '\u2066',
          '\u200b',
          '\ufeff',
        ],
        ...[
          '\u0000',
          '\r',
          '\r\n',
          '\n\n',
          '\t',
          '\u2028',
          '\ud800',
          '\udc00',
          '\u{e0041}',
          '\u200d',
          '\u00ad',
        ],
        ...[
          '<script>',
          '</style>',
          '</script>',
          '-->',
          ']]>',
          '&lt;',
          '"',
          "'",
          '<img src=x onerror=alert(1)>',
        ],
        ...[
          '![x](http://evil.example/x)',
          '[x]: http://evil.example',
          '[x](javascript:1)',
          '<http://evil.example>',
        ],
        ...[
          'http://evil.example',
          '|',
          '\\',
          '`',
          '```\n',
          '# ',
          '- ',
          '> ',
          '1. ',
          '***',
          '___',
          '~~',
          '===',
        ],
        ...['=1+1', '+1', '-1', '@SUM(1)', '＝1', ',', ';', '"",', '弱', '👩‍⚕️', 'é', ' ', 'weaken'],
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** A thread with such strings wherever a document can put one. */
const attack = fc.tuple(nasty, nasty, nasty, nasty, nasty).map(([source, question, heading, body, author]) =>
  coded(
    source,
    [question, body],
    [
      {
        heading,
        body: `${body}weaken${heading}`,
        facets: { effect: 'weakens' },
        said: [
          ['effect', 'weakens', `${body}weaken${heading}`, { counted: body.length % 2 > 0, reason: body }],
        ],
        leaning: [[`${body}weaken${heading}`, { effect: { weakens: -1 } }]],
        rest: { author, date: body, votes: -1, reasons: { effect: heading } },
      },
    ],
  ),
);

const rendered = (thread: CodedThread, format: Format) =>
  render(reportOf([thread, plainThread]), format, { explain: true });

describe('a thread cannot attack the reader of', () => {
  it.each<Format>(['text', 'json', 'ndjson', 'csv', 'markdown', 'html'])(
    '%s on a terminal',
    async (format) => {
      const clean = (text: string) => {
        const at = text.replaceAll('\r\n', '\n').search(HARMFUL);
        expect(at < 0 ? '' : JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))).toBe('');
        expect(text.isWellFormed()).toBe(true);
      };
      clean(await rendered(uglyThread, format));
      await fc.assert(fc.asyncProperty(attack, async (thread) => clean(await rendered(thread, format))));
    },
  );

  it('JSON, which gives every string back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(attack, async (thread) => {
        const json = JSON.parse(await rendered(thread, 'json'));
        expect(json.documents[0].source).toBe(thread.source);
        expect(json.documents[0].answers[0].body).toBe(thread.answers[0]?.body);
        const [line] = (await rendered(thread, 'ndjson')).split('\n');
        expect(JSON.parse(line as string).answers[0].author).toBe(thread.answers[0]?.author);
      }),
    );
  });

  it('HTML, whose elements and attributes are those of the plain report', async () => {
    const expected = new Set(shapes(readHtml(await rendered(uglyThread, 'html'))));
    for (const shape of expected) expect(shape).not.toMatch(/script|img|iframe|[ ]on|src|javascript/);
    await fc.assert(
      fc.asyncProperty(attack, async (thread) => {
        for (const shape of shapes(readHtml(await rendered(thread, 'html')))) {
          if (!expected.has(shape)) expect(shape).toMatch(/^(?:s|p|mark) /);
          expect(shape).not.toMatch(/script|img|iframe|[ ]on|src/);
        }
      }),
    );
  });

  it('Markdown, in which nothing of it is markup', async () => {
    const kinds = (markdown: string) => {
      const found: string[] = [];
      const visit = (node: Nodes) => {
        if (node.type === 'html' && node.value !== '<!-- -->') found.push(`html ${node.value}`);
        if (/link|image|definition|code|thematicBreak/i.test(node.type)) found.push(node.type);
        if (node.type === 'heading') found.push(`heading ${node.depth}`);
        if ('children' in node) for (const child of node.children) visit(child);
      };
      visit(fromMarkdown(markdown));
      return found;
    };
    const expected = kinds(await rendered(coded('a', ['b', 'c'], [{ heading: 'd', body: 'e' }]), 'markdown'));
    expect(expected.filter((kind) => !kind.startsWith('heading'))).toEqual([]);
    await fc.assert(
      fc.asyncProperty(attack, async (thread) => {
        expect(kinds(await rendered(thread, 'markdown'))).toEqual(expected);
      }),
    );
  });

  it('CSV, which no spreadsheet runs', async () => {
    await fc.assert(
      fc.asyncProperty(attack, async (thread) => {
        const csv = await rendered(thread, 'csv');
        const rows: string[][] = readCsv(csv, { record_delimiter: '\r\n' });
        expect(rows).toHaveLength(2 + plainThread.answers.length);
        expect(csv.match(/\r\n/g)).toHaveLength(rows.length);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^(?!-1$)\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  it('parts mentions and references from what a site would make of them', () => {
    expect(escapeMarkdown('ask @someone about #12, mail a@b.example')).toBe(
      'ask @<!-- -->someone about \\#<!-- -->12, mail a@b.example',
    );
  });
});

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string }[];
  readonly childNodes?: readonly Element[];
}

/** Every element as its name and the names of its attributes. */
function shapes(node: unknown): string[] {
  const { nodeName, attrs = [], childNodes = [] } = node as Element;
  const own = nodeName.startsWith('#') ? [] : [[nodeName, ...attrs.map(({ name }) => name)].join(' ')];
  return [...own, ...childNodes.flatMap(shapes)];
}
