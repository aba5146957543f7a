import { load } from 'js-yaml';
import { COMMAND } from '../library.js';
import { runNode } from '../process/run.js';
import { coinedWord } from './draw.js';

/** A profile file, as far as terms go. */
interface ProfileFile {
  readonly facets: Readonly<Record<string, FacetFile>>;
}
interface FacetFile {
  readonly exceptions?: readonly string[];
  readonly values: Readonly<Record<string, ValueFile>>;
}
interface ValueFile {
  readonly terms?: readonly (string | { readonly terms: readonly string[] })[];
}

/** The built-in profile as a user gets it to change it. */
export async function shownProfile(): Promise<ProfileFile> {
  return load((await runNode([COMMAND, 'profile', 'show'], { output: true })).stdout);
}

/**
 * The profile with so many times its terms. A term's copies have coined words in the place of all of its own
 * words, or only of the last one, so that they begin as terms of the profile do; families, gaps and leaning words,
 * which are no terms, stay.
 */
export function enlarged(profile: ProfileFile, factor: number, which: 'all' | 'last'): ProfileFile {
  let number = 1_000_000;
  const copy = (term: string) => {
    const pieces = term.split(' ');
    const last = pieces.findLastIndex(hasWords);
    return pieces
      .map((piece, i) =>
        hasWords(piece) && (which === 'all' || i === last) ? coin(piece, () => number++) : piece,
      )
      .join(' ');
  };
  const copies = (terms: readonly string[]) =>
    terms.flatMap((term) => [term, ...Array.from({ length: factor - 1 }, () => copy(term))]);
  const value = ({ terms, ...rest }: ValueFile): ValueFile => ({
    ...rest,
    ...(terms && {
      terms: terms.flatMap(
        (entry): NonNullable<ValueFile['terms']> =>
          typeof entry === 'string' ? copies([entry]) : [{ ...entry, terms: copies(entry.terms) }],
      ),
    }),
  });
  const facet = ({ exceptions, values, ...rest }: FacetFile): FacetFile => ({
    ...rest,
    ...(exceptions && { exceptions: copies(exceptions) }),
    values: mapValues(values, value),
  });
  return { ...profile, facets: mapValues(profile.facets, facet) };
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
}

function hasWords(piece: string): boolean {
  return /[a-z0-9]/i.test(piece.replace(/<[^>]*>|^\.\.\.\d*/g, ''));
}

/** Every word of `=a|b*?` is replaced, its marks stay. */
function coin(piece: string, next: () => number): string {
  return piece.replace(/<[^>]*>|[^\s|=*?<>]+/g, (word) => (word.startsWith('<') ? word : uncommon(next())));
}

/** A coined word that the corpora do not have. */
function uncommon(number: number): string {
  return `${coinedWord(number)}qu${(number % 100_000).toString(26).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)))}`;
}
