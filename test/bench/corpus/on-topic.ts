import { readdirSync, readFileSync } from 'node:fs';
import { type Draw, draw } from './draw.js';
import type { MadeThread } from './thread.js';

const FOLDERS = ['fixtures/coded', 'fixtures/blind'];

/** How many of an answer's sentences are another's, and of its words are words of no language. */
const FOREIGN_SENTENCES = 0.3;
const COINED_WORDS = 0.01;

/** Threads on the built-in profile's question without end, made of the fixtures' questions, answers and sentences. */
export function* onTopic(seed = 1): Generator<MadeThread> {
  const threads = fixtureThreads();
  const answers = threads.flatMap((thread) => thread.answers);
  const bodies = answers.map(({ text }) => sentences(text));
  const all = bodies.flat();
  const headings = answers.map(({ heading }) => heading);
  const drawn = draw(seed);
  for (;;) {
    yield {
      question: drawn.one(threads).question,
      answers: Array.from({ length: drawn.count(4, 16) }, () => ({
        heading: drawn.one(headings),
        text: drawn
          .one(bodies)
          .map((sentence) => (drawn.chance(FOREIGN_SENTENCES) ? drawn.one(all) : sentence))
          .map((sentence) => withCoined(sentence, drawn))
          .join(' '),
      })),
    };
  }
}

/** The fixtures that come as questions and answers, so that no parser has a part in the corpus. */
export function fixtureThreads(): MadeThread[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .flatMap((name): MadeThread[] => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))),
  );
}

function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]) /);
}

function withCoined(sentence: string, drawn: Draw): string {
  return sentence.replace(/[a-z]{4,}/g, (word) => (drawn.chance(COINED_WORDS) ? drawn.coined() : word));
}
