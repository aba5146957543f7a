/** Forms in which people have saved threads: of chats, boards, mail, tables, magazines. */

import { describe, expect, test } from 'vitest';
import type { Thread } from '../../src/model.js';
import { parseHtml } from '../../src/parse/html.js';
import { parseMarkdown } from '../../src/parse/markdown.js';
import { bodies, parse, question, recovers, splint, thins } from './parsed.js';
import { expectSound } from './sound.js';

const flat = ({ answers }: Thread) => answers.map(({ body }) => body.replace(/\s+/g, ' '));

function markdown(text: string): Thread {
  const found = parseMarkdown({ source: 'a.md', format: 'markdown', encoding: 'utf-8', text });
  expectSound(found);
  return found;
}

function html(body: string): Thread {
  const text = `<html><head><title>Does the jaw muscle stay thin after Botox?</title></head><body>${body}</body></html>`;
  const [found] = parseHtml({ source: 'a.html', format: 'html', encoding: 'utf-8', text });
  expectSound(found as Thread);
  return found as Thread;
}

describe('posts of boards, and pages of networks', () => {
  test('a name that a board tells twice over, and the asker by it', () => {
    const post = (number: number, name: string, rank: string, words: string) => `  #${number}
Old 02-18-2013, 09:4${number} AM
${name} ${name} is offline
${rank}
 
Join Date: May 2007
Posts: 2${number}
Default Re: Jaw Botox

${words}
`;
    const board = [
      post(1, 'grinder_ann', 'Member', question),
      post(2, 'Lorna K', 'Member', thins),
      post(
        3,
        'grinder_ann',
        'Member',
        'Well I never, nobody told me that in four years. I will ask about it.',
      ),
      post(4, 'DrPaulH', 'Registered Physician', recovers),
    ].join('');
    expect(bodies(board)).toEqual([thins, recovers]);
    expect(parse(board).answers.map(({ author }) => author)).toEqual(['Lorna K', 'DrPaulH']);
  });

  test.each([
    ['with its writer on a line of its own', 'Could you add a source?\n– ann\nNov 12, 2018 at 11:05'],
    ['with a dash and then its writer', 'Could you add a source? –\nann\n CommentedNov 12, 2018 at 11:05'],
  ])('a remark %s is no answer', (_, remark) => {
    const post = (words: string, name: string) =>
      `${words}\n\nShare\nImprove this answer\nFollow\nanswered Nov 12, 2018 at 10:21\n${name}\n4,230\n3 gold badges\n`;
    const page = `${question}\n\n2 Answers\n\n${post(thins, 'Ilse Vermaak')}${remark}\nAdd a comment\n11\n\n${post(recovers, 'T. Okonjo')}Add a comment\n`;
    expect(bodies(page)).toEqual([thins, recovers]);
  });

  test('who asks is quoted by an answer, and marked behind the name', () => {
    const post = (head: string, words: string) => `${head}\n\n${words}\n\nAdd message | Save | Report\n\n`;
    const remark = 'Ooh. How long did that take with you, Lorna? I feel a bit sick at the thought of it tbh';
    const talk = [
      `${question}\n\nOP posts: See all\n\n`,
      post('Lorna K · 11/09/2023 21:40', thins),
      post('grinder_ann OP · 11/09/2023 21:48', remark),
      post('Lorna K · 11/09/2023 22:05', `grinder_ann · 11/09/2023 21:48\n${remark}\n\n${recovers}`),
      post('DrPaulH · 11/09/2023 22:15', splint),
    ].join('');
    expect(bodies(talk)).toEqual([thins, recovers, splint]);
  });

  test('what most answers have below their date is a heading, be it a courtesy', () => {
    const answer = (name: string, heading: string, words: string) => `${name}, MD
Dermatologist
Answered on Feb 11, 2022
${heading}
${words}
14 people found this helpful

`;
    const page = [
      `${question}\n\n`,
      answer('Jane Roe', 'Botox and the jaw', thins),
      answer('Ann Lee', 'No lasting damage', recovers),
      answer('Tom Kay', 'Good question!', splint),
    ].join('');
    expect(bodies(page)).toEqual([thins, recovers, splint]);
    expect(parse(page).answers.at(-1)?.heading).toBe('Good question!');
  });

  test('a line that breaks off within a word is no heading', () => {
    const letters = `${question}

Professor Jane Roe, Aberdeen
Denervated muscle atro-
phies; that is no more than physiology, and nobody should be
surprised to see it in a jaw that has been treated for years.

Dr Tom Kay, Leeds
${recovers}
`;
    expect(bodies(letters)[0]).toMatch(/^Denervated muscle atro/);
  });

  test('bold lines head what stands below names, whatever headings the page closes with', () => {
    const answer = (name: string, heading: string, words: string) =>
      `### ${name}, MD\n\n**${heading}**\n\n${words}\n\n[Helpful (3)](https://a.example/v)\n\n---\n\n`;
    const clip = [
      `# Does the jaw muscle stay thin after Botox?\n\n${question}\n\n## 3 answers\n\n`,
      answer('Jane Roe', 'Less is more', thins),
      answer('Ann Lee', 'Not for good', recovers),
      answer('Tom Kay', 'Try a splint', splint),
      '#### You may also like\n\n- [Botox at 50?](https://a.example/q)\n',
    ].join('');
    const { answers } = markdown(clip);
    expect(answers.map(({ heading }) => heading)).toEqual(['Less is more', 'Not for good', 'Try a splint']);
  });

  test("a page's own title above the question's, and headings below linked names", () => {
    const title = 'Does the jaw muscle stay thin after Botox?';
    const answer = (name: string, heading: string, words: string) =>
      `[${name}, MD](https://a.example/md/${name.length})  \nDermatologist · Plano, TX\n\n### ${heading}\n\n${words}\n\n---\n\n`;
    const { answers } = markdown(
      [
        `# ${title} | Ask a Jaw\n\n# ${title}\n\n${question}\n\n## 3 answers\n\n`,
        answer('Jane Roe', 'Less is more', thins),
        answer('Ann Lee', 'Not for good', recovers),
        answer('Tom Kay', 'Try a splint', splint),
      ].join(''),
    );
    expect(answers.map(({ heading }) => heading)).toEqual(['Less is more', 'Not for good', 'Try a splint']);
  });

  test('headings that are links of members, with and without a badge', () => {
    const post = (name: string, badge: string, words: string) =>
      `### [${name}](https://a.example/u/${name})${badge}\n\n*8 Jan*\n\n${words}\n\n♥ 3    [Reply](#)\n\n---\n\n`;
    const { answers } = markdown(
      [
        `# Does the jaw muscle stay thin after Botox?\n\n${question}\n\n---\n\n## 3 Replies\n\n`,
        post('gwen', ' `Dentist`', thins),
        post('rory', ' `Nurse`', recovers),
        post('kasia', '', splint),
      ].join(''),
    );
    expect(answers.map(({ body }) => body)).toEqual([thins, recovers, splint]);
  });

  test('"Show less" is nobody’s word, nor is who quotes whom, told in two lines', () => {
    const thread = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1><p>${question}</p>` +
        [thins, recovers, splint]
          .map((words) => `<div class="answer"><b>Dr Roe</b><p>${words} <a href="#">Show less</a></p></div>`)
          .join(''),
    );
    expect(flat(thread).some((body) => body.includes('Show less'))).toBe(false);
    const mail = (name: string, words: string) => `From: ${name} <a@b.test>
Subject: Re: the jaw
Date: Tue, 14 Oct 2003 20:17:44 -0500

${words}

`;
    const quoting = `"Ann Lee" <ann@b.test> wrote in message\nnews:8e21@b.test...\n> ${thins}\n\n${recovers}`;
    const list = mail('Jo May', question) + mail('Ann Lee', thins) + mail('Tom Kay', quoting);
    expect(bodies(list).at(-1)).toBe(recovers);
  });
});

describe('chats and talks', () => {
  test('a dash, the day and the hour stand behind names; times alone where somebody goes on', () => {
    const chat = `nettle — 05/06/2024 7:58 PM
morning all
grinder.ann — 05/06/2024 8:04 PM
q for the dentists: does the jaw muscle stay thin after botox? four sessions now
mole_md [verified] — 05/06/2024 8:09 PM
${thins}
[8:10 PM]
I would not worry about that.
❤️ 7
nettle — 05/06/2024 8:12 PM
lol
grinder.ann — 05/06/2024 8:20 PM
ok so one more: what about the bite?
wren — Yesterday at 8:22 PM
${recovers}
`;
    expect(bodies(chat)).toEqual([`${thins} [8:10 PM] I would not worry about that.`, recovers]);
    expect(parse(chat).question.heading).toContain('four sessions now');
  });

  test('what applauds the question opens nobody’s answer; that a message was edited is not its words', () => {
    const chat = `[14/02/2024, 19:03:22] Shazia: ${question.split('\n')[0]}
[14/02/2024, 19:05:01] Gemma RGN: Ooh good one
[14/02/2024, 19:09:38] Gemma RGN: ${thins} \u200e<This message was edited>
[14/02/2024, 19:11:45] Dr Paul: ${recovers}
`;
    expect(bodies(chat)).toEqual([thins, recovers]);
  });

  test.each([
    ['without a year', (time: string) => `[02/06, ${time}:11]`],
    ['time first', (time: string) => `[${time}, 02/06/2023]`],
    ['time first, by the half day', (time: string) => `[${time} pm, 6/2/2023]`],
  ])('messages copied from a telephone, %s', (_, stamp) => {
    const chat = `${stamp('6:05')} Priya: ${question.split('\n')[0]}
${stamp('6:09')} Dr Femi: ${thins}
${stamp('6:12')} +44 7700 900162: ${recovers}
${stamp('6:14')} Priya: ok so two docs two answers, classic
${stamp('6:16')} Lou 🌻: ${splint}
`;
    expect(bodies(chat)).toEqual([thins, recovers, splint]);
  });

  test("a meeting's chat below a talk: speakers whom a machine does not know answer, sponsors do not", () => {
    const talk = `Moderator (Gail)  40:52
Question four: "Does the jaw muscle stay thin after Botox?" Who wants to go first?

Dr. Hendricks  41:19
${thins}

AD  42:00
This talk is brought to you by Molarva. Use the code JAW for ten per cent off.

Speaker 5  43:33
${recovers}

Moderator (Gail)  44:02
Thank you. What do people in the chat say?

18:42:12\t From  Jen Kowalski RN : ${splint}
18:43:47\t From  Thea to  Everyone:
\tMine are twenty years old and as thick as ever, since I chew gum all day long.
`;
    expect(bodies(talk)).toEqual([
      thins,
      recovers,
      splint,
      'Mine are twenty years old and as thick as ever, since I chew gum all day long.',
    ]);
  });
});

describe('mail in print', () => {
  test("a browser's page foot within a message, a list's links and a firm's notice below one", () => {
    const head = (name: string, day: number) =>
      `  ${name} <${name.toLowerCase()}@example.org>                         Wed, Jan ${day}, 2024 at 9:14 AM\n  To: molars@example.org\n\n`;
    const title = 'Does the jaw muscle stay thin after Botox?';
    const print = `1/26/24, 8:02 PM                     Mail - ${title}\n\n  ${title}\n  4 messages\n\n${[
      `${head('Ann', 17)}    I grind my teeth and had four sessions. Will the jaw muscle waste away?\n`,
      `${head('Mole', 18)}    ${thins} What I tell all of mine is to chew on both sides and to wait,\n    because the wait is\n\nhttps://mail.example.org/mail/u/0/?ik=7be0&view=pt&search=all...    1/2\n1/26/24, 8:02 PM                     Mail - ${title}\n\n    half of the cure and costs nothing at all.\n\n    _._,_._,_\n    Links:\n    You receive all messages sent to this group.\n`,
      `${head('Wren', 19)}    ${recovers}\n\n    CONFIDENTIALITY NOTICE: This e-mail is for the sole use of the intended recipient and may\n    contain privileged information. If it is not yours, please delete all copies.\n`,
      `${head('Hazel', 20)}    ${splint}\n`,
    ].join('\n\n')}`;
    const [first, ...others] = parse(print).answers;
    expect(first?.body).toContain(thins);
    expect(first?.body).toContain('half of the cure and costs nothing at all.');
    expect(first?.body).not.toContain('You receive');
    expect(others.map(({ body }) => body)).toEqual([recovers, splint]);
  });

  test("a newsletter's running heads, and the head of a column that goes on", () => {
    const print = `${question}

Dr Ann Mole, Leeds
${thins} The lower lid has slackened with age, which
is common past seventy and can be
The Blink Sheet No. 58                                                                         3

OVER THE GARDEN FENCE (continued)
put right by a surgeon in ten minutes.

Dr Ben Wren, Hull
${recovers}
`;
    const [first, second] = parse(print).answers;
    expect(first?.body).toContain('can be');
    expect(first?.body).toContain('put right by a surgeon');
    expect(parse(print).blocks.filter(({ reason }) => reason === 'page')).toHaveLength(2);
    expect(second?.body).toBe(recovers);
  });
});

describe('boards', () => {
  const post = (head: string, to: string, body: string) =>
    `${head}  ${to}\nPosted 4 years ago\n\n${body}\nReport / Delete    7 Reply\n`;

  test('whom a post is addressed to stands beside who writes it: the asker is whom most address', () => {
    const thread = `${question}\n3 Replies\n\n${[
      post('mole40117', 'ann_m83310', thins),
      post('ann_m83310', 'mole40117', 'No headaches, thank goodness, but what of the bite?'),
      post('wren_ps', 'ann_m83310', recovers),
      post('hazel', 'ann_m83310', splint),
    ].join('\n')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
    expect(parse(thread).answers.map(({ author }) => author)).toEqual(['mole40117', 'wren_ps', 'hazel']);
  });

  test('whom a post is addressed to stands one blank behind who writes it', () => {
    const to = (name: string, other: string, body: string) =>
      `${name} ${other}\nPosted 4 years ago\n\n${body}\n\n0 likes  Reply\nReport\n`;
    const thread = `${question}\n4 Replies\n\n${[
      to('mole40117', 'ann_m83310', thins),
      to('ann_m83310', 'mole40117', 'No headaches, thank goodness, but what of the bite?'),
      to('wren_ps', 'ann_m83310', recovers),
      to('ann_m83310', 'wren_ps', 'That is good to hear, and I will wait until the winter then.'),
      to('hazel', 'ann_m83310', splint),
    ].join('\n')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
    const named = thread.replace(/^(\S+) (?:ann_m83310|mole40117|wren_ps)$/gm, '$1 Roe');
    expect(parse(named).answers[0]?.author).toBe('mole40117 Roe');
  });

  test('what a board prints of an earlier post, below who said it and when', () => {
    const post = (name: string, body: string) =>
      `\n${name}\nMembers\n • 210 posts\nPosted September 15, 2021\n${body}\nQuote\n`;
    const thread = [
      `${question}\n`,
      post('mrs_tiggy', `${thins} Chewing steak is a two-day job now.`),
      post('Dr_Felix', `  13 hours ago, mrs_tiggy said:\n  Chewing steak is a two-day job now.\n${recovers}`),
      post(
        'nurse_jax',
        `  On 9/14/2021 at 8:02 PM, mrs_tiggy said:\n  Chewing steak is a two-day job now.\n${splint}`,
      ),
    ].join('');
    expect(bodies(thread).slice(1)).toEqual([recovers, splint]);
  });

  test('numbers of posts go on behind one that was taken away', () => {
    const rule = '_'.repeat(60);
    const post = (number: number, name: string, body: string) =>
      `#${number}   ${name}                       28 Jan 2018, 11:32\n     Member  |  1,204 posts\n\n${body}\n\n     [Like (6)]  [Quote]  [Report]\n\n${rule}\n\n`;
    const thread = [
      `${question}\n\n${rule}\n\n`,
      post(1, 'Gwilym', thins),
      post(2, 'Lorna', splint),
      `     *** This post has been hidden by a moderator ***\n\n${rule}\n\n`,
      post(4, 'Philippa', recovers),
      post(5, 'Tomasz', `${thins} It was so with my mother, too.`),
    ].join('');
    expect(bodies(thread)).toEqual([thins, splint, recovers, `${thins} It was so with my mother, too.`]);
  });

  test('the first of the posts may be set in deeper than the others', () => {
    const answer = (card: string, n: number, words: string) =>
      `<div class="box answer_item_${n}">${card}<div class="text"><p>${words}</p></div><div class="foot"><button>Upvote</button></div></div>`;
    const plain = (name: string) =>
      `<div class="who"><a href="#">${name}</a> · <button>Follow</button><div class="bio">Surgeon</div></div>`;
    const page = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1>${[
        answer(
          `<div class="flex"><div class="pic"><img src="a.jpg"></div><section><span><a href="#">Dr Ann Mole</a></span></section></div>`,
          0,
          thins,
        ),
        answer(plain('Dr Ben Wren'), 1, recovers),
        answer(plain('Dr Cleo Hazel'), 2, splint),
        answer(plain('Dr Dan Yew'), 3, `${recovers} I have seen it many times.`),
      ].join('')}`,
    );
    expect(flat(page)).toEqual([thins, recovers, splint, `${recovers} I have seen it many times.`]);
  });

  test('a browser that leaves out a line’s end, a magazine that sums up', () => {
    const answer = (name: string, trade: string, words: string) =>
      `Dr. ${name}\n${trade} 24 years experience${words}\nAnswered 6/2/2017\n4 thanks\n`;
    const page = `${question}\n3 doctor answers\n${[
      answer('Ann Mole', 'Dermatology', thins),
      answer('Ben Wren', 'Neurology', recovers),
      answer('Cleo Hazel', 'Family Medicine', splint),
    ].join('')}`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
    const expert = (number: number, name: string, words: string) =>
      `<h2><span>${number}</span> The ${name}</h2><p><strong>Dr ${name} Roe</strong>, Leeds</p><p>${words}</p>`;
    const magazine = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1><p>${question}</p>${expert(1, 'Surgeon', thins)}${expert(2, 'Nurse', recovers)}${expert(3, 'Dentist', splint)}<h3>Our verdict</h3><p>Nobody need worry about it, as far as we can see.</p>`,
    );
    expect(flat(magazine)).toEqual([thins, recovers, splint]);
  });

  test('posts below who writes them and when, with a subject each, above signatures', () => {
    const post = (name: string, n: number, body: string, sign: string) =>
      `${name}\nRegular\n\nJoined: 0${n} Oct 2011\nPosts: 41${n}\nLocation: Leeds\n\t\nPosted: Tue Feb 1${n}, 2020 9:14 pm    Post subject:\n${body}\n_________________\n${sign}\n\n`;
    const thread = `The Low Brass Shed :: View topic - Chin Botox and the lips\n\nAuthor\tMessage\n\n${[
      post('ValveOil', 1, question.replace(/\n+/g, ' '), 'Besson Prestige, Denis Wick 4AL'),
      post('oldslide', 2, thins, 'Conn 88H (1967), King 3B, one very patient wife'),
      post('ValveOil', 3, 'That is exactly my setup now, so the chin is off until the spring.', 'Besson'),
      post('muteThis', 4, recovers, 'Will swap valve oil for biscuits'),
      post('BumperMod', 5, 'Mod hat on: two posts naming clinics have gone in the bin.', 'READ THE RULES'),
      post('sal', 6, splint, '~ sal ~'),
    ].join('')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
    expect(parse(thread).answers.map(({ author }) => author)).toEqual(['oldslide', 'muteThis', 'sal']);
  });

  test('a name in brackets in the place of a picture, and what is translated', () => {
    const answer = (name: string, words: string) =>
      `[${name}]\n\t${name}\nplastic surgeon, Brno\n15.01.2020\n9 months ago · translated from German\n${words}\nWas this answer helpful?   Yes (9)   No (0)\n\n`;
    const page = `${question}\n\n3 answers\n\n${[
      answer('Dr. Ann Mole', thins),
      answer('Dr. Ben Wren', recovers),
      answer('Dr. Cleo Hazel', splint),
    ].join('')}`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
  });

  test('a rating shows that a name stands above it; trades stand before names; nurses speak, too', () => {
    const rated = (name: string, words: string) =>
      `${name}\n88% (15233 ratings)\nBHMS\nHomeopath, Indore\n•\n24 years exp\n${words}\n11 people found this helpful\nConsult Now\n`;
    const page = `${question}\nTop Doctors Answered\n${[
      rated('Dr. Ann Mole', thins),
      rated('Dr. Ben Wren', recovers),
      rated('Dr. Cleo Hazel', splint),
    ].join('')}`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
    const traded = `${question}\n\n${[
      ['Dermatology / Ann Mole, MD, Hull', thins],
      ['Plastic surgery / Ben Wren, MD, FACS, Leeds', recovers],
      ['Neurology / Cleo Hazel, DO, York', splint],
    ]
      .map(([head, words]) => `${head}\n*A short view*\n${words}\n\n`)
      .join('')}`;
    expect(bodies(traded)).toEqual([thins, recovers, splint]);
    const spoken = `${question}\n\nDr. Mole: ${thins}\n\nPractice nurse Hollis: ${recovers}\n\nDr. Hazel: ${splint}\n`;
    expect(bodies(spoken)).toEqual([thins, recovers, splint]);
  });

  test('initials, names, ranks and counts above the number of a post', () => {
    const post = (name: string, n: number, words: string) =>
      `${name.charAt(0).toUpperCase()}\n${name}\nActive member\nJoined Jun 2015\nMessages 1,20${n}\nMar ${n}, 2021\n#${n}\n${words}\nReply\nLike ${n}\nMarlaK, Jojo and ${n} others\n\n`;
    const thread = `Does the jaw muscle stay thin after Botox?\n\nThread starter MarlaK  Start date Mar 1, 2021\n1 of 2\nNext\n${[
      post('MarlaK', 1, 'I grind my teeth and had four sessions. Will it waste away?'),
      post('tess_rn', 2, thins),
      post('Jojo', 3, recovers),
      post('MarlaK', 4, 'Oh no, so sorry to hear that! Thanks everyone, very helpful.'),
      post('DrPatel', 5, splint),
    ].join('')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
    expect(parse(thread).answers.map(({ author }) => author)).toEqual(['tess_rn', 'Jojo', 'DrPatel']);
  });

  test('replies to a post, with a button that leads to it: long ones answer, too', () => {
    const thing = (name: string, body: string, replies = '') =>
      `<div class="thing id-${name} comment"><p class="tagline"><a class="author">${name}</a> 2 years ago</p><div class="usertext-body"><p>${body}</p></div><ul class="buttons"><li><a>permalink</a></li><li><a>parent</a></li><li><a>reply</a></li></ul>${replies}</div>`;
    const long = `${thins} ${recovers} I took fourteen months off while nursing, and by the fifth I could bite as hard as ever.`;
    const page = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1>${[
        thing(
          'mole',
          splint,
          thing('wren', long) + thing('hazel', 'Oh that is good to hear, thank goodness.'),
        ),
        thing('ben', recovers),
        thing('cleo', thins),
      ].join('')}`,
    );
    expect(flat(page)).toEqual([splint, long, recovers, thins]);
  });

  test('names in small letters, ranks and counts of posts, days without a year', () => {
    const post = (name: string, rank: string, body: string, n: number) =>
      `10-0${n}, 09:12 PM   #${n}\n${name}\n${rank}\nPosts: 1${n}\n${n > 1 ? 'Re: ' : ''}Does the jaw muscle stay thin after Botox?\n${body}\nReply   Reply With Quote   Multi-Quote\n\n`;
    const thread = `Thread: Does the jaw muscle stay thin after Botox?\n\n${[
      post('ann', 'Junior Member', 'I grind my teeth and had four sessions. Will it waste away?', 1),
      post('mole', 'Member', thins, 2),
      post('wren', 'Verified Pro ✔', recovers, 3),
      post('Hazel59', 'Senior Member', splint, 4),
    ].join('')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
  });

  test('a button or a count in the cell before a post, and the asker marked in brackets', () => {
    const post = (name: string, cell: string, body: string) =>
      `${name}\nSurgeon, Leeds\n★ 4.8 (73)\n[Book ${cell}]\t${body}\n21 Feb 2023, 19:02   ▲ 11 agree   Reply\n\n`;
    const thread = `${question}\nPosted by gnasher\n\n4 replies\n\n${[
      post('Dr Ann Mole', 'Ann', thins),
      '\tgnasher (asker)\n\tCheers Ann. Rang them, the last dose was four months ago and it was big.\n\t22 Feb 2023, 09:15\n\n',
      post('Dr Ben Wren', 'Ben', recovers),
      post('Dr Cleo Hazel', 'Cleo', splint),
    ].join('')}`;
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
  });

  test('a clipped board: who is quoted and when, and the links between the asker’s posts', () => {
    const post = (name: string, body: string, links = '') =>
      `[${name}](https://b.example/profile/${name}) · 03/02/2023 19:14\n\n${body}\n\n${links}[Add message](#) | [Report](#)\n\n`;
    const mine = '[OP posts: See all](https://b.example/1?filter=op)\n\n';
    const page = markdown(
      `## Does the jaw muscle stay thin after Botox?\n\n3 replies\n\n${[
        post('gnasher', 'I grind my teeth and had four sessions of it. Will the muscle waste away?', mine),
        post('mole', thins),
        post('wren', `> **mole** · 03/02/2023 19:26\n>\n> ${thins}\n\n${recovers}`),
        post('gnasher', 'Blimey, that is a proper range of opinions from all of you tonight!', mine),
        post('hazel', splint),
      ].join('')}`,
    );
    expect(flat(page)).toEqual([thins, recovers, splint]);
  });

  test('"Posted by … on … at …", quotations behind a colon, and what a post replies to', () => {
    const followUp = (name: string, quoted: string, body: string) =>
      `<p><b>Re: Does the jaw muscle stay thin after Botox?</b></p><p>Posted by ${name} on March 12, 2002 at 12:40:19:</p><p>In Reply to: Does the jaw muscle stay thin after Botox? posted by Ann on March 11, 2002 at 19:22:40:</p><p>: ${quoted}</p><p>${body}</p><hr>`;
    const page = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1><p>Posted by Ann on March 11, 2002 at 19:22:40:</p><p>I grind my teeth and had four sessions. Will it waste away?</p><hr>${[
        followUp('Mole', 'I grind my teeth', thins),
        followUp('Ann', 'it stays that way', 'Ha, thank you Mole, will try that.'),
        followUp('Wren', 'Will it waste away?', recovers),
        followUp('Hazel', 'had four sessions', splint),
      ].join('')}`,
    );
    expect(flat(page)).toEqual([thins, recovers, splint]);
  });

  test('a network: whose picture it is, whom he replies to, a day in scrambled letters, who waits', () => {
    const post = (name: string, body: string, to = '') =>
      `${name} profile image\n${name}\n${to}10 months ago\n\n${body}\n\nLike (9)  Reply (1)  Report\n`;
    const page = `${question}\nwobblychops\n${'rnSdoept'.split('').join('\n')}\n10 months ago • 4 Replies\nWritten by\nwobblychops\n4 Replies\n${[
      post('Pinkthistle', thins),
      post('wobblychops', 'Oh that is me with the chewing of late, I must say!', 'in reply to Pinkthistle\n'),
      post('tansy_58', recovers),
      post('mallow', splint, 'in reply to tansy_58\n'),
    ].join('')}Following! Same boat hun x\n`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
  });

  test('a table with a head row, what is told of members, and signatures behind a rule', () => {
    const row = (name: string, body: string) =>
      `<tr><td><b>${name}</b><br>Member<br>Posts: 58<br>From: <br>Registered: Nov 2001</td><td>posted 02-12-2002 12:04 AM<hr>${body}<p>------------------<br>Ward 4<br>"A stitch in time"</td></tr>`;
    const page = html(
      `<table><tr><td><b>Author</b></td><td><b>Topic: Does the jaw muscle stay thin after Botox?</b></td></tr>${[
        row('Ann', 'I grind my teeth and had four sessions of it by now. Will the jaw muscle waste away?'),
        row('Mole', thins),
        row('Wren', recovers),
        row('Hazel', splint),
      ].join('')}</table>`,
    );
    expect(flat(page)).toEqual([thins, recovers, splint]);
    expect(page.question.body).toContain('four sessions');
  });

  test('remarks whose day is written right behind "Commented"; names between picture and badges', () => {
    const answer = (name: string, body: string) =>
      `9\n\n${body}\n\nShare\nImprove this answer\nFollow\nanswered Feb 12, 2020 at 16:09\nuser avatar\n${name}\n9,4074 gold badges21 silver badges48 bronze badges\n2\nCould you link that series? I only know of one. – Pim CommentedFeb 13, 2020 at 9:12\nAdd a comment\n`;
    const page = `${question}\nShare\nFollow\nasked Feb 10, 2020 at 21:47\nuser avatar\nann_w\n2431 gold badge2 silver badges9 bronze badges\n3 Answers\n${[
      answer('mole', thins),
      answer('Dr. Wren', recovers),
      answer('hazel', splint),
    ].join('')}`;
    expect(bodies(page)).toEqual([thins, recovers, splint]);
  });
});

describe('mail', () => {
  const mail = (
    from: string,
    subject: string,
    body: string,
    [sender, sent, topic] = ['From', 'Sent', 'Subject'],
  ) =>
    `${sender}: ${from} <${from.toLowerCase()}@clinic.example>\n${sent}: Thursday, 16 May 2024 17:42\n${topic}: ${subject}\n\n${body}\n\n`;
  const asked = 'Does the jaw muscle stay thin after Botox? A patient of mine has had four sessions.';

  test('newest first: the asker thanks, one is away, the others answer', () => {
    const rule = `${'_'.repeat(40)}\n`;
    const thread = [
      mail('Ann', 'RE: the jaw muscle', 'Dear all, thank you so much, what a response that is.'),
      mail('Mole', 'RE: the jaw muscle', thins),
      mail('Wren', 'RE: the jaw muscle', recovers),
      mail(
        'Leonie',
        'Automatic reply: the jaw muscle',
        'I am on leave until Tuesday with no access to mail.',
      ),
      mail('Hazel', 'RE: the jaw muscle', splint),
      mail('Ann', 'the jaw muscle', asked),
    ].join(rule);
    expect(bodies(thread)).toEqual([thins, recovers, splint]);
  });

  test('with German heads', () => {
    const heads = ['Von', 'Gesendet', 'Betreff'];
    const rule = '-----Ursprüngliche Nachricht-----\n';
    const thread = [
      mail('Ann', 'AW: the jaw muscle', 'Thank you all, this is more than I hoped for.', heads),
      mail('Mole', 'AW: the jaw muscle', thins, heads),
      mail('Wren', 'AW: the jaw muscle', recovers, heads),
      mail('Ann', 'the jaw muscle', asked, heads),
    ].join(rule);
    expect(bodies(thread)).toEqual([thins, recovers]);
  });
});

test('a message quoted below another without marks is its writer’s, unless it stands elsewhere', () => {
  const quoting = (body: string) =>
    `From: Ann\nSent: Friday, 7 June 2024 17:42\nSubject: RE: the jaw\n\nThank you all for these.\n\nFrom: Mole\nSent: Friday, 7 June 2024 16:58\nSubject: RE: the jaw\n\n${thins}\n\nOn 7 Jun 2024, at 11:04, Wren Poe <wren@clinic.example> wrote:\n\n${body}\n\nFrom: Hazel\nSent: Friday, 7 June 2024 09:46\nSubject: RE: the jaw\n\n${splint}\n\nFrom: Ann\nSent: Friday, 7 June 2024 09:45\nSubject: the jaw\n\nDoes the jaw muscle stay thin after four sessions of Botox?\n`;
  expect(bodies(quoting(recovers))).toEqual([thins, recovers, splint]);
  expect(bodies(quoting(splint))).not.toContain(recovers);
});

describe('Markdown', () => {
  const NAMES = ['Roe', 'Poe', 'Lind'];
  const rows = [thins, recovers, splint];

  test('a table of answers: a row each, with names, with trades, or with neither', () => {
    const heads = [
      [
        '| # | Doctor | Reply | Thanks |',
        '|---|:--|:-:|--:|',
        (said: string, i: number) => `| 1 | Dr. ${NAMES[i]} | ${said} | 7 |`,
      ],
      ['| No | I am a … | Your answer |', '|--|--|--|', (said: string) => `| 4 | nurse | ${said} |`],
    ] as const;
    for (const [head, rule, row] of heads) {
      const text = `# Does the jaw muscle stay thin after Botox?\n\nThe question on the card was: will it waste away after four sessions?\n\n${head}\n${rule}\n${rows.map(row).join('\n')}\n`;
      expect(flat(markdown(text))).toEqual(rows);
    }
  });

  test('a table that sums up is none', () => {
    const text = `# Does the jaw muscle stay thin?\n\nI had four sessions. Will it waste away?\n\n## Dr. Roe\n\n${thins}\n\n## Dr. Poe\n\n${recovers}\n\n## Dr. Lind\n\n${splint}\n\n| who | gist |\n|---|---|\n| Roe | thin |\n| Poe | back |\n| Lind | splint |\n`;
    expect(flat(markdown(text)).map((body) => body.split(' | ')[0])).toEqual(rows);
  });

  test('counted names in bold, with what goes with them', () => {
    const text = `# Does the jaw muscle stay thin?\n\nAnswers, as they came.\n\n1. **Kirsten (physio)** — ${thins}\n2. **Ed** — ${recovers}\n3. **anon, again** — ${splint}\n4. **Dr Wray** (2 days ago): Nobody has counted, as far as I am aware, and I should not like to guess.\n`;
    expect(flat(markdown(text))).toEqual([
      ...rows,
      'Nobody has counted, as far as I am aware, and I should not like to guess.',
    ]);
  });

  test('a network that was clipped names who speaks in a link to his page; replies are set in', () => {
    const by = (name: string) => `[${name}](https://net.example/user/${name}/) • [2y ago](#)`;
    const text = `${by('ann\\_w')}\n\n## Does the jaw muscle stay thin after Botox?\n\nI grind my teeth and had four sessions. Will it waste away?\n\n---\n\n${by('mole\\_od')}\n\n${thins}\n\nUpvote 87 Downvote Reply Share\n\n> ${by('ann\\_w').replace('•', 'OP •')}\n>\n> ok I'll wait. is it the same on both sides?\n>\n> Upvote 60 Downvote Reply Share\n>\n> > ${by('wren')}\n> >\n> > ${recovers}\n\n${by('RemindMeBot')}\n\nI will be messaging you in 30 days to remind you of this link.\n\n${by('hazel')}\n\n> Will it waste away?\n\n${splint}\n`;
    expect(flat(markdown(text))).toEqual(rows);
  });
});

