import type { CodedAnswer, Evidence, Span } from '../model.js';
import type { Profile } from '../profile/model.js';
import {
  fate,
  headingOf,
  labelNotes,
  leanings,
  reasonOf,
  tagLabels,
  termOf,
  valueLabel,
} from './answer-words.js';
import { oneLine } from './harmless.js';
import { type Html, html } from './html-template.js';
import { type Segment, segmentsOf } from './marks.js';

/** How values look: the class of each, by facet and value. */
export class Palette {
  readonly #classes = new Map<string, string>();

  constructor(readonly profile: Profile) {
    const ids = profile.facets.flatMap((facet) => facet.values.map(({ id }) => `${facet.id}\n${id}`));
    ids.forEach((id, i) => {
      this.#classes.set(id, `v${i}`);
    });
  }

  classOf(facet: string, value: string): string {
    return this.#classes.get(`${facet}\n${value}`) ?? 'v0';
  }

  label({ facet, value }: Evidence): string {
    return valueLabel(
      this.profile.facets.find(({ id }) => id === facet),
      value,
    );
  }
}

/** An answer with its evidence marked in place. */
export function answerArticle(
  answer: CodedAnswer,
  text: string,
  palette: Palette,
  id: string,
  level: 3 | 4,
): Html {
  const { profile } = palette;
  const { headingSpan, bodySpan } = answer;
  const paragraphs = paragraphsOf(text, bodySpan);
  const segments = segmentsOf(answer, headingSpan ? [headingSpan, ...paragraphs] : paragraphs);
  const shown = segments.map((line) => line.map((segment) => piece(segment, text, palette)));
  const heading = headingSpan ? (shown.shift() ?? []) : [html`${headingOf(answer)}`];
  const title = html`${answer.id}. ${heading}`;
  const classes = [
    ...answer.tags.map((tag) => `t${profile.tags.findIndex((known) => known.id === tag)}`),
    ...(answer.tags.length === 0 ? ['none'] : []),
    ...(answer.uncertain.length > 0 ? ['unsure'] : []),
  ];
  const silent = answer.tags.length === 0;
  return html`<article class="answer ${classes.join(' ')}" id="${id}">
${level === 3 ? html`<h3 dir="auto">${title}</h3>` : html`<h4 dir="auto">${title}</h4>`}
${meta(answer)}<ul class="tags">${tagLabels(answer, profile).map((label) =>
    silent ? html`<li class="soft">${label}</li>` : html`<li>${label}</li>`,
  )}</ul>
${notes(answer, profile)}<div class="body" dir="auto">${shown.map((line) => html`<p>${line}</p>`)}</div>
${details(answer, palette)}</article>
`;
}

function meta({ author, date, votes, weight }: CodedAnswer): Html | null {
  const known = [
    ...(author === undefined ? [] : [oneLine(author)]),
    ...(date === undefined ? [] : [oneLine(date)]),
    ...(votes === undefined ? [] : [`votes: ${votes}`]),
    ...(weight === undefined ? [] : [`weight: ${weight}`]),
  ];
  return known.length > 0 ? html`<p class="soft">${known.join(', ')}</p>\n` : null;
}

function notes(answer: CodedAnswer, profile: Profile): Html | null {
  const said = profile.facets.flatMap((facet) => {
    const how = labelNotes(answer, facet.id).join(', ');
    const reason = reasonOf(answer, facet.id);
    if (!how && !reason) return [];
    const label = valueLabel(facet, answer.facets[facet.id] ?? 'unstated');
    const leaning = leanings(answer, facet).join('; ');
    return [
      html`<li>${facet.id}: ${label}${how && ` (${how})`}${reason && ` — ${reason}`}${leaning && `; leaning words: ${leaning}`}</li>`,
    ];
  });
  const repeat =
    answer.duplicateOf === undefined
      ? []
      : [html`<li>repeats answer ${answer.duplicateOf}, not counted</li>`];
  const all = [...repeat, ...said];
  return all.length > 0 ? html`<ul class="notes">${all}</ul>\n` : null;
}

/** Every piece of evidence as a line, for readers who cannot hover. */
function details(answer: CodedAnswer, palette: Palette): Html | null {
  const { evidence } = answer;
  if (evidence.length === 0) return null;
  const lines = evidence.map((one) => {
    const words = html`“${oneLine(one.text)}”`;
    const term = termOf(one);
    const cues = one.cues.map((cue) => html`; ${cue.kind} <span class="cue">${oneLine(cue.text)}</span>`);
    const why = fate(one);
    return html`<li>${one.counted ? words : html`<s>${words}</s>`} ${one.facet}: ${palette.label(one)}${term && `; term ${term}`}${cues}${why && `; ${why}`}</li>`;
  });
  return html`<details><summary>Evidence (${evidence.length})</summary><ul>${lines}</ul></details>\n`;
}

function piece(segment: Segment, text: string, palette: Palette): Html {
  const words = html`${text.slice(...segment.span)}`;
  const [first] = segment.evidence;
  if (first) return evidenceMark(first, segment, words, palette);
  if (segment.cues.length > 0) {
    const kinds = [...new Set(segment.cues.map(({ kind }) => kind))].join(', ');
    return html`<span class="cue" title="cue: ${kinds}">${words}</span>`;
  }
  return segment.excluded
    ? html`<span class="excluded" title="not the answerer's own words">${words}</span>`
    : words;
}

function evidenceMark(first: Evidence, { evidence, span }: Segment, words: Html, palette: Palette): Html {
  const title = evidence
    .map((one) => [`${one.facet}: ${palette.label(one)}`, fate(one)].filter(Boolean).join('; '))
    .join('. ');
  const ending = evidence.filter((one) => one.counted === first.counted && one.span[1] === span[1]);
  const kind = palette.classOf(first.facet, first.value);
  if (!first.counted) {
    return ending.length > 0
      ? html`<s class="${kind}" title="${title}" data-why="${ending.map(fate).join('; ')}">${words}</s>`
      : html`<s class="${kind}" title="${title}">${words}</s>`;
  }
  return ending.length > 0
    ? html`<mark class="${kind}" title="${title}" data-label="${ending.map(({ value }) => value).join(', ')}">${words}</mark>`
    : html`<mark class="${kind}" title="${title}">${words}</mark>`;
}

/** The stretches of a body between its blank lines. */
function paragraphsOf(text: string, [start, end]: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const { index, 0: gap } of text.slice(start, end).matchAll(/\r?\n\s*\n/g)) {
    if (start + index > from) spans.push([from, start + index]);
    from = start + index + gap.length;
  }
  if (from < end) spans.push([from, end]);
  return spans;
}
