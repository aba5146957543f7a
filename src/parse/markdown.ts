/** Markdown to a thread. */

import type { Answer, Block, Document, Thread } from '../model.js';
import { type Cut, cut } from './cut.js';
import { named, withNoise } from './cutter.js';
import { flatThread, type Mark } from './flat.js';
import { BOLD, isBoldHeading, isCard } from './headings.js';
import { isBlank } from './lines.js';
import { blockOf, indent, type MarkdownBlock, markdownBlocks } from './markdown-blocks.js';
import { Mask } from './markdown-mask.js';
import { tellsOfMember } from './markdown-names.js';
import { PERSON, spokenStyle, type Unit } from './unit.js';

/**
 * Splits Markdown into question, answers and noise. Spans are in UTF-16 code units of `document.text`; bodies keep
 * their signs, headings do not. A quotation is not the answerer's words: it stands in `excluded`. Never throws; linear.
 */
export function parseMarkdown(document: Document): Thread {
  const { source, format, text } = document;
  // Every line end is one LF; no character moves.
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, (end) => (end.length > 1 ? ' \n' : '\n')) : text;
  const mask = new Mask(lines);
  const blocks = [...markdownBlocks(lines)].flatMap((block) => ownLines(lines, block));
  for (const block of blocks) mask.add(block);
  const masked = mask.text();
  const found = withoutScraps(lines, withForms(cut(masked), blocks, mask), blocks);
  const thread = flatThread(text, found, marksIn(blocks, mask), {
    read: masked,
    widen: (unit) => widened(mask, unit),
  });
  return {
    source,
    format,
    text,
    ...thread,
    answers: thread.answers.map(unmarked),
    blocks: thread.blocks.map((block) => (isSigns(text, block) ? { ...block, reason: 'markup' } : block)),
  };
}

/** A shorter line was not broken by an editor's width, in UTF-16 code units. */
const FULL_LINE = 50;

/**
 * A block, and what stands right below a quotation without its sign: Markdown takes it for more of that, but who answers
 * below a short line does not.
 */
function ownLines(text: string, whole: MarkdownBlock): readonly MarkdownBlock[] {
  const { kind, start, end } = whole;
  for (let at = start; kind === 'quote' && at < end; ) {
    const stop = text.indexOf('\n', at);
    if (stop < 0 || stop >= end) break;
    if (stop - at < FULL_LINE && text[stop + 1 + indent(text, stop + 1)] !== '>')
      return [blockOf('quote', start, stop), blockOf('paragraph', stop + 1, end)];
    at = stop + 1;
  }
  return [whole];
}

/** Words in italics that tell of whom a heading names. */
const MOST_OF_CARD = 16;

/** Units take their form from the blocks; quotations that are most of the text are the answers. */
function withForms(found: Cut, blocks: readonly MarkdownBlock[], mask: Mask): Cut {
  const quotes = blocks.filter(({ kind }) => kind === 'quote');
  const isQuoted = lengthOf(quotes) * 2 > lengthOf(blocks);
  const at = walker(blocks);
  // What is quoted before anything else is said is the question.
  const first = blocks.find(({ kind }) => kind !== 'heading' && kind !== 'front' && kind !== 'rule');
  const said = saidIn(blocks);
  // Replies are set in, as quotations are.
  const talk = new Set(
    found.units.filter(({ style }) => style === spokenStyle).map(({ start }) => at(start)),
  );
  /** The heading right above, and who speaks in the quotation below. */
  let heading: Unit | null = null;
  let speaker: Unit | null = null;
  let caller: MarkdownBlock | null = null;
  const units = found.units.map((unit): Unit => {
    const block = at(unit.start);
    const above = heading;
    heading = block?.kind === 'heading' ? unit : null;
    if (block?.kind !== 'quote') speaker = isCard(unit) || unit.leading ? unit : null;
    if (block?.kind === 'quote' && mask.callouts.has(block.start)) {
      const isFirst = caller !== block;
      caller = block;
      return isFirst
        ? { ...named(unit, spokenStyle), leading: true, quote: false }
        : { ...unit, quote: false };
    }
    if (block?.kind === 'quote' && block !== first && !talk.has(block)) {
      return isQuoted || (speaker !== null && said.has(block))
        ? { ...unit, quote: false }
        : { ...unit, quote: true, form: 'quote' };
    }
    if (block?.kind === 'name') return { ...named(unit, spokenStyle), leading: true };
    if (block?.kind === 'code') return { ...unit, form: 'code' };
    // "*Dermatologist, Bath*", below a name.
    if (above !== null && mask.italic.has(unit.start) && isRole(unit, above))
      return { ...unit, person: Math.max(unit.person, PERSON), field: true, form: 'paragraph', shape: null };
    // What stands behind the number of an answer is no item.
    if (block?.kind === 'item' && unit.start === block.start) return { ...unit, item: true, form: 'item' };
    return unit;
  });
  return { ...found, units };
}

