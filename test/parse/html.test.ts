import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureCuts } from '../../src/evaluate/segmentation.js';
import type { Thread } from '../../src/model.js';
import { parseHtml } from '../../src/parse/html.js';
import { pages, thread } from './pages.js';
import { expectSound } from './sound.js';

function parseAll(text: string): Thread[] {
  const threads = parseHtml({ source: 'a.html', format: 'html', encoding: 'utf-8', text });
  for (const one of threads) expectSound(one);
  return threads;
}

function parse(text: string): Thread {
  const [one, ...others] = parseAll(text);
  expect(others).toEqual([]);
  return one as Thread;
}

const words = (text: string | null) => text?.replace(/\s+/g, ' ');
const answersOf = ({ answers }: Thread) => answers.map(({ heading, body }) => [heading, words(body)]);

describe('one thread as a page of every kind', () => {
  test.each(Object.entries(pages))('%s', (_, page) => {
    const { question, answers } = parse(page(thread));
    expect(question.heading).toBe(thread.heading);
    expect(words(question.body)).toBe(thread.body.join(' '));
    expect(answers.map(({ heading, body }) => [heading, words(body)])).toEqual(
      thread.answers.map(({ heading, body }) => [heading, body.join(' ')]),
    );
  });

  test.each(['cards', 'votes', 'microdata', 'JSON-LD'])('author, votes and date of %s', (kind) => {
    const { answers } = parse(pages[kind]?.(thread) ?? '');
    expect(answers.map(({ author, votes, date }) => [author, votes, date])).toEqual(
      thread.answers.map(({ author, votes, date }) => [author, votes, date]),
    );
  });
});

describe('JSON-LD', () => {
  const flat = pages.flat as (t: typeof thread) => string;

  test.each([
    ['broken', '{"@type": "QAPage", "mainEntity": {"name": "Unfinished'],
    ['of something else', '{"@type": "BreadcrumbList", "itemListElement": []}'],
    ['without answers', '{"@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Other?"}}'],
  ])('that is %s leaves the page to be read', (_, data) => {
    const page = flat(thread).replace('<h1>', `<script type="application/ld+json">${data}</script><h1>`);
    expect(parse(page).answers).toHaveLength(thread.answers.length);
  });

  test('that holds but the beginning of what the page shows leaves the page to be read', () => {
    const teaser = { '@type': 'Answer', text: 'After the second session the masseter is thinner …' };
    const question = { '@type': 'Question', name: thread.heading, answerCount: 4, acceptedAnswer: teaser };
    const data = JSON.stringify({ '@type': 'QAPage', mainEntity: question });
    const page = flat(thread).replace('<h1>', `<script type="application/ld+json">${data}</script><h1>`);
    expect(parse(page).answers).toHaveLength(thread.answers.length);
  });

  test('of several questions gives several threads', () => {
    const question = (name: string) => ({
      '@type': 'Question',
      name,
      acceptedAnswer: { '@type': 'Answer', text: 'Yes.' },
    });
    const data = JSON.stringify({ '@type': 'FAQPage', mainEntity: [question('A?'), question('B?')] });
    const threads = parseAll(`<script type="application/ld+json">${data}</script>`);
    expect(threads.map(({ source, question: { heading } }) => [source, heading])).toEqual([
      ['a.html#1', 'A?'],
      ['a.html#2', 'B?'],
    ]);
  });
});

