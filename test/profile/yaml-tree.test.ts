import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml, type YamlMap, type YamlNode } from '../../src/profile/yaml-tree.js';

const rootOf = (text: string): YamlMap => readYaml(text).documents[0] as YamlMap;

/** Every scalar in a tree, but for what aliases repeat. */
function scalarsIn(node: YamlNode): (YamlNode & { kind: 'scalar' })[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'list') return node.items.flatMap(scalarsIn);
  return node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value].flatMap(scalarsIn)) : [];
}

describe('a YAML text as a tree', () => {
  it('has the place of each value, quotes included', () => {
    const text = 'a: 1\n"b c":\n  - \'d\'\n  - e\nf: {g: [h]}\n';
    const root = rootOf(text);
    expect(scalarsIn(root).map(({ from, to }) => text.slice(from, to))).toEqual([
      'a',
      '1',
      '"b c"',
      "'d'",
      'e',
      'f',
      'g',
      'h',
    ]);
    expect(scalarsIn(root).map(({ text }) => text)).toEqual(['a', '1', 'b c', 'd', 'e', 'f', 'g', 'h']);
  });

  it('tells a mapping of lines from one in braces', () => {
    const { isBlock, pairs } = rootOf('a: {b: c}\n');
    expect(isBlock).toBe(true);
    expect(pairs[0]?.value).toMatchObject({ kind: 'map', isBlock: false, from: 3 });
  });

  it('has what is empty behind its key', () => {
    const [first, second] = rootOf('a:\nb: ""\n').pairs;
    expect(first?.value).toMatchObject({ kind: 'scalar', from: 1, to: 1, text: '' });
    expect(second?.value).toMatchObject({ kind: 'scalar', from: 6, to: 8, text: '' });
  });

  it('knows what an alias repeats, where that has ended', () => {
    const [first, second, third] = rootOf('a: &x [1]\nb: *x\nc: &y [*y]\n').pairs;
    expect(first?.value).toMatchObject({ kind: 'list', anchor: 'x' });
    expect(second?.value).toEqual({ kind: 'alias', from: 13, name: 'x', target: first?.value });
    expect(third?.value).toMatchObject({ items: [{ kind: 'alias', name: 'y', target: null }] });
  });

  it('is read as one document or several, and as data', () => {
    expect(readYaml('# nothing\n')).toMatchObject({ documents: [] });
    expect(readYaml('').toData()).toBeNull();
    expect(readYaml('a: 0x10\n---\nb: no\n').documents).toHaveLength(2);
    expect(readYaml('a: 0x10\nb: [no, ~, 1.5, "2"]\n').toData()).toEqual({
      a: 16,
      b: ['no', null, 1.5, '2'],
    });
  });

  it('says of JSON what JSON says, with every text in its place', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.string())), fc.nat(4), (record, indent) => {
        const text = JSON.stringify(record, null, indent);
        const { documents, toData } = readYaml(text);
        expect(toData()).toEqual(JSON.parse(text));
        for (const { from, to, text: said } of documents.flatMap(scalarsIn)) {
          expect(JSON.parse(text.slice(from, to))).toBe(said);
        }
      }),
    );
  });
});
