import { englishLanguage } from './builtin.js';
import { checkCuesOff } from './check-cues.js';
import { checkFacets } from './check-facets.js';
import { checkLeaning } from './check-leaning.js';
import { checkPatterns } from './check-patterns.js';
import { checkTags } from './check-tags.js';
import { type CompiledProfile, compileProfile, proveProfile } from './compile.js';
import type { Family, Language, Profile } from './model.js';
import { quote } from './names.js';
import { normalizeProfile } from './normalize.js';
import { PatternError } from './pattern.js';
import type { ProfileProblem } from './problem.js';
import type { ProfileFile } from './schema.js';
import { fitShape } from './shape.js';
import { type Path, type ProfileSource, readProfileSource } from './source.js';

/** Reports a problem at a key or a value of the file. */
export type Report = (path: Path, at: 'key' | 'value', problem: string, mend: string) => void;

/** What the checks look at, and where they report. */
export interface CheckContext {
  readonly file: ProfileFile;
  readonly profile: Profile;
  readonly language: Language;
  /** The profile's families and those that every profile may name. */
  readonly families: Readonly<Record<string, Family>>;
  readonly error: Report;
  readonly warn: Report;
}

/** What a check found. */
export interface ProfileCheck {
  /** In the order of the file. */
  readonly problems: readonly ProfileProblem[];
  /** null where there are errors. */
  readonly compiled: CompiledProfile | null;
}

/**
 * Checks a profile file: its syntax, its form, its names, its terms. Reports every problem with its place and
 * the mend; what cannot be read hides what is behind it. Linear in the text, whatever the text is.
 */
export function checkProfile(text: string): ProfileCheck {
  const source = readProfileSource(text);
  if (source.problems.length > 0) return { problems: source.problems, compiled: null };
  const { file, problems } = fitShape(source.value);
  if (file === null) {
    const placed = problems.map(({ path, at, problem, mend }) => ({
      severity: 'error' as const,
      ...source.place(path, at),
      problem,
      mend,
    }));
    return { problems: inOrder(placed), compiled: null };
  }
  return checkMeaning(file, source);
}

function checkMeaning(file: ProfileFile, source: ProfileSource): ProfileCheck {
  const problems: ProfileProblem[] = [];
  const reporter =
    (severity: ProfileProblem['severity']): Report =>
    (path, at, problem, mend) =>
      problems.push({ severity, ...source.place(path, at), problem, mend });
  const profile = normalizeProfile(file);
  const language = englishLanguage();
  const families = { ...language.families, ...profile.families };
  const context = { file, profile, language, families, error: reporter('error'), warn: reporter('warning') };
  checkFacets(context);
  checkTags(context);
  checkCuesOff(context);
  checkPatterns(context);
  checkLeaning(context);
  const usable = problems.every(({ severity }) => severity === 'warning');
  return { compiled: usable ? compile(profile, language, context.error) : null, problems: inOrder(problems) };
}

/** The checks see what the compiler refuses; should it refuse more, that is a problem like the others. */
function compile(profile: Profile, language: Language, error: Report): CompiledProfile | null {
  try {
    proveProfile(profile, language);
    return compileProfile(profile, language);
  } catch (refusal) {
    if (!(refusal instanceof PatternError)) throw refusal;
    const [problem, mend] = refusal.message.split('; ', 2);
    error([], 'value', quote(problem ?? '').slice(1, -1), quote(mend ?? 'mend this term').slice(1, -1));
    return null;
  }
}

function inOrder(problems: readonly ProfileProblem[]): ProfileProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