describe('text', () => {
  const bodyOf = (inner: string) => parse(`<h1>Why?</h1><div class="answer">${inner}</div>`).answers[0]?.body;

  test.each([
    [
      'entities and white space',
      'It&nbsp;is   <i>not</i>\n weak &amp; never&#8217;s.',
      'It is not weak & never’s.',
    ],
    ['paragraphs that are left open', '<p>One is here.<p>Two is here.', 'One is here.\n\nTwo is here.'],
    [
      'line breaks',
      'One is here.<br>Two is here.<br><br>Three is here.',
      'One is here.\nTwo is here.\n\nThree is here.',
    ],
    [
      'lists',
      '<p>For these reasons:</p><ul><li>it is one<li>it is two</ul>',
      'For these reasons:\n\nit is one\nit is two',
    ],
    ['words parted by tags', '<p>It is w<b>ea</b>k.</p>', 'It is weak.'],
    [
      'scripts, styles and hidden parts',
      '<p>It is weak.</p><style>p{}</style><script>no()</script><p hidden>Not.</p>',
      'It is weak.',
    ],
    ['lines of code', '<pre>one is here\n\ntwo is here</pre>', 'one is here\n\ntwo is here'],
  ])('%s', (_, inner, body) => {
    expect(bodyOf(inner)).toBe(body);
  });

  test('a quotation in an answer is set apart', () => {
    const { text, answers } = parse(
      '<h1>Why?</h1><div class="answer"><p>You ask:</p><blockquote>Will it waste?</blockquote><p>No, it will not waste.</p></div>',
    );
    expect(answers[0]?.excluded.map((span) => text.slice(...span))).toEqual(['Will it waste?']);
  });

  test('a quotation that an answer opens with is none of it', () => {
    const { answers } = parse(
      '<h1>Why?</h1><div class="answer"><blockquote>Will it waste?</blockquote><p>No, it will not waste.</p></div>',
    );
    expect(answers.map(({ body }) => body)).toEqual(['No, it will not waste.']);
  });
});

describe('names without titles, and the end of a page', () => {
  const section = (heading: string, text: string) => `<h2>${heading}</h2>${text}`;
  const names = ['Anna Kowalska', 'Tom Bell', 'Priya Nair, Leeds', 'Jun Sato'];
  const end = section(
    'About this page',
    '<p>Our panel answers one question a week, and nothing here replaces a visit to your own doctor.</p>',
  );

  test.each([
    ['with names', (name: string) => `<p>${name}</p>`],
    ['without', () => ''],
  ])('%s', (_, card) => {
    const sections = thread.answers.map((a, i) =>
      section(
        a.heading ?? 'No loss',
        `${card(names[i] as string)}${a.body.map((text) => `<p>${text}</p>`).join('')}`,
      ),
    );
    const { answers } = parse(
      `<h1>${thread.heading}</h1><p>${thread.body.join(' ')}</p>${sections.join('')}${end}`,
    );
    expect(answers.map((a) => words(a.body))).toEqual(thread.answers.map((a) => a.body.join(' ')));
  });
});

describe('data and page', () => {
  test('a heading that the data has in one string with its answer is the page’s', () => {
    const told = thread.answers.map((a, i) => ({
      heading: a.heading ?? `No loss ${i}`,
      body: a.body.join(' '),
    }));
    const data = {
      '@type': 'Question',
      name: thread.heading,
      suggestedAnswer: told.map(({ heading, body }) => ({ '@type': 'Answer', text: `${heading}: ${body}` })),
    };
    const posts = told.map(
      ({ heading, body }) =>
        `<div class="answer"><h3>${heading}</h3><div class="body"><p>${body}</p></div></div>`,
    );
    const { answers } = parse(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><h1>${thread.heading}</h1>${posts.join('')}`,
    );
    expect(answers.map(({ heading }) => heading)).toEqual(told.map(({ heading }) => heading));
  });
});

describe('what a screen reader is told', () => {
  test('a reply to a comment is none of its words', () => {
    const post = (label: string, name: string, body: string) =>
      `<div aria-label="${label}" role="article"><a>${name}</a><div>${body}</div></div>`;
    const comments = thread.answers.map(({ body }, i) => {
      const name = `Jane Roe${i}`;
      const reply = post(
        `Reply by Bob Kay to ${name}'s comment 5 days ago`,
        'Bob Kay',
        'hahaha so true, this is it',
      );
      return `<div class="x1a"><div>${post(`Comment by ${name} 6 days ago`, name, body.join(' '))}</div><div>${reply}</div></div>`;
    });
    const { answers } = parse(`<h1>${thread.heading}</h1>${comments.join('')}`);
    expect(answers.map(({ body }) => words(body))).toEqual(thread.answers.map(({ body }) => body.join(' ')));
  });
});