describe('boards and networks in Markdown', () => {
  const asked = '## Does the jaw muscle stay thin after Botox?\n\n';
  const words = 'I grind my teeth and had four sessions. Will it waste away?';
  const said = [thins, recovers, splint];

  test('links to members: with their trade, with whom they answer; below are days, above pictures', () => {
    const at = (name: string) => `[${name}](https://b.example/u/${name.replaceAll('\\', '')})`;
    const post = (name: string, behind: string, body: string) =>
      `[![](https://b.example/pics/1.png)](https://b.example/u/x)\n\n${name}${behind}\n\n[Oct 2021](https://b.example/t/9 "Post date")\n\n${body}\n\n7\n\n`;
    const posts = [
      post(at('ann\\_w'), '', words),
      post(at('mole\\_od'), ' Optometrist', thins),
      post(at('ann\\_w'), '', 'Four months! That is oddly comforting, I must say.\n\n1 Reply'),
      post(
        at('wren'),
        ` ${at('mole\\_od')}`,
        `> [mole\\_od](https://b.example/t/9/2):\n> \n> ${thins}\n\n${recovers}`,
      ),
      post(at('hazel'), '', splint),
    ];
    const { question, answers } = markdown(`${asked}You have selected **0** posts.\n\n${posts.join('')}`);
    expect(question.body).toContain(words);
    expect(answers.map(({ author, body }) => [author, body])).toEqual([
      ['mole_od', thins],
      ['wren', recovers],
      ['hazel', splint],
    ]);
  });

  test('bold names with how long ago it was, replies set in, what is promoted', () => {
    const by = (name: string) => `**u/${name}** · 5d ago\n`;
    const text = `# Does the jaw muscle stay thin?\n\n${by('ann')}\n${words}\n\n---\n\n${by('mole')}\n${thins}\n\n> ${by('ann')}>\n> Twice, got it. Thank you!!\n\n> ${by('wren')}>\n> ${recovers}\n\n---\n\n*Promoted* · **u/JawCo** — Chew like it is 2010, with our copper strips.\n\n---\n\n${by('hazel')}\n> Will it waste away?\n${splint}\n`;
    expect(flat(markdown(text))).toEqual(said);
  });
});

