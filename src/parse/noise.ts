/** Lines that are page noise by their form alone: buttons, votes, dates, menus, separators, template text. */

import type { Line } from './lines.js';
import type { Reason } from './reason.js';
import { headOf, isWordStart, type Shape, scan, shortLine } from './scan.js';
import { buttons, firstWordOf, hosts, knownNoise, Opening, openingsOf } from './vocabulary.js';

/** Marks that part blocks: no letter, no digit, no sign of a feeling. */
function isRule(code: number): boolean {
  return (
    (code >= 0x2a && code <= 0x2f && code !== 0x2c) || // * + - . /
    code === 0x3d || // =
    code === 0x5f ||
    code === 0x7e ||
    code === 0x23 ||
    code === 0x7c ||
    code === 0x3c ||
    code === 0x3e ||
    code === 0x5b ||
    code === 0x5d ||
    code === 0xb7 ||
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2010 && code <= 0x2015) ||
    code === 0x2022 ||
    code === 0x2026 ||
    (code >= 0x2190 && code <= 0x21ff) ||
    (code >= 0x2500 && code <= 0x25ff && code !== 0x25b2) ||
    code === 0x2042 ||
    code <= 0x20
  );
}

/** Whether the mark parts blocks when it stands alone; a dot between a name and a date does not. */
function isRuled(code: number): boolean {
  return (
    code === 0x2a || code === 0x2d || code === 0x5f || code === 0x7e || (code >= 0x2013 && code <= 0x2015)
  );
}

function wordless(text: string, start: number, end: number): Reason | null {
  let stars = 0;
  let rules = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isWordStart(code) && code !== 0x5f) return null;
    if (code === 0x2605 || code === 0x2606 || code === 0xbd) stars++;
    else if (isRule(code)) rules++;
    else if (code !== 0x25b2 && code !== 0x25bc) return null;
  }
  if (stars > 0) return 'stars';
  return rules > 0 && (end - start > 2 || isRuled(text.charCodeAt(start))) ? 'separator' : 'navigation';
}

