import { describe, expect, test } from 'vitest';
import { board, bodies, parse, question, recovers, splint, thins } from './parsed.js';

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
      'what a dealer offers',
      '+44 7700 900388',
      'Hi all, Bethan from Toxin Direct. We have 10% off all vials until Friday, DM me for the price list!',
    ],
    [
      'a site’s bot’s',
      'AutoMod',
      'Welcome to the board! Please say how many units you had, and who gave them.',
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

  test('the first post of a board, whose heading others reply to', () => {
    const post = (name: string, heading: string, body: string) =>
      `${name} \t03-14-2010 09:22 PM\n\n${heading}\n \n${body}\n\n`;
    const page = [
      'Beauty Boards (http://boards.example/index.php)\n\nShow 40 post(s) from this thread on one page\n\n',
      post(
        'carolann62',
        'Thin jaws',
        'I grind my teeth and had four sessions. Will it waste away? Who is right?',
      ),
      post('DrMWeisz', 'Of two minds', thins),
      post('carolann62', 'Re: Thin jaws', 'Oh that is good to hear, but it is only page one.'),
      post('RN_Laurel', 'Be careful', recovers),
      'All times are GMT -5. The time now is 03:17 PM.\n\nPowered by vBulletin® Version 3.8.4\n',
    ].join('');
    const { question: asked } = parse(page);
    expect(asked.heading).toBe('Thin jaws');
    expect(asked.body).toContain('I grind my teeth');
    expect(bodies(page)).toEqual([thins, recovers]);
  });

  test('what is said in reply to somebody who answers', () => {
    const post = (head: string, body: string) => `${head}\n14 Mar at 09:34\n\n${body}\n\nLike\nReply\n`;
    const page = [
      `${question}\n\nAnswers (4)\n`,
      post('Maren Holt (Oral surgeon)', thins),
      post('Ravi Menon (Dentist) in reply to Maren Holt (Oral surgeon)', `I stand corrected. ${splint}`),
      post('Ola Brandt (Dentist)', recovers),
    ].join('\n');
    expect(bodies(page)).toEqual([thins, recovers]);
  });
});
