import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/parse/html.js';
import { recovers, splint, thins } from './parsed.js';
import { expectSound } from './sound.js';

/** The bodies of the answers of a page that holds one thread. */
function bodiesIn(text: string): string[] {
  const [thread] = parseHtml({ source: 'a.html', format: 'html', encoding: 'utf-8', text });
  if (!thread) throw new Error('no thread');
  expectSound(thread);
  return thread.answers.map(({ body }) => body.replace(/\s+/g, ' '));
}

const TITLE = 'Does the jaw muscle stay thin after Botox?';
const ASKED = 'I grind my teeth and had four sessions, 25 units a side. Will it waste away?';
const BODIES = [thins, recovers, splint];
const page = (body: string) =>
  `<!DOCTYPE html><html><head><title>${TITLE} – Needle &amp; Thread</title></head><body>${body}</body></html>`;

describe('pages whose elements say little', () => {
  test('the title in no heading of the first level: comments on it are the answers', () => {
    const comment = (text: string, i: number) =>
      `<li class="comment"><article class="comment-body"><b class="fn">Reader ${'ABC'[i]}</b> <span class="says">says:</span><div class="comment-content"><p>${text}</p></div></article></li>`;
    const post = (title: string) =>
      `<h1><a href="/">Needle &amp; Thread</a></h1><main><article class="post"><header class="entry-header">${title}</header><div class="entry-content"><p>${ASKED}</p></div><div class="comments-area"><div>3 thoughts on “${TITLE}”</div><ol class="comment-list">${BODIES.map(comment).join('')}</ol></div></article></main>`;
    for (const title of [`<h2>${TITLE}</h2>`, `<div class="entry-title"><a href="/q">${TITLE}</a></div>`])
      expect(bodiesIn(page(post(title)))).toEqual(BODIES);
  });

  test('articles in articles, named by a machine', () => {
    const post = (text: string, i: number) =>
      `<article class="cf0ta9b"><div class="c84x1"><a href="#">reader_${i}</a></div><div class="c12y6"><article class="c4gk1"><div>${text} So say my notes, and I have kept them since 2009.</div></article></div></article>`;
    const posts = [ASKED, ...BODIES].map(post);
    expect(bodiesIn(page(`<div class="c9z1"><h1>${TITLE}</h1></div>${posts.join('')}`))).toEqual(
      BODIES.map((text) => `${text} So say my notes, and I have kept them since 2009.`),
    );
  });

  test('plain blocks between headings are paragraphs', () => {
    const sections = BODIES.map(
      (text, i) =>
        `<h3>${['It does', 'It comes back', 'Save the money'][i]}</h3><div>By Dr. Ann ${'ABC'[i]}. Roe, oral surgeon, Leeds</div><div>${text}</div><div>Case ${i + 1} of my notes has the figures for all of this, should you want them.</div>`,
    );
    const found = bodiesIn(
      page(`<h1>${TITLE}</h1><div class="story"><div>${ASKED}</div>${sections.join('')}</div>`),
    );
    expect(found.map((body, i) => body.startsWith(BODIES[i] as string))).toEqual([true, true, true]);
  });

  test('a board’s line of who wrote when, in a block of no name', () => {
    const post = (text: string, i: number) =>
      `<div class="c${i}4v post x1"><div class="c8"><a href="#">reader_${i}</a></div><div class="c77"><p>by <strong>reader_${i}</strong> » Tue Nov 06, 2018 8:5${i} pm</p><div>${text}</div></div></div>`;
    const posts = [ASKED, ...BODIES].map(post);
    expect(bodiesIn(page(`<h2><a href="#">${TITLE}</a></h2>${posts.join('')}`))).toEqual(BODIES);
  });

  test('no-break blanks are blanks', () => {
    const post = (text: string) => `<div class="answer"><p>${text.replaceAll(' ', '&nbsp;')}</p></div>`;
    expect(bodiesIn(page(`<h1>${TITLE}</h1><p>${ASKED}</p>${BODIES.map(post).join('')}`))).toEqual(BODIES);
  });
  test('a name that leads somewhere, and a rank that the asker shares', () => {
    const post = (name: string, text: string) =>
      `<div class="pl-post"><div class="pl-post__side"><a class="pl-name" href="#">${name}</a><div class="pl-rank">Shelf Stocker</div></div><div class="pl-post__body"><div class="pl-rich">${text}</div></div></div>`;
    const posts = [
      post('marzipan', ASKED),
      post('ottoline', thins),
      post('marzipan', 'Well, that is not what I had hoped to read about it tonight.'),
      post('gravlax', recovers),
      post('bluestocking', splint),
    ];
    expect(bodiesIn(page(`<h1>${TITLE}</h1>${posts.join('')}`))).toEqual(BODIES);
  });
});
