import { LabelsError } from '../evaluate/labels-error.js';
import type { Document } from '../model.js';
import { OtherShapeError, ParseError } from '../parse/error.js';
import { InputError } from '../read/error.js';

/** The threads of a document, or why it cannot be used: `source: what is wrong: how to mend it`. */
export type Attempt<T> =
  | { readonly threads: readonly T[] }
  | {
      readonly failure: string;
      /** Whether it is well-formed and merely no thread. */
      readonly noThread?: boolean;
    };

/** Works on one document. Whatever is wrong with it, the others have their turn. */
export async function attempt<T>(
  document: Document,
  work: (document: Document) => Promise<readonly T[]>,
): Promise<Attempt<T>> {
  try {
    return { threads: await work(document) };
  } catch (error) {
    return { failure: failureOf(document, error), noThread: error instanceof OtherShapeError };
  }
}

/** What an error says of the document that it came up with. */
export function failureOf({ source }: Document, error: unknown): string {
  if (error instanceof ParseError || error instanceof LabelsError || error instanceof InputError) {
    return error.message;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new InputError(source, `the program failed on it (${what.slice(0, 200)})`, 'please report this')
    .message;
}