describe('where the posts stand', () => {
  const replies = thread.answers
    .map(({ heading, body, author }, i) => {
      const lead = heading === null ? '' : `<p><strong>${heading}</strong></p>`;
      const text = body.map((one) => `<p>${one}</p>`).join('');
      return `<div class="loop-item-${i} reply"><div class="reply-author">${author}</div><div class="reply-content">${lead}${text}</div></div>`;
    })
    .join('');
  const asked = `<h1>${thread.heading}</h1><div class="topic"><div class="reply-content">${thread.body.map((one) => `<p>${one}</p>`).join('')}</div></div>`;
  const expected = thread.answers.map(({ heading, body }) => [heading, body.join(' ')]);

  test('in a list of replies, inside the article that has the title', () => {
    const page = `<article class="post">${asked}<ul class="forum-replies"><li class="body">${replies}</li></ul></article>`;
    expect(answersOf(parse(page))).toEqual(expected);
  });

  test('in one of the cells by which a page was laid out', () => {
    const rows = thread.answers
      .map(({ heading, body, author }) => {
        const lead = heading === null ? '' : `<p><b>${heading}</b></p>`;
        return `<hr><p>${author}, M.D. | Boston, MA | View profile</p>${lead}${body.map((one) => `<p>${one}</p>`).join('')}<p>Rate this answer</p>`;
      })
      .join('');
    const page = `<table><tr><td><a href="/">Home</a><br><a href="/f">Face</a><br><p>Free brochure for all who write to us.</p></td><td><p><b>${thread.heading}</b></p><p>${thread.body.join(' ')}</p><p>Answers (4)</p>${rows}</td></tr></table>`;
    expect(parse(page).answers).toHaveLength(thread.answers.length);
  });
});

describe('pages without answers', () => {
  test.each([
    '',
    '<html></html>',
    '<html><body><h1>Welcome</h1><p>Hello</p></body></html>',
    '<nav>Home</nav><form><label>User</label><input></form>',
    '<div id="root"></div><script>app()</script>',
    '<h1>Does it weaken?</h1><p>I am 40 and want to know whether it weakens. Does it?</p>',
  ])('%s', (page) => {
    expect(parse(page).answers).toEqual([]);
  });
});

describe('hostile pages', () => {
  const units = [
    '<div>',
    '<p>',
    '<b>',
    '<p><font a>',
    '<ul><li>a',
    '<table><tr><td>a',
    '<br>',
    '</div>',
    '<',
    '&amp;',
    '<!--',
  ];
  const more = [
    '<div class=answer>a b',
    '<h1>a',
    '<a href=x>',
    '<pre>a\n\n',
    '<blockquote>a',
    '<dl><dt>a<dd>b',
    '<x a="',
    '[',
    ' ',
  ];
  test.each([...units, ...more])('50 kB of %s', (unit) => {
    parseAll(unit.repeat(50_000 / unit.length));
  });

  test('formatting that is opened again in every paragraph', () => {
    const fonts = Array.from({ length: 2000 }, (_, i) => `<font c${i}>`).join('');
    parseAll(`<p>${fonts}</p>${'<p>a</p>'.repeat(2000)}`);
  });

  test('any text gives a sound thread', () => {
    const tag = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div class="answer">',
        '</div>',
        '<h1>',
        '<h2>',
        '</h2>',
        '<br>',
        '<hr>',
        '<li>',
        '<dd>',
        '<dt>',
      ],
      ...[
        '<b>',
        '</b>',
        '<time>',
        '<span class="author">',
        '</span>',
        '<blockquote>',
        '<article>',
        '<pre>',
        '<title>',
        '<nav>',
      ],
      ...[
        '<div itemscope itemtype="https://schema.org/Question">',
        '<div itemscope itemtype="https://schema.org/Answer">',
      ],
      ...[
        '<p itemprop="text">',
        '<script type="application/ld+json">',
        '{}',
        '</script>',
        'Does it weaken?',
        'Dr. Roe, MD',
        '&',
      ],
      ...[
        'Yes, it weakens over the years, and that is what we want.',
        '12',
        '\u202e',
        '\u200b',
        '\ud800',
        '\0',
        '\r\n',
      ],
    );
    const piece = fc.oneof({ weight: 4, arbitrary: tag }, fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void parseAll(pieces.join(''))));
  });
});

