import { describe, expect, test } from 'vitest';
import type { Thread } from '../../src/model.js';
import { parseJson } from '../../src/parse/json.js';
import { expectSound } from './sound.js';

function parse(value: unknown): Thread[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const threads = parseJson({ source: 'a.json', format: 'json', encoding: 'utf-8', text });
  for (const thread of threads) expectSound(thread);
  return threads;
}

/** The question and the answers of a document with one thread, in short. */
function brief(value: unknown) {
  const [thread, ...others] = parse(value);
  expect(others).toEqual([]);
  const { question, answers } = thread as Thread;
  return [
    question.heading,
    question.body,
    ...answers.map(({ heading, body }) => (heading ? [heading, body] : body)),
  ];
}

describe('schema.org', () => {
  const answers = {
    acceptedAnswer: {
      '@type': 'Answer',
      text: 'Yes.',
      upvoteCount: 3,
      author: { name: 'Dr. A' },
      dateCreated: '2020-01-02',
    },
    suggestedAnswer: [{ '@type': 'Answer', name: 'Not so', text: 'No.' }],
  };
  const question = { '@type': 'Question', name: 'Does it?', text: 'I am 40.', ...answers };

  test.each<[string, unknown]>([
    ['QAPage', { '@context': 'https://schema.org', '@type': 'QAPage', mainEntity: question }],
    ['QAPage with a list', { '@type': ['WebPage', 'QAPage'], mainEntity: [question] }],
    ['a bare Question', question],
    [
      'a graph',
      {
        '@graph': [
          { '@type': 'Organization', name: 'Ask' },
          { '@type': 'QAPage', mainEntity: question },
        ],
      },
    ],
    ['a list', [{ '@type': 'BreadcrumbList' }, question]],
    ['full type names', { ...question, '@type': 'http://schema.org/Question' }],
    [
      'an answer that is accepted and suggested',
      { ...question, suggestedAnswer: [answers.acceptedAnswer, ...answers.suggestedAnswer] },
    ],
  ])('%s', (_, value) => {
    expect(brief(value)).toEqual(['Does it?', 'I am 40.', 'Yes.', ['Not so', 'No.']]);
  });

  test('author, votes and date are taken', () => {
    expect(parse(question)[0]?.answers[0]).toMatchObject({ author: 'Dr. A', votes: 3, date: '2020-01-02' });
  });

  test('FAQPage has a thread for each question', () => {
    const page = { '@type': 'FAQPage', mainEntity: [question, { ...question, name: 'Why?' }] };
    expect(parse(page).map(({ source, question: { heading } }) => [source, heading])).toEqual([
      ['a.json#1', 'Does it?'],
      ['a.json#2', 'Why?'],
    ]);
  });

  test('markup and entities are read, a quotation is set apart', () => {
    const text =
      '<p>Yes &amp; no.</p><blockquote><p>I am 40.</p></blockquote><p>It&#39;s <b>weak</b>.<br>Really.</p>';
    const [thread] = parse({ ...question, acceptedAnswer: { text }, suggestedAnswer: [] });
    const [answer] = thread?.answers ?? [];
    expect(answer?.body).toBe("Yes & no.\n\nI am 40.\n\nIt's weak.\nReally.");
    expect(answer?.excluded.map((span) => thread?.text.slice(...span))).toEqual(['I am 40.']);
    expect(
      brief({ ...question, acceptedAnswer: { text: '&lt;p&gt;Yes.&lt;/p&gt;' }, suggestedAnswer: [] })[2],
    ).toBe('Yes.');
    expect(
      brief({ ...question, acceptedAnswer: { text: 'A <em>b</em>.\n\nC &lt; d.' }, suggestedAnswer: [] })[2],
    ).toBe('A b.\n\nC < d.');
  });

  test("a heading that is the question's or a label is none", () => {
    const named = (name: string) =>
      brief({
        ...question,
        acceptedAnswer: { '@type': 'Answer', name, text: 'Yes.' },
        suggestedAnswer: [],
      })[2];
    expect(named('Re: Does it?')).toBe('Yes.');
    expect(named('Answer 1')).toBe('Yes.');
    expect(named('Does it weaken?')).toEqual(['Does it weaken?', 'Yes.']);
  });
});

