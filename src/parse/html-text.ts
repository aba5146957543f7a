/** The text of a page as its reader sees it, passage by passage. */

import { type Context, contextIn, type Mode, rootContext } from './html-context.js';
import type { Hint } from './html-hint.js';
import { BLOCK, type Element } from './html-tree.js';

/** A paragraph, heading, list item or line of a page. */
export interface Passage {
  /** In UTF-16 code units of the page's text. */
  readonly start: number;
  readonly end: number;
  /** The innermost element around it that is a block, or that parts it from its line. */
  readonly element: Element;
  /** 1 to 6 in a heading, else 0. */
  readonly level: number;
  /** The innermost list item around it. */
  readonly item: Element | null;
  /** The innermost block quotation around it. */
  readonly quote: Element | null;
  readonly code: boolean;
  /** All of it is in bold type. */
  readonly strong: boolean;
  /** Where the bold type ends that it starts with; its start where it does not. */
  readonly lead: number;
  /** Most of it is links. */
  readonly linked: boolean;
  readonly hint: Hint | null;
  /** The element that the hint is of. */
  readonly hinted: Element | null;
}

export interface HtmlPage {
  /** The page's title is its first passage, where it has one. */
  readonly title: boolean;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** The passages `[from, to)` inside an element that is a block or has a name. */
  readonly ranges: ReadonlyMap<Element, readonly [from: number, to: number]>;
  /** The content of scripts of JSON-LD. */
  readonly data: readonly string[];
}

interface Options {
  /** Take all of it, with what is usually left out of a page; for pieces of markup. */
  readonly whole?: boolean;
}

const DROPPED = set(
  'style template noscript iframe object svg math canvas audio video select datalist textarea xmp noembed noframes script',
);
/** Elements after which the next line follows without a blank one. */
const TIGHT = set('li tr dt dd br td th');

/** White space that shows as one blank and is something else. */
const SPACES = /[\t\n\r\f\u00a0]| {2}/;