describe('other authors', () => {
  const folder = join(import.meta.dirname, '../../../shared/train');
  test.skipIf(!existsSync(folder)).each(['f7', 'f8'])('%s', (name) => {
    const found = parse(readFileSync(join(folder, `${name}.html`), 'utf8'));
    const cuts = JSON.parse(readFileSync(join(folder, `${name}.blocks.json`), 'utf8'));
    expect(answersOf(found)).toHaveLength(cuts.length);
    expect(measureCuts(found.text, found.answers, cuts)).toMatchObject({
      hits: cuts.length,
      whole: cuts.length,
    });
  });
});

describe('pages of sites', () => {
  const thins =
    'After the second session the masseter is thinner on ultrasound, and in most people it stays so.';
  const recovers = 'I measured the bite of forty patients a year after the last visit, and it was as before.';
  const splint = 'A splint costs less than a needle. Wear one for three months and come back after that.';
  const all = [thins, recovers, splint];
  const title = 'Does the jaw muscle stay thin after Botox?';
  const page = (inner: string, head = '') =>
    `<html><head><title>${title} - Jaws</title>${head}</head><body><h1>${title}</h1>${inner}</body></html>`;
  const found = (inner: string, head?: string) =>
    parse(page(inner, head)).answers.map(({ body }) => words(body));

  test('data that says that it has but some of the answers', () => {
    const data = (answers: string[], answerCount: number) =>
      `<script type="application/ld+json">${JSON.stringify({
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: title,
          answerCount,
          suggestedAnswer: answers.map((text) => ({ '@type': 'Answer', text })),
        },
      })}</script>`;
    const shown = all.map((text) => `<article><h3>Dr. Roe</h3><p>${text}</p></article>`).join('');
    expect(found(shown, data(all.slice(0, 2), 3))).toEqual(all);
    expect(found(shown, data(all.slice(0, 2), 2))).toEqual(all.slice(0, 2));
  });

  test('data that has but the beginnings of as many answers', () => {
    const data = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: title,
        suggestedAnswer: all.map((text) => ({ '@type': 'Answer', text: `${text.slice(0, 40)}...` })),
      },
    })}</script>`;
    expect(
      found(all.map((text) => `<article><h3>Dr. Roe</h3><p>${text}</p></article>`).join(''), data),
    ).toEqual(all);
  });

  test('a page’s other data holds no thread', () => {
    const crumbs = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', name: 'Jaws', text: 'All about jaws and the muscles there.' }],
    })}</script>`;
    expect(found(all.map((text) => `<div class="answer"><p>${text}</p></div>`).join(''), crumbs)).toEqual(
      all,
    );
  });

  test('questions that are often asked, beside a thread', () => {
    const faq = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'FAQPage',
      mainEntity: ['How long does it last?', 'What does it cost?'].map((name) => ({
        '@type': 'Question',
        name,
        acceptedAnswer: { '@type': 'Answer', text: 'Ask at the desk, they know.' },
      })),
    })}</script>`;
    expect(found(all.map((text) => `<div class="answer"><p>${text}</p></div>`).join(''), faq)).toEqual(all);
  });

  test('classes that say nothing: a title, the body, and a remark below it', () => {
    const titles = ['Yes, some thinning', 'It came back as it was', 'Try another thing first'];
    const bodies = all.map(
      (text) => `${text} So say my notes, and I have kept them since 2009 for all who come.`,
    );
    const card = (text: string, i: number) =>
      `<div class="k3ply"><div class="q44"><span class="u3">reader_${i}</span><span class="d1">Sep ${i + 4}, 2024</span></div>` +
      `<div class="x0 h31"><span>${titles[i]}</span></div><div class="b77"><span>${text}</span></div>` +
      `<div class="a0"><span>♡ ${i}</span><span>Reply</span></div>` +
      `<div class="s8"><div class="q44"><span class="u3">other_${i}</span></div><div class="r77"><span>Oh dear.</span></div></div></div>`;
    const { answers } = parse(page(bodies.map(card).join('')));
    expect(answers.map(({ heading, body }) => [heading, words(body)])).toEqual(
      bodies.map((text, i) => [titles[i], text]),
    );
  });

  test('a board’s articles hold articles; ranks are no headings; the asker’s posts are none', () => {
    const post = (name: string, text: string, i: number) =>
      `<article class="message message--post"><section class="message-user"><h4 class="message-name"><a class="username">${name}</a></h4><h5 class="userTitle message-userTitle">Well-known member</h5></section><div class="message-content"><article class="message-body"><div class="bbWrapper">${text}</div></article></div><a href="#">#${i}</a></article>`;
    const posts = [
      ['grinder', 'I had four sessions and my jaw tires by noon. Will it waste away?'],
      ['holt', thins],
      ['grinder', 'That is what I was afraid of, so I shall stop with it before the summer.'],
      ['menon', recovers],
      ['brandt', splint],
    ].map(([name, text], i) => post(name as string, text as string, i + 1));
    const { answers } = parse(page(posts.join('')));
    expect(answers.map(({ heading, author, body }) => [heading, author, words(body)])).toEqual([
      [null, 'holt', thins],
      [null, 'menon', recovers],
      [null, 'brandt', splint],
    ]);
  });

  test('answers in block quotations, one of them with a list', () => {
    const quoted = ['Maren Holt', 'Ravi Menon', 'Ola Brandt'].map(
      (name, i) =>
        `<p><strong>Dr. ${name}</strong>, surgeon, Leeds:</p><blockquote><p>${all[i]}</p>${i === 1 ? '<ul><li>before: 13 mm</li><li>after: 13 mm</li></ul>' : ''}</blockquote>`,
    );
    const { answers } = parse(page(`<p>We asked three of them.</p>${quoted.join('')}`));
    expect(answers.map(({ author }) => author)).toEqual([
      'Dr. Maren Holt',
      'Dr. Ravi Menon',
      'Dr. Ola Brandt',
    ]);
  });

  test('elements of a page’s own making, and names by a machine', () => {
    const comments = all.map(
      (text, i) =>
        `<jaw-comment class="x element-7f1ad"><div class="c1h7-meta">holt${i}</div><div class="text-7ad"><p>${text}</p></div></jaw-comment>`,
    );
    expect(found(comments.join(''))).toEqual(all);
  });

  test('names as headings: what stands above the first and below the last is none', () => {
    const sections = ['Maren Holt, MD', 'Ravi Menon, MD', 'Ola Brandt, NP'].map(
      (name, i) => `<h2>${name}</h2><p>${all[i]}</p>`,
    );
    const around = [
      '<p>I have had it for years, and wondered what it does to me. So I asked three experts.</p>',
      '<h2>The Final Takeaway</h2><p>Three experts, three answers. I shall go on as I did, and so should you.</p>',
    ];
    expect(found(around[0] + sections.join('') + around[1])).toEqual(all);
  });

  test('data with a part of the answers, which says nothing of the others', () => {
    const six = [...all, ...all.map((text) => `As I see it: ${text}`)];
    const data = `<script type="application/ld+json">${JSON.stringify({
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: title,
        suggestedAnswer: six.slice(0, 2).map((text) => ({ '@type': 'Answer', text })),
      },
    })}</script>`;
    expect(found(six.map((text) => `<div class="answer"><p>${text}</p></div>`).join(''), data)).toEqual(six);
  });

  test('a layout whose parts are named by a machine is none of posts', () => {
    const answers = all.map(
      (text) =>
        `<div class="css-1q8"><div class="css-9vd"><a href="/d">Dr. Maren Holt</a><span> answered</span></div><div class="css-13o"><strong class="css-1tx">No: </strong><a class="css-k00" href="/t">it</a> ${text}</div></div>`,
    );
    const related = Array.from(
      { length: 3 },
      () =>
        '<div class="css-re1"><a href="#">How long does it last in a jaw?</a><div>For a season, mostly.</div></div>',
    );
    const parts = [
      `<div class="css-q7k"><h2>${title}</h2><div>I grind my teeth. Will it waste away?</div></div>`,
      '<div class="css-cnt">3 doctor answers</div>',
      `<div class="css-lst">${answers.join('')}</div>`,
      `<div class="css-rel">${related.join('')}</div>`,
      '<div class="css-ft3"><p>Do not take what you read here for advice, and ask a doctor of your own.</p></div>',
    ];
    expect(found(`<div class="css-1db">${parts.join('')}</div>`)).toEqual(
      all.map((text) => `No: it ${text}`),
    );
  });

  test('an answer’s name may have the word question in it', () => {
    const items = all.map(
      (text, i) =>
        `<div class="q-box question_answer_item_${i}"><b>Maren Holt</b><p>${text} Do you?</p></div>`,
    );
    expect(found(items.join(''))).toHaveLength(3);
  });

  test('a quotation that a board shows in a table', () => {
    const heads = ['What I saw in the clinic', 'Forty of them bit on it', 'Begin with the cheaper one'];
    const post = (text: string, i: number) =>
      `<div class="post" id="edit${i}"><div class="username">holt${i}</div><div><strong>${heads[i]}</strong></div><hr><div id="post_message_${i}">${text}</div></div>`;
    const quoted = `<div>Quote:</div><table><tr><td><div>Originally Posted by <strong>holt0</strong></div><div>${thins}</div></td></tr></table>${recovers}`;
    const { answers } = parse(page([thins, quoted, splint].map(post).join('')));
    expect(answers.map(({ heading, body }) => [heading, words(body)])).toEqual(
      all.map((text, i) => [heads[i], text]),
    );
  });
});

