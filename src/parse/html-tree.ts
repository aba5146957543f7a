/** A light tree of an HTML page: elements and text, no more than the extraction of threads needs. */

import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | null;
  /** The element before it in its parent, where it may hold something. */
  readonly before?: Element | undefined;
  readonly children: (Element | string)[];
  /** Whether a heading of the first level is inside, or what else is the page's title. */
  titled: boolean;
}

/**
 * Elements below this depth are dissolved into the one at it, as browsers do, so that hostile nesting costs
 * neither time nor memory.
 */
const MAX_DEPTH = 512;

/** The tokenizer gives text in pieces, by word; so many are added up before they are joined. */
const MOST_PIECES = 4096;

/** Elements beyond this many are dissolved too. No page that people read has as many. */
const MAX_ELEMENTS = 1_000_000;

/** Elements that start on a line of their own. */
export const BLOCK: ReadonlySet<string> = words(
  'html head body address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption',
  'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table',
  'caption thead tbody tfoot tr td th title ul',
);

const VOID = words('area base br col embed hr img input link meta param source track wbr');

/** Attributes that tell something of an element's part in the page. */
const KEPT = words(
  'class id role hidden style aria-hidden aria-label aria-controls type datetime content rel',
  'itemprop itemtype itemscope typeof property value',
);

/** Elements whose content is not read as tags. */
const RAW = words('script style xmp iframe noembed noframes title textarea plaintext');

/** What an opening tag closes before it, if it is open within the nearest element that holds such. */
const CLOSES: ReadonlyMap<string, readonly [closed: ReadonlySet<string>, within: ReadonlySet<string>]> =
  new Map([
    ['li', [words('li'), words('ul ol menu dir')]],
    ['dt', [words('dt dd'), words('dl')]],
    ['dd', [words('dt dd'), words('dl')]],
    ['tr', [words('tr'), words('table')]],
    ['td', [words('td th'), words('tr table')]],
    ['th', [words('td th'), words('tr table')]],
  ]);

function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(' '));
}

/**
 * Reads HTML into a tree. Never throws; takes time and memory in proportion to the text, whatever it is: of the library
 * the tokenizer is used, since what HTML leaves out is closed here.
 */
export function htmlTree(text: string): Element {
  const builder = new TreeBuilder();
  // Line ends and characters that are none, as HTML's standard has them before tokens are read.
  const html = text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  const slice = (start: number, end: number) => html.slice(start, end);
  const nothing = () => {};
  let tag = '';
  let name = '';
  let value = '';
  let attributes: [string, string][] = [];
  const open = () => builder.open(tag, attributes);
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = slice(start, end).toLowerCase();
        attributes = [];
      },
      onattribname(start, end) {
        name = slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += slice(start, end);
      },
      onattribend: () => {
        if (KEPT.has(name)) attributes.push([name, decodeHTMLAttribute(value)]);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => builder.close(slice(start, end).toLowerCase()),
      ontext: (start, end) => builder.text(slice(start, end)),
      onend: () => builder.end(),
      onattribentity: nothing,
      ontextentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return builder.root;
}

/** Of all elements without an attribute that counts. */
export const NAMELESS: Readonly<Record<string, string>> = {};

/** All line breaks are one element, and all rules. */
const LINES = { br: line('br'), hr: line('hr') } as const;

function line(tag: string): Element {
  return { tag, attributes: NAMELESS, parent: null, children: [], titled: false };
}

class TreeBuilder {
  readonly root: Element = { tag: '', attributes: NAMELESS, parent: null, children: [], titled: false };
  private here: Element = this.root;
  private depth = 0;
  private pending = '';
  private pieces = 0;
  private count = 0;
  /** Elements beyond the greatest depth that are still open. */
  private beyond = 0;

  text(chars: string): void {
    this.pending += chars;
    if (++this.pieces >= MOST_PIECES) this.flush();
  }

  end(): void {
    this.flush();
  }

  /** Adds the pending text to the element at hand, where its text is kept. */
  private flush(): void {
    const { pending } = this;
    if (!pending) return;
    this.pending = '';
    this.pieces = 0;
    const { tag, attributes, children } = this.here;
    if (RAW.has(tag) && tag !== 'title' && !(tag === 'script' && isData(attributes))) return;
    // Of its pieces, which take ten times the memory, this makes one string.
    const text = tag === 'script' ? pending : decodeHTML(pending);
    text.charCodeAt(0);
    const last = children.length - 1;
    if (typeof children[last] === 'string') children[last] += text;
    else children.push(text);
  }

