import { type Draw, draw } from './draw.js';
import type { MadeThread } from './thread.js';

/** English with nothing in it that the built-in profile asks for: on kitchens, railways, gardens and boats. */

const NOUNS =
  'kettle tram orchard harbour ladder lantern violin bridge pasture oven letter river market hammer clock window blanket saddle anchor cellar garden engine basket ferry carpet fence kitchen library mountain pigeon platform ribbon sailor scarf signal station stove suitcase teapot ticket timetable tower tunnel valley wagon weather wheel whistle workshop gravel candle chimney meadow compass drawer envelope';
const PEOPLE =
  'neighbour driver gardener baker conductor clerk cousin captain librarian farmer tourist carpenter';
const ADJECTIVES =
  'green wooden narrow polite distant rusty modern quiet crowded cheap famous hollow yellow steep foreign curious broken empty local rural';
const VERBS =
  'carries paints follows repairs admires borrows collects describes expects forgets gathers hides invites mentions orders polishes prefers recommends sells visits washes watches wraps climbs crosses';
const ADVERBS =
  'usually often perhaps seldom nearby indoors upstairs outside today tomorrow yesterday elsewhere';
const PLACES = 'behind|under|beside|near|across|along|above|inside|beyond|towards'.split('|');
const OPENERS = [
  '',
  '',
  '',
  '',
  'However, ',
  'In autumn, ',
  'As far as I know, ',
  'By the way, ',
  'Oddly, ',
  'On Sundays, ',
];
const JOINTS = [', and ', ', but ', ', while ', ', so ', ' because ', '; ', ' although '];
const MODALS = ['', '', '', 'never ', 'always ', 'also ', 'hardly ever '];

const words = (list: string) => list.split(' ');
const [nouns, people, adjectives, verbs, adverbs] = [NOUNS, PEOPLE, ADJECTIVES, VERBS, ADVERBS].map(
  words,
) as [string[], string[], string[], string[], string[]];

/** How many nouns are words of no language: names, slips of the pen, terms of a trade. */
const COINED_NOUNS = 0.1;

/** Threads on other things without end, of the shape of those on topic. */
export function* offTopic(seed = 2): Generator<MadeThread> {
  const drawn = draw(seed);
  for (;;) {
    yield {
      question: { heading: `Does ${thing(drawn)} need ${thing(drawn)}?`, body: paragraph(drawn, 2, 5) },
      answers: Array.from({ length: drawn.count(4, 16) }, () => ({
        heading: drawn.chance(0.8) ? capital(`${thing(drawn)} ${place(drawn)}`) : null,
        text: paragraph(drawn, 2, 9),
      })),
    };
  }
}

function paragraph(drawn: Draw, from: number, to: number): string {
  return Array.from({ length: drawn.count(from, to) }, () => sentence(drawn)).join(' ');
}

function sentence(drawn: Draw): string {
  const joined = drawn.chance(0.4) ? drawn.one(JOINTS) + clause(drawn) : '';
  return `${capital(drawn.one(OPENERS) + clause(drawn))}${joined}${drawn.chance(0.1) ? '?' : '.'}`;
}

function clause(drawn: Draw): string {
  const subject = drawn.chance(0.6)
    ? `the ${drawn.one(people)}`
    : drawn.one(['she', 'he', 'my aunt', 'everybody']);
  const end = drawn.chance(0.5) ? ` ${place(drawn)}` : ` ${drawn.one(adverbs)}`;
  return `${subject} ${drawn.one(MODALS)}${drawn.one(verbs)} ${thing(drawn)}${end}`;
}

function place(drawn: Draw): string {
  return `${drawn.one(PLACES)} ${thing(drawn)}`;
}

function thing(drawn: Draw): string {
  const noun = drawn.chance(COINED_NOUNS) ? drawn.coined() : drawn.one(nouns);
  const article = drawn.one(['the', 'the', 'a', 'that', 'every']);
  return drawn.chance(0.4) ? `${article} ${drawn.one(adjectives)} ${noun}` : `${article} ${noun}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
