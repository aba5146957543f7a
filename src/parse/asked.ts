/** Which of the lines above the answers is the question's heading: a page's own lines stand there, too. */

import type { Span } from '../model.js';
import { isBody, opensAnswer, Part } from './part.js';
import { stemsIn } from './question-words.js';
import { PERSON, type Unit } from './unit.js';
import { above } from './vocabulary.js';

/** A longer unit is no heading, and one that is as long is the asker's words. In words. */
const MOST_OF_HEADING = 40;
const PROSE = 15;
const FEW = 3;

/** "Thin" and "thinner" share so many letters. */
const ALIKE = 4;
/** So much of a unit is read, and so much of the answers is compared with it; in UTF-16 code units. */
const MOST_READ = 300;
const MOST_COMPARED = 3000;

/** What speaks for a heading: a question mark, each word that the answers have, too; against it, that it is a page's line. */
const weights = { question: 2, shared: 1, mostShared: 4, furniture: -6, short: -2, title: 1 } as const;
/** One that is better by less is no other heading, nor one with less; and a page's line with no more is none at all. */
const LEAST_BETTER = 1.5;
const LEAST_OTHER = 2;
const LEAST = 0;

/** The parts with the likeliest line above the answers as the question's heading; none where it is but a page's line. */
export function withHeading(text: string, units: readonly Unit[], parts: readonly Part[]): Part[] {
  const title = parts.indexOf(Part.Title);
  const first = parts.findIndex((part, i) => opensAnswer(part, parts[i - 1]));
  const found = [...parts];
  if (title < 0) return withQuestion(text, units, found);
  if (first < 0) return found;
  let answers: ReadonlySet<string> | undefined;
  const lineOf = ({ start, end }: Unit): Span => [start, Math.min(end, start + MOST_READ)];
  const scoreOfForm = (index: number) => {
    const unit = units[index] as Unit;
    const line = text.slice(...lineOf(unit));
    return (
      (line.includes('?') ? weights.question : 0) +
      (above.test(line.toLowerCase()) ? weights.furniture : 0) +
      (unit.words < FEW ? weights.short : 0) +
      (index === title ? weights.title : 0)
    );
  };
  const scoreOf = (index: number) => {
    answers ??= answersStems(text, units, parts);
    const said = answers;
    const stems = [...stemsIn(text, ...lineOf(units[index] as Unit))];
    const shared = stems.filter((stem) => said.has(stem.slice(0, ALIKE))).length;
    return scoreOfForm(index) + weights.shared * Math.min(shared, weights.mostShared);
  };
  // Words are compared where that decides.
  const isPages = (index: number) => scoreOfForm(index) < LEAST && scoreOf(index) < LEAST;
  const others: number[] = [];
  for (let i = title + 1; i < first; i++) {
    const unit = units[i] as Unit;
    if (parts[i] !== Part.AskCard && mayHead(text, unit)) others.push(i);
    // What follows the asker's words is more of them.
    if (parts[i] === Part.Ask && unit.words > PROSE) break;
  }
  let best = title;
  let most = others.length > 0 ? Math.max(scoreOf(title) + LEAST_BETTER, LEAST_OTHER) : 0;
  for (const other of others) {
    const score = scoreOf(other);
    if (score <= most) continue;
    most = score;
    best = other;
  }
  const isNone = best === title && parts.includes(Part.Ask, title) && isPages(title);
  for (let i = title; i < best; i++) if (found[i] !== Part.AskCard) found[i] = Part.Banner;
  if (isNone) found[title] = Part.Banner;
  else found[best] = Part.Title;
  // More of the page's lines may stand above the asker's words.
  for (let i = best + 1; i < first && parts[i] === Part.Ask; i++) {
    if ((units[i] as Unit).greeting || !parts.includes(Part.Ask, i + 1) || !isPages(i)) break;
    found[i] = Part.Banner;
  }
  // And buttons below them.
  for (let i = first - 1; i > best && parts[i] === Part.Ask; i--) {
    const { words, greeting } = units[i] as Unit;
    const isButton = words < FEW && !greeting && isPages(i);
    if (!isButton || found.indexOf(Part.Ask) === i) break;
    found[i] = Part.Banner;
  }
  return found;
}

/** Where nothing is the heading, a short question with which the asker begins is. */
function withQuestion(text: string, units: readonly Unit[], parts: Part[]): Part[] {
  const at = parts.indexOf(Part.Ask);
  const unit = units[at];
  const asks = unit !== undefined && mayHead(text, unit) && text.slice(unit.start, unit.end).endsWith('?');
  return asks ? parts.with(at, Part.Title) : parts;
}

/** A statement with another sentence behind it, and a question with more than a few words. */
const SAYS_MORE = /[.!…]["”')]*\s+\S|\?\W+(?:[^\s?]+\s+){4,}[^\s?]+$/;

/** Whether a unit is short enough for a heading: one statement, or questions. */
function mayHead(text: string, { start, end, words, person, greeting }: Unit): boolean {
  if (person >= PERSON || greeting || words > MOST_OF_HEADING) return false;
  return !SAYS_MORE.test(text.slice(start, end));
}

function answersStems(text: string, units: readonly Unit[], parts: readonly Part[]): ReadonlySet<string> {
  const stems = new Set<string>();
  let left = MOST_COMPARED;
  for (const [i, { start, end }] of units.entries()) {
    if (left <= 0) break;
    if (!isBody(parts[i] as Part)) continue;
    for (const stem of stemsIn(text, start, Math.min(end, start + left))) stems.add(stem.slice(0, ALIKE));
    left -= end - start;
  }
  return stems;
}