  open(tag: string, attrs: Attributes): void {
    this.flush();
    if (BLOCK.has(tag)) this.closeParagraph(isHeading(tag));
    const closes = CLOSES.get(tag);
    if (closes) this.closeOne(...closes);
    if (VOID.has(tag)) {
      this.empty(tag, attrs);
      return;
    }
    if ((this.depth >= MAX_DEPTH || this.count >= MAX_ELEMENTS) && !RAW.has(tag)) {
      this.beyond++;
      if (BLOCK.has(tag)) this.empty('br', []);
      return;
    }
    this.count++;
    const element: Element = {
      tag,
      attributes: attributesOf(attrs),
      parent: this.here,
      before: this.here.children.findLast((child) => typeof child !== 'string'),
      children: [],
      titled: false,
    };
    if (tag === 'h1')
      for (let at: Element | null = this.here; at && !at.titled; at = at.parent) at.titled = true;
    this.here.children.push(element);
    this.here = element;
    this.depth++;
  }

  close(tag: string): void {
    this.flush();
    if (this.beyond > 0 && !RAW.has(this.here.tag)) {
      this.beyond--;
      return;
    }
    if (VOID.has(tag)) {
      if (tag === 'br') this.empty(tag, []);
      return;
    }
    const block = BLOCK.has(tag);
    for (let at: Element | null = this.here; at && at !== this.root; at = at.parent) {
      // Any closing tag of a heading closes a heading; the end of a word's type closes no block around it.
      if (at.tag === tag || (isHeading(tag) && isHeading(at.tag))) {
        this.closeTo(at);
        return;
      }
      if (!block && BLOCK.has(at.tag)) return;
    }
  }

  /** An element that holds nothing. A second line break in a row is kept, a third is none. */
  private empty(tag: string, attrs: Attributes): void {
    const { children } = this.here;
    if (tag === 'br' || tag === 'hr') {
      const line = LINES[tag];
      if (children.at(-1) !== line || children.at(-2) !== line) children.push(line);
      return;
    }
    const attributes = attributesOf(attrs);
    if (attributes !== NAMELESS)
      children.push({ tag, attributes, parent: this.here, children: [], titled: false });
  }

  /** A block's opening tag ends the paragraph that is open in the same block; a heading's ends a heading. */
  private closeParagraph(heading: boolean): void {
    for (let at: Element | null = this.here; at && at !== this.root; at = at.parent) {
      if (at.tag === 'p' || (heading && isHeading(at.tag))) {
        this.closeTo(at);
        return;
      }
      if (BLOCK.has(at.tag)) return;
    }
  }

  private closeOne(closed: ReadonlySet<string>, within: ReadonlySet<string>): void {
    for (let at: Element | null = this.here; at && at !== this.root; at = at.parent) {
      if (closed.has(at.tag)) {
        this.closeTo(at);
        return;
      }
      if (within.has(at.tag)) return;
    }
  }

  /** Closes everything up to and with an open element. One that held nothing is forgotten. */
  private closeTo(element: Element): void {
    for (;;) {
      const closed = this.here;
      const parent = closed.parent ?? this.root;
      const nothing = closed.children.length === 0 && Object.keys(closed.attributes).length === 0;
      if (nothing && parent.children.at(-1) === closed) parent.children.pop();
      this.here = parent;
      this.depth--;
      if (closed === element) return;
    }
  }
}

function isHeading(tag: string): boolean {
  return /^h[1-6]$/.test(tag);
}

/** A script of data, not of code. */
function isData({ type }: Readonly<Record<string, string>>): boolean {
  return /^application\/(?:ld\+)?json\b/i.test(type?.trim() ?? '');
}

/** Those that count; of several of one name the first. */
type Attributes = readonly (readonly [name: string, value: string])[];

function attributesOf(attributes: Attributes): Readonly<Record<string, string>> {
  return attributes.length === 0 ? NAMELESS : Object.fromEntries(attributes.toReversed());
}
