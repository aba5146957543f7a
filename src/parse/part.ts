/** The parts that the units of a thread play. */

/** The part that a unit plays. */
export const Part = {
  Banner: 0,
  Title: 1,
  Ask: 2,
  AskCard: 3,
  /** A heading that opens an answer. */
  Head: 4,
  /** A body that opens an answer. */
  Start: 5,
  /** A body's first unit behind a heading. */
  First: 6,
  /** A body's further units. */
  More: 7,
  /** A card that opens an answer. */
  Lead: 8,
  /** A card between heading and body. */
  Mid: 9,
  /** A heading under a card. */
  Under: 10,
  /** A body's first unit under a card. */
  Opened: 11,
  /** A card that ends an answer. */
  Trail: 12,
  Tail: 13,
} as const;
export type Part = (typeof Part)[keyof typeof Part];

/** How many there are. */
export const partCount = 14;

/** Where the names of the answers' authors stand: above the answers' bodies, below them, or nowhere. */
export type Names = 'none' | 'lead' | 'trail';

export function isQuestion(part: Part): boolean {
  return part === Part.Title || part === Part.Ask || part === Part.AskCard;
}

export function isBody(part: Part): boolean {
  return part === Part.Start || part === Part.First || part === Part.More || part === Part.Opened;
}

/** Whether an answer opens with the part. */
export function opensAnswer(part: Part, previous: Part | undefined): boolean {
  return part === Part.Head || part === Part.Start || (part === Part.Lead && previous !== Part.Lead);
}
