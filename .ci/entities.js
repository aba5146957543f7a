// HTML's named characters without those of mathematics: they are three in four, and no thread has them.

/** Symbols that are kept beside letters, punctuation and currencies: those of HTML 4, and a few more. */
const SYMBOLS = '←↑→↓↔↵⇐⇑⇒⇓⇔∀∂∃∅∇∈∉∋∏∑−∗√∝∞∠∧∨∩∪∫∴∼≅≈≠≡≤≥⊂⊃⊄⊆⊇⊕⊗⊥⋅⌈⌉⌊⌋⟨⟩◊♠♣♥♦★☆✓✗™ℑ℘ℜℵ';

const isKept = (value) => {
  const code = value.codePointAt(0);
  return (
    [...value].length === 1 && (code < 0x400 || (code >= 0x2000 && code < 0x2100) || SYMBOLS.includes(value))
  );
};

/** The table of the package `entities`, whose own `decode-data-format.js` tells its form, without the others. */
export function commonEntities([data, values]) {
  const entries = entriesOf(data, values).filter(({ value }) => isKept(value));
  return packed(entries, data.slice(4, 6));
}

const META = 0x23;
const HEAD = 0x30;
/** In the table's head, of three numbers of two characters; and bits of a character. */
const HEAD_LENGTH = 6;
const BITS = 6;

function entriesOf(data, values) {
  const headAt = (at) => ((data.charCodeAt(at) - HEAD) << BITS) | (data.charCodeAt(at + 1) - HEAD);
  const [count, suffixes] = [headAt(0), headAt(2)];
  const metas = HEAD_LENGTH + suffixes;
  const choices = metas + 2 * count;
  const entries = [];
  let [name, from, value] = ['', HEAD_LENGTH, 0];
  for (let i = 0; i < count; i++) {
    const [first, second] = [0, 1].map((at) => data.charCodeAt(metas + 2 * i + at) - META);
    name = name.slice(0, first & 31) + data.slice(from, from + (second & 31));
    from += second & 31;
    const length = (second >> 5) + 1;
    // A bucket that had room has it with fewer names, too.
    const choice = ((data.charCodeAt(choices + Math.floor(i / BITS)) - HEAD) >> (i % BITS)) & 1;
    entries.push({ name, legacy: first & 32, value: values.slice(value, value + length), choice });
    value += length;
  }
  return entries;
}

function packed(entries, buckets) {
  const two = (number) => String.fromCharCode((number >> BITS) + HEAD, (number & (2 ** BITS - 1)) + HEAD);
  const choices = Array(Math.ceil(entries.length / BITS)).fill(0);
  let [suffixes, metas, before] = ['', '', ''];
  for (const [i, { name, legacy, value, choice }] of entries.entries()) {
    let shared = 0;
    while (shared < Math.min(31, name.length - 1) && name[shared] === before[shared]) shared++;
    suffixes += name.slice(shared);
    metas += String.fromCharCode(
      (shared | legacy) + META,
      ((name.length - shared) | ((value.length - 1) << 5)) + META,
    );
    choices[Math.floor(i / BITS)] |= choice << (i % BITS);
    before = name;
  }
  const bits = choices.map((bits) => String.fromCharCode(bits + HEAD)).join('');
  return [
    two(entries.length) + two(suffixes.length) + buckets + suffixes + metas + bits,
    entries.map(({ value }) => value).join(''),
  ];
}
