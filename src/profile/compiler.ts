import { anchorsOf } from './anchor.js';
import type { Anchor, Row } from './anchored.js';
import { Lazy } from './lazy.js';
import type { Family, QuantityFamily, QuantityWords } from './model.js';
import {
  type Atom,
  type Element,
  PatternError,
  type PlainAtom,
  parseElement,
  parsePattern,
  piecesOf,
} from './pattern.js';
import { PatternIndex, type PatternReader } from './pattern-index.js';
import { Places } from './places.js';
import { compileQuantities, type Quantities, quantityStarts } from './quantities.js';
import { Stems } from './stem.js';
import { type CompiledFamily, type CompiledPattern, lengthOf, type Step } from './steps.js';
import { WordElement } from './word-element.js';
import { WordIndex } from './word-index.js';

/** Patterns and what each means. */
export type Rows<T> = readonly (readonly [text: string, meaning: T])[];

/**
 * Compiles patterns and families when they are asked for: of a large profile a text meets but a few. What is
 * wrong with one is thrown as PatternError, then.
 */
export class Compiler {
  readonly stems: Stems;
  readonly quantities: Quantities;
  readonly #sources: Readonly<Record<string, Family>>;
  readonly #families = new Map<string, CompiledFamily>();
  readonly #plainFamilies = new Map<string, readonly PlainAtom[] | null>();
  /** The steps for elements as patterns write them. */
  readonly #steps = new Map<string, WordStep>();
  readonly #open = new Set<string>();
  /** What quantities begin with, and the units of time. */
  readonly #quantityStart: WordElement;
  readonly #timeUnit: WordElement;
  #elements = 0;
  #patternIndexes = 0;
  #wordIndexes = 0;

