import { anchorsOf, lengthOf } from './anchor.js';
import { type ElementId, Lexicon } from './lexicon.js';
import type { Family, QuantityFamily, QuantityWords } from './model.js';
import { type Element, PatternError, type PlainAtom, parsePattern } from './pattern.js';
import { PatternIndex } from './pattern-index.js';
import { compileQuantities, type Quantities, quantityStarts } from './quantities.js';
import type { CompiledFamily, CompiledPattern, Step } from './steps.js';
import { WordIndex } from './word-index.js';

/** Patterns and what each means. */
type Rows<T> = readonly (readonly [text: string, meaning: T])[];

/** Compiles patterns over one lexicon. What is wrong with one is thrown as PatternError. */
export class Compiler {
  readonly lexicon = new Lexicon();
  readonly quantities: Quantities;
  readonly #sources: Readonly<Record<string, Family>>;
  readonly #families = new Map<string, CompiledFamily>();
  readonly #plainFamilies = new Map<string, readonly PlainAtom[] | null>();
  /** The element for the alternatives as a pattern writes them. */
  readonly #elements = new Map<string, ElementId>();
  readonly #open = new Set<string>();
  readonly #quantityStart: ElementId;
  #patternIndexes = 0;
  #wordIndexes = 0;

  constructor(families: Readonly<Record<string, Family>>, words: QuantityWords) {
    this.#sources = families;
    this.quantities = compileQuantities(words);
    this.#quantityStart = this.lexicon.element([
      ...quantityStarts(words).map((text): PlainAtom => ({ kind: 'exact', text })),
      ...[...'0123456789'].map((text): PlainAtom => ({ kind: 'glob', text })),
    ]);
  }

  /** The element for any of these words. */
  words(words: readonly string[]): ElementId {
    return this.lexicon.element(words.map((text) => ({ kind: 'exact', text })));
  }

  families(): ReadonlyMap<string, CompiledFamily> {
    return new Map(Object.keys(this.#sources).map((name) => [name, this.#family(name)]));
  }

  /** Patterns that are looked for in a whole sentence, by their rarest words. */
  anchored<T>(rows: Rows<T>): PatternIndex<T> {
    const index = new PatternIndex<T>(this.#patternIndexes++);
    for (const { element, anchored } of anchorsOf(this.#patterns(rows), this.lexicon)) {
      index.add(element, anchored);
    }
    return index;
  }

  /** Patterns that are looked for at a certain word, by their first words. */
  beginning<T>(rows: Rows<T>): WordIndex<CompiledPattern<T>> {
    return this.#byFirst(this.#patterns(rows));
  }

  #byFirst<T>(patterns: readonly CompiledPattern<T>[]): WordIndex<CompiledPattern<T>> {
    const index = new WordIndex<CompiledPattern<T>>(this.#wordIndexes++);
    for (const pattern of patterns) {
      for (const element of pattern.firsts) index.add(element, pattern);
    }
    return index;
  }

  #patterns<T>(rows: Rows<T>): CompiledPattern<T>[] {
    return rows.map(([text, meaning], order) => {
      const steps = parsePattern(text).map((element) => this.#step(element, text));
      const [step] = steps as [Exclude<Step, { kind: 'gap' }>];
      const first = step.kind === 'word' ? step.element : step.family.first;
      return { steps, text, meaning, first, firsts: [...firstsOf(step)], order };
    });
  }

  #step(element: Element, text: string): Step {
    if (element.kind === 'gap') return element;
    const { atoms, optional } = element;
    const key = atoms.map(({ kind, text: word }) => `${kind} ${word}`).join('|');
    const known = this.#elements.get(key);
    if (known !== undefined) return { kind: 'word', element: known, optional };
    const [only] = atoms;
    if (atoms.length === 1 && only?.kind === 'family') {
      const plain = this.#plainFamily(only.text);
      if (plain === null) return { kind: 'family', family: this.#family(only.text), optional };
      return { kind: 'word', element: this.#elementFor(key, plain), optional };
    }
    const plain = atoms.flatMap((atom) => {
      if (atom.kind !== 'family') return [atom];
      const members = this.#plainFamily(atom.text);
      if (members !== null) return members;
      throw new PatternError(
        `"${text}": <${atom.text}> holds phrases, so it must stand alone, not beside a "|"`,
      );
    });
    return { kind: 'word', element: this.#elementFor(key, plain), optional };
  }

  #elementFor(key: string, atoms: readonly PlainAtom[]): ElementId {
    const element = this.lexicon.element(atoms);
    this.#elements.set(key, element);
    return element;
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
    const patterns = this.#patterns(entries.map((text) => [text, null]));
    const lengths = patterns.map(({ steps }) => steps.reduce((sum, step) => sum + lengthOf(step)[1], 0));
    const first = this.lexicon.element(patterns.flatMap((pattern) => this.lexicon.atomsOf(pattern.first)));
    return { kind: 'patterns', index: this.#byFirst(patterns), first, most: Math.max(...lengths) };
  }

  #quantity(name: string, { of, from, to }: QuantityFamily): CompiledFamily {
    const common = { kind: 'quantity', from, to, first: this.#quantityStart } as const;
    if (of === 'time') return { ...common, of, unit: this.words([...this.quantities.units.keys()]) };
    const words = this.#plainFamily(of);
    if (words === null)
      throw new PatternError(`<${name}>: <${of}>, which it counts, must hold single words only`);
    return { ...common, of: 'count', unit: this.lexicon.element(words) };
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

function isList(family: Family): family is readonly string[] {
  return Array.isArray(family);
}

function firstsOf(step: Exclude<Step, { kind: 'gap' }>): Iterable<ElementId> {
  if (step.kind === 'word') return [step.element];
  return step.family.kind === 'patterns' ? step.family.index.elements() : [step.family.first];
}
