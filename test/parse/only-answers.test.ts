import { describe, expect, test } from 'vitest';
import type { Thread } from '../../src/model.js';
import { parseText } from '../../src/parse/text.js';
import { expectSound } from './sound.js';

function parse(text: string): Thread {
  const found = parseText({ source: 'a.txt', format: 'text', encoding: 'utf-8', text });
  expectSound(found);
  return found;
}

const bodies = (text: string) => parse(text).answers.map(({ body }) => body.replace(/\s+/g, ' '));

const question = `Does the jaw muscle stay thin after Botox?

I grind my teeth and had four sessions. Will it waste away?
`;
const thins =
  'After the second session the masseter is thinner on ultrasound, and in most people it stays that way.';
const recovers =
  'I measured the bite of forty patients a year after the last visit, and it was what it had been before.';
const splint =
  'A splint costs less than a needle. Wear one for three months and come back if the headaches do not go.';

/** Posts of a board, each under its writer and the date. */
function board(...posts: [head: string, body: string][]): string {
  return `${question}\nAsked by nightgrinder in Leeds, 2 Mar 2019\n\n${posts
    .map(([head, body]) => `${head}\nMar 3, 2019\n\n${body}\n\nLike\nReply\n`)
    .join('\n')}`;
}

describe('posts that are no answers', () => {
  test.each<[string, string, string]>([
    [
      'the asker’s, marked so',
      'nightgrinder\nOP',
      'I have bought a splint now, let us see what comes of it in spring.',
    ],
    [
      'the asker’s, by name',
      'nightgrinder',
      'I have bought a splint now, let us see what comes of it in spring.',
    ],
    [
      'thanks for the answers',
      'Pip W.',
      'Thank you both, that is a great help to me and to my poor husband.',
    ],
    [
      'a moderator’s note',
      'Jo Marsh',
      'Mod note: two posts with prices have been removed, please read the rules.',
    ],
    [
      'what closes the thread',
      'Jo Marsh',
      'This topic was automatically closed 90 days after the last reply was made.',
    ],
    [
      'what was deleted',
      'Jo Marsh',
      'This post has been deleted by a moderator for breaking the guidelines here.',
    ],
    [
      'a bot’s',
      'AutoModerator',
      'Welcome to the board! Please say how many units you had, and who gave them.',
    ],
    ['a short reply to one who answers', 'Pip W.', 'Maren Holt, MD which ultrasound do you use for that?'],
    ['a short reply with the sign', 'Pip W.', '@holt which ultrasound do you use for that, may I ask?'],
    ['a scrap', 'Pip W.', 'Botox for beginners'],
    ['who waits', 'Pip W.', 'Following, as I have had five sessions of it myself.'],
    ['who asks back', 'Pip W.', 'And your own dentist gave you all four of them?'],
    [
      'a reminder of the rules',
      'Jo Marsh',
      'Just a friendly reminder that names of practitioners are against the rules of this group.',
    ],
    [
      'a remark under its writer’s line',
      'Pip W. commented 2 days ago',
      'Mine was measured with a strip of tape and a ruler, for what it is worth.',
    ],
  ])('%s', (_, head, body) => {
    const thread = board(
      ['Maren Holt, MD', thins],
      ['Ravi Menon, MD', recovers],
      [head, body],
      ['Ola Brandt, NP', splint],
    );
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
  });

  test('thanks for the question open an answer', () => {
    const polite = `Thank you for your question. ${thins}`;
    const terse = 'Thank you. It does thin, and in most people it stays that way.';
    expect(bodies(board(['Maren Holt, MD', polite], ['Ravi Menon, MD', terse]))).toEqual([polite, terse]);
  });

  test('short answers are answers where all are short', () => {
    expect(
      bodies(board(['Maren Holt, MD', 'It does'], ['Ravi Menon, MD', 'No'], ['Ola Brandt, NP', 'A little'])),
    ).toHaveLength(3);
  });

  test('what most posts do says nothing of them', () => {
    const posts: [string, string][] = [
      ['holt', '@grinder it thins, and in most people it stays that way for good.'],
      ['menon', '@grinder no, after a year the bite is what it had been before.'],
      ['brandt', splint],
    ];
    expect(bodies(board(...posts))).toEqual(posts.map(([, body]) => body));
  });

  test('the asker’s, by the links between them', () => {
    const posts = [
      [
        'grinder',
        'I grind my teeth. Will the muscle waste away if I go on with this?',
        'OP posts: See all\n',
      ],
      ['holt', thins, ''],
      ['grinder', 'I have bought a splint now, let us see what comes of it in spring.', ''],
      ['menon', recovers, ''],
    ];
    const page = posts
      .map(([name, body, links]) => `${name} · 14/03/2023 20:47\n\n${body}\n\n${links}Reply\nQuote\n`)
      .join('\n');
    expect(bodies(`Does the jaw muscle stay thin after Botox?\n\n3 replies\n\n${page}`)).toEqual([
      thins,
      recovers,
    ]);
  });

  test('remarks that the page counts', () => {
    const answer = (name: string, body: string) =>
      `${name}\nOral surgeon, Leeds, UK\nMar 3, 2019\nAnswer:\n\n${body}\n\nHelpful\n`;
    const remarks = `Comments (2)\nnightgrinder\nMar 4, 2019\nThank you! So it would stay as thin as it is now?\nReply\nMaren Holt, MD\nMar 5, 2019\nI should be glad to look at yours.\nReply\n`;
    const page = `${question}\nAnswers (3)\n\n${answer('Maren Holt, MD', thins)}\n${remarks}\n${answer('Ravi Menon, MD', recovers)}\n${answer('Ola Brandt, MD', splint)}`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
  });

  test('what replies to an answer, by its button', () => {
    const posts = [
      ['holt', thins, ''],
      ['menon', `But ${splint}`, 'parent\n'],
      ['brandt', recovers, ''],
    ];
    const page = posts
      .map(
        ([name, body, parent]) =>
          `[–]${name} 12 points 3 years ago\n${body}\npermalink\nsave\n${parent}report\nreply\n`,
      )
      .join('');
    expect(bodies(`${question}\nall 3 comments\n${page}`)).toEqual([thins, recovers]);
  });
});

