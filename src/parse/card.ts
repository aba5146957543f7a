/** Author, votes and date, read from an author card or another noise line where they are plain. */

const before =
  /^(?:[-–—~•*|>▲▼\s]+|\[?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},? +)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\]?[\s–—-]*|<[@+%]?|(?:(?:an )?(?:answer(?:ed)?|reply|replied|response|written|post(?:ed)?|reviewed|contributed) (?:by|from)|by|from|author|name|user(?:name)?|doctor(?=:)|expert(?=:)|member(?=:)|poster)\b:?\s*)+/i;
const degree =
  /^(?:M\.?D|D\.?O|Ph\.?D|MBBS|MBChB|BM|BSc?|MSc?|RN|NP|DNP|ARNP|FNP(?:-BC)?|PA(?:-C)?|FACS|FAAD|FRCS|FRCP|MRCS|DDS|DMD|BDS|MDS|DPM|Jr|Sr|II|III)\.?$/;

/** "[jane_roe]": a link's words, in Markdown. */
const LINK = /^\[([^\]]{2,40})\]$/;

/** The name in an author line, with the degrees behind it: "Jane Roe, MD". Undefined where none is left. */
export function authorOf(line: string): string | undefined {
  const named = line
    .replace(LINK, '$1')
    .replace(before, '')
    .replace(/^(.{2,40}) \1(?= is (?:on|off)line\b).*/, '$1')
    .split(
      /\s+[|·•]\s+|\s+[-–—]\s+|\s+»\s|\s*[([<>\]]|\s{3,}|\t|\s+is (?:an?|our|the)\s|\s+(?:answered|replied|responded|wrote|says)\b|\s+[-–—]$|:\s*$/i,
      1,
    )[0];
  if (!named) return undefined;
  const items = named.split(/,\s*/);
  let name = (items[0] as string).trim();
  for (const item of items.slice(1)) {
    const titles = item.trim().split(/\s+/);
    const count = titles.findIndex((title) => !degree.test(title));
    const kept = count < 0 ? titles : titles.slice(0, count);
    if (kept.length > 0) name += `, ${kept.join(' ')}`;
    if (kept.length < titles.length) break;
  }
  return /\p{L}/u.test(name) ? name : undefined;
}

const counts = [
  /(\d[\d,.]*)\s*(?:people|persons?|users?|members?|readers?|visitors?|patients?)\s+(?:found|thought|liked|agree)/i,
  /(\d[\d,.]*)\s+(?:likes?|upvotes?|votes?|points?|thanks|helpful)\b/i,
  /(?<!not |un)\b(?:helpful|likes?|votes?|upvotes?|score|points|useful)\W{1,4}(\d[\d,.]*)/i,
  /\byes\s*\(?(\d[\d,.]*)/i,
  /[▲👍♥❤]️?\s*(\d[\d,.]*)/u,
  /^\s*([+-]?\d[\d,.]*)(?=\s|$)(?!\s*(?:out of|\/|stars?|reviews?|comments?|views?|answers?|replies|years?|doctors?))/i,
  /\bthanks?\s*\((\d[\d,.]*)\)/i,
];

/** The votes that a line states; undefined where it states none plainly. */
export function votesOf(line: string): number | undefined {
  for (const pattern of counts) {
    const found = pattern.exec(line)?.[1];
    if (!found) continue;
    const votes = Number(found.replaceAll(',', '').replace(/\.$/, ''));
    if (Number.isFinite(votes)) return votes;
  }
  return undefined;
}

const month = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const dates = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\.? ${month}(?: \\d{4})?`, 'i'),
  new RegExp(`\\b${month} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)(?:,? \\d{4})?`, 'i'),
  new RegExp(`\\b${month} \\d{4}\\b`, 'i'),
  /\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?/,
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/,
  /\b(?:\d+|an?|one|two|three) ?(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|[ymwdh]) ago\b/i,
  /\b\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?\b/i,
];

/** The date in a line, as written; undefined where there is none. */
export function dateOf(line: string): string | undefined {
  for (const pattern of dates) {
    const found = pattern.exec(line)?.[0];
    if (found) return found;
  }
  return undefined;
}
