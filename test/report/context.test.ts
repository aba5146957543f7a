import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedAnswer, Evidence, Span } from '../../src/model.js';
import { excerptsOf } from '../../src/report/context.js';
import { segmentsOf } from '../../src/report/marks.js';

const piece = (text: string, span: Span, rest: Partial<Evidence> = {}): Evidence => ({
  facet: 'effect',
  value: 'weakens',
  span,
  text: text.slice(...span),
  cues: [],
  counted: true,
  weight: 1,
  ...rest,
});

const answer = (bodySpan: Span, evidence: Evidence[], excluded: Span[] = []) =>
  ({ heading: null, headingSpan: null, bodySpan, evidence, excluded }) as unknown as CodedAnswer;

/** The excerpts around words of a text. */
function around(text: string, ...words: string[]): string[] {
  const evidence = words.map((word) => piece(text, [text.indexOf(word), text.indexOf(word) + word.length]));
  return excerptsOf(answer([0, text.length], evidence), text).map(({ span }) => text.slice(...span));
}

describe('excerptsOf', () => {
  it.each([
    ['First one. They weaken! Last one.', 'They weaken!'],
    ['Frowning, squinting, etc. are slow to weaken. More.', 'Frowning, squinting, etc. are slow to weaken.'],
    ['A full stop.There they weaken.Then more', 'There they weaken.'],
    [
      'About 3.5 years to weaken, he said ("so he did.") Then',
      'About 3.5 years to weaken, he said ("so he did.")',
    ],
    ['one paragraph\n\nthey weaken\n\nanother', 'they weaken'],
    ['one paragraph\r\n\r\nthey weaken\r\n\r\nanother', 'they weaken'],
    ['over\ntwo lines they weaken', 'over\ntwo lines they weaken'],
    ['weaken', 'weaken'],
  ])('finds the sentence in %j', (text, sentence) => {
    expect(around(text, 'weaken').map((s) => s.trimEnd())).toEqual([sentence]);
  });

  it('gives a sentence with several pieces of evidence once', () => {
    expect(around('Yes. They weaken, slowly. So.', 'weaken', 'slowly')).toEqual(['They weaken, slowly.']);
    expect(around('They weaken. Slowly.', 'weaken', 'Slowly')).toEqual(['They weaken.', 'Slowly.']);
  });

  it('gives every piece of evidence a place, in order and disjoint', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('weak', '. ', ' ', 'A', '\n\n', 'x'.repeat(300), '.', ')', '?!', '👍'))
          .map((a) => a.join('')),
        fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 40 }))),
        (text, drawn) => {
          const evidence = drawn
            .map(([from, length]): Span => [from % (text.length + 1), Math.min(text.length, from + length)])
            .filter(([start, end]) => start < end)
            .map((span) => piece(text, span));
          const excerpts = excerptsOf(answer([0, text.length], evidence), text);
          let end = 0;
          for (const { span, evidence } of excerpts) {
            expect(span[0]).toBeGreaterThanOrEqual(end);
            end = span[1];
            for (const one of evidence) {
              expect(one.span[0]).toBeGreaterThanOrEqual(span[0]);
              expect(one.span[1]).toBeLessThanOrEqual(span[1]);
            }
          }
          expect(excerpts.flatMap((excerpt) => excerpt.evidence)).toHaveLength(evidence.length);
        },
      ),
    );
  });
});

describe('segmentsOf', () => {
  it('cuts where marks begin and end, counted evidence first', () => {
    const text = 'they may slowly weaken';
    const cue = { kind: 'hedge' as const, span: [5, 8] as const, text: 'may' };
    const off = piece(text, [9, 22], { counted: false, cues: [cue] });
    const on = piece(text, [16, 22], { cues: [cue] });
    const [segments] = segmentsOf(answer([0, 22], [off, on], [[0, 4]]), [[0, 22]]);
    expect(segments?.map(({ span, excluded }) => [text.slice(...span), excluded])).toEqual([
      ['they', true],
      [' ', false],
      ['may', false],
      [' ', false],
      ['slowly ', false],
      ['weaken', false],
    ]);
    expect(segments?.[2]?.cues).toEqual([cue]);
    expect(segments?.[4]?.evidence).toEqual([off]);
    expect(segments?.[5]?.evidence).toEqual([on, off]);
  });

  it('covers its regions, marks over their edges too', () => {
    const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(fc.array(span), fc.uniqueArray(fc.nat(60), { minLength: 2 }), (spans, cuts) => {
        const edges = cuts.sort((a, b) => a - b);
        const regions = edges.slice(1).map((to, i): Span => [edges[i] as number, to]);
        const text = 'x'.repeat(70);
        const marked = answer(
          [0, 70],
          spans.map((s) => piece(text, s)),
        );
        segmentsOf(marked, regions).forEach((segments, i) => {
          const [start, end] = regions[i] as Span;
          expect(segments[0]?.span[0]).toBe(start);
          expect(segments.at(-1)?.span[1]).toBe(end);
          segments.forEach((segment, j) => {
            if (j > 0) expect(segment.span[0]).toBe(segments[j - 1]?.span[1]);
            const covering = spans.filter(([s, e]) => s <= segment.span[0] && e >= segment.span[1]);
            expect(segment.evidence).toHaveLength(covering.length);
          });
        });
      }),
    );
  });
});