describe('marks of a site', () => {
  test('the first post, quotations by name, what a network puts before a reply', () => {
    const post = (name: string, body: string) =>
      `${name} · Yesterday 20:14\n\n${body}\n\nAdd | Watch | Save\n`;
    const text = `Talk / Jaws / Does the jaw muscle stay thin?\n\nDoes the jaw muscle stay thin?\n\n37 replies hidden by your filters.\n\nOP\n${[
      post('Pelican', 'I grind my teeth and had four sessions. Will it waste away?'),
      post('MoleHat', thins),
      `OP\n${post('Pelican', 'Quote: MoleHat\nin most people it stays that way.\n\nYou have not met mine.')}`,
      post('wren_7', `Quote: MoleHat\n${thins}\n\n${recovers}`),
      post('Hazel', splint),
    ].join('\n')}`;
    expect(bodies(text)).toEqual([thins, recovers, splint]);
    expect(parse(text).question.body).toContain('four sessions');
  });

  test('a chat with names before ">": asides are none, an asker who asks again parts turns', () => {
    const chat = `19:20 Ann > does the jaw muscle stay thin after botox? four sessions now, and I grind
19:22 Mole > ${thins}
19:23 Ann > ok. and the bite?
19:24 Mole > The bite comes back first of all, within half a year in everybody that I have measured.
19:25 Wren > is there parking behind the hall tonight?
19:26 Lou > plenty, yes
19:27 Wren > ${recovers}
19:28 PollBot > This room is three years old today! Upgrade now to keep its best moments.
19:29 Hazel > ${splint}
`;
    expect(bodies(chat)).toEqual([
      thins,
      'The bite comes back first of all, within half a year in everybody that I have measured.',
      recovers,
      splint,
    ]);
  });

  test("a messenger's own brackets, and files", () => {
    const chat = `«11.01.2025 19:20» Tess (no. 9) ▸ does the jaw muscle stay thin after botox? four sessions now, and I grind
«11.01.2025 19:22» Bridie no. 14 ▸ ${thins}
«11.01.2025 19:24» Finn B ▸ scan-2.jpg (file attached)
«11.01.2025 19:31» Jo (nurse, no. 22) ▸ ${recovers}
`;
    expect(bodies(chat)).toEqual([thins, recovers]);
  });

  test('remarks that are counted below an answer, each under its writer and time', () => {
    const post = (name: string, words: string, ...remarks: string[]) =>
      `▲\n9\n▼\n${name}\nOrofacial pain dentist\nreplied 3 yrs ago\n${words}\nCheer  Comment  Link  Flag\n${remarks.join('')}\n`;
    const text = `${question}\n3 replies\n\n${[
      post(
        'Dilys Prothero',
        thins,
        '2 comments\nann_w 3 yrs ago\nDid not know it could be measured, thanks!\n',
        'poe 2 yrs ago\nMine jumped out like popcorn, eek\n',
      ),
      post('Hamza Kilbride', recovers),
      post('Saoirse Mulgrew', splint),
    ].join('\n')}`;
    expect(bodies(text)).toEqual([thins, recovers, splint]);
  });

  test('a transcript with the hour before the name: the panel is no asker, a listener answers at length', () => {
    const talk = `Host:       Cat Bell
Panel:      Dr Rafael Montoya (dermatology), Dr Grace Achieng (surgery),
            Samuel Pryce (nurse practitioner)

00:41:07  CAT BELL (HOST)
A lady has been treated for fifteen years, and asks whether the jaw muscle stays thin. Rafael?

00:41:29  DR RAFAEL MONTOYA
${thins}

00:43:05  SAMUEL PRYCE
May I come in here? ${recovers}

00:44:39  PRIYA NAIR (ATTENDEE, BY MICROPHONE)
${splint} ${splint}
`;
    expect(bodies(talk)).toEqual([thins, `May I come in here? ${recovers}`, `${splint} ${splint}`]);
  });

  test('mail that was sent on: who does so does not ask', () => {
    const mail = (from: string, subject: string, body: string) =>
      `-----Original Message-----\nFrom: jaws@lists.example On Behalf Of ${from}\nSent: 18 October 2023 21:40\nSubject: ${subject}\n\n${body}\n\n`;
    const re = 'Re: [jaws] Does the jaw muscle stay thin?';
    const text = `From: Jan <jan@surgery.example>\nTo: Dr Quill\nSubject: FW: [jaws] Does the jaw muscle stay thin?\n\nThis is all of it, as you asked.\nJan\n\n${[
      mail('Ann Poe', re, 'Thank you to everybody. I shall wear the splint from Monday on, and see.'),
      mail('Hazel Lind', re, splint),
      mail('Wren', re, recovers),
      mail('List Keeper', '[jaws] reminder', 'Replies go to all 340 of us. Please trim what you quote.'),
      mail('Mole', re, thins),
      mail('Ann Poe', re.slice(4), 'I grind my teeth and had four sessions. Will it waste away?'),
    ].join('')}`;
    expect(bodies(text)).toEqual([splint, recovers, thins]);
  });

  test('a board laid out in tables: the cell beside the words tells who writes', () => {
    const row = (name: string, rank: string, subject: string, words: string) =>
      `<tr><td class=row1><b>${name}</b><br><span>${rank}<br><br>Joined: 03 Jan 2004<br>Messages: 61</span></td><td class=row1><table><tr><td><b>Subject:</b> ${subject}</td><td>Sent: Oct 13, 2005</td></tr><tr><td colspan=2><hr><span class=pb>${words}</span></td></tr></table></td></tr><tr><td class=row1><a href="#top">Back to top</a></td><td class=row1><img alt=profile src=p.gif></td></tr><tr><td colspan=2></td></tr>`;
    const rows = [
      row(
        'ann',
        'Deckhand',
        'jaw',
        'I grind my teeth and had four sessions. Will it waste away? Hi all, first post.',
      ),
      row('mole', '<font color=red>Guest Dentist</font>', 'Re: jaw', thins),
      row('wren', 'Mate', 'what it means', recovers),
      row('hazel', 'Deckhand', 'Re: jaw', splint),
    ];
    const board = `<h1>Does the jaw muscle stay thin after Botox?</h1><table><tr><th>Member</th><th>Message</th></tr>${rows.join('')}</table>`;
    expect(html(board).answers.map(({ author, body }) => [author, body])).toEqual([
      ['mole', thins],
      ['wren', recovers],
      ['hazel', splint],
    ]);
  });
});

