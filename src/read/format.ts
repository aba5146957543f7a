import type { InputFormat } from '../model.js';
import { isJson } from './lines.js';

/** How much of a text is looked at to tell HTML and Markdown, in UTF-16 code units. */
const SAMPLE = 65_536;

/** Endings of names that settle what content leaves open. */
const BY_NAME: Readonly<Record<string, InputFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  json: 'json',
  jsonl: 'ndjson',
  ndjson: 'ndjson',
};

/** The format that the ending of a name stands for. */
export function formatByName(name: string): InputFormat | undefined {
  return BY_NAME[/\.(\w{2,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}

/**
 * Tells the format by the content. The name's ending decides only where the content is open: JSON that
 * is broken, a single line of NDJSON, Markdown without a heading.
 * @param name the file's name or path.
 */
export function detectFormat(text: string, name: string): InputFormat {
  const named = formatByName(name);
  const start = text.slice(ink(text), ink(text) + 4096);
  const sample = text.slice(0, SAMPLE);
  const html = isHtml(start, sample);
  if (named === 'ndjson' && !html) return 'ndjson';
  if (/^[{[]/.test(start)) {
    if (isNdjson(text)) return 'ndjson';
    // An object, or an array of objects, strings or arrays, whole or broken; any other JSON if it is whole.
    if (/^(?:\{\s*["}]|\[\s*(?:[{"]|\[\s*[[{"]))/.test(start) || isJson(text)) return 'json';
  }
  if (html) return 'html';
  if (named === 'json') return 'json';
  return named === 'markdown' || isMarkdown(sample) ? 'markdown' : 'text';
}

const INK = /[^\p{C}\p{Z}]/gu;

/** Where, from an offset on, the first character stands that shows; the text's length where none does. */
export function ink(text: string, from = 0): number {
  INK.lastIndex = from;
  return INK.exec(text)?.index ?? text.length;
}

/** NDJSON: the first line is a whole JSON value, and more follows. Nothing may follow in JSON. */
function isNdjson(text: string): boolean {
  const end = text.indexOf('\n', ink(text));
  return end > 0 && ink(text, end) < text.length && isJson(text.slice(ink(text), end));
}

/** Elements that a page or a piece of one starts with, or is made of. */
const ELEMENT =
  'html|head|body|div|p|h[1-6]|section|article|main|header|nav|ul|ol|li|dl|table|span|script|style|meta|link|title|blockquote|br|a|b|i|em|strong|form|pre|figure|img|iframe|svg|center|font|details|aside|footer';
const PAGE = /^(?:(?:<\?[^>]{0,300}>|<!--.{0,2000}?-->)\s*){0,5}<(?:!doctype html|html)[\s>]/is;
const OPENING = new RegExp(`^<(?:!--|${ELEMENT}[\\s/>])`, 'i');
const CLOSING = new RegExp(`</(?:${ELEMENT})\\s{0,9}>`, 'gi');

/** A page, or a piece of one: it starts with a tag, or tags close all over it. */
function isHtml(start: string, sample: string): boolean {
  const closing = sample.match(CLOSING)?.length ?? 0;
  if (PAGE.test(start)) return true;
  if (OPENING.test(start)) {
    return closing > 0 ? !/^#{1,6} \S/m.test(sample) : /^(?:<[a-z!?/][^<>]{0,999}>\s*){2}/i.test(start);
  }
  return closing >= 6 && closing * 400 > sample.length;
}

/** Marks of Markdown, each of which plain text may have by chance. */
const MARKS: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /(?:^|\s)(?:\*\*|__)[^\s*_][^\n*_]{0,300}(?:\*\*|__)/m,
  /\[[^\]\n]{1,300}\]\([^)\s]{1,999}\)/,
  /^(?:```|~~~)/m,
];

/** Marks that are older than Markdown. */
const PLAIN_MARKS: readonly RegExp[] = [
  /^> ?\S/m,
  /^\S[^\n]{0,300}\n(?:={3,}|-{3,})[ \t]*$/m,
  /\n[ \t]*\n(?:-{3,}|\*{3,}|_{3,})[ \t]*\n[ \t]*\n/,
  /(?:^|\s)[*_][a-z][^\n*_]{0,200}[a-z.,;!?][*_](?=[\s.,;:!?)]|$)/im,
];

const BOLD = /(?:^|\s)(?:\*\*|__)[^\s*_][^\n*_]{0,300}(?:\*\*|__)/gm;

/** Heads of messages, whose rules, ">" and "*so*" are older than Markdown. */
const MESSAGE_HEAD =
  /^[^<>\n]{2,60} <[^<>@\s]+@[^<>\s]+>\s[^\n]{0,60}\d:\d{2}|^From: [^\n]{1,200}\n(?:[\w-]+: ?[^\n]{0,500}\n){0,3}(?:Subject|Date|Newsgroups|To): |^[^\n]{2,40}, \[[\d./-]{6,10},? \d{1,2}:\d{2}/m;

/** Markdown: headings with the sign, bold type over and over, or marks of two kinds, one of them its own. */
function isMarkdown(sample: string): boolean {
  const text = sample.includes('\r') ? sample.replace(/\r\n?/g, '\n') : sample;
  // Lines of a banner all begin with the sign.
  if ((text.match(/^#{1,6} +[^\s#][^\n]*\n(?!#)/gm)?.length ?? 0) > 1) return true;
  if ((text.match(BOLD)?.length ?? 0) > 2) return true;
  if (MESSAGE_HEAD.test(text)) return false;
  const has = (mark: RegExp) => mark.test(text);
  return MARKS.some(has) && [...MARKS, ...PLAIN_MARKS].filter(has).length >= 2;
}
