import { Compiler } from './compiler.js';
import type { ElementId, Lexicon } from './lexicon.js';
import type { Cue, Facet, Language, Profile, TermGroup, Value } from './model.js';
import type { PatternIndex } from './pattern-index.js';
import type { Quantities } from './quantities.js';
import type { CompiledFamily, CompiledPattern } from './steps.js';
import type { WordIndex } from './word-index.js';

/** What the match of a term means. */
export interface TermMeaning {
  readonly facet: Facet;
  /** null: an exception, which only takes its words away from other terms of the facet. */
  readonly value: Value | null;
  readonly group: TermGroup | null;
}

/** A profile made ready for matching. */
export interface CompiledProfile {
  readonly profile: Profile;
  readonly lexicon: Lexicon;
  readonly terms: PatternIndex<TermMeaning>;
  readonly cues: PatternIndex<Cue>;
  readonly yes: WordIndex<CompiledPattern<null>>;
  readonly no: WordIndex<CompiledPattern<null>>;
  readonly clauseOpeners: ElementId;
  readonly subordinators: ElementId;
  readonly families: ReadonlyMap<string, CompiledFamily>;
  readonly quantities: Quantities;
}

/**
 * Compiles the profile's terms, families and cues into indexes over word elements.
 *
 * @throws PatternError naming the term that cannot be read and the mend.
 */
export function compileProfile(profile: Profile, language: Language): CompiledProfile {
  const compiler = new Compiler({ ...language.families, ...profile.families }, language.quantities);
  const off = new Set(profile.cuesOff);
  const cues = [...language.cues.filter(({ pattern }) => !off.has(pattern)), ...profile.cues];
  return {
    profile,
    lexicon: compiler.lexicon,
    terms: compiler.anchored(profile.facets.flatMap(termsOf)),
    cues: compiler.anchored(cues.map((cue) => [cue.pattern, cue])),
    yes: compiler.beginning(language.yes.map((text) => [text, null])),
    no: compiler.beginning(language.no.map((text) => [text, null])),
    clauseOpeners: compiler.words(language.clauseOpeners),
    subordinators: compiler.words(language.subordinators),
    families: compiler.families(),
    quantities: compiler.quantities,
  };
}

function termsOf(facet: Facet): (readonly [text: string, meaning: TermMeaning])[] {
  const terms = facet.values.flatMap((value) =>
    value.terms.flatMap((group) => group.terms.map((term) => [term, { facet, value, group }] as const)),
  );
  const exceptions = facet.exceptions.map((text) => [text, { facet, value: null, group: null }] as const);
  return [...terms, ...exceptions];
}