describe('other shapes', () => {
  test.each<[string, unknown, unknown[]]>([
    ['strings', ['Yes.', 'No.'], [null, null, 'Yes.', 'No.']],
    [
      'objects',
      [{ body: 'Yes.' }, { answer: 'No.', title: 'Not so' }],
      [null, null, 'Yes.', ['Not so', 'No.']],
    ],
    ['question and answers', { question: 'Does it?', answers: ['Yes.'] }, ['Does it?', null, 'Yes.']],
    [
      'question as an object',
      { question: { title: 'Does it?', body: 'I am 40.' }, answers: [{ content: 'Yes.' }] },
      ['Does it?', 'I am 40.', 'Yes.'],
    ],
    [
      'title and body',
      { title: 'Does it?', body: 'I am 40.', replies: [{ text: 'Yes.' }] },
      ['Does it?', 'I am 40.', 'Yes.'],
    ],
    [
      'title and question',
      { title: 'Does it?', question: 'I am 40.', answers: ['Yes.'] },
      ['Does it?', 'I am 40.', 'Yes.'],
    ],
    [
      'wrapped',
      { status: 200, data: { thread: { question: 'Does it?', answers: ['Yes.'] } } },
      ['Does it?', null, 'Yes.'],
    ],
    [
      'answers by id',
      { question: 'Does it?', answers: { a1: { text: 'Yes.' }, a2: { text: 'No.' } } },
      ['Does it?', null, 'Yes.', 'No.'],
    ],
    [
      'answers inside of objects',
      { question: 'Does it?', answers: [{ answer: { text: 'Yes.' }, author: 'A' }] },
      ['Does it?', null, 'Yes.'],
    ],
    [
      'paragraphs',
      { question: 'Does it?', answers: [{ body: ['Yes.', 'Slowly.'] }] },
      ['Does it?', null, 'Yes.\n\nSlowly.'],
    ],
    ['one pair', { question: 'Does it?', answer: 'Yes.' }, ['Does it?', null, 'Yes.']],
    [
      'posts of a kind',
      [
        { type: 'question', title: 'Does it?', text: 'I am 40.' },
        { type: 'answer', text: 'Yes.' },
        { type: 'comment', text: 'Thanks.' },
      ],
      ['Does it?', 'I am 40.', 'Yes.'],
    ],
    [
      'posts',
      { title: 'Does it?', posts: [{ text: 'I am 40. Does it?' }, { text: 'Yes.' }] },
      ['Does it?', 'I am 40. Does it?', 'Yes.'],
    ],
    ['a question without answers', { question: 'Does it?', answers: [] }, ['Does it?', null]],
  ])('%s', (_, value, expected) => {
    expect(brief(value)).toEqual(expected);
  });

  test('several threads', () => {
    const threads = [
      { question: 'A?', answers: ['Yes.'] },
      { question: 'B?', answers: ['No.'] },
    ];
    for (const value of [threads, { threads }]) {
      expect(parse(value).map(({ source, answers }) => [source, answers.length])).toEqual([
        ['a.json#1', 1],
        ['a.json#2', 1],
      ]);
    }
  });

  test('remarks on answers make no threads of them, where a question or their type says what they are', () => {
    const items = [
      { type: 'answer', body: 'It does.', comments: [{ body: 'Thank you!' }] },
      { type: 'promoted', body: 'Smooth without needles.' },
      { type: 'moderator_note', body: 'Be kind.' },
      { type: 'answer', body: 'It does not.', comments: [] },
    ];
    const question = { title: 'Does it weaken?', body: 'Five years now.' };
    expect(brief({ status: 'ok', data: { question, items } })).toEqual([
      'Does it weaken?',
      'Five years now.',
      'It does.',
      'It does not.',
    ]);
    expect(brief(items).slice(2)).toEqual(['It does.', 'It does not.']);
  });

  test("Stack Exchange's questions with answers, and its answers by question", () => {
    const owner = { display_name: 'Dr. A' };
    const answers = [
      {
        answer_id: 1,
        question_id: 7,
        score: 5,
        creation_date: 1_580_000_000,
        owner,
        body: '<p>Yes &amp; no.</p>',
        title: 'Does it?',
      },
      { answer_id: 2, question_id: 7, score: -1, owner, body: '<p>No.</p>', title: 'Does it?' },
    ];
    const question = { question_id: 7, title: 'Does it?', body: '<p>I am 40.</p>', answers };
    expect(brief({ items: [question], has_more: false })).toEqual([
      'Does it?',
      'I am 40.',
      'Yes & no.',
      'No.',
    ]);
    expect(brief({ items: answers })).toEqual(['Does it?', null, 'Yes & no.', 'No.']);
    expect(parse({ items: answers })[0]?.answers[0]).toMatchObject({
      author: 'Dr. A',
      votes: 5,
      date: '2020-01-26',
    });
    expect(
      parse({ items: [...answers, { answer_id: 3, question_id: 8, body: 'X.', title: 'Why?' }] }),
    ).toHaveLength(2);
  });

  test('votes and authors as people write them', () => {
    const answers = [
      { text: 'a', votes: { up: 5, down: 2 }, user: { name: 'Ann' } },
      { text: 'b', likes: '12', name: 'Bo' },
      { text: 'c', upvotes: 4, downvotes: 1, by: ['Cy', 'Di'] },
    ];
    expect(
      parse({ question: 'Does it?', answers })[0]?.answers.map(({ votes, author }) => [votes, author]),
    ).toEqual([
      [3, 'Ann'],
      [12, 'Bo'],
      [3, 'Cy, Di'],
    ]);
  });
});

