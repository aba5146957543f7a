import { describe, expect, test } from 'vitest';
import { bodies, parse, question, recovers, splint, thins } from './parsed.js';

/** Answers below headings, of words of their own. */
const headed = (...answers: [heading: string, body: string][]) =>
  `${question}\n${answers.map(([heading, body]) => `${heading}\n\n${body}\n`).join('\n')}`;

const TITLES = [
  'It does stay thin',
  'Not in my patients',
  'Save the money',
  'Ask for the scan',
  'A weak bite',
];
const BODIES = [thins, recovers, splint].flatMap((body, i) => [body, `Case ${i + 2} of mine. ${body}`]);
const six = [...TITLES, 'No need to stop'].map((title, i): [string, string] => [title, BODIES[i] as string]);

describe('what stands in a thread by chance parts nothing', () => {
  test('two answers that begin with a label', () => {
    const labelled = six.map(([title, body], i): [string, string] => [
      title,
      i === 2 || i === 4 ? `Answer: ${body}` : body,
    ]);
    expect(bodies(headed(...labelled))).toHaveLength(6);
  });
  test('a list that another answer goes on with', () => {
    const list = (...items: string[]) => `\n\n${items.map((item, i) => `${i + 1}. ${item}`).join('\n')}`;
    const listed = six.map(([title, body], i): [string, string] => [
      title,
      i === 1
        ? `${body}${list('Ask for the brand.', 'Write down the units.')}`
        : i === 5
          ? `${body}${list('Ask for the brand.', 'Write it down.', 'Take a photo.', 'Come back.')}`
          : body,
    ]);
    expect(parse(headed(...listed)).answers.map(({ heading }) => heading)).toEqual(
      six.map(([title]) => title),
    );
  });
  test('headings that ask, which some answers share', () => {
    const asked = six.map(([, body], i): [string, string] => [
      ['Will it stay thin for ever?', 'Is it the toxin or the age?'][i === 0 || i > 3 ? 0 : 1] as string,
      body,
    ]);
    expect(bodies(headed(...asked))).toHaveLength(6);
  });
  test('a number of answers, far below', () => {
    const many = Array.from({ length: 400 }, (_, i): [string, string] => [
      `${TITLES[i % TITLES.length]}, case ${i}`,
      BODIES[i % BODIES.length] as string,
    ]);
    const text = headed(...many).replace(
      'Save the money, case 102\n',
      '12 answers\n\nSave the money, case 102\n',
    );
    expect(parse(text).answers).toHaveLength(400);
  });
});

describe('a name below a farewell', () => {
  test.each(['Helen', 'Helen Marsh', 'Dr. Marsh'])('"%s" ends the answer', (name) => {
    const [first, ...others] = six;
    const signed: [string, string] = [first?.[0] ?? '', `${first?.[1]}\n\nBest wishes,\n${name}`];
    const { answers } = parse(headed(signed, ...others));
    expect(answers.map(({ heading }) => heading)).toEqual(six.map(([title]) => title));
  });
});

describe('who speaks, on a line of its own or before a colon', () => {
  test('names with what is told of them, some of no trade that is known', () => {
    const said: [string, string][] = [
      ['Dr Hermione Adeyemi, consultant dermatologist, Norwich', thins],
      ['Mr Piers Lockhart, oculoplastic surgeon, London', recovers],
      ['Lorna Quill, 61, retired newsreader', splint],
      ['Sunita Marlowe, aesthetic nurse, Colchester', `I see it, too. ${thins}`],
      ['Bryony Castellane, facial-exercise teacher, Totnes', `I do not. ${recovers}`],
    ];
    const text = `${question}\n${said.map(([name, body]) => `${name}\n${body}\n`).join('\n')}`;
    expect(parse(text).answers.map(({ author, body }) => [author, body])).toEqual(
      said.map(([name, body]) => [name.split(',')[0]?.replace(/^(?:Dr|Mr) /, (title) => title), body]),
    );
  });
  test('names in capitals with their trade', () => {
    const said: [string, string][] = [
      ['DR OONA FELLOWES, consultant dermatologist, Bristol', thins],
      ['MARGUERITE BOSWELL-LANE, facialist and founder of Lift by Hand, London W1', recovers],
      ['NURSE PENNY WHITLOCK, aesthetic nurse, Cheltenham', splint],
    ];
    const text = `${question}\n${said.map(([name, body]) => `${name}: ${body}\n`).join('\n')}`;
    expect(bodies(text)).toEqual([thins, recovers, splint]);
  });
  test('a messenger’s line of time and name; who asks comes back', () => {
    const turn = (time: string, name: string, words: string) => `${time} | ${name}\n      ${words}\n\n`;
    const chat = [
      turn(
        '19:02',
        'Noreen (you)',
        'Evening all. Does the jaw muscle stay thin after Botox? I had four sessions.',
      ),
      turn('19:11', 'Vera T.', thins),
      turn('19:13', 'Noreen (you)', 'oh god!! yes!!'),
      turn('19:20', 'Hugh (Kent)', recovers),
    ];
    expect(bodies(chat.join(''))).toEqual([thins, recovers]);
  });
  test('the lines of a mailbox part its messages', () => {
    const mail = (from: string, name: string, words: string) =>
      `From ${from}  Mon Feb  9 10:15:40 2009\nFrom: ${from} (${name})\nDate: Mon, 9 Feb 2009 10:15:40 -0800\nSubject: [jaw] thin?\nReferences: <4F2A11.80@west.example>\n\t<49905F25.30@umcx.example>\n\n${words}\n\n`;
    const box = [
      mail('doreen@west.example', 'Doreen Hatch', `Dear list,\n\n${question}`),
      mail('walt@mill.example', 'Walt Birkett', thins),
      mail('doreen@west.example', 'Doreen Hatch', 'Thank you Walt! Anybody else?'),
      mail('anneke@umcx.example', 'Anneke Horst', recovers),
    ];
    expect(bodies(box.join(''))).toEqual([thins, recovers]);
  });
  test('a board’s heads of posts, ranks, signatures and quotations; who asks comes back', () => {
    const post = (name: string, number: number, words: string, signature = '') =>
      `${name}\nDeckhand\n*\nPosts: 2${number}\n\n\t${number > 0 ? 'Re: ' : ''}Thin jaw?\n« ${number > 0 ? `Reply #${number} ` : ''}on: September 03, 2017, 08:14:2${number} PM »\n${words}\nLogged\n${signature}\n`;
    const thread = [
      post('Lantern', 0, `Hi all, ${question.split('\n')[2]}`, 'Round 11.'),
      post('Salt', 1, thins, '"The sea is calm tonight", not in my head\nSplint | 6-8 days'),
      post(
        'Lantern',
        2,
        'Quote from: Salt on September 03, 2017, 08:14:21 PM\n    the masseter is thinner\nOMG this is exactly it. So I am not alone with it.',
        'Round 11.',
      ),
      post(
        'Dr_Cephalo',
        3,
        `Quote from: Lantern on September 03, 2017, 08:14:20 PM\n    Will it waste away?\n${recovers}`,
      ),
    ];
    const found = parse(`Harbour Forums\nHOME   HELP   SEARCH   LOGIN\n\n${thread.join('\n')}`);
    expect(found.answers.map(({ author, body }) => [author, body])).toEqual([
      ['Salt', thins],
      ['Dr_Cephalo', recovers],
    ]);
  });
});
