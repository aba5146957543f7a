/** One thread as pages of many kinds. */

interface Reply {
  readonly heading: string | null;
  readonly body: readonly string[];
  readonly author: string;
  readonly role: string;
  readonly votes: number;
  readonly date: string;
}

export const thread = {
  heading: 'Does the jaw muscle stay thin after Botox?',
  body: ['I grind my teeth and had four sessions.', 'My dentist says the muscle will waste. Will it?'],
  asker: 'nightgrinder',
  answers: [
    {
      heading: 'It thins & stays thin',
      body: [
        'After the second session the masseter is thinner on ultrasound, and in most people it stays that way.',
        'That is what we are after: less force on the teeth.',
      ],
      author: 'Dr. Maren Holt',
      role: 'Oral surgeon, Bergen',
      votes: 12,
      date: 'Mar 3, 2019',
    },
    {
      heading: null,
      body: [
        'No. I have measured bite force in forty patients a year after the last visit, and it was what it had been before.',
      ],
      author: 'Ravi Menon, MD',
      role: 'Neurologist, Leeds',
      votes: 7,
      date: 'Mar 4, 2019',
    },
    {
      heading: 'See somebody about the grinding first',
      body: [
        'A splint costs less than a needle. Ask your dentist for one, wear it for three months, and come back if the headaches do not go.',
      ],
      author: 'Ola Brandt, NP',
      role: 'Nurse practitioner, Malmö',
      votes: 3,
      date: 'Mar 9, 2019',
    },
    {
      heading: 'A little, over many years',
      body: [
        'With ten years of regular treatment there is some loss of bulk.',
        'I would not call it a drawback, since the face looks slimmer and one needs fewer visits.',
      ],
      author: 'Prof. Ines Duarte',
      role: 'Facial plastic surgeon, Porto',
      votes: 21,
      date: 'Apr 1, 2019',
    },
  ] satisfies Reply[],
};

type Thread = typeof thread;

const esc = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (body: readonly string[]) => body.map((text) => `<p>${esc(text)}</p>`).join('\n');
const breaks = (body: readonly string[]) => body.map(esc).join('<br>\n<br>\n');
const titled = (tag: string, heading: string | null) => (heading ? `<${tag}>${esc(heading)}</${tag}>` : '');

function page({ heading }: Thread, body: string): string {
  return `<!DOCTYPE html><html><head><title>${esc(heading)} | Asked</title></head><body>
<div id="top"><a href="/">Asked</a><ul class="menu"><li><a href="/q">Questions</a></li><li><a href="/d">Doctors</a></li></ul></div>
${body}
<div id="foot"><p>Copyright 2019 Asked. All rights reserved. <a href="/t">Terms of use</a></p></div></body></html>`;
}