test('a topic of Discourse: the title beside the list, the asker, who keeps order, what was done to it, quotations', () => {
  const post = (post_number: number, username: string, cooked: string, more: object = {}) => ({
    post_number,
    username,
    cooked: `<p>${cooked}</p>`,
    ...more,
  });
  const topic = {
    post_stream: {
      posts: [
        post(1, 'ann', 'Four sessions so far, any experience with longer use?'),
        post(2, 'mole', 'It thins after the second session.'),
        post(3, 'system', 'This topic was tagged.', { action_code: 'tags_changed' }),
        post(4, 'ann', 'Good to know, and was it both sides?'),
        {
          ...post(5, 'wren', ''),
          cooked:
            '<aside class="quote no-group" data-post="2"><div class="title">mole:</div><blockquote><p>It thins</p></blockquote></aside><p>It does, and comes back.</p>',
        },
        post(6, 'kim', 'Moving this to Treatments.', { moderator: true }),
        post(7, 'kim', 'Mine came back within a year.', { moderator: true }),
      ],
      stream: [1, 2, 3, 4, 5, 6, 7],
    },
    suggested_topics: [{ title: 'Another one', excerpt: 'I was switched …' }],
    title: 'Long use and the jaw',
  };
  expect(brief(topic)).toEqual([
    'Long use and the jaw',
    'Four sessions so far, any experience with longer use?',
    'It thins after the second session.',
    'It does, and comes back.',
    'Mine came back within a year.',
  ]);
});

test('those without a name are not the asker for having none', () => {
  const post = (author: string, text: string) => ({ author, text });
  const thread = {
    posts: [post('Anonymous', 'Does it thin?'), post('Anonymous', 'It thins.'), post('mole', 'It does.')],
  };
  expect(brief(thread)).toEqual([null, 'Does it thin?', 'It thins.', 'It does.']);
});

test('names that say nothing: the list with most prose, its replies, the asker, what was taken down, promoted posts', () => {
  const who = (shown: string) => ({ shown_as: shown, kind: 'reader' });
  const long =
    'In the two years that it takes, you will see useful movement after four or five months, like everybody else; it is only the last of it that comes slowly.';
  const value = {
    made: '2024-02-18',
    topic: {
      heading: 'Will it waste away?',
      opened_by: who('Freya H.'),
      text: 'I began at 26. Do the muscles waste away from that?',
      shelf: ['botox', 'long term', 'upper face'],
    },
    voices: [
      {
        text: 'They do get thinner over the years, and that is why early starters look so smooth.',
        voice_of: who('Dr. Wolniak'),
        beneath: [
          {
            text: 'Thank you, that is lovely to hear, and I shall tell all my friends of it!',
            voice_of: who('Freya H.'),
          },
          { text: 'lol', voice_of: who('Bo') },
          { text: long, voice_of: who('Dr. Wolniak') },
        ],
      },
      { text: '[taken down: selling]', voice_of: who('bargains') },
      {
        text: 'I do not recommend to start so early, for precisely this reason, to anybody.',
        voice_of: who('Dr. Garrigue'),
      },
    ],
  };
  expect(brief(value)).toEqual([
    value.topic.heading,
    value.topic.text,
    value.voices[0]?.text,
    long,
    value.voices[2]?.text,
  ]);
  expect(parse(value)[0]?.answers.map(({ author }) => author)).toEqual([
    'Dr. Wolniak',
    'Dr. Wolniak',
    'Dr. Garrigue',
  ]);
  expect(() => parse({ shelf: ['botox', 'long term'], n: [{ a: 1 }, { a: 2 }] })).toThrow('another shape');
});

