import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import stopwords from 'natural/lib/natural/util/stopwords.js';
import { UNSTATED } from '../classify/decide.js';
import { lex, type Token } from '../classify/lex.js';
import type { CodedAnswer, CodedThread, Span } from '../model.js';
import { Lexicon } from '../profile/lexicon.js';
import type { Facet } from '../profile/model.js';
import { logLikelihood } from './keyness.js';
import type { LabelledAnswer } from './labelled.js';

/** A word or a pair of words that sets a value's answers apart from the rest. */
export interface KeyTerm {
  readonly facet: string;
  readonly value: string;
  /** As most often written, in lower case. */
  readonly term: string;
  /** Dunning's log-likelihood of the answers with the value against all others. */
  readonly keyness: number;
  /** Occurrences in the answers with the value, and in how many of them. */
  readonly count: number;
  readonly answers: number;
  /** The same in all other answers. */
  readonly countElsewhere: number;
  readonly answersElsewhere: number;
  /** Answers with the value and the term that the program gave another value. */
  readonly missed: number;
  /** Whether the profile's terms of the value cover most of the occurrences. */
  readonly known: boolean;
  readonly example: Example;
}

/** An occurrence with the sentence that it stands in. */
export interface Example {
  readonly document: string;
  readonly answer: number;
  /** Of the term, in the thread's text. */
  readonly span: Span;
  readonly sentence: Span;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export interface SuggestOptions {
  /** Fewer answers with the value than this make no suggestion; 2 unless stated. */
  readonly fewestAnswers?: number;
  /** 3.84 unless stated: the 5 % point of the chi-squared distribution with one degree of freedom. */
  readonly leastKeyness?: number;
}

const STOPWORDS: ReadonlySet<string> = new Set(stopwords.words);
/** A pair with one of these says no more than its other word. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an the and or but that this these those is are was were be been being am to of as at than then if so which who'.split(
    ' ',
  ),
);

/** An occurrence of one or two words. */
interface Occurrence {
  readonly place: number;
  readonly span: Span;
  readonly sentence: Span;
}

interface Gram {
  readonly size: number;
  readonly forms: Map<string, number>;
  readonly occurrences: Occurrence[];
}

/**
 * The words and pairs of words that set the answers of each value of a facet apart from all other labelled
 * answers (keyness), by stem, as a profile's terms match. Those that the profile lacks come first (of these,
 * those in answers that it gets wrong), then the strongest. Linear in the text, but for the sorting.
 *
 * @returns value id → its terms, in the facet's order.
 */
export function suggestTerms(
  labelled: readonly LabelledAnswer[],
  facet: Facet,
  { fewestAnswers = 2, leastKeyness = 3.84 }: SuggestOptions = {},
): Map<string, KeyTerm[]> {
  const answers = labelled.filter(({ labels }) => labels.has(facet.id));
  const grams = withoutEchoes(collect(answers));
  const totals = answers.map(() => [0, 0]);
  for (const { size, occurrences } of grams) {
    for (const { place } of occurrences) ((totals[place] as number[])[size - 1] as number)++;
  }
  return new Map(
    facet.values
      .filter(({ id }) => id !== UNSTATED)
      .map(({ id }) => {
        const has = answers.map(({ labels }) => labels.get(facet.id) === id);
        const total = (size: number, value: boolean) =>
          totals.reduce(
            (sum, counts, place) => (has[place] === value ? sum + (counts[size - 1] as number) : sum),
            0,
          );
        const sizes = [1, 2].map((size) => [total(size, true), total(size, false)] as const);
        const terms = grams.flatMap((gram): KeyTerm[] => {
          const here = gram.occurrences.filter(({ place }) => has[place]);
          const inAnswers = new Set(here.map(({ place }) => place));
          if (inAnswers.size < fewestAnswers) return [];
          const [hereTotal, thereTotal] = sizes[gram.size - 1] as readonly [number, number];
          const countElsewhere = gram.occurrences.length - here.length;
          const keyness = logLikelihood(here.length, hereTotal, countElsewhere, thereTotal);
          if (keyness < leastKeyness) return [];
          const isMissed = (place: number) => answers[place]?.answer.facets[facet.id] !== id;
          const uncovered = here.filter(
            ({ place, span }) => !isCovered(span, (answers[place] as LabelledAnswer).answer, facet.id, id),
          );
          const shown =
            uncovered.find(({ place }) => isMissed(place)) ?? uncovered[0] ?? (here[0] as Occurrence);
          return [
            {
              facet: facet.id,
              value: id,
              term: commonest(gram.forms),
              keyness,
              count: here.length,
              answers: inAnswers.size,
              countElsewhere,
              answersElsewhere: new Set(gram.occurrences.map(({ place }) => place)).size - inAnswers.size,
              missed: [...inAnswers].filter(isMissed).length,
              known: uncovered.length * 2 < here.length,
              example: exampleOf(shown, answers[shown.place] as LabelledAnswer),
            },
          ];
        });
        return [id, terms.sort(order)];
      }),
  );
}

function order(a: KeyTerm, b: KeyTerm): number {
  const rank = ({ known, missed }: KeyTerm) => (known ? 2 : missed > 0 ? 0 : 1);
  return rank(a) - rank(b) || b.keyness - a.keyness || (a.term < b.term ? -1 : 1);
}

/**
 * Leaves out what another term says as well: a word that stands nowhere but in one pair ("half life"), and a
 * pair that is such a word with a function word ("a log").
 */
function withoutEchoes(grams: ReadonlyMap<string, Gram>): Gram[] {
  const echoes = new Set<string>();
  for (const [key, { size, occurrences }] of grams) {
    if (size === 1) continue;
    const words = key.split(' ');
    const content = words.filter((word) => grams.has(word));
    const only = content.filter((word) => grams.get(word)?.occurrences.length === occurrences.length);
    if (content.length === words.length) for (const word of only) echoes.add(word);
    else if (only.length > 0) echoes.add(key);
  }
  return [...grams].filter(([key]) => !echoes.has(key)).map(([, gram]) => gram);
}

function collect(answers: readonly LabelledAnswer[]): ReadonlyMap<string, Gram> {
  const grams = new Map<string, Gram>();
  const lexicon = new Lexicon();
  const add = (tokens: readonly Token[], place: number, sentence: Span) => {
    const stems = tokens.map(({ word }) => stem(word.text));
    const key = stems.join(' ');
    let gram = grams.get(key);
    if (gram === undefined) {
      gram = { size: tokens.length, forms: new Map(), occurrences: [] };
      grams.set(key, gram);
    }
    const form = tokens.map(({ word }) => word.text).join(' ');
    gram.forms.set(form, (gram.forms.get(form) ?? 0) + 1);
    const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token];
    gram.occurrences.push({ place, span: [first.start, last.end], sentence });
  };
  answers.forEach(({ thread, answer }, place) => {
    for (const { tokens, span } of sentencesOf(thread, answer, lexicon)) {
      tokens.forEach((token, i) => {
        if (!STOPWORDS.has(token.word.text)) add([token], place, span);
        const next = tokens[i + 1];
        if (next === undefined || next.before !== 0) return;
        if (EMPTY.has(token.word.text) || EMPTY.has(next.word.text)) return;
        if (!STOPWORDS.has(token.word.text) || !STOPWORDS.has(next.word.text))
          add([token, next], place, span);
      });
    }
  });
  return grams;
}

function sentencesOf(thread: CodedThread, answer: CodedAnswer, lexicon: Lexicon) {
  const { headingSpan, bodySpan, excluded } = answer;
  return [
    ...(headingSpan === null ? [] : lex(thread.text, headingSpan, lexicon, { inHeading: true })),
    ...lex(thread.text, bodySpan, lexicon, { excluded }),
  ];
}

const LONGEST_STEMMED = 32;

function stem(word: string): string {
  return word.length <= LONGEST_STEMMED ? PorterStemmer.stem(word) : word;
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, form) => (form[1] > best[1] ? form : best))[0];
}

function isCovered([start, end]: Span, answer: CodedAnswer, facet: string, value: string): boolean {
  return answer.evidence.some(
    (evidence) =>
      evidence.facet === facet &&
      evidence.value === value &&
      evidence.span[0] < end &&
      start < evidence.span[1],
  );
}

function exampleOf({ span, sentence }: Occurrence, { thread, answer }: LabelledAnswer): Example {
  return {
    document: thread.source,
    answer: answer.id,
    span,
    sentence,
    before: thread.text.slice(sentence[0], span[0]),
    text: thread.text.slice(...span),
    after: thread.text.slice(span[1], sentence[1]),
  };
}
