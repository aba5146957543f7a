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
