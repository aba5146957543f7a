import * as v from 'valibot';
import { nearest, oneOf, quote } from './names.js';
import { type ProfileFile, profileSchema } from './schema.js';
import type { Path } from './source.js';

/** Something that does not fit the form of a profile file. */
export interface ShapeProblem {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly problem: string;
  readonly mend: string;
}

/** A part of an issue of valibot's, as far as it is read here. */
interface Issue {
  readonly kind: string;
  readonly type: string;
  readonly input: unknown;
  readonly expected: string | null;
  readonly received: string;
  readonly path?: readonly { readonly key: unknown; readonly origin: string }[] | undefined;
  readonly issues?: readonly Issue[] | undefined;
}

/** A node of a valibot schema, as far as it is walked here. */
interface SchemaNode {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly value?: SchemaNode;
  readonly item?: SchemaNode;
  readonly items?: readonly SchemaNode[];
  readonly wrapped?: SchemaNode;
  readonly options?: readonly SchemaNode[];
}

/** Fits the data to the form of a profile file, or says for every place what is wrong and how to mend it. */
export function fitShape(value: unknown): { file: ProfileFile | null; problems: ShapeProblem[] } {
  if (value === null || value === undefined || value === '') {
    const mend = 'write one, or let `botox-consensus profile init` write a starter';
    return {
      file: null,
      problems: [{ path: [], at: 'value', problem: 'there is no profile in the file', mend }],
    };
  }
  const result = v.safeParse(profileSchema, value);
  if (result.success) return { file: result.output, problems: [] };
  const issues = (result.issues as readonly Issue[]).flatMap((issue) => unfold(issue, []));
  return { file: null, problems: onceEach(issues.map(({ issue, path }) => describe(issue, path))) };
}

/** A misspelt key is one fault, though the right one is missing too. */
function onceEach(problems: readonly ShapeProblem[]): ShapeProblem[] {
  const meant = new Set(
    problems.flatMap(({ path, mend }) =>
      mend.startsWith('write ') ? [JSON.stringify([...path.slice(0, -1), mend.slice(6)])] : [],
    ),
  );
  return problems.filter(
    ({ path, mend }) => !(mend.startsWith('add ') && meant.has(JSON.stringify([...path, mend.slice(4, -1)]))),
  );
}

interface Unfolded {
  readonly issue: Issue;
  readonly path: Path;
}

/** Where a value may have several forms, keeps what is wrong with the one that it was meant to have. */
function unfold(issue: Issue, above: Path): Unfolded[] {
  const path = [...above, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  if (issue.type !== 'union' || issue.issues === undefined) return [{ issue, path }];
  const isList = Array.isArray(issue.input);
  const meant = issue.issues.filter(
    (option) =>
      (option.path?.length ?? 0) > 0 && !(isList && option.type === 'strict_object' && isIndex(option)),
  );
  const fits = meant.filter((option) => isList === (typeof option.path?.[0]?.key === 'number'));
  return fits.length === 0 ? [{ issue, path }] : fits.flatMap((option) => unfold(option, path));
}

/** A list taken for an object: its indexes are not meant as keys. */
function isIndex({ path }: Issue): boolean {
  return typeof path?.at(-1)?.key === 'string';
}

function describe(issue: Issue, path: Path): ShapeProblem {
  const name = quote(String(path.at(-1) ?? ''));
  const { type, expected, received, input } = issue;
  const isKey = issue.path?.at(-1)?.origin === 'key';
  if (type === 'strict_object' && expected === 'never') return unknownKey(path);
  if (type === 'strict_object' && isKey) {
    const owner = path.length > 1 ? named(path.at(-2)) : 'the profile';
    return {
      path: path.slice(0, -1),
      at: 'key',
      problem: `${owner} has no ${path.at(-1)}`,
      mend: `add ${path.at(-1)}:`,
    };
  }
  if (type === 'picklist') {
    const known = typesOf(expected);
    const written = String(input);
    const guess = nearest(written, known);
    const mend = guess === null ? `write ${oneOf(known)}` : `write ${guess}`;
    return {
      path,
      at: 'value',
      problem: `${quote(written)} is not one of those that ${named(path.at(-1))} can be`,
      mend,
    };
  }
  if (type === 'min_length' || type === 'min_entries') {
    const what = named(path.at(-1));
    const mend = input === '' ? 'write something, or take the key out' : 'fill it, or take the key out';
    return { path, at: 'key', problem: `${what} is empty`, mend };
  }
  if (
    wants(expected, 'string') &&
    (typeof input === 'number' || typeof input === 'boolean' || input === null)
  ) {
    const mend = `put it between quotes: "${String(input)}"`;
    return { path, at: 'value', problem: `${String(input)} is not text`, mend };
  }
  if (type === 'min_value' || type === 'max_value') {
    const mend = `write a number that is ${expected}`;
    return { path, at: 'value', problem: `${received} is out of range for ${name}`, mend };
  }
  return { path, at: 'value', ...wrongType(issue, path) };
}

function named(segment: string | number | undefined): string {
  return typeof segment === 'number' ? 'this entry' : quote(String(segment));
}

function unknownKey(path: Path): ShapeProblem {
  const key = String(path.at(-1));
  const known = keysAt(path.slice(0, -1));
  const guess = nearest(key, known);
  const mend = guess === null ? `take it out, or write ${oneOf(known)}` : `write ${guess}`;
  const isCue = path.length === 2 && path[0] === 'cues';
  const problem = isCue ? `${quote(key)} is no kind of cue` : `the key ${quote(key)} is not known here`;
  return { path, at: 'key', problem, mend };
}

const TYPES: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'keys and values',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  undefined: 'nothing',
};

function wants(expected: string | null, type: string): boolean {
  return typesOf(expected).includes(type);
}

function typesOf(expected: string | null): string[] {
  return (expected ?? '').replace(/[()"]/g, '').split(' | ');
}

function wrongType({ expected, received, input }: Issue, path: Path): Pick<ShapeProblem, 'problem' | 'mend'> {
  const wanted = typesOf(expected);
  const words = [...new Set(wanted)].map((type) => TYPES[type] ?? type);
  const found =
    input === null || input === undefined
      ? 'empty'
      : Array.isArray(input)
        ? 'a list'
        : (TYPES[received] ?? quote(String(input)));
  const what =
    typeof path.at(-1) === 'number'
      ? 'this entry'
      : path.length === 0
        ? 'a profile'
        : quote(String(path.at(-1)));
  const example = wanted.includes('Array') ? ': a list is [one, two], or a line "- one" for each' : '';
  return { problem: `${what} is ${found}`, mend: `write ${oneOf(words)}${example}` };
}

/** The keys that may stand at a path, in whichever form. */
function keysAt(path: Path): string[] {
  let nodes: SchemaNode[] = [profileSchema as unknown as SchemaNode];
  for (const segment of path) nodes = nodes.flatMap(forms).flatMap((node) => below(node, segment));
  return [...new Set(nodes.flatMap(forms).flatMap(({ entries }) => Object.keys(entries ?? {})))];
}

function forms(node: SchemaNode): SchemaNode[] {
  if (node.wrapped !== undefined) return forms(node.wrapped);
  return node.type === 'union' ? (node.options ?? []).flatMap(forms) : [node];
}

function below({ entries, value, item, items }: SchemaNode, segment: string | number): SchemaNode[] {
  if (typeof segment === 'number') return [item ?? items?.[segment]].filter((node) => node !== undefined);
  return [entries?.[segment] ?? value].filter((node) => node !== undefined);
}
