/** Which elements hold the page's title, where no heading of the first level does. */

import type { Element } from './html-tree.js';

/** In UTF-16 code units. */
const LEAST = 15;

/** Where the title stands, too, and heads nothing. */
const BESIDE = new Set(['head', 'title', 'nav', 'aside', 'footer', 'form', 'option', 'button', 'figure']);

/**
 * Marks what holds the first text that is most of the page's title: a blog has its own name in the heading of the first
 * level, and a page made of blocks has none. Linear.
 */
export function withTitled(root: Element): Element {
  const title = titleIn(root);
  if (title.length < LEAST) return root;
  const isTitle = (text: string) => {
    const line = text.trim();
    return line.length >= LEAST && line.length * 2 > title.length && title.includes(line);
  };
  const found = firstHolding(root, isTitle);
  for (let at = found; at && !at.titled; at = at.parent) at.titled = true;
  return root;
}

function titleIn(root: Element): string {
  for (const html of [root, ...elementsIn(root)])
    for (const head of elementsIn(html))
      for (const { tag, children } of [head, ...elementsIn(head)])
        if (tag === 'title')
          return children
            .filter((child) => typeof child === 'string')
            .join('')
            .trim();
  return '';
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => typeof child !== 'string');
}

/** The first element, in the page's order, of whose own texts one is as asked. */
function firstHolding(root: Element, isAsked: (text: string) => boolean): Element | null {
  const left: Element[] = [root];
  for (let element = left.pop(); element; element = left.pop()) {
    if (BESIDE.has(element.tag)) continue;
    if (element.children.some((child) => typeof child === 'string' && isAsked(child))) return element;
    left.push(...elementsIn(element).reverse());
  }
  return null;
}
