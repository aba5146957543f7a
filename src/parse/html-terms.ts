/** Pages that give their answers as definitions: each stands below the terms that are its heading. */

import type { Element } from './html-tree.js';

/** For each definition among the posts, the first of the terms that it follows on: they are its heading. */
export function termsOf(posts: readonly Element[]): ReadonlyMap<Element, Element> {
  const found = new Map<Element, Element>();
  const lists = new Set(posts.filter(({ tag }) => tag === 'dd').map(({ parent }) => parent));
  for (const list of lists) {
    let term: Element | undefined;
    for (const child of list?.children ?? []) {
      if (typeof child === 'string') continue;
      if (child.tag === 'dt') term ??= child;
      else {
        if (term) found.set(child, term);
        term = undefined;
      }
    }
  }
  return found;
}
