import { type ElementId, Lexicon, WordTest } from './lexicon.js';
import type {
  Cue,
  Facet,
  Family,
  Language,
  Profile,
  QuantityFamily,
  QuantityWords,
  TermGroup,
  Value,
} from './model.js';
import { type Atom, type Element, PatternError, parseFirst, parsePattern } from './pattern.js';

/** An element of a compiled pattern. */
export type Step =
  | { readonly kind: 'word'; readonly test: WordTest; readonly optional: boolean }
  | { readonly kind: 'family'; readonly family: CompiledFamily; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

export type CompiledFamily =
  | { readonly kind: 'patterns'; readonly index: PatternIndex<null> }
  | {
      readonly kind: 'quantity';
      readonly from: number;
      readonly to: number;
      readonly unit: 'time' | WordTest;
    };

export interface CompiledPattern<T> {
  /** Read when the pattern's first word is met, since most of a profile's never are. */
  readonly steps: readonly Step[];
  readonly text: string;
  /** What a match means. */
  readonly meaning: T;
}

/** Patterns by the element that their first word must satisfy. */
export type PatternIndex<T> = ReadonlyMap<ElementId, readonly CompiledPattern<T>[]>;

/** What the match of a term means. */
export interface TermMeaning {
  readonly facet: Facet;
  /** null: an exception, which only takes its words away from other terms of the facet. */
  readonly value: Value | null;
  readonly group: TermGroup | null;
}

export interface CompiledQuantities {
  readonly numbers: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, number>;
  readonly leads: ReadonlySet<string>;
  readonly fillers: ReadonlySet<string>;
}

/** A profile made ready for matching. */
export interface CompiledProfile {
  readonly profile: Profile;
  readonly lexicon: Lexicon;
  readonly terms: PatternIndex<TermMeaning>;
  readonly cues: PatternIndex<Cue>;
  readonly yes: PatternIndex<null>;
  readonly no: PatternIndex<null>;
  readonly clauseOpeners: ElementId;
  readonly subordinators: ElementId;
  readonly families: ReadonlyMap<string, CompiledFamily>;
  readonly quantities: CompiledQuantities;
}

/**
 * Compiles the profile's terms, families and cues into indexes over word elements.
 *
 * @param options.lazy leaves the words behind a pattern's first unread until they are needed: for data that is
 *   known to be right.
 * @throws PatternError naming the term that cannot be read and the mend.
 */
export function compileProfile(
  profile: Profile,
  language: Language,
  { lazy = false }: { readonly lazy?: boolean } = {},
): CompiledProfile {
  const compiler = new Compiler({ ...language.families, ...profile.families }, language.quantities, lazy);
  const terms: MutableIndex<TermMeaning> = new Map();
  for (const facet of profile.facets) {
    for (const value of facet.values) {
      for (const group of value.terms) {
        for (const term of group.terms) compiler.add(terms, term, { facet, value, group });
      }
    }
    for (const term of facet.exceptions) compiler.add(terms, term, { facet, value: null, group: null });
  }
  const off = new Set(profile.cuesOff);
  const cues = [...language.cues.filter(({ pattern }) => !off.has(pattern)), ...profile.cues];
  return {
    profile,
    lexicon: compiler.lexicon,
    terms,
    cues: compiler.index(cues.map((cue) => [cue.pattern, cue])),
    yes: compiler.index(language.yes.map((text) => [text, null])),
    no: compiler.index(language.no.map((text) => [text, null])),
    clauseOpeners: compiler.words(language.clauseOpeners),
    subordinators: compiler.words(language.subordinators),
    families: compiler.families(),
    quantities: compiler.quantities,
  };
}

type MutableIndex<T> = Map<ElementId, CompiledPattern<T>[]>;

class Compiler {
  readonly lexicon = new Lexicon();
  readonly quantities: CompiledQuantities;
  readonly #sources: Readonly<Record<string, Family>>;
  readonly #lazy: boolean;
  readonly #families = new Map<string, CompiledFamily>();
  readonly #plainFamilies = new Map<string, readonly Atom[] | null>();
  readonly #tests = new Map<string, WordTest>();
  readonly #elements = new Map<string, ElementId>();
  readonly #open = new Set<string>();
  readonly #quantityStart: ElementId;

  constructor(families: Readonly<Record<string, Family>>, words: QuantityWords, lazy: boolean) {
    this.#sources = families;
    this.#lazy = lazy;
    this.quantities = {
      numbers: new Map(Object.entries(words.numbers)),
      ordinals: new Map(Object.entries(words.ordinals)),
      units: new Map(Object.entries(words.units)),
      leads: new Set(words.leads),
      fillers: new Set(words.fillers),
    };
    const units = Object.keys(words.units);
    const starts = [
      ...this.quantities.numbers.keys(),
      ...this.quantities.ordinals.keys(),
      ...words.leads,
      ...units,
    ];
    this.#quantityStart = this.lexicon.element([
      ...[...starts, ...units.map((unit) => `${unit}s`)].map((text): Atom => ({ kind: 'exact', text })),
      ...[...'0123456789'].map((text): Atom => ({ kind: 'glob', text })),
    ]);
  }

  /** The element for any of these words. */
  words(words: readonly string[]): ElementId {
    return this.lexicon.element(words.map((text) => ({ kind: 'exact', text })));
  }

  families(): ReadonlyMap<string, CompiledFamily> {
    return new Map(Object.keys(this.#sources).map((name) => [name, this.#family(name)]));
  }

  index<T>(rows: readonly (readonly [text: string, meaning: T])[]): PatternIndex<T> {
    const index: MutableIndex<T> = new Map();
    for (const [text, meaning] of rows) this.add(index, text, meaning);
    return index;
  }

  add<T>(index: MutableIndex<T>, text: string, meaning: T): void {
    const pattern = new Pattern(text, meaning, () =>
      parsePattern(text).map((element) => this.#step(element, text)),
    );
    if (!this.#lazy) void pattern.steps;
    for (const element of this.#firstElements(text)) {
      const list = index.get(element);
      if (list === undefined) index.set(element, [pattern]);
      else list.push(pattern);
    }
  }

  #step(element: Element, text: string): Step {
    if (element.kind === 'gap') return element;
    const { optional } = element;
    const phrases = this.#phraseFamily(element);
    if (phrases !== null) return { kind: 'family', family: phrases, optional };
    return { kind: 'word', test: this.#test(element.atoms, text), optional };
  }

  /** The elements that a pattern's first word must satisfy one of. */
  #firstElements(text: string): Iterable<ElementId> {
    const first = parseFirst(text);
    if (first.kind === 'gap') return [];
    const phrases = this.#phraseFamily(first);
    if (phrases === null) return [this.#element(first.atoms, text)];
    return phrases.kind === 'patterns' ? phrases.index.keys() : [this.#quantityStart];
  }

  /** The family that the element names, where that holds phrases or is a quantity; else null. */
  #phraseFamily({ atoms }: { readonly atoms: readonly Atom[] }): CompiledFamily | null {
    const [only] = atoms;
    if (atoms.length !== 1 || only?.kind !== 'family') return null;
    return this.#plainFamily(only.text) === null ? this.#family(only.text) : null;
  }

  /** The alternatives, families of single words among them resolved. */
  #plain(atoms: readonly Atom[], text: string): Atom[] {
    return atoms.flatMap((atom) => {
      if (atom.kind !== 'family') return [atom];
      const members = this.#plainFamily(atom.text);
      if (members !== null) return members;
      throw new PatternError(
        `"${text}": <${atom.text}> holds phrases, so it must stand alone, not beside a "|"`,
      );
    });
  }

  /** Patterns that ask for the same alternatives share a test, and what it has tried. */
  #test(atoms: readonly Atom[], text: string): WordTest {
    return remembered(this.#tests, keyOf(atoms), () => new WordTest(this.#plain(atoms, text)));
  }

  #element(atoms: readonly Atom[], text: string): ElementId {
    return remembered(this.#elements, keyOf(atoms), () => this.lexicon.element(this.#plain(atoms, text)));
  }

  /** The family's words, where it has nothing but single words; else null. */
  #plainFamily(name: string): readonly Atom[] | null {
    return remembered(this.#plainFamilies, name, () => this.#readPlainFamily(name));
  }

  #readPlainFamily(name: string): readonly Atom[] | null {
    const source = this.#source(name);
    if (!isList(source)) return null;
    return this.#guarded(name, () => {
      const atoms: Atom[] = [];
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
    const compiled: CompiledFamily = isList(source)
      ? { kind: 'patterns', index: this.#guarded(name, () => this.index(source.map((text) => [text, null]))) }
      : this.#quantity(name, source);
    this.#families.set(name, compiled);
    return compiled;
  }

  #quantity(name: string, { of, from, to }: QuantityFamily): CompiledFamily {
    if (of === 'time') return { kind: 'quantity', from, to, unit: 'time' };
    const words = this.#plainFamily(of);
    if (words === null)
      throw new PatternError(`<${name}>: <${of}>, which it counts, must hold single words only`);
    return { kind: 'quantity', from, to, unit: new WordTest(words) };
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

/** A pattern whose steps are read when they are first asked for. */
class Pattern<T> implements CompiledPattern<T> {
  readonly text: string;
  readonly meaning: T;
  readonly #read: () => readonly Step[];
  #steps: readonly Step[] | undefined;

  constructor(text: string, meaning: T, read: () => readonly Step[]) {
    this.text = text;
    this.meaning = meaning;
    this.#read = read;
  }

  get steps(): readonly Step[] {
    this.#steps ??= this.#read();
    return this.#steps;
  }
}

function keyOf(atoms: readonly Atom[]): string {
  return atoms.map(({ kind, text }) => `${kind} ${text}`).join('|');
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}

function isList(family: Family): family is readonly string[] {
  return Array.isArray(family);
}
