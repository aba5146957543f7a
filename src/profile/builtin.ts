import { plan } from './builtin-plan.js';
import { compileProfile, planOf } from './compile.js';
import type { CompiledProfile } from './compiled.js';
import english from './english.yaml';
import leaning from './facial-muscles.leaning.csv';
import facialMuscles from './facial-muscles.yaml';
import { Lazy } from './lazy.js';
import { type LeaningTable, TableRows } from './leaning-table.js';
import type { Language, Profile } from './model.js';
import { type LanguageFile, normalizeLanguage, normalizeProfile } from './normalize.js';
import type { Plan } from './plan.js';
import type { ProfileFile } from './schema.js';

let language: Language | undefined;
let table: TableRows | undefined;
let builtin: CompiledProfile | undefined;

/**
 * What all profiles share: cues, clause openers, quantities. The suite checks the data, so that a run need not.
 * @internal
 */
export function englishLanguage(): Language {
  language ??= normalizeLanguage(english as LanguageFile);
  return language;
}

/** The profile for "Do facial muscles weaken from Botox use?". */
export function builtinProfile(): CompiledProfile {
  builtin ??= compileProfile(facialProfile(), englishLanguage(), { plan, leaning: rows() });
  return builtin;
}

/**
 * For the build.
 * @internal
 */
export function builtinPlan(): Plan {
  return planOf(facialProfile(), englishLanguage());
}

function facialProfile(): Profile {
  const all = new Lazy(() => rows().all());
  return {
    ...normalizeProfile(facialMuscles as ProfileFile),
    // A thread is coded by their table.
    get leaning() {
      return all.value;
    },
  };
}

function rows(): TableRows {
  table ??= new TableRows(leaning as LeaningTable);
  return table;
}
