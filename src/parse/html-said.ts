/** Articles in which each expert's answer is a quotation below his name, and the writer speaks between them. */

import type { Cut } from './cut.js';
import { withNoise } from './cutter.js';
import { isCard } from './headings.js';
import { standsAbove } from './hidden.js';
import type { HtmlPage, Passage } from './html-text.js';
import type { Element } from './html-tree.js';
import { passagesOf } from './html-units.js';
import { End, PERSON, type Unit } from './unit.js';

/** So many such quotations make it an article of many voices; in words, shorter ones are none. */
const VOICES = 3;
const LEAST = 12;
const MOST_OF_NAME = 20;

/** The units with those quotations for the experts' own words, and what stands between for noise. Linear. */
export function withSaid(page: HtmlPage, cut: Cut): Cut {
  const { units } = cut;
  const passages = passagesOf(page, units);
  const seen = new Set<Element>();
  const said = new Set<Element>();
  /** Those below a line that may be a name, by its index. */
  const perhaps = new Map<number, Element>();
  for (const [i, { quote }] of passages.entries()) {
    if (quote === null || seen.has(quote)) continue;
    seen.add(quote);
    const [unit, above] = [units[i] as Unit, units[i - 1]];
    if (!above || above.quote || unit.words < LEAST || standsAbove(page.text, unit)) continue;
    if (isCard(above)) said.add(quote);
    else if (above.ending === End.Open && above.words <= MOST_OF_NAME) perhaps.set(i - 1, quote);
  }
  if (said.size < VOICES || said.size * 2 < seen.size) return cut;
  for (const quote of perhaps.values()) said.add(quote);
  const own: Unit[] = [];
  const between: Unit[] = [];
  let isBehind = false;
  for (const [i, unit] of units.entries()) {
    const { quote, level } = passages[i] as Passage;
    const isSaid = quote !== null && said.has(quote);
    isBehind = isSaid || (isBehind && level === 0 && !isCard(unit));
    if (isSaid) own.push({ ...unit, quote: false, form: 'paragraph' });
    else if (perhaps.has(i)) own.push({ ...unit, person: PERSON });
    else (isBehind ? between : own).push(unit);
  }
  return { ...cut, units: own, noise: withNoise(cut.noise, between, 'comment') };
}