function set(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * Renders a page: menus, forms, footers, asides and hidden parts are left out, unless most of the text is in
 * them (some pages put all of theirs in a form). Linear.
 */
export function htmlPage(root: Element, options: Options = {}): HtmlPage {
  const page = new Renderer(options.whole ? 'all' : 'page');
  page.render(root);
  if (page.muted <= page.length) return page.result();
  const all = new Renderer('unmuted');
  all.render(root);
  return all.result();
}

/** An element that is being rendered, and where in it. */
interface Open {
  readonly element: Element;
  next: number;
  readonly context: Context;
}

class Renderer {
  length = 0;
  /** Code units that were left out and that a page could have its text in. */
  muted = 0;
  private title = false;
  private readonly parts: string[] = [];
  private readonly passages: Passage[] = [];
  private readonly ranges = new Map<Element, readonly [number, number]>();
  private readonly data: string[] = [];
  private line = '';
  /** Whether the line ends in a blank, or has yet to begin. */
  private spaced = true;
  private strong = 0;
  /** How much of the line's start is in bold type. */
  private lead = 0;
  private linked = 0;
  private context!: Context;
  private blank = false;
  /** The place of the element at hand among its siblings. */
  private index = 0;
  /** The text's length at the last line break. */
  private broken = -1;

  constructor(private readonly mode: Mode) {}

  result(): HtmlPage {
    const { title, passages, ranges, data } = this;
    return { title, text: this.parts.join(''), passages, ranges, data };
  }

  render(root: Element): void {
    this.context = rootContext(root);
    // A stack of its own: a tree may be as deep as the call stack.
    const stack: Open[] = [{ element: root, next: 0, context: this.context }];
    this.enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      this.index = top.next;
      const child = top.element.children[top.next++];
      if (child === undefined) {
        stack.pop();
        this.leave(top.element, top.context, stack.at(-1)?.context ?? top.context);
      } else if (typeof child === 'string') this.write(child, top.context);
      else {
        const context = this.inside(child, top.context);
        if (!context) continue;
        if (context.block !== top.context.block) {
          this.flush(top.context);
          this.blank ||= BLOCK.has(child.tag) && !TIGHT.has(child.tag);
        }
        this.enter(child);
        stack.push({ element: child, next: 0, context });
      }
    }
    this.flush(this.context);
  }

  private enter(element: Element): void {
    if (isNamed(element)) this.ranges.set(element, [this.passages.length, this.passages.length]);
  }

  private leave(element: Element, context: Context, around: Context): void {
    if (context.block !== around.block) {
      this.flush(context);
      this.blank ||= !TIGHT.has(element.tag) && BLOCK.has(element.tag);
    }
    const range = this.ranges.get(element);
    if (range) {
      // What a named part of a line has not yet been written stands in the passage to come.
      const to = this.passages.length + (this.line && context.block === around.block ? 1 : 0);
      this.ranges.set(element, [range[0], to]);
    }
  }

  /** The context inside a child; null where the child has none. */
  private inside(element: Element, around: Context): Context | null {
    const { tag } = element;
    if (tag === 'br' || tag === 'hr') {
      this.flush(around);
      if (tag === 'hr') this.rule(around, element);
      // Two line breaks part paragraphs.
      else if (this.broken === this.length) this.blank = true;
      this.broken = this.length;
      return null;
    }
    if (tag === 'title' && this.passages.length === 0) this.entitle(element, around);
    if (tag === 'script') this.data.push(...element.children.filter((child) => typeof child === 'string'));
    if (DROPPED.has(tag) || tag === 'title') return null;
    return contextIn(element, around, this.mode, this.abuts(element));
  }

  /** The title in the page's head is the first line of its text. */
  private entitle(element: Element, around: Context): void {
    this.line = element.children
      .filter((child) => typeof child === 'string')
      .join('')
      .replace(/\s+/g, ' ');
    this.flush({ ...around, block: element });
    this.title = this.passages.length > 0;
    this.blank = true;
  }

  /** Whether an inline element follows on one of another name with nothing between them. */
  private abuts({ parent, attributes }: Element): boolean {
    const before = parent?.children[this.index - 1];
    return (
      typeof before === 'object' &&
      !BLOCK.has(before.tag) &&
      !this.spaced &&
      before.attributes.class !== attributes.class
    );
  }

  private write(text: string, context: Context): void {
    if (context.muted) {
      this.muted += text.trim().length;
      return;
    }
    if (context.code && text.includes('\n')) {
      this.writeLines(text, context);
      return;
    }
    let shown = context.code ? text : SPACES.test(text) ? text.replace(/[ \t\n\r\f\u00a0]+/g, ' ') : text;
    // The line is not looked at: it is cheap only as long as it is only added to.
    if (this.spaced && !context.code && shown.startsWith(' ')) shown = shown.slice(1);
    if (!shown) return;
    this.spaced = shown.endsWith(' ');
    if (context.strong) {
      if (this.lead === this.line.length) this.lead += shown.length;
      this.strong += shown.length;
    }
    if (context.link) this.linked += shown.length;
    this.line += shown;
  }

  /** Text whose line ends count. */
  private writeLines(text: string, context: Context): void {
    text.split('\n').forEach((line, i) => {
      if (i > 0) {
        if (!this.line) this.blank = true;
        this.flush(context);
      }
      this.write(line.trimEnd(), context);
    });
  }

  /** Ends the passage at hand. */
  private flush(context: Context): void {
    const text = this.line.trim();
    const { strong, linked, lead } = this;
    this.line = '';
    this.spaced = true;
    this.strong = 0;
    this.lead = 0;
    this.linked = 0;
    if (!text) return;
    this.gap();
    this.push(text, context, strong >= text.length, linked * 2 > text.length, lead < text.length ? lead : 0);
    this.blank = false;
  }

  private gap(): void {
    if (this.length === 0) return;
    const gap = this.blank ? '\n\n' : '\n';
    this.parts.push(gap);
    this.length += gap.length;
  }

  private rule(context: Context, element: Element): void {
    if (context.muted) return;
    this.blank = true;
    this.gap();
    this.push('---', { ...context, block: element }, false, false, 0);
  }

  private push(text: string, context: Context, strong: boolean, linked: boolean, lead: number): void {
    const { block, level, item, quote, code, hint, hinted } = context;
    const start = this.length;
    this.parts.push(text);
    this.length += text.length;
    this.passages.push({
      start,
      end: this.length,
      element: block,
      level,
      item,
      quote,
      code,
      strong,
      lead: start + lead,
      linked,
      hint,
      hinted,
    });
  }
}

/** Elements whose passages may be asked for. */
function isNamed({ tag, attributes }: Element): boolean {
  return (
    BLOCK.has(tag) ||
    tag.includes('-') ||
    attributes.class !== undefined ||
    attributes.itemprop !== undefined ||
    attributes.property !== undefined
  );
}