test('a reply to a post that is as long as an answer is one; a short one is a remark', () => {
  const post = (author: string, words: string, replies = '') =>
    `<li class="comment"><div class="comment-author"><b class="fn">${author}</b></div><div class="comment-content"><p>${words}</p></div>${replies}</li>`;
  const long = `With respect to Dr Dee, I see the other end of it. ${'Where one set of muscles goes weak another takes over, and those who have had it for long come to me with it. '.repeat(4)}`;
  const nested = `<ol class="children">${post('Phil Roe', 'Well said.')}${post('Bo Lund', long)}</ol>`;
  const text = `<html><body><h1>Do facial muscles weaken from Botox use?</h1><p>I have had it for nine years and wonder whether my muscles are the worse for it. What do you see?</p><ol class="comment-list">${post('Ann Dee', 'They do weaken over the years, and I find it in everyone whom I have treated for long enough to tell. Lines fade.', nested)}${post('Cy Moe', 'Mine never did. I took two years off to have the twins, and my frown was back before they were, as deep as ever.')}</ol></body></html>`;
  expect(parse(text).answers.map(({ author, body }) => [author, body.slice(0, 12)])).toEqual([
    ['Ann Dee', 'They do weak'],
    ['Bo Lund', 'With respect'],
    ['Cy Moe', 'Mine never d'],
  ]);
});