/** Pages by kind: how site generators, forums, word processors and people by hand write them. */
export const pages: Readonly<Record<string, (thread: Thread) => string>> = {
  cards: (t) =>
    page(
      t,
      `<div class="container"><div class="col-md-8"><div class="card"><div class="card-body"><h1 class="card-title">${esc(t.heading)}</h1>
${t.body.map((text) => `<p class="card-text">${esc(text)}</p>`).join('')}<small class="text-muted">Asked by ${t.asker}</small></div></div>
<h4>${t.answers.length} Answers</h4>${t.answers
        .map(
          (
            a,
          ) => `<div class="card"><div class="card-header"><strong>${a.author}</strong><span class="text-muted">${a.role}</span></div>
<div class="card-body">${titled('h5 class="card-title"', a.heading).replace('</h5 class="card-title">', '</h5>')}${a.body.map((text) => `<p class="card-text">${esc(text)}</p>`).join('')}</div>
<div class="card-footer"><button class="btn">Helpful ${a.votes}</button> <small>${a.date}</small></div></div>`,
        )
        .join(
          '',
        )}</div><div class="col-md-4"><div class="card"><div class="card-body"><h5>Related questions</h5><ul><li><a href="#">How many units do I need?</a></li><li><a href="#">Is it safe to fly?</a></li></ul></div></div></div></div>`,
    ),
  forum: (t) =>
    page(
      t,
      `<h2><a href="#">${esc(t.heading)}</a></h2>${[
        { ...t.answers[0], heading: null, body: t.body, author: t.asker, role: 'New member' } as Reply,
        ...t.answers,
      ]
        .map(
          (
            a,
            i,
          ) => `<div id="p${i}" class="post bg${i % 2}"><dl class="postprofile"><dt>${a.author}</dt><dd>${a.role}</dd><dd>Posts: ${i + 3}</dd></dl>
<div class="postbody"><h3><a href="#">${i > 0 ? 'Re: ' : ''}${esc(t.heading)}</a></h3><p class="author">by ${a.author} &raquo; ${a.date}</p>
<div class="content">${a.heading ? `<strong>${esc(a.heading)}</strong><br><br>` : ''}${breaks(a.body)}</div></div></div>`,
        )
        .join('<hr>')}`,
    ),
  comments: (t) =>
    page(
      t,
      `<article class="post hentry"><header><h1>${esc(t.heading)}</h1></header><div class="entry-content">${paragraphs(t.body)}</div></article>
<div id="comments"><h2>${t.answers.length} thoughts on this</h2><ol class="comment-list">${t.answers
        .map(
          (
            a,
            i,
          ) => `<li id="comment-${i}" class="comment ${i % 2 ? 'even' : 'odd'}"><article class="comment-body"><footer class="comment-meta"><b class="fn">${a.author}</b> <span class="says">says:</span> <time>${a.date}</time></footer>
<div class="comment-content">${a.heading ? `<p><strong>${esc(a.heading)}</strong></p>` : ''}${paragraphs(a.body)}</div><div class="reply"><a href="#">Reply</a></div></article>
${i === 0 ? `<ol class="children"><li class="comment"><article class="comment-body"><footer class="comment-meta"><b>${t.asker}</b></footer><div class="comment-content"><p>Thank you, that helps me a lot with my decision!</p></div></article></li></ol>` : ''}</li>`,
        )
        .join('')}</ol></div><form><h3>Leave a reply</h3><label>Comment</label><textarea></textarea></form>`,
    ),
  votes: (t) =>
    page(
      t,
      `<div id="content"><h1>${esc(t.heading)}</h1><div class="question" id="question"><span class="vote-count">12</span><div class="post-text">${paragraphs(t.body)}</div><div class="user-info">asked Mar 2 by <a href="#">${t.asker}</a></div></div>
<div id="answers"><h2>${t.answers.length} Answers</h2>${t.answers
        .map(
          (
            a,
            i,
          ) => `<div id="answer-${i}" class="answer${i ? '' : ' accepted-answer'}"><div class="js-vote-count">${a.votes}</div><div class="post-text">${titled('h3', a.heading)}${paragraphs(a.body)}</div>
<div class="user-info"><div class="user-action-time">answered <span>${a.date}</span></div><a href="#">${a.author}</a></div><div class="comments"><ul><li class="comment">Thank you, this is very helpful to know!</li></ul></div></div>`,
        )
        .join('')}</div></div>`,
    ),
  nameless: (t) =>
    page(
      t,
      `<div class="x1"><div class="x2"><h1>${esc(t.heading)}</h1><div>${t.body.map((text) => `<div class="p">${esc(text)}</div>`).join('')}</div></div>
<div class="x3">${t.answers
        .map(
          (
            a,
          ) => `<div class="x4"><div class="x5"><span class="n1">${a.author}</span><span class="n2">${a.role}</span></div>${titled('strong', a.heading)}
<div class="x6">${a.body.map((text) => `<div class="p">${esc(text)}</div>`).join('')}</div><div><span>${a.votes}</span><button>Like</button><span>${a.date}</span></div></div>`,
        )
        .join('')}</div></div>`,
    ),
  tables: (t) =>
    `<HTML><TITLE>${esc(t.heading)}</TITLE><BODY BGCOLOR=white><FONT SIZE=5><B>${esc(t.heading)}</B></FONT><P>${breaks(t.body)}<P><TABLE BORDER=1>${t.answers
      .map(
        (a) =>
          `<TR><TD><B>${a.author}</B><BR>${a.role}<TD>${a.heading ? `<B>${esc(a.heading)}</B><P>` : ''}${a.body.map(esc).join('<P>')}`,
      )
      .join('')}</TABLE><HR><CENTER><FONT SIZE=1>&copy; 1999</FONT></CENTER>`,
  definitions: (t) =>
    page(
      t,
      `<h1>${esc(t.heading)}</h1>${paragraphs(t.body)}<dl>${t.answers
        .map((a) => `<dt>${a.author}, ${a.role}</dt><dd>${titled('h3', a.heading)}${paragraphs(a.body)}</dd>`)
        .join('')}</dl>`,
    ),
  flat: (t) =>
    page(
      t,
      `<h1>${esc(t.heading)}</h1>${paragraphs(t.body)}<h2>Answers</h2>${t.answers
        .map(
          (a, i) =>
            `<h3>Answer ${i + 1}</h3><p><em>${a.author}, ${a.role}</em></p>${titled('h4', a.heading)}${paragraphs(a.body)}`,
        )
        .join('')}`,
    ),
  form: (t) =>
    `<html><body><form action="page.aspx"><h1>${esc(t.heading)}</h1>${paragraphs(t.body)}${t.answers
      .map(
        (a) =>
          `<div class="answer"><div class="byline">${a.author}</div>${titled('h3', a.heading)}${paragraphs(a.body)}</div>`,
      )
      .join('')}</form></body></html>`,
  microdata: (t) =>
    page(
      t,
      `<div itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">${esc(t.heading)}</h1><div itemprop="text">${paragraphs(t.body)}</div>${t.answers
        .map(
          (
            a,
          ) => `<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${a.author}</b></span>
${titled('h3', a.heading)}<div itemprop="text">${paragraphs(a.body)}</div><meta itemprop="upvoteCount" content="${a.votes}"><time itemprop="dateCreated" datetime="${a.date}">long ago</time></div>`,
        )
        .join('')}</div>`,
    ),
  'JSON-LD': (t) =>
    page(
      t,
      `<script type="application/ld+json">${JSON.stringify({
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: esc(t.heading),
          text: t.body.join('\n\n'),
          suggestedAnswer: t.answers.map((a) => ({
            '@type': 'Answer',
            ...(a.heading ? { name: a.heading } : {}),
            text: paragraphs(a.body),
            author: { '@type': 'Person', name: a.author },
            upvoteCount: a.votes,
            dateCreated: a.date,
          })),
        },
      })}</script><p>Please turn on JavaScript.</p>`,
    ),
};
