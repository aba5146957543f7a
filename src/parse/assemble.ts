/** From the parts of the units to a thread: spans, blocks, authors, votes, dates. */

import type { Answer, Block, BlockKind, Question, Span } from '../model.js';
import { authorOf, dateOf, votesOf } from './card.js';
import type { Noise } from './cut.js';
import { isBody, opensAnswer, Part } from './part.js';
import type { Reason } from './reason.js';
import { End, type Unit } from './unit.js';

/** A stretch of the text with the part it plays. */
interface Piece {
  readonly start: number;
  end: number;
  readonly kind: BlockKind;
  readonly answer: number;
  readonly reason: Reason | null;
}

interface Draft {
  heading: Span | null;
  body: [number, number] | null;
  /** Whether all of the body so far is a quotation. */
  isQuoted: boolean;
  readonly excluded: Span[];
  author: string | undefined;
  /** Whom the body's last line names; counts where no card does. */
  signed: string | undefined;
  votes: number | undefined;
  date: string | undefined;
}

export interface Assembled {
  readonly question: Question;
  readonly answers: readonly Answer[];
  readonly blocks: readonly Block[];
}

/** Puts question, answers and blocks together. Every span slices `text`; the blocks cover it. */
export function assemble(
  text: string,
  units: readonly Unit[],
  noise: readonly Noise[],
  parts: readonly Part[],
): Assembled {
  const { pieces, drafts } = piecesOf(text, units, noise, parts);
  const question = questionOf(text, pieces);
  const answers: Answer[] = [];
  for (const draft of drafts)
    if (draft.body) answers.push(answerOf(text, draft, draft.body, answers.length + 1));
  return { question, answers, blocks: blocksOf(text, pieces) };
}

function answerOf(text: string, draft: Draft, bodySpan: Span, id: number): Answer {
  const { heading: headingSpan, votes, date, excluded } = draft;
  const [from, to] = bodySpan;
  const answer: { -readonly [key in keyof Answer]: Answer[key] } = {
    id,
    heading: headingSpan ? text.slice(headingSpan[0], headingSpan[1]) : null,
    headingSpan,
    body: text.slice(from, to),
    bodySpan,
    span: [headingSpan ? Math.min(headingSpan[0], from) : from, to],
    excluded: excluded.length === 0 ? none : excluded.filter(([start, end]) => start >= from && end <= to),
  };
  const author = draft.author ?? draft.signed;
  if (author !== undefined) answer.author = author;
  if (votes !== undefined) answer.votes = votes;
  if (date !== undefined) answer.date = date;
  return answer;
}

const none: readonly Span[] = [];

function piecesOf(
  text: string,
  units: readonly Unit[],
  noise: readonly Noise[],
  parts: readonly Part[],
): { pieces: Piece[]; drafts: Draft[] } {
  const pieces: Piece[] = [];
  const drafts: Draft[] = [];
  const trailing = parts.includes(Part.Trail);
  let draft: Draft | null = null;
  let next = 0;
  /** Noise between two answers, whose owner is known when the second one shows how it opens. */
  let loose: Noise[] = [];
  const settle = (owner: Draft | null) => {
    for (const line of loose) note(text, owner, line);
    loose = [];
  };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const part = parts[i] as Part;
    const opens = opensAnswer(part, parts[i - 1]);
    while (next < noise.length && (noise[next] as Noise).start < unit.start) {
      const line = noise[next++] as Noise;
      pieces.push(noisePiece(line, drafts.length));
      if (opens && !trailing) loose.push(line);
      else note(text, draft, line);
      if (!opens && draft?.body && isBody(part)) draft.excluded.push([line.start, line.end]);
    }
    if (opens) {
      const fresh: Draft = {
        heading: null,
        body: null,
        isQuoted: false,
        excluded: [],
        author: undefined,
        signed: undefined,
        votes: undefined,
        date: undefined,
      };
      // What stands under an answer is its own; what stands above the first one is the question's, or nobody's.
      settle(draft);
      drafts.push(fresh);
      draft = fresh;
    }
    const end = isBody(part) ? ownEnd(text, unit) : unit.end;
    pieces.push(pieceOf(unit, end, part, drafts.length));
    if (end < unit.end) {
      const button: Noise = {
        start: unit.end - text.slice(end, unit.end).trimStart().length,
        end: unit.end,
        reason: 'navigation',
      };
      pieces.push(noisePiece(button, drafts.length));
      draft?.excluded.push([button.start, button.end]);
    }
    if (draft) place(text, draft, unit, end, part);
  }
  for (; next < noise.length; next++) {
    const line = noise[next] as Noise;
    pieces.push(noisePiece(line, drafts.length));
    const last = parts.at(-1);
    if (last !== Part.Tail) note(text, draft, line);
  }
  return { pieces, drafts };
}

const cutOff =
  /(?<=\.\.\.|…)\s*\[?\(?(?:read|show|see|view|continue)?[ \u00a0]*(?:more|reading|full answer)\)?\]?\s*[»>›]?$/i;

