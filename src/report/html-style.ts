import type { Profile } from '../profile/model.js';

/** Hues that neighbours tell apart, none of which says good or bad; every mark carries its value in words too. */
const HUES = [212, 28, 275, 180, 325, 55, 90, 240];

/** The style sheet: light, dark, narrow, paper; the colours of the profile's values and the filter by its tags. */
export function style(profile: Profile): string {
  const values = profile.facets.flatMap((facet) => facet.values);
  const hues = values.map((_, i) => `.v${i}{--h:${HUES[i % HUES.length]}}`);
  const filters = [...profile.tags.map((_, i) => `t${i}`), 'none', 'unsure'].map(
    (name) => `body:has(#show-${name}:checked) .answer:not(.${name})`,
  );
  return `${BASE}${hues.join('')}${filters.join(',')}{display:none}`;
}

const BASE = `
:root{color-scheme:light dark;--ink:#1c1d21;--soft:#55575f;--paper:#fff;--card:#f6f6f8;--line:#c9cad1;--track:#ececf0;
--mark-s:90%;--mark-l:88%;--tag-s:90%;--tag-l:20%;--bar-s:55%;--bar-l:38%;--link:#0b57a8}
@media (prefers-color-scheme:dark){:root{--ink:#ececf1;--soft:#b3b5bf;--paper:#17181c;--card:#202127;--line:#43454f;--track:#2b2d34;
--mark-s:50%;--mark-l:24%;--tag-s:80%;--tag-l:86%;--bar-s:55%;--bar-l:62%;--link:#8ec1ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3,h4{font-size:1.05rem;margin:0 0 .35rem}
p{margin:.4rem 0}a{color:var(--link)}
.soft,footer{color:var(--soft)}.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.facet{border:1px solid var(--line);border-radius:.6rem;padding:.25rem 1rem 1rem;margin:1rem 0;break-inside:avoid}.facet h2{margin:.75rem 0 .25rem;font-size:1.1rem}
.verdict{font-size:1.1rem}.verdict strong{border-bottom:3px double}.verdict.insufficient strong{border-bottom-style:dotted}.verdict.split strong{border-bottom-style:dashed}.verdict.majority strong{border-bottom-style:solid}
.documents{padding-left:1.2rem}.documents li{margin:.3rem 0}
table{border-collapse:collapse;width:100%}th{font-weight:400;text-align:left}
.bars th[scope=row]{width:34%;padding:.2rem .75rem .2rem 0}.bars td.number{text-align:right;white-space:nowrap;padding-left:.6rem;font-variant-numeric:tabular-nums;width:3em}.bars td.number:last-child{width:4.5em}
.zero th,.zero td{color:var(--soft)}
.track{position:relative;height:1.15rem;background:var(--track);border-radius:.2rem}
.fill{position:absolute;inset:0 auto 0 0;border-radius:.2rem;background:hsl(var(--h) var(--bar-s) var(--bar-l))}
.interval{position:absolute;top:.2rem;height:.75rem;background:linear-gradient(var(--ink),var(--ink)) center/100% 2px no-repeat,linear-gradient(var(--paper),var(--paper)) center/100% 4px no-repeat}
.interval::before,.interval::after{content:"";position:absolute;inset:0 auto 0 0;width:2px;background:var(--ink);outline:1px solid var(--paper)}.interval::after{inset:0 0 0 auto}
fieldset{border:1px solid var(--line);border-radius:.6rem;margin:1rem 0;padding:.5rem 1rem .75rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
fieldset label{padding:.2rem 0}fieldset label:has(:disabled){color:var(--soft)}
.answer{border:1px solid var(--line);border-radius:.6rem;background:var(--card);padding:.9rem 1rem;margin:1rem 0}
.body{max-width:70ch}.body p{white-space:pre-line;margin:.6rem 0}
.tags{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem;padding:0;margin:.3rem 0}.tags li{border:1px solid var(--ink);border-radius:1rem;padding:0 .7rem;font-size:.9rem}.tags li.soft{border-color:var(--line)}
.notes{padding-left:1.2rem;margin:.3rem 0;font-size:.95rem}
mark{background:hsl(var(--h) var(--mark-s) var(--mark-l));color:var(--ink);border-bottom:2px solid hsl(var(--h) var(--bar-s) var(--bar-l));border-radius:.15rem;padding:0 .1em}
mark[data-label]::after{content:attr(data-label);font-size:.7em;font-weight:600;color:hsl(var(--h) var(--tag-s) var(--tag-l));margin-left:.35em;vertical-align:.15em}
s{text-decoration-thickness:2px;color:var(--soft)}.cue{border-bottom:2px dotted var(--ink)}.excluded{color:var(--soft);font-style:italic}
.legend{font-size:.95rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
details{margin-top:.6rem;font-size:.95rem}summary{cursor:pointer}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.answer{break-inside:avoid-page;background:none}fieldset,details{display:none}
mark,.fill,.track,.interval,.interval::before,.interval::after{print-color-adjust:exact;-webkit-print-color-adjust:exact}s[data-why]::after{content:" (" attr(data-why) ")";display:inline-block;font-size:.85em}}
`.replaceAll('\n', '');