const label =
  /^(?:the )?(?:best |top |accepted |featured |(?:doctor|patient|user)['’]?s? )?(?:answers?|reply|replies|responses?|comments?|question|query|q|a)(?: ?#? ?\d{1,3})?[ ]?[:.)]?$/i;
const ASKED = /question|query|\bq\b/i;
const event =
  /^\[?\d{1,2}:\d{2}(?::\d{2})?\]? ?(?:\*|-+[>!]|<-+|-!-)|^(?:\*{3}|-->|<--|-!-) |^\* \S+ (?:has )?(?:joined|left|quit)/;
/** Below it a mailer repeats the message that is answered: "-----Original Message-----". */
export const repetition = /^-{2,} ?(?:original message|forwarded message|urspr\p{L}+ nachricht) ?-{2,}$/iu;
export const sentenceEnd = /[\p{Ll})"'”’]\.$/u;

/**
 * The reason why the line `text.slice(start, end)` is noise by its own form, or null.
 * `shape` is null for a line too long to be noise.
 */
export function noiseOf(text: string, start: number, end: number, shape: Shape | null): Reason | null {
  const first = text.charCodeAt(start);
  if (!isWordStart(first) || first === 0x5f) {
    const reason = wordless(text, start, end);
    if (reason) return reason;
    if (first === 0xa9) return 'footer';
  }
  if (isComment(text, start, end)) return 'comment';
  if (isConfidential(text, start, end)) return 'footer';
  if (shape === null) return null;
  const line = text.slice(start, end);
  // A letter in the place of a picture.
  if (/^\p{Lu}$/u.test(line)) return 'navigation';
  if (isTemplate(line)) return 'template';
  if (first === 0x5b && linked.test(line)) {
    const bare = line.replaceAll(link, ' ').trim();
    const reason = noiseOf(bare, 0, bare.length, shapeOf(bare, 0, bare.length));
    // The shape is read anew, since there is but one.
    scan(text, start, end);
    return reason;
  }
  if (offered.test(line)) return 'advertisement';
  if (isFurniture(line, shape)) return 'page';
  if (shape.words <= 6) {
    const bare = line
      .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
      .replaceAll('’', "'")
      .replace(/\s+/g, ' ')
      .toLowerCase();
    const closed = /[.!]["')\]]*$/.test(line);
    if (advert.test(bare)) return 'advertisement';
    if (!closed && buttons.has(bare)) return 'navigation';
    if (shape.words <= 4 && label.test(line))
      return /\d/.test(line) ? 'number' : ASKED.test(line) ? 'banner' : 'label';
  }
  if (first < 0x40 && event.test(line)) return 'event';
  if (first === 0x3a && /^(?::[\w+-]{1,40}: *(?:\d{1,5} *)?)+$/.test(line)) return 'votes';
  if (first === 0x2d && repetition.test(line)) return 'navigation';
  if (isHost(line, shape)) return 'banner';
  if (shape.words <= 25 && /^originally answered:?(?: |$)/i.test(line)) return 'label';
  if (shape.words <= 16 && !sentenceEnd.test(line) && isAsker(line)) return 'asker';
  if (shape.letters >= 8 && shape.letters * 2 > shape.words) return 'navigation';
  if (shape.unknown === 0 && !sentenceEnd.test(line)) {
    const found = interfaceLine(line, shape);
    if (found) return found;
  }
  return knownNoise(line, shape.words) ?? (isMenu(line, shape) ? 'navigation' : null);
}

/** A remark on a post, of any length, with its author and the time behind a dash: "Do you have a source? – ann Mar 4, 2018 at 11:30". */
function isComment(text: string, start: number, end: number): boolean {
  if (end - start < 400 && /^\S.{1,50} commented(?: \d.{1,12} ago)?: \S/.test(text.slice(start, start + 80)))
    return true;
  const last = text.charCodeAt(end - 1);
  if (last < 48 || last > 57 || text.charCodeAt(end - 3) !== 0x3a) return false;
  return / [–—-] ?\S.{0,40} (?:Commented ?)?\p{Lu}\p{Ll}{2} \d{1,2}(?:, \d{4})? at \d{1,2}:\d{2}$/u.test(
    text.slice(Math.max(0, end - 80), end),
  );
}

/** What firms put below their mail. */
function isConfidential(text: string, start: number, end: number): boolean {
  if (
    end - start < 60 ||
    end - start > 1200 ||
    !/^(?:this|the|confidential)/i.test(text.slice(start, start + 12))
  )
    return false;
  const words = text.slice(start, end);
  return /\bconfidential/i.test(words) && /\b(?:intended|recipient|addressee|in error)/i.test(words);
}

/** The numbers that a text browser gives to links, "[13]useful (8)", and the names of images. */
const linked = /^\[\d{1,3}\](?=\S)/;
const link = /\[\d{1,3}\](?=\S)|\[[^\]\s]*\.(?:png|jpe?g|gif|svg|webp)\]/gi;

/** "[Ad] Lip filler from $399", "Sponsored: …", "Ad by Roe & Co" */
const offered =
  /^(?:ad|sponsored|promoted) by \S.{0,60}$|^(?:\[(?:ads?|sponsored|promoted|advertisement)\]|(?:ad|sponsored|promoted|advertisement)\s?[:·•])\s/i;

/** What a printer, a browser or a phone puts at a page's head and foot; and a contents' link to a place in the page. */
function isFurniture(line: string, { words, numbers, bars }: Shape): boolean {
  if (words > 20) return false;
  if (
    words <= 10 &&
    /^(?:\d{1,3}\. )?\W*(?:https?:\/\/|www\.|file:|javascript:|mailto:)\S+(?:\s+\S{1,12}){0,3}$/i.test(line)
  )
    return true;
  if (/^(?:[-*+] )?\[[^\]]{1,80}\]\(#[^)\s]{0,80}\)$/.test(line)) return true;
  if (words <= 10 && /^(?:[a-z]+ )?\W*continued (?:on|from) (?:page|p\.)/i.test(line)) return true;
  // A title, and its address as far as there was room.
  if (/\S https?:\/\/\S{10,}(?:\.\.\.|…)$/.test(line)) return true;
  if (words <= 8 && /\(cont(?:inued|['’]?d)?\.?\)$/i.test(line)) return true;
  if (numbers === 0) return false;
  // A running head: the page's number at the other end.
  if (words <= 12 && /[^\s.] {30,}\d{1,3}$|^\d{1,3} {30,}\S/.test(line)) return true;
  if (/^https?:\/\/\S+\s{2,}\d{1,3}\/\d{1,3}$/.test(line)) return true;
  if (/^\d{1,3} (?:of|\/) \d{1,3}\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/.test(line)) return true;
  if (/(?:^|\s)page \d{1,3} (?:of|\/) \d{1,3}(?:\W*$|\t| {5,})/i.test(line)) return true;
  if (words <= 8 && /^\d{1,2}:\d{2}\b.*\b\d{1,3} ?%$/.test(line)) return true;
  // A browser's head has the page's title behind date and time, a chat's line a name and what is said.
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)? +\p{L}(?!.{1,40}: )/iu.test(line))
    return true;
  if (bars === 0) return false;
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:,? \d{1,2}:\d{2}(?: ?[AP]M)?)?\s{2,}\S/i.test(line)) return true;
  return words <= 12 && /^\d{1,4}\s{8,}\p{Lu}|[\p{L}.)]\s{3,}\d{1,4}$|\S\s{3,}page \d{1,4}$/iu.test(line);
}

function isAsker(line: string): boolean {
  const code = line.charCodeAt(0) | 32;
  // Of a, m, o, q, s, t, u; or in brackets.
  if (
    code !== 97 &&
    code !== 109 &&
    code !== 111 &&
    code !== 113 &&
    code !== 115 &&
    code !== 116 &&
    code !== 117 &&
    code !== 40
  )
    return false;
  const head = headOf(line, code === 40 ? 1 : 0, line.length);
  return (openingsOf(head, firstWordOf(head)) & Opening.Asker) !== 0;
}

function isTemplate(line: string): boolean {
  const open = line.indexOf('{{');
  return open >= 0 && line.indexOf('}}', open) > 0;
}

function isHost(line: string, shape: Shape): boolean {
  if (shape.words > 5) return false;
  // "example.com — Private" is a browser's.
  const host = line.replace(/ [—–-] \p{Lu}\p{Ll}+$/u, '');
  if (host.includes(' ')) return false;
  if (/^https?:\/\/|^www\./i.test(host)) return true;
  const dot = host.lastIndexOf('.');
  return dot > 1 && /^[\w.-]+$/.test(host) && hosts.has(host.slice(dot + 1).toLowerCase());
}

/** A line all of whose words are of the page's own. */
function interfaceLine(line: string, shape: Shape): Reason | null {
  const { words, numbers, plain } = shape;
  const beside = shape.beside + shape.leads;
  if (words === numbers) {
    if (/[%$£€]/.test(line)) return null;
    if (shape.times > 0) return 'date';
    return /^\(?#?\d{1,3}[.):\]]$/.test(line) ? 'number' : 'votes';
  }
  const dated =
    (shape.months > 0 && numbers > 0) ||
    shape.times > 0 ||
    (shape.ago > 0 && (numbers > 0 || words <= 3)) ||
    (shape.leads > 0 && shape.years > 0 && plain === 0);
  if (dated && plain <= 2) return 'date';
  if (shape.stars > 0) return 'stars';
  if (shape.interface > 0 && plain <= shape.interface + beside + numbers)
    return /[★☆]|\bstars?\b/i.test(line) ? 'stars' : numbers > 0 ? 'votes' : 'navigation';
  if (numbers > 0 && beside > 0 && plain <= 2 && words <= 7 && shape.units === 0) return 'votes';
  return null;
}

/** It may stand anywhere, in the middle of an answer as well. */
const advert =
  /^(?:advertisements?|ads?|sponsored(?: content| post)?|promoted|(?:story|article|post) continues(?: below)?|continue reading below|scroll to continue(?: reading)?)$/;

/** "Home > Botox > Questions" */
const crumbs = /^(?:[^>»›]{2,60} [>»›] +){2,6}[^>»›]{2,100}$|^home \/ .{2,60} \/ /i;

/** A row of short items with bars, arrows or wide gaps between them, none of them a person. */
function isMenu(line: string, shape: Shape): boolean {
  if (shape.bars < 2 || sentenceEnd.test(line)) {
    return /^(?:tags?|category|categories|topics|filed under)\s*:/i.test(line);
  }
  if (crumbs.test(line)) return true;
  if (shape.degrees + shape.titles + shape.handles > 0) return shape.interface > 1;
  if (shape.professions > 0 && shape.interface + shape.beside < 3) return false;
  if (shape.words > 4 * (shape.bars + 1)) return false;
  return shape.numbers === 0 || shape.interface + shape.beside > 1;
}

/** Reads a line's shape, or null where it is too long to be noise, a name or a heading. */
export function shapeOf(text: string, start: number, end: number): Shape | null {
  return end - start > shortLine ? null : scan(text, start, end);
}

/** The reason why a line is noise by its own form, or null. */
export function noiseIn(text: string, { start, end }: Pick<Line, 'start' | 'end'>): Reason | null {
  return noiseOf(text, start, end, shapeOf(text, start, end));
}