/** The quotations that are nearly all of what stands between two headings: below a name they are that one's words. */
function saidIn(blocks: readonly MarkdownBlock[]): ReadonlySet<MarkdownBlock> {
  const said = new Set<MarkdownBlock>();
  let section: MarkdownBlock[] = [];
  const close = () => {
    const quotes = section.filter(({ kind }) => kind === 'quote');
    if (lengthOf(quotes) > SAID * lengthOf(section)) for (const quote of quotes) said.add(quote);
    section = [];
  };
  for (const block of blocks) {
    if (block.kind === 'heading') close();
    else section.push(block);
  }
  close();
  return said;
}

/** The share of a section. */
const SAID = 0.6;

function lengthOf(blocks: readonly MarkdownBlock[]): number {
  return blocks.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Whether words tell what somebody is: below a name, or no name themselves. */
function isRole(unit: Unit, heading: Unit): boolean {
  return unit.words <= MOST_OF_CARD && !unit.sentences && (isCard(heading) || !isCard(unit));
}

/**
 * A short line that is a link and nothing else is a button, so are several in a row, "Read more:" with one, and one with
 * counters behind it ("[source](…) · 14 likes").
 */
const BUTTONS =
  /^(?:\*{0,2}(?:read|see|watch|listen)(?: more| also)?:?\*{0,2} )?(?:\[[^\]]{1,60}\]\([^)\s]*\)[ \t|·•]*){1,8}(?:(?<=[|·•][ \t]*)[^|·•\n]{1,30}[|·•]?){0,4}$/;

const TOLD = /^`[^`\n]{1,80}`$/;

/** How an export sets off a remark on the post above. */
const REMARK = /^[\s>]*[\u21b3\u21aa\u2937]/;

/** Without buttons, and without remarks on posts. */
function withoutScraps(text: string, found: Cut, blocks: readonly MarkdownBlock[]): Cut {
  const at = walker(blocks);
  const isMember = (start: number, end: number) =>
    at(start)?.kind === 'heading' && tellsOfMember(text.slice(start, end));
  const isButton = ({ start, end, words, person }: Unit) =>
    words <= 12 && person < 1.5 && BUTTONS.test(text.slice(start, end)) && !isMember(start, end);
  const isRemark = ({ start }: Unit) => {
    const block = at(start);
    return block?.kind === 'quote' && REMARK.test(text.slice(block.start, block.start + 40));
  };
  // "`in person, typed up the same evening`": how somebody answered, below the heading of a note.
  const isTold = ({ start, end }: Unit) => TOLD.test(text.slice(start, end));
  const buttons = found.units.filter((unit) => isButton(unit) || isTold(unit));
  const remarks = found.units.filter(isRemark);
  const left = new Set([...buttons, ...remarks]);
  return {
    ...found,
    units: found.units.filter((unit) => !left.has(unit)),
    noise: withNoise(withNoise(found.noise, buttons, 'navigation'), remarks, 'comment'),
  };
}

/** Headings, bold lines as headings below all others, and bold starts. */
function marksIn(blocks: readonly MarkdownBlock[], mask: Mask): (unit: Unit) => Mark {
  const at = walker(blocks);
  return (unit) => {
    const block = at(unit.start);
    const heading = block?.kind === 'heading' ? block.level : 0;
    const bold = mask.bold.has(unit.start) && isBoldHeading(unit);
    return { level: heading || (bold ? BOLD : 0), lead: mask.leads.get(unit.start) ?? unit.start };
  };
}

/** Finds the block at an offset; offsets come in order, over and over. */
function walker(blocks: readonly MarkdownBlock[]): (offset: number) => MarkdownBlock | undefined {
  let i = 0;
  return (offset) => {
    if (offset < (blocks[i]?.start ?? 0)) i = 0;
    while (i + 1 < blocks.length && (blocks[i + 1] as MarkdownBlock).start <= offset) i++;
    const block = blocks[i];
    return block && offset >= block.start && offset < block.end ? block : undefined;
  };
}

/** An author's name without its signs: stars, and the strokes before signs that are none. */
function unmarked(answer: Answer): Answer {
  const author = answer.author?.replace(/\*+|^_+|_+$|\\(?=[_*])/g, '').trim();
  return author ? { ...answer, author } : answer;
}

function widened(mask: Mask, unit: Unit): Unit {
  const [start, end] = mask.widen(unit.start, unit.end);
  return { ...unit, start, end };
}

/** A blank that is none: signs of Markdown between the words. */
function isSigns(text: string, { kind, reason, span }: Block): boolean {
  if (kind !== 'noise' || reason !== 'blank') return false;
  for (let at = span[0]; at < span[1]; at++) if (!isBlank(text.charCodeAt(at))) return true;
  return false;
}
