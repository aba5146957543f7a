import { offTopic } from './off-topic.js';
import { onTopic } from './on-topic.js';
import { oneText } from './thread.js';

/** Documents that can be made as long as one likes: name → the document of so many characters. */
export const ORDINARY: Readonly<Record<string, (size: number) => string>> = {
  'one thread, on topic': (size) => oneText(onTopic(), size),
  'one thread, off topic': (size) => oneText(offTopic(), size),
};

/** Those that a program may well take more than linear time for. */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  'one line': (size) => oneText(onTopic(), size).replace(/\n+/g, ' '),
  'one sentence': (size) => oneText(onTopic(), size).replace(/[\n.!?]+/g, ' '),
  'blank lines': repeated('\n'),
  'lines of one letter': repeated('a\n'),
  'answers of one word': repeated('Yes.\n\n'),
  'one word': repeated('a'),
  'one term': repeated('weaken '),
  'one cue': repeated('not '),
  commas: repeated('it, '),
  'full stops': repeated('. '),
  'opening quotation marks': repeated('“x '),
  'quotations in quotations': repeated('> '),
  'nested tags': repeated('<div>'),
  'nested lists': repeated('<ul><li>a '),
  'opening angle brackets': repeated('<'),
  'nested brackets': repeated('['),
  'one JSON string': (size) => JSON.stringify({ question: 'Q?', answers: [oneText(onTopic(), size)] }),
};

function repeated(piece: string): (size: number) => string {
  return (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
}

/** @throws Error where no document has this name. */
export function documentOf(name: string, size: number): string {
  const make = ORDINARY[name] ?? HOSTILE[name];
  if (!make) throw new Error(`no document is called "${name}"`);
  return make(size);
}
