import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../src/read/format.js';

describe('detectFormat', () => {
  test.each<[string, string, string]>([
    ['a page', '\n<!DOCTYPE html>\n<html><body>Hi</body></html>', 'html'],
    ['a page behind a declaration and a comment', '<?xml version="1.0"?>\n<!-- saved -->\n<html>', 'html'],
    ['a piece of a page', '<div class="a"><p>Yes.</p></div>', 'html'],
    ['open tags', '<div>'.repeat(10_000), 'html'],
    ['text between tags', `Yes.</p>${'<p>No, it does not.</p>\n'.repeat(9)}`, 'html'],
    ['an object', '{"question": "Why?", "answers": []}', 'json'],
    ['an object over several lines', '{\n  "a": 1\n}\n', 'json'],
    ['an array', '[\n"Yes."]', 'json'],
    ['numbers', '[1, 2]', 'json'],
    ['a broken object', '{"question": "Why?", "answers": [', 'json'],
    ['two objects', '{"a": 1}\n{"a": 2}\n', 'ndjson'],
    ['two objects, the second broken', '{"a": 1}\n{"a": \n', 'ndjson'],
    ['headings', '# Why?\n\nBody.\n\n## Because\n\nBody.', 'markdown'],
    ['a quotation and bold type', 'Why?\n\n> It does\n\n**Dr. A:** No.', 'markdown'],
    ['bold type and rules', '**Why?**\n\nI ask.\n\n---\n\n**Dr. A:** No.', 'markdown'],
    ['underlined headings and a link', 'Why?\n====\n\nSee [here](https://example.com/).', 'markdown'],
    ['prose', 'Does it weaken?\n\nYes, in time.\n', 'text'],
    ['a template', '{{ voteCount }}\n\nDoes it weaken?', 'text'],
    ['a reference', '[1] Does it weaken?', 'text'],
    ['a mailed quotation', '> Does it weaken?\n\nYes.', 'text'],
    ['a less-than sign', 'A dose of <b units, or a<b, or <3.', 'text'],
    ['an address', '<a@example.com> wrote: yes', 'text'],
    [
      'rules of underscores',
      `Does it?\n${'_'.repeat(20)}\n\nYes.\n${'_'.repeat(20)}\n\nNo.\n${'_'.repeat(20)}\n`,
      'text',
    ],
    [
      'a message',
      'From: A <a@b.example>\nSubject: muscles\n\n> Does it *weaken*?\n\nYes, *so* it does.',
      'text',
    ],
    ['lines under lines', 'Question\n--------\nDoes it?\n', 'text'],
  ])('%s', (_, text, format) => {
    expect(detectFormat(text, 'thread')).toBe(format);
    // The name changes nothing where the content is clear.
    if (format !== 'text') expect(detectFormat(text, 'thread.txt')).toBe(format);
  });

  test('the name decides where the content is open', () => {
    expect(detectFormat('nonsense', 'a.json')).toBe('json');
    expect(detectFormat('nonsense', 'a.jsonl')).toBe('ndjson');
    expect(detectFormat('Why?\n\nBecause.', 'a.md')).toBe('markdown');
    expect(detectFormat('<html><p>Why?</p></html>', 'a.json')).toBe('html');
    expect(detectFormat('Why?\n\nBecause.', 'a.html')).toBe('text');
  });

  test('hostile text takes no time to speak of', () => {
    for (const unit of [
      '<',
      '[',
      '{',
      '<!--',
      '<?',
      ' ',
      '\n',
      '#',
      '> ',
      '**',
      '__',
      '[a](',
      '`',
      '</p',
      '*a ',
      '<a ',
      '\0',
    ]) {
      expect(detectFormat(unit.repeat(200_000 / unit.length), 'a')).toBeTypeOf('string');
    }
  });

  const shared = join(import.meta.dirname, '../../../shared/train');
  test.skipIf(!existsSync(shared))('documents of other authors', () => {
    const byEnding: Record<string, string> = { '.txt': 'text', '.md': 'markdown', '.html': 'html' };
    const wrong = readdirSync(shared).filter((name) => {
      const expected = byEnding[extname(name)];
      return expected && detectFormat(readFileSync(join(shared, name), 'utf8'), 'thread') !== expected;
    });
    expect(wrong).toEqual([]);
  });
});
