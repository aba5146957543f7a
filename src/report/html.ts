import type { Consensus } from '../model.js';
import { oneLine } from './harmless.js';
import { answerArticle, Palette } from './html-answer.js';
import { style } from './html-style.js';
import { Html, html } from './html-template.js';
import type { ReportDocument, Reporter, ReportSettings } from './model.js';
import { type FacetRows, facetRows, type Row } from './rows.js';
import {
  amount,
  briefVerdicts,
  cautions,
  percent,
  plural,
  questionOf,
  range,
  STATEMENT,
  settingsWords,
  silence,
  verdictWords,
} from './words.js';

/** One self-contained page: no script, nothing fetched. The summary comes first, so nothing is given out before the end. */
export function htmlReporter(settings: ReportSettings): Reporter<ReportDocument> {
  const documents: ReportDocument[] = [];
  return {
    piece: (document) => document,
    add(document) {
      documents.push(document);
      return '';
    },
    end: (consensus) => page(documents, consensus, settings).text,
  };
}

function page(documents: readonly ReportDocument[], consensus: Consensus, settings: ReportSettings): Html {
  const { profile } = settings;
  const palette = new Palette(profile);
  const [only] = documents;
  const one = documents.length === 1 && only !== undefined;
  const title = one ? questionOf(only, profile) : oneLine(profile.question);
  const about = one
    ? `${oneLine(only.thread.source)}, ${counted(only)}`
    : `${plural(documents.length, 'document')}, ${plural(consensus.answers, 'answer')}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(style(profile))}</style>
</head>
<body>
<header>
<h1 dir="auto">${title}</h1>
<p class="soft">${about}</p>
</header>
<main>
${facetRows(profile, consensus).map((facet) => facetSection(facet, settings, palette))}${settingsWords(
  settings,
).map((words) => html`<p>${words}</p>\n`)}${one ? null : documentList(documents, settings)}<h2>Answers</h2>
${legend(palette)}${filter(documents, settings)}${documents.map((document, i) =>
  documentSection(document, palette, `d${i + 1}`, !one),
)}</main>
<footer><p>${STATEMENT}</p></footer>
</body>
</html>
`;
}

function counted({ thread, consensus }: ReportDocument): string {
  const repeats = thread.answers.length - consensus.answers;
  return plural(consensus.answers, 'answer') + (repeats > 0 ? ` (and ${plural(repeats, 'repeat')})` : '');
}

function facetSection(
  { facet, consensus, rows }: FacetRows,
  settings: ReportSettings,
  palette: Palette,
): Html {
  const { verdict, head, rest } = verdictWords(facet, consensus, settings);
  const none = silence(consensus, settings);
  return html`<section class="facet">
<h2>${oneLine(facet.question)}</h2>
<p class="verdict ${verdict}"><strong>${head}</strong>${rest}</p>
<table class="bars"><caption class="vh">Answers by tag; the mark on a bar is the 95 % interval of its share</caption>
<thead class="vh"><tr><th scope="col">tag</th><th scope="col">bar</th><th scope="col">answers</th><th scope="col">share</th></tr></thead>
<tbody>
${rows.map((row) => barRow(row, palette.classOf(facet.id, row.value)))}</tbody></table>
${none ? html`<p>${none}</p>\n` : null}</section>
`;
}

function barRow({ label, count, share, interval }: Row, kind: string): Html {
  const width = (part: number) => `${Number((100 * part).toFixed(2))}%`;
  const mark = interval
    ? html`<div class="interval" style="left:${width(interval[0])};width:${width(interval[1] - interval[0])}"></div>`
    : null;
  return html`<tr class="${kind}${count === 0 ? ' zero' : ''}"><th scope="row">${label}</th><td title="${interval ? `95 % interval ${range(interval)}` : ''}"><div class="track" aria-hidden="true"><div class="fill" style="width:${width(share)}"></div>${mark}</div></td><td class="number">${amount(count)}</td><td class="number">${percent(share)}</td></tr>
`;
}

function documentList(documents: readonly ReportDocument[], { profile }: ReportSettings): Html {
  const items = documents.map(
    (document, i) =>
      html`<li><a href="#d${i + 1}">${oneLine(document.thread.source)}</a>, ${counted(document)}. ${briefVerdicts(profile, document.consensus)}</li>
`,
  );
  return html`<h2>Documents</h2>
<ul class="documents">
${items}</ul>
`;
}

/** What the marks mean, in colour and without. */
function legend(palette: Palette): Html {
  const values = palette.profile.facets.flatMap((facet) =>
    facet.values.map(
      ({ id, label }) =>
        html`<li><mark class="${palette.classOf(facet.id, id)}" data-label="${id}">${oneLine(label)}</mark></li>`,
    ),
  );
  return html`<ul class="legend" aria-label="Legend">${values}<li><s>does not count</s></li><li><span class="cue">cue</span> that changes how evidence counts</li></ul>
`;
}

/** Shows the answers of one tag at a time, by the style sheet alone. */
function filter(documents: readonly ReportDocument[], { profile }: ReportSettings): Html {
  const answers = documents.flatMap(({ thread }) => thread.answers);
  const option = (name: string, label: string, count: number) =>
    html`<label><input type="radio" name="show" id="show-${name}"${count === 0 ? new Html(' disabled') : null}> ${label} (${count})</label>
`;
  const unsure = answers.filter(({ uncertain }) => uncertain.length > 0).length;
  const tagged = new Map<string, number>();
  for (const { tags } of answers) for (const tag of tags) tagged.set(tag, (tagged.get(tag) ?? 0) + 1);
  return html`<fieldset><legend>Show</legend>
<label><input type="radio" name="show" id="show-all" checked> all (${answers.length})</label>
${profile.tags.map(({ id, label }, i) => option(`t${i}`, oneLine(label), tagged.get(id) ?? 0))}${option(
  'none',
  'no position',
  answers.filter(({ tags }) => tags.length === 0).length,
)}${option('unsure', "worth a reader's eye", unsure)}</fieldset>
`;
}

function documentSection(document: ReportDocument, palette: Palette, id: string, named: boolean): Html {
  const { thread } = document;
  const notes = cautions(thread.answers).map((note) => html`<p class="soft">${note}</p>\n`);
  const answers = thread.answers.map((answer) =>
    answerArticle(answer, thread.text, palette, `${id}-a${answer.id}`, named ? 4 : 3),
  );
  if (!named) return html`${notes}${answers}`;
  return html`<section id="${id}">
<h3 dir="auto">${questionOf(document, palette.profile)}</h3>
<p class="soft">${oneLine(thread.source)}, ${counted(document)}</p>
${notes}${answers}</section>
`;
}