test('a board that tells of its members above the number of the post', () => {
  const post = (name: string, number: number, body: string) =>
    `${name.charAt(0).toUpperCase()}\n${name}\nWell-known member\nJoined\nApr 30, 2011\nMessages\n1,204\nReaction score\n9\nMay 17, 2021\n\n    Add bookmark\n    #${number}\n\n${body}\n\nLike Quote Reply\nReactions:\nholt, menon and 3 others\n`;
  const page = [
    post('grinder', 1, 'I grind my teeth and had four sessions. Will it waste away?\n\nGertie'),
    post('holt', 2, `${thins}\n\nMaren`),
    post('menon', 3, recovers),
    post('grinder', 4, 'I have bought a splint now, let us see what comes of it in spring.'),
  ];
  const { answers } = parse(
    `Does the jaw muscle stay thin after Botox?\n\n    Thread starter grinder\n    Start date May 17, 2021\n\n${page.join('')}`,
  );
  expect(answers.map(({ author }) => author)).toEqual(['holt', 'menon']);
  expect(answers[0]?.body.startsWith(thins)).toBe(true);
});

test('replies to a survey: the question that is answered in words', () => {
  const reply = (number: number, years: string, body: string) =>
    `#${number}\nCOMPLETE\nTime Spent:   00:03:41\n\nQ1\nFor how many years have you been injecting it?\n${years}\n\nQ2\nDo the muscles of a face become weaker from it, and what do you tell her?\n${body}\n\nQ3\nMay we quote you by name?\nYes\n`;
  const survey = `Survey of members, 2023\n\n${reply(1, '11', thins)}\n${reply(2, 'More than 20', recovers)}\n${reply(3, '4', splint)}`;
  expect(bodies(survey)).toEqual([thins, recovers, splint]);
});

test('an article’s introduction and closing words are its writer’s', () => {
  const expert = (name: string, body: string) => `${name}\n\n${body}\n`;
  const article = `Does Botox make a jaw lazy? We asked five doctors

By Tilda Marsh
Published: 2 February 2024

A trainer once told me that a muscle one does not use is lost, and mine has been quiet since the wedding.

Dr Maren Holt, oral surgeon, Bergen

${thins}

${expert('Dr Ravi Menon, consultant neurologist, Leeds', recovers)}
${expert('Dr Ola Brandt, dentist, Oslo', splint)}
${expert('Dr Ines Abreu, dermatologist, Porto', 'I would not call it weak. Ask me again when they have had it for ten years and more.')}
${expert('Mr Hal Frobisher, consultant surgeon, York', 'The bite is weaker for a while, and then it is not, and that is all I can tell you.')}
The bottom line

So it seems that most of them do get weaker, and that hardly anybody minds. My sister has booked in for March.
`;
  const found = bodies(article);
  expect(found).toHaveLength(5);
  expect(found[0]).toBe(thins);
});

