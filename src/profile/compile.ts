import type { CompiledProfile, TermMeaning } from './compiled.js';
import { Compiler, type Rows } from './compiler.js';
import { Lazy } from './lazy.js';
import { LeaningIndex, type LeaningRows } from './leaning-index.js';
import { rowsOf } from './leaning-rows.js';
import { Lexicon } from './lexicon.js';
import type { Cue, Language, Profile } from './model.js';
import { type Plan, readAnchors, writeAnchors } from './plan.js';
import { writeVocabulary } from './stem.js';

export type { CompiledProfile, TermMeaning } from './compiled.js';

/** What is worked out already of a profile and a language. */
export interface Prepared {
  readonly plan?: Plan | undefined;
  readonly leaning?: LeaningRows;
}

/**
 * Makes a profile ready: what it is made of is compiled when a text first asks for it.
 *
 * @throws PatternError, at once or then, naming the term that cannot be read and the mend.
 */
export function compileProfile(
  profile: Profile,
  language: Language,
  { plan, leaning }: Prepared = {},
): CompiledProfile {
  const compiler = compilerFor(profile, language, plan?.vocabulary);
  const cues = new Lazy(() => compiler.anchored(cueRows(profile, language), plan && readAnchors(plan.cues)));
  return {
    profile,
    lexicon: new Lexicon(compiler.stems),
    terms: compiler.anchored(termRows(profile), plan && readAnchors(plan.terms)),
    leaning: new LeaningIndex(leaning ?? rowsOf(profile.leaning)),
    get cues() {
      return cues.value;
    },
    yes: compiler.beginning(language.yes),
    no: compiler.beginning(language.no),
    clauseOpeners: compiler.words(language.clauseOpeners),
    subordinators: compiler.words(language.subordinators),
    quantities: compiler.quantities,
    family: (name) => compiler.family(name),
  };
}

export function planOf(profile: Profile, language: Language): Plan {
  const compiler = compilerFor(profile, language);
  const [terms, cues] = [termRows(profile), cueRows(profile, language)];
  const families = Object.values({ ...language.families, ...profile.families });
  const texts = [
    ...[...terms, ...cues].map(([text]) => text),
    ...families.flatMap((family) => (Array.isArray(family) ? family : [])),
    ...language.yes,
    ...language.no,
  ];
  const words = texts.flatMap((text: string) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  return {
    terms: writeAnchors(compiler.anchors(terms)),
    cues: writeAnchors(compiler.anchors(cues)),
    vocabulary: writeVocabulary(words),
  };
}

/** Compiles all that a profile has, to see whether it can be. @throws PatternError */
export function proveProfile(profile: Profile, language: Language): void {
  const compiler = compilerFor(profile, language);
  for (const [text] of [...termRows(profile), ...cueRows(profile, language)]) compiler.prove(text);
  for (const [name, family] of Object.entries(profile.families)) {
    compiler.family(name);
    if (Array.isArray(family)) for (const text of family) compiler.prove(text);
  }
}

function compilerFor(profile: Profile, language: Language, vocabulary?: string): Compiler {
  return new Compiler({ ...language.families, ...profile.families }, language.quantities, vocabulary);
}

function termRows({ facets }: Profile): Rows<TermMeaning> {
  const rows: [string, TermMeaning][] = [];
  for (const facet of facets) {
    for (const value of facet.values) {
      for (const group of value.terms) {
        const meaning = { facet, value, group };
        for (const term of group.terms) rows.push([term, meaning]);
      }
    }
    const exception = { facet, value: null, group: null };
    for (const text of facet.exceptions) rows.push([text, exception]);
  }
  return rows;
}

function cueRows({ cues, cuesOff }: Profile, language: Language): Rows<Cue> {
  const off = new Set(cuesOff);
  return [...language.cues.filter(({ pattern }) => !off.has(pattern)), ...cues].map((cue) => [
    cue.pattern,
    cue,
  ]);
}
