/**
 * Where broken JSON is broken, in words: the engine's own messages differ from version to version. Own code,
 * since jsonc-parser's build for Node cannot be bundled and its parser recurses.
 */

/** The first fault of a text that is no JSON. */
export interface JsonFault {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** "a colon is missing" */
  readonly fault: string;
}

/** What may come next. */
type State = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end';

const EXPECTED: Record<State, string> = {
  value: 'a value is missing',
  'value or ]': 'a value or a closing bracket is missing',
  name: 'a name in quotation marks is missing',
  'name or }': 'a name in quotation marks or a closing brace is missing',
  ':': 'a colon is missing',
  ', or end': 'a comma or a closing bracket is missing',
};

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Finds the first fault, with a stack of its own since nesting may be deep; "it breaks off" where there is none. */
export function jsonFault(text: string): JsonFault {
  const open: ('[' | '{')[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    while (isSpace(text.charCodeAt(at))) at++;
    if (at >= text.length) return faultAt(text, text.length, 'it breaks off');
    const end = tokenEnd(text, at);
    if (typeof end === 'object') {
      const missing = end.offset === at && !state.startsWith('value');
      return faultAt(text, end.offset, missing ? EXPECTED[state] : end.fault);
    }
    const next = step(state, text[at] as string, open);
    if (next === null) {
      const done = open.length === 0 && state === ', or end';
      return faultAt(text, at, done ? 'more follows behind its end' : EXPECTED[state]);
    }
    state = next;
    at = end;
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** What state a token with this first character leads to; null where it may not stand. */
function step(state: State, first: string, open: ('[' | '{')[]): State | null {
  const inside = open.at(-1);
  const value = state === 'value' || state === 'value or ]';
  switch (first) {
    case '{':
    case '[':
      if (!value) return null;
      open.push(first);
      return first === '{' ? 'name or }' : 'value or ]';
    case '}':
      if (inside !== '{' || (state !== 'name or }' && state !== ', or end')) return null;
      open.pop();
      return ', or end';
    case ']':
      if (inside !== '[' || (state !== 'value or ]' && state !== ', or end')) return null;
      open.pop();
      return ', or end';
    case ',':
      if (state !== ', or end' || !inside) return null;
      return inside === '[' ? 'value' : 'name';
    case ':':
      return state === ':' ? 'value' : null;
    case '"':
      if (state === 'name' || state === 'name or }') return ':';
      return value ? ', or end' : null;
    default:
      return value ? ', or end' : null;
  }
}

/** Where the token ends that starts at an offset, or what is wrong inside it. */
function tokenEnd(text: string, start: number): number | { offset: number; fault: string } {
  const first = text[start] as string;
  if ('{}[],:'.includes(first)) return start + 1;
  if (first === '"') return stringEnd(text, start);
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, start)) return start + word.length;
  NUMBER.lastIndex = start;
  if (NUMBER.test(text)) return NUMBER.lastIndex;
  return { offset: start, fault: 'neither a value nor a sign of JSON stands there' };
}

function stringEnd(text: string, start: number): number | { offset: number; fault: string } {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) {
      const line = code === 0x0a || code === 0x0d;
      return {
        offset: at,
        fault: line ? 'a string does not end on its line' : 'a control character stands in a string',
      };
    }
    if (code !== 0x5c) continue;
    const escaped = text[++at] ?? '';
    if (
      escaped === 'u' ? !/^[\da-f]{4}$/i.test(text.slice(at + 1, at + 5)) : !'"\\/bfnrt'.includes(escaped)
    ) {
      return { offset: at - 1, fault: 'a backslash stands before what it does not go with' };
    }
  }
  return { offset: text.length, fault: 'it breaks off in a string' };
}

function faultAt(text: string, offset: number, fault: string): JsonFault {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1, fault };
}
