import type { KeyTerm } from '../evaluate/suggest.js';
import { oneLine, wholeCharacter } from './harmless.js';

/** A facet's value and the terms that set it apart. */
export interface Suggestions {
  readonly facet: string;
  readonly value: string;
  readonly terms: readonly KeyTerm[];
}

export interface SuggestionOptions {
  /** Terms shown for each value; 15 unless stated. JSON has them all. */
  readonly most?: number;
  /** Columns; 80 unless stated. */
  readonly width?: number;
}

/** The key terms as JSON (`schema/suggestions.schema.json`). */
export function suggestionsJson(
  profile: { id: string; version: string },
  all: readonly Suggestions[],
): string {
  const json = {
    schemaVersion: 1,
    profile: { id: profile.id, version: profile.version },
    values: all.map(({ facet, value, terms }) => ({
      facet,
      value,
      terms: terms.map(
        ({ term, known, keyness, count, answers, countElsewhere, answersElsewhere, missed, example }) => ({
          term,
          known,
          keyness: Number(keyness.toFixed(2)),
          count,
          answers,
          countElsewhere,
          answersElsewhere,
          missed,
          example: {
            document: example.document,
            answer: example.answer,
            span: example.span,
            text: `${example.before}${example.text}${example.after}`,
          },
        }),
      ),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

const LEGEND = [
  'keyness: log-likelihood against all other answers (over 3.84 is rarely chance)',
  'here, else: answers with the term that have the value, and that have it not',
  'missed: answers with the value and the term that the program labels otherwise',
];

/** The key terms for people: for each value those that the profile lacks, then how many it has, with an example each. */
export function suggestionsText(
  all: readonly Suggestions[],
  { most = 15, width = 80 }: SuggestionOptions = {},
): string {
  const lines = all.flatMap((suggestions) => valueLines(suggestions, most, width));
  return `${[...lines, ...LEGEND].join('\n')}\n`;
}

function valueLines({ facet, value, terms }: Suggestions, most: number, width: number): string[] {
  const title = `${oneLine(facet)}: ${oneLine(value)}`;
  const lacking = terms.filter(({ known }) => !known);
  const known = terms.filter((term) => term.known);
  if (terms.length === 0) return [`${title}: too few labelled answers, or nothing sets them apart`, ''];
  const shown = lacking.slice(0, most);
  const longest = Math.max(4, ...shown.map(({ term }) => oneLine(term).length));
  const rows = shown.flatMap((term) => [
    `  ${oneLine(term.term).padEnd(longest)} ${term.keyness.toFixed(1).padStart(8)} ${cellOf(term.answers)} ${cellOf(term.answersElsewhere)} ${cellOf(term.missed, 7)}`,
    `      ${inContext(term, width - 6)}`,
  ]);
  const head = `  ${'term'.padEnd(longest)}  keyness  here  else  missed`;
  const more = lacking.length - shown.length;
  return [
    lacking.length > 0 ? `${title}, not in the profile` : `${title}: the profile has all that sets it apart`,
    ...(lacking.length > 0 ? [head] : []),
    ...rows,
    ...(more > 0 ? [`  and ${more} more (--json has them)`] : []),
    ...(known.length > 0 ? [`  in the profile: ${someTerms(known, most)}`] : []),
    '',
  ];
}

function cellOf(count: number, width = 5): string {
  return String(count).padStart(width);
}

function someTerms(terms: readonly KeyTerm[], most: number): string {
  const names = terms.slice(0, most).map(({ term }) => oneLine(term));
  return `${names.join(', ')}${terms.length > most ? ', …' : ''}`;
}

/** Keyword in context: the term between angle quotes, its sentence cut to the width around it. */
function inContext({ example }: KeyTerm, width: number): string {
  const where = `${oneLine(example.document)} ${example.answer}: `;
  const term = `«${oneLine(example.text)}»`;
  const room = Math.max(20, width - where.length - term.length - 2);
  // Cut before it is cleaned, so that a long sentence costs no more than a short one.
  const before = oneLine(lastPart(example.before, room));
  const after = oneLine(example.after.slice(0, wholeCharacter(example.after, room)));
  const left = Math.min(before.length, Math.max(Math.floor(room / 2), room - after.length));
  const right = Math.min(after.length, room - left);
  const cutLeft = left < before.length || before.length < example.before.length;
  const cutRight = right < after.length || after.length < example.after.length;
  return `${where}${cutLeft ? '…' : ''}${lastPart(before, left)}${term}${after.slice(0, wholeCharacter(after, right))}${cutRight ? '…' : ''}`;
}

function lastPart(text: string, most: number): string {
  return text.length <= most ? text : text.slice(wholeCharacter(text, text.length - most));
}