describe('lines of pages', () => {
  test('a name under the words for a picture is the author', () => {
    const text = `${question}
Profile photo for Maren Holt
Maren Holt
Oral surgeon in Bergen
· 5y
${thins}

Upvote
· 212
Profile photo for Ravi Menon
Ravi Menon
Retired actor
· 3y
${recovers}

Upvote
· 12
`;
    expect(parse(text).answers.map(({ author, body }) => [author, body])).toEqual([
      ['Maren Holt', thins],
      ['Ravi Menon', recovers],
    ]);
  });

  test('an advertisement ends with its button', () => {
    const advert =
      'Ad by Brow & Co\nTired of looking tired?\nSee what a serum can do for you in ten days.\nLearn More\n';
    const posts = board(['Maren Holt, MD', thins], ['Ravi Menon, MD', recovers]);
    expect(bodies(posts.replace('Ravi Menon', `${advert}\nRavi Menon`))).toEqual([thins, recovers]);
  });

  test('a blog’s comments go by who says', () => {
    const says = (name: string, body: string) =>
      `${name} says:\nMarch 3, 2014 at 9:12 am\n${body}\n\nReply\n\n`;
    const text = `${question}\n3 thoughts on “Does the jaw muscle stay thin after Botox?”\n\n${says('Maren Holt', thins)}${says('Kitty in Reno', recovers)}${says('Ola', splint)}`;
    expect(parse(text).answers.map(({ author, body }) => [author, body])).toEqual([
      ['Maren Holt', thins],
      ['Kitty in Reno', recovers],
      ['Ola', splint],
    ]);
  });

  test('a board’s posts go by their writer lines; what they quote, and the question’s heading again, is left out', () => {
    const title = 'Does the jaw muscle stay thin after Botox?';
    const post = (name: string, head: string, body: string) =>
      `User avatar\n${name}\nPosts: 212\n${head}\nQuote\nPost by ${name} » Thu Jan 14, 2016 8:02 pm\n\n${body}\nTop\n\n`;
    const text = `Board index ‹ Jaws\n${title}\n3 posts • Page 1 of 1\n\n${post('grinder', title, 'I had four sessions and my jaw tires. Will it waste away?')}${post('holt', `Re: ${title}`, thins)}${post('menon', `Re: ${title}`, `holt wrote: ↑Thu Jan 14, 2016 8:12 pm\nthe masseter is thinner\n\n${recovers}`)}`;
    expect(parse(text).answers.map(({ author, body }) => [author, body])).toEqual([
      ['holt', thins],
      ['menon', recovers],
    ]);
  });

  test('nothing above the line that asks is an answer', () => {
    const menu = 'Home\nForums\nNew posts\nWhat is new\nMembers\nJaws & teeth\nOral surgery\n';
    const [asked, told] = question.split('\n\n');
    expect(bodies(`${menu}${asked}\n\n${told}\n2 answers\n\n${thins}\n\n${recovers}\n`)).toEqual([
      thins,
      recovers,
    ]);
  });

  test('captions of a talk: who goes on is one answer', () => {
    const cues = [
      'Jo Marsh (Moderator): Does the jaw muscle stay thin after Botox? Maren, please.',
      'Maren Holt: After the second session the masseter is thinner,',
      'Maren Holt: and in most people it stays that way.',
      'Jo Marsh (Moderator): Ravi?',
      'Ravi Menon | Leeds: I measured forty patients a year on, and it was what it had been.',
    ].map((line, i) => `${i + 1}\n00:41:0${i}.120 --> 00:41:0${i}.900\n${line}\n`);
    expect(
      bodies(`WEBVTT\n\n${cues.join('\n')}`).map((body) => body.replace(/ \d+ \S+ --> \S+ Maren Holt:/g, '')),
    ).toEqual([
      'After the second session the masseter is thinner, and in most people it stays that way.',
      'I measured forty patients a year on, and it was what it had been.',
    ]);
  });

  test.each([
    ['bare', (name: string, time: string) => `${name}  ${time}`],
    ['in brackets', (name: string, time: string) => `[${name}] ${time}`],
  ])('a transcript with the time behind the name, %s', (_, head) => {
    const turns = [
      ['Jo Marsh', 'Does the jaw muscle stay thin after Botox? Maren, would you begin?'],
      ['Maren Holt, MD', thins],
      ['Jo Marsh', 'And you, Ravi, is that what you see?'],
      ['Ravi Menon, MD', recovers],
      ['Jo Marsh', 'Ola, is it?'],
      ['Ola Brandt, NP', splint],
    ];
    const text = turns.map(([name, said], i) => `${head(name as string, `0${i}:12`)}\n${said}\n`).join('\n');
    expect(bodies(text)).toEqual([thins, recovers, splint]);
  });

  test('initials stand for the speakers of an interview', () => {
    const text = `Does the jaw muscle stay thin after Botox? We asked two of them.

LH: Professor, does it stay thin?

MH: ${thins}

LH: And you, do you agree with that?

RM: ${recovers}
`;
    expect(bodies(text)).toEqual([thins, recovers]);
  });
});