  constructor(families: Readonly<Record<string, Family>>, words: QuantityWords, vocabulary?: string) {
    this.stems = new Stems(vocabulary);
    this.#sources = families;
    this.quantities = compileQuantities(words);
    this.#quantityStart = this.#element([
      ...quantityStarts(words).map((text): PlainAtom => ({ kind: 'exact', text })),
      ...[...'0123456789'].map((text): PlainAtom => ({ kind: 'glob', text })),
    ]);
    this.#timeUnit = this.words([...this.quantities.units.keys()]);
  }

  /** The element for any of these words. */
  words(words: readonly string[]): WordElement {
    return this.#element(words.map((text) => ({ kind: 'exact', text })));
  }

  /** Patterns that are looked for in a whole sentence, by their rarest words. */
  anchored<T>(rows: Rows<T>, anchors = this.anchors(rows)): PatternIndex<T> {
    const places = new Places(rows.map(([text]) => text));
    const reader: PatternReader<T> = {
      compile: (row) => this.#pattern(row, places),
      words: (piece, { text }) => this.#keywords(piece, text),
    };
    const index = new PatternIndex<T>(this.#patternIndexes++, reader, this.stems);
    for (const [order, [text, meaning]] of rows.entries()) {
      index.add({ text, meaning, order }, anchors[order] as Anchor);
    }
    return index;
  }

  anchors(rows: Rows<unknown>): Anchor[] {
    return anchorsOf(
      rows.map(([text]) => text),
      this.#sources,
    );
  }

  /** Patterns that are looked for at a certain word, by their first words. */
  beginning(texts: readonly string[]): WordIndex<Lazy<CompiledPattern<null>>> {
    const index = new WordIndex<Lazy<CompiledPattern<null>>>(this.#wordIndexes++, this.stems);
    for (const [order, text] of texts.entries()) {
      const pattern = new Lazy(() => this.#pattern({ text, meaning: null, order }));
      for (const word of this.#firstWords(text)) index.add(word, pattern);
    }
    return index;
  }

  /** Reads a pattern, to see whether it can be. */
  prove(text: string): void {
    this.#pattern({ text, meaning: null, order: 0 });
  }

  #pattern<T>({ text, meaning, order }: Row<T>, places?: Places): CompiledPattern<T> {
    const elements = parsePattern(text);
    const steps = elements.map((element) => this.#step(element, text));
    const [step] = steps as [WordStep];
    const first = step.kind === 'word' ? step.element : step.family.first;
    // All quantities begin with the same words.
    const firstOrder = () =>
      first === this.#quantityStart ? -1 : (places?.of((elements[0] as WordInPattern).text) ?? 0);
    return { steps, text, meaning, first, order, firstOrder };
  }

  /** The family; undefined where there is none of that name. */
  family(name: string): CompiledFamily | undefined {
    return Object.hasOwn(this.#sources, name) ? this.#family(name) : undefined;
  }

  #element(words: readonly PlainAtom[]): WordElement {
    return new WordElement(this.#elements++, words, this.stems);
  }

  #firstWords(text: string): readonly PlainAtom[] {
    return this.#keywords(piecesOf(text)[0] ?? '', text, 'first');
  }

  /** The words of which one must stand where the piece of a pattern matches; of a quantity, which of them. */
  #keywords(piece: string, text: string, which: 'first' | 'unit' = 'unit'): readonly PlainAtom[] {
    const element = parseElement(piece, text);
    if (element.kind === 'gap') throw new PatternError(`"${text}": a pattern needs a word`);
    if (!piece.includes('<')) return element.atoms as readonly PlainAtom[];
    const step = this.#wordStep(element, text);
    if (step.kind === 'word') return step.element.atoms;
    return (step.family.kind === 'quantity' ? step.family[which] : step.family.first).atoms;
  }

  #step(element: Element, text: string): Step {
    return element.kind === 'gap' ? element : this.#wordStep(element, text);
  }

  #wordStep(element: WordInPattern, text: string): WordStep {
    const key = element.optional ? `${element.text}?` : element.text;
    let step = this.#steps.get(key);
    if (step === undefined) {
      step = this.#newStep(element, text);
      this.#steps.set(key, step);
    }
    return step;
  }

  #newStep(element: WordInPattern, text: string): WordStep {
    const { atoms, optional } = element;
    if (optional) return { ...this.#wordStep({ ...element, optional: false }, text), optional };
    const [only] = atoms;
    if (atoms.length === 1 && only?.kind === 'family' && this.#plainFamily(only.text) === null) {
      return { kind: 'family', family: this.#family(only.text), optional };
    }
    const plain = atoms.flatMap((atom) => this.#plainAtoms(atom, text));
    return { kind: 'word', element: this.#element(plain), optional };
  }

  #plainAtoms(atom: Atom, text: string): readonly PlainAtom[] {
    if (atom.kind !== 'family') return [atom];
    const members = this.#plainFamily(atom.text);
    if (members !== null) return members;
    throw new PatternError(
      `"${text}": <${atom.text}> holds phrases, so it must stand alone, not beside a "|"`,
    );
  }

  /** The family's words, where it has nothing but single words; else null. */
  #plainFamily(name: string): readonly PlainAtom[] | null {
    let words = this.#plainFamilies.get(name);
    if (words === undefined) {
      words = this.#readPlainFamily(name);
      this.#plainFamilies.set(name, words);
    }
    return words;
  }

  #readPlainFamily(name: string): readonly PlainAtom[] | null {
    const source = this.#source(name);
    if (!isList(source)) return null;
    return this.#guarded(name, () => {
      const atoms: PlainAtom[] = [];
      for (const entry of source) {
        const [element, ...rest] = parsePattern(entry);
        if (element?.kind !== 'word' || rest.length > 0) return null;
        for (const atom of element.atoms) {
          const members = atom.kind === 'family' ? this.#plainFamily(atom.text) : [atom];
          if (members === null) return null;
          atoms.push(...members);
        }
      }
      return atoms;
    });
  }

  #family(name: string): CompiledFamily {
    const known = this.#families.get(name);
    if (known !== undefined) return known;
    const source = this.#source(name);
    const compiled = isList(source)
      ? this.#guarded(name, () => this.#phrases(source))
      : this.#quantity(name, source);
    this.#families.set(name, compiled);
    return compiled;
  }

  #phrases(entries: readonly string[]): CompiledFamily {
    const lengthsOf = (text: string) =>
      parsePattern(text).map((element) => lengthOf(this.#step(element, text))[1]);
    return {
      kind: 'patterns',
      index: this.beginning(entries),
      first: this.#element(entries.flatMap((text) => this.#firstWords(text))),
      most: new Lazy(() => Math.max(...entries.map((text) => lengthsOf(text).reduce((a, b) => a + b, 0)))),
    };
  }

  #quantity(name: string, { of, from, to }: QuantityFamily): CompiledFamily {
    const common = { kind: 'quantity', from, to, first: this.#quantityStart } as const;
    if (of === 'time') return { ...common, of, unit: this.#timeUnit };
    const unit = this.#wordStep(
      { kind: 'word', text: `<${of}>`, atoms: [{ kind: 'family', text: of }], optional: false },
      name,
    );
    if (unit.kind !== 'word')
      throw new PatternError(`<${name}>: <${of}>, which it counts, must hold single words only`);
    return { ...common, of: 'count', unit: unit.element };
  }

  #source(name: string): Family {
    const source = Object.hasOwn(this.#sources, name) ? this.#sources[name] : undefined;
    if (source !== undefined) return source;
    throw new PatternError(`<${name}>: no such family; define it under "families"`);
  }

  #guarded<T>(name: string, work: () => T): T {
    if (this.#open.has(name)) {
      throw new PatternError(`<${name}>: the family contains itself; take it out of its own entries`);
    }
    this.#open.add(name);
    try {
      return work();
    } finally {
      this.#open.delete(name);
    }
  }
}

type WordInPattern = Exclude<Element, { kind: 'gap' }>;
type WordStep = Exclude<Step, { kind: 'gap' }>;

function isList(family: Family): family is readonly string[] {
  return Array.isArray(family);
}