test('writer, votes and date beside words under a name of no post', () => {
  const said = (author: string, words: string) => ({ author, words, likes: 4, posted: '2 May 2019' });
  const voices = [
    said('Dr. Roe', 'They do get thinner over the years, and that is why lines stay away.'),
    said('ann', 'Thank you, that is lovely to hear, and I shall tell all my friends of it!'),
    said('Dr. Poe', 'I do not recommend to start so early, for precisely this reason, to anybody.'),
  ];
  const [thread] = parse({ topic: { author: 'ann', title: 'Will it waste away?' }, voices });
  expect(thread?.answers).toMatchObject([
    { author: 'Dr. Roe', votes: 4, date: '2 May 2019' },
    { author: 'Dr. Poe', votes: 4, date: '2 May 2019' },
  ]);
});

test('a promoted post of an API is none', () => {
  const answers = [
    { body: 'Yes, in my hands.' },
    { body: 'Book today and get a tenth off.', type: 'promo' },
    { body: 'No, never.' },
  ];
  expect(brief({ question: 'Weak?', answers })).toEqual(
    ['Weak?', undefined, 'Yes, in my hands.', 'No, never.'].map((one) => one ?? null),
  );
});

test("a network's listing: posts wrapped with their kind, replies within replies", () => {
  const comment = (author: string, body: string, ...replies: unknown[]) => ({
    kind: 't1',
    data: {
      author,
      body,
      score: 7,
      replies: replies.length > 0 ? { kind: 'Listing', data: { children: replies } } : '',
    },
  });
  const asked = {
    title: 'Weak for good?',
    selftext: 'Five years of it. Is the loss permanent?',
    author: 'ann',
  };
  const nested =
    'I would add that it depends on the dose, since mine are weaker after ten years of a low one, and yet I can frown as I always could.';
  const said = [
    'Yes, they shrink in all the patients that I see.',
    'No, in my hands they come back within the year.',
  ];
  const listing = [
    { kind: 'Listing', data: { children: [{ kind: 't3', data: asked }] } },
    {
      kind: 'Listing',
      data: {
        children: [
          comment('AutoModerator', 'Be kind to each other, all of you, and read the rules before you post.'),
          comment(
            'mole',
            said[0] as string,
            comment('ann', 'Thanks, that is what I thought.'),
            comment('wren', nested),
          ),
          comment('[deleted]', '[removed]'),
          comment('hazel', said[1] as string),
        ],
      },
    },
  ];
  expect(brief(listing)).toEqual([asked.title, asked.selftext, said[0], nested, said[1]]);
});

test('Question2Answer: types of one letter, what is hidden, notes; what is deleted or spam elsewhere', () => {
  const post = (type: string, content: string) => ({ postid: content.length, type, content, title: null });
  const [asked, yes, no] = [
    'Five years of it. Is the loss permanent?',
    'Yes, they shrink in all the patients that I see.',
    'No, in my hands they come back within the year.',
  ];
  const posts = [
    { ...post('Q', asked), title: 'Weak for good?' },
    post('C', 'Which product is it, and how long since the last one?'),
    post('A', yes),
    post('A_HIDDEN', 'Buy genuine toxin from us, free shipping to all of Europe.'),
    post('A', no),
    post('NOTE', 'Closed to new answers after six months without activity.'),
  ];
  expect(
    brief([
      { type: 'header', version: '4.9' },
      { type: 'table', name: 'qa_posts', data: posts },
    ]),
  ).toEqual(['Weak for good?', asked, yes, no]);
  const flagged = [
    { author: 'Dr. Roe', body: yes },
    { author: null, body: 'It was too rude.', deleted: true },
    { author: 'Glow Bar', body: 'Pop in to any of our twelve places, this month only.', flags: ['spam'] },
    { author: 'Dr. Poe', body: no },
  ];
  expect(brief({ title: 'Weak for good?', body: asked, replies: flagged })).toEqual([
    'Weak for good?',
    asked,
    yes,
    no,
  ]);
});

