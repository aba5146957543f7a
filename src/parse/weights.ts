/**
 * The strengths of the evidence. All scores add up along a thread; 1 is a hint, 3 is strong, 6 settles it.
 * They were set by hand on labelled threads and kept to one figure after the point.
 */
export const weights = {
  /** An answer opens at this gap, where the gap holds … */
  open: {
    meta: 2,
    loneMeta: 0.7,
    separator: 2,
    loneSeparator: 0.7,
    number: 4,
    header: 6,
    asker: 2,
    wide: 0.8,
  },
  /** A body goes on over a gap that holds … */
  inner: {
    meta: -2.5,
    loneMeta: -0.7,
    separator: -2,
    loneSeparator: -0.7,
    number: -5,
    header: -6,
    asker: -3,
    wide: -0.4,
  },
  /** A body follows its heading or card over a gap that holds … */
  headed: {
    meta: -0.2,
    loneMeta: -0.1,
    separator: -1.5,
    loneSeparator: -1,
    number: -5,
    header: -6,
    asker: -1,
    wide: 0,
  },
  /** A body goes on in the middle of a sentence. */
  resumed: 3,
  /** A question goes on over a gap that holds … */
  asking: {
    meta: -1.5,
    loneMeta: -0.2,
    separator: -1.5,
    loneSeparator: 0,
    number: -5,
    header: -6,
    asker: 0,
    wide: 0,
  },
  /** Wide gaps part the answers: an answer opens at one, opens at none, goes on over one. */
  parted: { open: 2.5, narrow: -2, inner: -3 },
  /** Buttons or votes that end each answer end the question: so it has swallowed the first one. */
  footOfQuestion: -4,
  /** A line of its own stands below what most answers' headings stand below. */
  titledHead: 2.5,
  /** A name in the answerers' style is of the page's tail. */
  tailName: -2,
  /** Answers have cards, this one has none. */
  missingCard: -4,
  /** Rules part the answers, and none stands here. */
  unparted: -1.5,
  /** Answers are numbered, this one is not. */
  missingNumber: -4,
  /** … and stands above the first that is. */
  aboveNumber: -8,
  /** An answer opens above "7 answers". */
  aboveHeader: -6,
  /** … above the first line that asks, which has but short lines above it. */
  aboveQuestion: -5,
  /** … and each of its lines up there. */
  asksBelow: -1,
  /** … and its speaker has spoken right before. */
  sameSpeaker: -12,
  /** The thread has no question. */
  noQuestion: -4,
  /** The first line that asks, under but short ones, is its heading. */
  askingTitle: 3,
  /** A line above "7 answers" that is not like an asker's. */
  leastAsked: -0.3,
  /** The question has no heading. */
  noTitle: -2.5,
  /** A line that looks more like a heading than this is no body. */
  plainTitle: 2.5,
  /** The posts are numbered, and the first is the asker's: that its number opens no answer, and more. */
  originalPost: 10,
  /** The question has no body. */
  noAsk: -1.2,
  /** A body follows the question's heading at once. */
  askedBody: 0.8,
  /** … under dates, buttons or a rule: they belong to the heading. */
  askedBelow: 1.3,
  /** A person's line where a body or a card may have it. */
  person: 0.6,
  /** A card in the style of the others. */
  style: 0.5,
  offStyle: -1,
  /** No blank line parts the card from its answer, but one from the other answer; and the reverse. */
  attached: 1,
  detached: -1.5,
  /** A second line of a card: its specialty; anything else. */
  cardField: 0.4,
  cardFieldBelow: 1.2,
  cardMore: -3,
  bannerMore: -0.3,
  enterTail: -1,
  tailAfterNoise: 0.5,
  /** … behind the last card. */
  tailUnderCard: 0.5,
  /** … with neither a word of its own nor noise above. */
  plainTail: -2,
  /** … which another answer follows. */
  leaveTail: -1.5,
  /** … where a card above it has ended the answer before. */
  leaveToTrailed: 2,
  /** A body's first line is short and has no stop, so it is rather a heading. */
  shortFirst: -1.2,
  /** … and this one is not so short. */
  openFirst: -0.8,
  /** A greeting in the middle of an answer. */
  lateGreeting: -1.5,
  /** An answer opens, with a heading (a share of it, but for a name) or without, behind "Good luck!" or a line with a name, or such a sentence. */
  signedHead: 0.5,
  signedStart: 2.5,
  namedStart: 3,
  closedStart: 1,
  /** Names are cards, this line is in their style and is taken for none. */
  cardPassed: -1.5,
  /** Names are no cards, though this line looks like one and like the others. */
  cardSigned: -0.6,
  /** A line in the style of the names is taken for a heading. */
  styledHead: -2,
  /** A chat has no headings. */
  spokenHead: -5,
  /** A card opens with a specialty and has no name. */
  cardHeadless: -1,
  /** A name near the top is the asker's; a line is that is no name. */
  asker: 0.3,
  noAsker: -3,
  /** The asker's card is of the style of the answerers'. */
  askerStyled: -2.5,
  /** A card under a heading stands behind buttons or dates. */
  midBehindMeta: -4,
  /** A body ends in a card behind buttons or dates. */
  footBehindMeta: -0.3,
  /** For each point of evidence that a first body is the asker's. */
  askedFirst: 0.6,
  /** A body goes on behind a line with a name, or behind "Good luck!". */
  afterName: -1.2,
  afterSignOff: -0.6,
  /** There must be a first answer, though nothing shows where it opens. */
  firstStart: 1.8,
  firstParagraph: 0.7,
  /** The question goes on behind its question mark, and the asker is not heard. */
  askedOut: -1,
  /** Each paragraph is an answer, and the question has several. */
  askParagraph: -0.6,
  /** A nick of a chat or a "From:" is taken for a line of a body. */
  cardInBody: -4,
  /** The thread ends in a heading or a card. */
  dangling: -6,
  /** The thread has no answer. */
  noAnswer: -2,
} as const;

/** What the thread's answers have shown so far: added to each heading, and to each answer that opens without one. */
export interface Habit {
  readonly head: number;
  readonly start: number;
  /** Added to a body that follows its card without a heading. */
  readonly opened: number;
}

/** Where most cards stand: between heading and body, or above both. */
export type Place = 'between' | 'above' | 'any';

/** Added to a card behind a heading (mid) and to one that opens an answer (lead). */
export const cardPlace: Record<Place, { readonly mid: number; readonly lead: number }> = {
  between: { mid: 2.5, lead: -0.8 },
  above: { mid: -2, lead: 0 },
  any: { mid: 0, lead: 0 },
};

export const habits = {
  /** Before anything is known. */
  unknown: { head: 0, start: -1.5, opened: -0.6 },
  /** Most answers have a heading. */
  headed: { head: 0.6, start: -2.2, opened: -0.5 },
  /** Some have. */
  mixed: { head: 0, start: -1.5, opened: -0.5 },
  /** None has, but cards, numbers, greetings or sign-offs part them. */
  bare: { head: -2.6, start: -1.5, opened: -1.5 },
  /** As bare; and one heading of five answers or more would be a line of its body. */
  headless: { head: -4, start: -1.5, opened: -1.5 },
  /** Nothing parts the answers: each paragraph is one, unless it goes on with the one before. */
  paragraphs: { head: -1.5, start: 1.2, opened: -1.5 },
} as const satisfies Record<string, Habit>;
