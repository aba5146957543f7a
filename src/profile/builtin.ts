import { type CompiledProfile, compileProfile } from './compile.js';
import english from './english.yaml';
import facialMuscles from './facial-muscles.yaml';
import type { Language } from './model.js';
import { type LanguageFile, normalizeLanguage, normalizeProfile } from './normalize.js';
import type { ProfileFile } from './schema.js';

let language: Language | undefined;
let builtin: CompiledProfile | undefined;

/** What all profiles share: cues, clause openers, quantities. The suite checks the data, so that a run need not. */
export function englishLanguage(): Language {
  language ??= normalizeLanguage(english as LanguageFile);
  return language;
}

/** The profile for "Do facial muscles weaken from Botox use?". */
export function builtinProfile(): CompiledProfile {
  builtin ??= compileProfile(normalizeProfile(facialMuscles as ProfileFile), englishLanguage());
  return builtin;
}
