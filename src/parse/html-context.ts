/** What the elements around a text say of it. */

import { type Hint, hintOf, isHidden, isPost, isQuotation } from './html-hint.js';
import { BLOCK, type Element } from './html-tree.js';

/** What is rendered: a page without its menus and forms, with them, or a piece of markup as it is. */
export type Mode = 'page' | 'unmuted' | 'all';

export interface Context {
  readonly block: Element;
  readonly level: number;
  readonly item: Element | null;
  /** The innermost block quotation around it. */
  readonly quote: Element | null;
  readonly code: boolean;
  readonly strong: boolean;
  readonly link: boolean;
  readonly hint: Hint | null;
  readonly hinted: Element | null;
  readonly muted: boolean;
  /** Inside a post; inside a part of the page that is not its head or foot. */
  readonly post: boolean;
  readonly section: boolean;
}

/** Elements that hold one line or paragraph, so that a name inside one parts nothing. */
const LINES = new Set('p li h1 h2 h3 h4 h5 h6 dt dd blockquote pre td th caption figcaption'.split(' '));
const STRONG = new Set(['b', 'strong']);

export function rootContext(root: Element): Context {
  return {
    block: root,
    level: 0,
    item: null,
    quote: null,
    code: false,
    strong: false,
    link: false,
    hint: null,
    hinted: null,
    muted: false,
    post: false,
    section: false,
  };
}

/**
 * The context inside an element.
 * @param abuts whether it follows on an inline element of another name with nothing between them.
 */
export function contextIn(element: Element, around: Context, mode: Mode, abuts: boolean): Context {
  const { tag } = element;
  const block = BLOCK.has(tag);
  const named = mode === 'all' ? null : hintOf(element);
  const own = named === 'comments' ? (around.post ? 'aside' : null) : named;
  const aside = around.hint === 'aside' || own === 'aside';
  // A named part of a line is a line of its own where it stands in no paragraph: its style parts it.
  const parts = !block && !LINES.has(around.block.tag) && ((own !== null && own !== 'aside') || abuts);
  return {
    block: block || parts || tag === 'button' ? element : around.block,
    level: /^h[1-6]$/.test(tag) ? Number(tag[1]) : block ? 0 : around.level,
    item: tag === 'li' ? element : around.item,
    quote: isQuotation(element) ? element : around.quote,
    code: around.code || tag === 'pre',
    strong: around.strong || STRONG.has(tag),
    link: around.link || tag === 'a',
    hint: aside && !element.titled ? 'aside' : (own ?? around.hint),
    hinted: own ? element : around.hinted,
    muted: around.muted || (mode !== 'all' && isMuted(element, own, around, mode)),
    // What holds the page's title holds the thread.
    post: around.post || (mode !== 'all' && !element.titled && isPost(element)),
    section: around.section || tag === 'main' || tag === 'section' || tag === 'li',
  };
}

/** "Show less": what folds a text, behind its last words. */
const FOLDING = /^\W*(?:show|read|see|view) (?:less|more)\W*$/i;

function isFolding({ tag, children }: Element): boolean {
  const [text] = children;
  return (
    (tag === 'a' || tag === 'span') && typeof text === 'string' && children.length === 1 && FOLDING.test(text)
  );
}

/** Whether a page's reader looks past the element. */
function isMuted(element: Element, own: Hint | null, around: Context, mode: Mode): boolean {
  const { tag } = element;
  if (tag === 'nav' || isHidden(element) || isFolding(element)) return true;
  // What holds the page's title holds the page.
  if (mode === 'unmuted' || element.titled) return false;
  if (tag === 'form' || tag === 'aside' || own === 'aside') return true;
  return (tag === 'header' || tag === 'footer') && !around.post && !around.section;
}