/** Where a unit's own words end: a "Read more" behind an ellipsis is a button. */
function ownEnd(text: string, unit: Unit): number {
  if (unit.ending !== End.Open) return unit.end;
  const from = Math.max(unit.start, unit.end - 40);
  const button = cutOff.exec(text.slice(from, unit.end));
  return button ? from + button.index : unit.end;
}

function noisePiece(line: Noise, answer: number): Piece {
  return { start: line.start, end: line.end, kind: 'noise', answer, reason: line.reason };
}

function pieceOf(unit: Unit, end: number, part: Part, answer: number): Piece {
  const [kind, reason] = roles[part];
  const quoted = unit.quote && kind === 'answer-body';
  return {
    start: unit.start,
    end,
    kind: quoted ? 'noise' : kind,
    answer,
    reason: quoted ? 'quotation' : reason,
  };
}

const roles: Record<Part, readonly [BlockKind, Reason | null]> = {
  [Part.Banner]: ['noise', 'banner'],
  [Part.Title]: ['question-heading', null],
  [Part.Ask]: ['question-body', null],
  [Part.AskCard]: ['noise', 'asker'],
  [Part.Head]: ['answer-heading', null],
  [Part.Start]: ['answer-body', null],
  [Part.First]: ['answer-body', null],
  [Part.More]: ['answer-body', null],
  [Part.Lead]: ['noise', 'author'],
  [Part.Mid]: ['noise', 'author'],
  [Part.Under]: ['answer-heading', null],
  [Part.Opened]: ['answer-body', null],
  [Part.Trail]: ['noise', 'author'],
  [Part.Tail]: ['noise', 'related'],
};

function place(text: string, draft: Draft, unit: Unit, end: number, part: Part): void {
  const [kind, reason] = roles[part];
  if (kind === 'answer-heading') draft.heading = [unit.start, unit.end];
  else if (kind === 'answer-body') {
    // "Regards, Dr. Roe" names its author behind the comma.
    if (unit.person >= 2 && unit.words <= 12 && !unit.field) {
      const line = text.slice(unit.start, end);
      draft.signed = authorOf(unit.signOff ? line.slice(line.indexOf(',') + 1) : line);
    }
    if (unit.quote) draft.excluded.push([unit.start, unit.end]);
    // Own words begin behind a quotation, where there are any.
    if (draft.body === null || (draft.isQuoted && !unit.quote)) {
      draft.body = [unit.start, end];
      draft.isQuoted = unit.quote;
    } else draft.body[1] = end;
  } else if (reason === 'author') {
    const line = text.slice(unit.start, unit.end);
    if (!unit.field || (unit.rich && unit.style < 12)) draft.author ??= authorOf(line);
    draft.votes ??= votesOf(line);
    draft.date ??= dateOf(line);
  }
}

/** Takes votes and date from a noise line beside an answer. */
function note(text: string, draft: Draft | null, line: Noise): void {
  const { reason } = line;
  if (!draft || (reason !== 'votes' && reason !== 'date' && reason !== 'template')) return;
  const words = text.slice(line.start, line.end);
  if (reason !== 'template') draft.votes ??= votesOf(words);
  draft.date ??= dateOf(words);
}

function questionOf(text: string, pieces: readonly Piece[]): Question {
  let heading: Span | null = null;
  let start = -1;
  let end = -1;
  for (const piece of pieces) {
    if (piece.kind === 'question-heading' && !heading) heading = [piece.start, piece.end];
    else if (piece.kind === 'question-body') {
      if (start < 0) start = piece.start;
      end = piece.end;
    } else if (piece.kind !== 'noise') break;
  }
  const body: Span | null = start < 0 ? null : [start, end];
  return {
    heading: heading ? text.slice(...heading) : null,
    headingSpan: heading,
    body: body ? text.slice(...body) : null,
    bodySpan: body,
  };
}

/** Neighbours that play the same part become one block; the blanks between others are blocks of their own. */
function blocksOf(text: string, pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const blank = (until: number) => {
    if (until > at) blocks.push({ kind: 'noise', span: [at, until], reason: 'blank' });
  };
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    let { end } = piece;
    if (piece.kind !== 'noise') {
      for (let after = pieces[i + 1]; after && after.kind === piece.kind && after.answer === piece.answer; ) {
        end = after.end;
        i++;
        after = pieces[i + 1];
      }
    }
    blank(piece.start);
    const span: Span = [piece.start, end];
    if (piece.kind === 'noise') blocks.push({ kind: 'noise', span, reason: piece.reason ?? 'blank' });
    else if (piece.kind === 'answer-heading' || piece.kind === 'answer-body')
      blocks.push({ kind: piece.kind, span, answer: piece.answer });
    else blocks.push({ kind: piece.kind, span });
    at = end;
  }
  blank(text.length);
  return blocks;
}