describe('magazines', () => {
  test('experts speak in quotations below their names, the writer between them', () => {
    const said = (name: string, body: string) =>
      `<h2>The expert</h2><p><strong>${name}</strong></p><blockquote><p>“${body}”</p></blockquote><p>A sobering start. I crossed the street to hear the opposite of all that.</p>`;
    const page = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1><p>My friend grinds her teeth and has had four sessions. Will the muscle waste away? I went to ask.</p>${[
        said('Mr Aurelio Banks, plastic surgeon, Leeds', thins),
        said('Dr Oonagh Feeney, dermatologist, Dublin', recovers),
        said('Prof. Ivo Lind, neurologist, Bergen', splint),
        said(
          'Sian Prosser, teacher of how to chew, Bath',
          'They come to me since they cannot chew a crust any more.',
        ),
      ].join('')}`,
    );
    expect(flat(page).map((body) => body.replace(/[“”]/g, ''))).toEqual([
      thins,
      recovers,
      splint,
      'They come to me since they cannot chew a crust any more.',
    ]);
    expect(page.answers.every(({ excluded }) => excluded.length === 0)).toBe(true);
  });

  test('a column that is narrower than the rest is joined', () => {
    const narrow = (body: string) => body.replace(/(.{30,40}) /g, '$1\n');
    const said = [
      thins,
      recovers,
      splint,
      'Nobody in our clinic measures it, so that whoever claims to know is guessing, and I include myself in that.',
    ].map(
      (one, i) => `${one} That is what I have seen in ${i + 2} hundred patients, and I write all of it down.`,
    );
    const heads = [
      'THE SURGEON\nMiss Theodora Galanis, London',
      'THE GYM INSTRUCTOR\nWes Donoghue, Bristol',
      'THE NURSE\nSr Maureen Keeffe, Cork',
      'THE READER\nAlf Tranter, 71, retired coalman',
    ];
    const text = `${question}\n${heads.map((head, i) => `${head}\n\n${narrow(said[i] as string)}\n`).join('\n')}`;
    expect(bodies(text)).toEqual(said);
  });
});

test('a quotation that an answer of a page’s data opens with is none of it; one within is set apart', () => {
  const answer = (text: string) =>
    `<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text">${text}</div></div>`;
  const page = html(
    `<div itemscope itemtype="https://schema.org/QAPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h1 itemprop="name">Does the jaw muscle stay thin after Botox?</h1>${[
      answer(`<blockquote><p>Will it waste away</p></blockquote><p>${thins}</p>`),
      answer(`<p>${recovers}</p><blockquote><p>four sessions</p></blockquote><p>${splint}</p>`),
    ].join('')}</div></div>`,
  );
  expect(flat(page)).toEqual([thins, `${recovers} four sessions ${splint}`]);
  expect(page.answers.map(({ excluded }) => excluded.map((span) => page.text.slice(...span)))).toEqual([
    [],
    ['four sessions'],
  ]);
});

test('elements of a page’s own making inside of others of their kind', () => {
  const comment = (name: string, body: string, replies = '') =>
    `<net-comment author="${name}"><div slot="meta"><a>${name}</a> • <time>1y ago</time></div><div slot="comment"><div class="md"><p>${body}</p></div></div>${replies}</net-comment>`;
  const page = html(
    `<h1>Does the jaw muscle stay thin after Botox?</h1><p>I grind my teeth and had four sessions. Will it waste away?</p><net-tree>${[
      comment('mole', thins, comment('ann', 'pancake, ok, but did it come back after that')),
      comment('wren', recovers),
      comment('hazel', splint),
    ].join('')}</net-tree>`,
  );
  expect(flat(page)).toEqual([thins, recovers, splint]);
});

test('replies that a screen reader is told of, as long as answers and shorter', () => {
  const long = `${recovers} ${splint} ${thins}`;
  const item = (label: string, body: string, replies = '') =>
    `<li><div role="article" aria-label="${label}"><a href="#"><span>${label.replace(/.* by /, '')}</span></a><div dir="auto">${body}</div><ul>${replies}</ul></div></li>`;
  const page = html(
    `<h1>Does the jaw muscle stay thin after Botox?</h1><p>I grind my teeth and had four sessions. Will it waste away?</p><ul>${[
      item(
        'Comment by Kev Stannard',
        thins,
        item('Reply by Ann Farrow', 'Eleven years!! Ok I feel better now.'),
      ),
      item('Comment by Sunita Rao', splint, item('Reply by Moira Tench', long)),
      item('Comment by Trish Oakley', recovers),
    ].join('')}</ul>`,
  );
  expect(flat(page)).toEqual([thins, splint, long, recovers]);
});

test('a survey with as many other lines as rows: what is asked above them is the question', () => {
  const said = Array.from(
    { length: 10 },
    (_, i) => `It was measured in ${i + 3} of mine, as far as I can tell from the notes.`,
  );
  const notes = Array.from({ length: 8 }, (_, i) => `Filter ${i + 1}: none`).join('\n');
  const rows = [...said, 'n/a', 'SEE MY ANSWER TO Q9'].map(
    (one, i) => `Respondent ${i}:\tNurse\t${one}\tYes`,
  );
  const text = `Members' survey\nQ11. "Does the jaw muscle stay thin after Botox?"\n\nID\tRole\tQ11 (open)\tQuote?\n\n${rows.join('\n\n')}\n${notes}\n`;
  expect(parse(text).question.heading).toContain('stay thin after Botox?');
  expect(bodies(text)).toEqual(said);
});

describe('what health sites, clippers and word processors leave', () => {
  test('headings that are links, and a table of figures within an answer', () => {
    const post = (title: string, name: string, body: string) =>
      `### [${title}](https://a.example/a/1)\n\n**[Dr. ${name}](https://a.example/u/${name})** · *Dermatologist, Leeds* · 11 Feb 2022\n\n${body}\n\n[Reply](#) · [Report](#)\n`;
    const figures =
      'We measured it.\n\n| When | Force (N) |\n|---|---|\n| before | 412 |\n| 6 weeks after | 268 |\n| 6 months after | 405 |\n\nThe last row answers you.';
    const text = `# Does the jaw muscle stay thin?\n\nI had four sessions.\n\n## 3 answers\n\n${post('It gives in early', 'Roe', thins)}\n${post('It comes back', 'Poe', figures)}\n${post('See to the grinding', 'Lind', splint)}`;
    const { answers } = markdown(text);
    expect(answers.map(({ heading }) => heading)).toEqual([
      'It gives in early',
      'It comes back',
      'See to the grinding',
    ]);
    expect(answers[1]?.body).toContain('The last row answers you.');
  });

  test('elements whose classes differ from post to post behind that of their kind', () => {
    const post = (title: string, body: string, i: number) =>
      `<div class="css-1a e${i}" data-id="${i}"><div class="css-2b e${i + 7}">${title}</div><div class="css-3c e${i + 3}"><div class="css-4d e${i + 9}">${body}</div></div><div class="css-5e e${i + 4}"><a href="#">Dr. Jane Roe</a><span>Dermatologist</span></div></div>`;
    const { answers } = html(
      `<h1>Does the jaw muscle stay thin after Botox?</h1><div>${post('It thins', thins, 1)}${post('It comes back', recovers, 2)}${post('See to it', splint, 3)}${post('It thins, I say', thins, 4)}</div>`,
    );
    expect(answers.map(({ heading, body }) => [heading, body])).toEqual([
      ['It thins', thins],
      ['It comes back', recovers],
      ['See to it', splint],
      ['It thins, I say', thins],
    ]);
  });

  test('a newsletter whose layout is a table around the table of the answers', () => {
    const answer = (title: string, body: string, name: string) =>
      `<tr><td>&ldquo;${title}&rdquo;</td></tr><tr><td><p>${body}</p></td></tr><tr><td>Dr. ${name}, dermatologist, Leeds</td></tr><tr><td><hr></td></tr>`;
    const { answers } = html(
      `<table><tr><td>View it in your browser</td></tr><tr><td>Good morning! You have sent us a question of this kind more than once, and so we put it to three who know.</td></tr><tr><td><table>${answer('It thins', thins, 'Roe')}${answer('It comes back', recovers, 'Poe')}${answer('See to it', splint, 'Lind')}</table></td></tr></table>`,
    );
    expect(answers.map(({ body }) => body)).toEqual(expect.arrayContaining([recovers, splint]));
    expect(answers.every(({ body }) => !body.includes('dermatologist'))).toBe(true);
  });

  test('a list with dots and tabs, and what an editor remarks', () => {
    const text = `Replies in the order received\n\nDoes the jaw muscle stay thin after Botox?\n\n1.\tIt thins\nDr Jane Roe, Dermatologist\n\n${thins}\n\nComment [JW2]: please tidy before printing\n\n2.\tPractical points\nSister Ann Poe, Nurse Prescriber\n\nI would like to see you first. In the meantime:\n\n·\tbring the record card\n·\tcome without make-up\n\n${splint}\n\n3.\tIt comes back\nDr Jo Lind, Neurologist\n\n${recovers}\n`;
    const found = bodies(text);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(thins);
    expect(found[1]).toContain('come without make-up');
    expect(found[1]).toContain(splint);
  });

  test('a running head behind a form feed within an answer', () => {
    const [first, second] = [thins.slice(0, 60), thins.slice(60)];
    const text = `Does the jaw muscle stay thin?\n\nDR. ROE: ${first}\n\n   211\n\f Riverbend Symposium      Evening Panel\n\n   ${second.trim()}\n\nDR. POE: ${recovers}\n\n   212\n\f Riverbend Symposium      Evening Panel\n\nDR. LIND: ${splint}\n`;
    const { answers } = parse(text);
    expect(answers).toHaveLength(3);
    expect(answers[0]?.body.endsWith(second.trim())).toBe(true);
  });

  test('doctors by number', () => {
    const text = `The question was: does the jaw muscle stay thin?\n\nDr 1: ${thins}\n\nDr 2 (a lady): ${recovers}\n\nNurse 3: ${splint}\n`;
    expect(bodies(text)).toEqual([thins, recovers, splint]);
  });

  test('answers that wider gaps part, of a word or of several paragraphs', () => {
    const bodiesOf = [
      `${thins}\n\nI would not call that a drawback, since the face looks slimmer and one needs fewer visits.`,
      'No.',
      `${splint}\n\nAsk your dentist for one, and mind that it fits, since most of those that are sold do not.`,
      recovers,
      'I think that you should ask whoever told you what was meant by it. Bring a list.',
    ];
    const text = `does the jaw muscle stay thin?\n\nI grind my teeth and had four sessions. Will it waste away?\n\n\n\n${bodiesOf.join('\n\n\n\n')}\n`;
    expect(parse(text).answers.map(({ body }) => body)).toEqual(bodiesOf);
  });
});