test('a text that breaks off gives way to the field that has all of it; buttons below a text are none of it', () => {
  const [cut, whole, other] = [
    'Yes, they shrink in all the…',
    '<p>Yes, they shrink in all the patients that I see.</p>',
    'No, in my hands they come back within the year.',
  ];
  const answers = [
    { text: cut, html: whole },
    { text: `${other}\n\nRead more\nWas this helpful? Yes | No`, html: '' },
    { text: 'They may, and they may not. I would not know…', html: null },
  ];
  expect(brief({ title: 'Weak for good?', answers })).toEqual([
    'Weak for good?',
    null,
    'Yes, they shrink in all the patients that I see.',
    other,
    'They may, and they may not. I would not know…',
  ]);
});

test('posts that a program keeps by their ids: answers are told from what else is kept there', () => {
  const [yes, no] = [
    'Yes, they shrink in all the patients that I see.',
    'No, in my hands they come back within the year.',
  ];
  const state = {
    status: 200,
    state: {
      session: { loggedIn: false, geo: 'US' },
      entities: {
        question: {
          q1: { headline: 'Weak for good?', detail: '<p>Five years of it. Is the loss lasting?</p>' },
        },
        contribution: {
          c1: {
            type: 'ANSWER',
            pro: { name: 'Jane Roe, MD' },
            title: null,
            html: `<p>${yes}</p>`,
            helpful: 6,
          },
          c2: {
            type: 'COMMENT',
            author: { handle: 'ann' },
            title: null,
            html: '<p>I am glad to hear that of it.</p>',
          },
          m1: {
            type: 'MODULE',
            title: 'What it costs',
            html: '<p>The average cost is 505 dollars with us.</p>',
          },
          c3: { type: 'ANSWER', pro: { name: 'Tom Kay, DO' }, title: null, html: `<p>${no}</p>`, helpful: 2 },
        },
      },
    },
  };
  const [thread] = parse(state);
  expect(thread?.answers.map(({ author, body }) => [author, body])).toEqual([
    ['Jane Roe, MD', yes],
    ['Tom Kay, DO', no],
  ]);
  expect(thread?.question.heading).toBe('Weak for good?');
});

test.each([
  [
    'under its attributes',
    (asked: object, replies: object[]) => ({
      data: { id: 1, attributes: asked, replies: { items: replies } },
    }),
  ],
  [
    'beside the posts',
    (asked: object, replies: object[]) => ({ status: 'ok', thread: asked, posts: replies }),
  ],
])('a question %s', (_, shape) => {
  const asked = { title: 'Weak for good?', body: 'Five years of it. Is the loss lasting?' };
  const [yes, no] = [
    'Yes, they shrink in all the patients that I see.',
    'No, in my hands they come back within the year.',
  ];
  const replies = [
    { id: 2, type: 'answer', author: { name: 'Jane Roe' }, body: yes },
    { id: 3, type: 'answer', author: { name: 'Tom Kay' }, body: no },
  ];
  expect(brief(shape(asked, replies))).toEqual([asked.title, asked.body, yes, no]);
});

test('a short post of the asker is no answer, a short one of anybody else is', () => {
  const asked = { title: 'Weak for good?', body: 'Five years of it.', author: { name: 'ann' } };
  const comments = [
    { author: { name: 'kim' }, body: 'Yes.' },
    { author: { name: 'ann' }, body: 'Thanks, that is scary!' },
    { author: { name: 'lou' }, body: 'Nope, mine came right back.' },
  ];
  const said = ['Yes.', 'Nope, mine came right back.'];
  expect(brief({ ...asked, comments })).toEqual([asked.title, asked.body, ...said]);
  const one = (author: string, body: string) => ({ kind: 't1', data: { author, body, score: 1 } });
  const children = [
    one('mo', 'They weaken over the years in everybody whom I have met.'),
    one('kim', 'Yes.'),
    one('di', 'They do not, as far as I have seen in all of my patients.'),
  ];
  const [thread] = parse([{ kind: 'Listing', data: { children } }]);
  expect(thread?.answers.map(({ body }) => body)).toContain('Yes.');
});
