import { describe, expect, test } from 'vitest';
import { board, bodies, parse, question, recovers, splint, thins } from './parsed.js';

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

  test('a board in print: who writes, the asker again, and what is quoted of an earlier post', () => {
    const post = (name: string, body: string) =>
      `Author: \t${name} [ Tue Mar 08, 2011 9:14 pm ]\nPost subject: \tRe: weak face??\n\n${body}\n\n`;
    const text = `weak face??\n\n${[
      post('marlies_77', 'Do the muscles get weak? I have had it twice a year for about five years.'),
      post('kitkat', thins),
      post('marlies_77', 'LOL, I feel better already, keep them coming.'),
      post('pharm_pete', `kitkat wrote:\nthe masseter is thinner on ultrasound\n\n${recovers}`),
    ].join('')}`;
    expect(bodies(text)).toEqual([thins, recovers]);
  });

  test('other questions in the midst of the answers are none of them', () => {
    const text = board(['Maren Holt, MD', thins], ['Ravi Menon, MD', recovers]);
    const related =
      'Related questions\nMore answers below\nDoes it wear off?\nHow much is it? (photo)\t12 answers\n\n';
    expect(bodies(text.replace('Ravi Menon', `${related}Ravi Menon`))).toEqual([thins, recovers]);
  });

  test('what a member is stands below the button to follow him', () => {
    const post = (name: string, role: string, body: string) =>
      `Profile photo for ${name}\n${name}\n·\nFollow\n${role}\n·\n2y\n${body}\n4.8K views\nUpvote\n·\n61\n`;
    const text = `Does the jaw muscle stay thin after Botox?\nAnswer\n·\nFollow\n\n${[
      post('Gwen Strand', 'Lives in Albuquerque, NM', thins),
      post('Hari Iyer', 'Hairdresser, mum of three', recovers),
      post('Bill Hender', 'Retired electrician, married 41 years', splint),
    ].join('\n')}`;
    expect(parse(text).answers.map(({ heading, body }) => [heading, body])).toEqual([
      [null, thins],
      [null, recovers],
      [null, splint],
    ]);
  });

  test('what a mailer repeats below an answer is none', () => {
    const mail = (name: string, subject: string, body: string) =>
      `From: ${name} <x@y.example>\nDate: Wed, 5 Mar 2014 08:14:51 -0500\nSubject: ${subject}\n\n${body}\n\n`;
    const asked = 'Do the facial muscles weaken from years of the toxin? What do you tell yours?';
    const text = [
      mail('Priya Rao', 'weak?', asked),
      mail(
        'Hal Sturm',
        'Re: weak?',
        `${thins}\n\n-----Original Message-----\nFrom: Priya Rao\nSent: Wednesday\nSubject: weak?\n\n${asked}`,
      ),
      mail('Mina Oost', 'Re: weak?', recovers),
    ].join('');
    expect(bodies(text)).toEqual([thins, recovers]);
  });

  test('a message of a list that asks something else is none; an answer may have a subject of its own', () => {
    const mail = (name: string, subject: string, body: string) =>
      `From: ${name} <x@y.example>\nDate: Wed, 5 Mar 2014 08:14:51 -0500\nSubject: [jaw-l] ${subject}\n\n${body}\n\n`;
    const text = [
      mail('Priya Rao', 'weak jaws?', 'Do the jaw muscles weaken from years of the toxin?'),
      mail('Hal Sturm', 'Re: weak jaws?', thins),
      mail('Bev Stroud', 'Saline shortage', 'Is anybody else out of saline? Ours comes in November.'),
      mail('Mina Oost', 'Re: weak jaws?', recovers),
      mail('Cy Roe', 'What I see at my chair', splint),
    ].join('');
    expect(bodies(text)).toEqual([thins, recovers, splint]);
  });
});
