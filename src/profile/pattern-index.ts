import { type Anchor, Anchored, type Located, type Row } from './anchored.js';
import type { Word } from './lexicon.js';
import { type PlainAtom, piecesOf } from './pattern.js';
import type { Stems } from './stem.js';
import type { CompiledPattern } from './steps.js';
import { WordMap } from './word-map.js';

/** What a word is to the patterns. */
interface Role<T> {
  readonly word: Word;
  /** Those that are looked for by it. */
  readonly anchored: readonly Anchored<T>[];
  /** The number of the witness that each asks for; -1 where it asks for none. */
  readonly asks: Int32Array;
  /** Whether one does. */
  readonly asksWitnesses: boolean;
  /** The numbers of the witnesses that it is, of as many as there were when it was last asked. */
  witnesses: readonly number[];
  asked: number;
}

/** Most words have no pattern that is looked for by them. */
const NONE: readonly never[] = [];
const NO_NUMBERS = new Int32Array();

/** What reads patterns for an index. */
export interface PatternReader<T> {
  readonly compile: (row: Row<T>) => CompiledPattern<T>;
  /** The words of which one must stand where the piece of a pattern matches. */
  readonly words: (piece: string, row: Row<T>) => readonly PlainAtom[];
}

/**
 * Patterns that are looked for in whole sentences. They are read as they are met: at first it is only known by
 * which word each is looked for; when that is met, its witness; and when both are, the pattern.
 */
export class PatternIndex<T> {
  readonly #number: number;
  readonly #reader: PatternReader<T>;
  readonly #byPiece = new Map<string, Anchored<T>[]>();
  readonly #anchors: WordMap<Anchored<T>[]>;
  readonly #numbers = new Map<string, number>();
  readonly #witnesses: WordMap<number>;
  /** For each witness, the number of the last sentence that it stands in. */
  readonly #met: number[] = [];
  #sentence = 0;
  /** Those of the sentence's words. */
  readonly #roles: Role<T>[] = [];

  /** @param number its own place in `Word.roles`. */
  constructor(number: number, reader: PatternReader<T>, stems: Stems) {
    this.#number = number;
    this.#reader = reader;
    this.#anchors = new WordMap(stems);
    this.#witnesses = new WordMap(stems);
  }

  add(row: Row<T>, { step, witness }: Anchor): void {
    const pieces = piecesOf(row.text);
    const piece = pieces[step] as string;
    let anchored = this.#byPiece.get(piece);
    if (anchored === undefined) {
      anchored = [];
      this.#byPiece.set(piece, anchored);
      for (const atom of this.#reader.words(piece, row)) this.#anchors.add(atom, anchored);
    }
    anchored.push(new Anchored(row, step, pieces[witness] ?? null));
  }

  /** Takes each pattern whose anchor and witness stand in the sentence, with its anchor's place. */
  search(tokens: readonly { readonly word: Word }[], take: (located: Located<T>, at: number) => void): void {
    const roles = this.#roles;
    let last = -1;
    let asksWitnesses = false;
    for (let at = 0; at < tokens.length; at++) {
      const role = this.#roleOf((tokens[at] as { word: Word }).word);
      roles[at] = role;
      if (role.anchored.length > 0) last = at;
      if (role.asksWitnesses) asksWitnesses = true;
    }
    if (last < 0) return;
    const sentence = ++this.#sentence;
    const met = this.#met;
    for (let at = 0; asksWitnesses && at < tokens.length; at++) {
      const role = roles[at] as Role<T>;
      if (role.asked < met.length) this.#askWitnesses(role);
      const { witnesses } = role;
      for (let i = 0; i < witnesses.length; i++) met[witnesses[i] as number] = sentence;
    }
    for (let at = 0; at <= last; at++) {
      const { anchored, asks } = roles[at] as Role<T>;
      for (let i = 0; i < asks.length; i++) {
        const witness = asks[i] as number;
        if (witness < 0 || met[witness] === sentence)
          take((anchored[i] as Anchored<T>).located(this.#reader.compile), at);
      }
    }
  }

  /** Whether the sentence has a word by which a pattern of such a meaning is looked for: without one it has none. */
  mayHave(tokens: readonly { readonly word: Word }[], isMeant: (meaning: T) => boolean): boolean {
    return tokens.some(({ word }) => {
      const { anchored } = this.#roleOf(word);
      return anchored.length > 0 && anchored.some(({ row }) => isMeant(row.meaning));
    });
  }

  /** A word's role is found out once. */
  #roleOf(word: Word): Role<T> {
    let role = word.roles[this.#number];
    if (role === undefined) {
      const found = this.#anchors.at(word);
      const anchored = found.length > 0 ? found.flat() : NONE;
      for (const each of anchored) {
        const { witnessPiece, row } = each;
        if (each.witness < -1 && witnessPiece !== null) each.witness = this.#call(witnessPiece, row);
      }
      const asks = found.length > 0 ? Int32Array.from(anchored, ({ witness }) => witness) : NO_NUMBERS;
      const asksWitnesses = asks.some((witness) => witness >= 0);
      role = { word, anchored, asks, asksWitnesses, witnesses: [], asked: 0 } satisfies Role<T>;
      word.roles[this.#number] = role;
    }
    return role as Role<T>;
  }

  #askWitnesses(role: Role<T>): void {
    role.witnesses = this.#witnesses.at(role.word);
    role.asked = this.#met.length;
  }

  /** Has a pattern's witness looked out for. @returns its number. */
  #call(witnessPiece: string, row: Row<T>): number {
    let number = this.#numbers.get(witnessPiece);
    if (number === undefined) {
      number = this.#met.push(0) - 1;
      this.#numbers.set(witnessPiece, number);
      for (const atom of this.#reader.words(witnessPiece, row)) this.#witnesses.add(atom, number);
    }
    return number;
  }
}
