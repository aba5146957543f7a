import { type Anchor, Anchored, type Located, type Row } from './anchored.js';
import type { Word } from './lexicon.js';
import { type PlainAtom, pieceAt } from './pattern.js';
import type { Stems } from './stem.js';
import type { CompiledPattern } from './steps.js';
import { WordMap } from './word-map.js';

/** What a word is to the patterns. */
interface Role<T> {
  /** Those that are looked for by it. */
  readonly anchored: readonly Anchored<T>[];
  /** The numbers of the witnesses that it is, of as many as there were when it was last asked. */
  witnesses: readonly number[];
  asked: number;
}

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

  /** @param number its own place in `Word.roles`. */
  constructor(number: number, reader: PatternReader<T>, stems: Stems) {
    this.#number = number;
    this.#reader = reader;
    this.#anchors = new WordMap(stems);
    this.#witnesses = new WordMap(stems);
  }

  add(row: Row<T>, anchor: Anchor): void {
    const piece = pieceAt(row.text, anchor.step);
    let anchored = this.#byPiece.get(piece);
    if (anchored === undefined) {
      anchored = [];
      this.#byPiece.set(piece, anchored);
      for (const atom of this.#reader.words(piece, row)) this.#anchors.add(atom, anchored);
    }
    anchored.push(new Anchored(row, anchor));
  }

  /** Takes each pattern whose anchor and witness stand in the sentence, with its anchor's place. */
  search(tokens: readonly { readonly word: Word }[], take: (located: Located<T>, at: number) => void): void {
    let last = -1;
    for (let at = 0; at < tokens.length; at++) {
      if (this.#roleOf((tokens[at] as { word: Word }).word).anchored.length > 0) last = at;
    }
    if (last < 0) return;
    this.#sentence++;
    for (const { word } of tokens) {
      for (const witness of this.#witnessesOf(word)) this.#met[witness] = this.#sentence;
    }
    for (let at = 0; at <= last; at++) {
      for (const anchored of this.#roleOf((tokens[at] as { word: Word }).word).anchored) {
        const { witness } = anchored;
        if (witness < 0 || this.#met[witness] === this.#sentence)
          take(anchored.located(this.#reader.compile), at);
      }
    }
  }

  /** A word's role is found out once. */
  #roleOf(word: Word): Role<T> {
    let role = word.roles[this.#number];
    if (role === undefined) {
      const anchored = this.#anchors.at(word).flat();
      for (const each of anchored) if (each.witness < -1) each.witness = this.#call(each);
      role = { anchored, witnesses: [], asked: 0 } satisfies Role<T>;
      word.roles[this.#number] = role;
    }
    return role as Role<T>;
  }

  #witnessesOf(word: Word): readonly number[] {
    const role = this.#roleOf(word);
    if (role.asked < this.#met.length) {
      role.witnesses = this.#witnesses.at(word);
      role.asked = this.#met.length;
    }
    return role.witnesses;
  }

  /** Has a pattern's witness looked out for. @returns its number. */
  #call({ row, witnessPiece }: Anchored<T>): number {
    let number = this.#numbers.get(witnessPiece);
    if (number === undefined) {
      number = this.#met.push(0) - 1;
      this.#numbers.set(witnessPiece, number);
      for (const atom of this.#reader.words(witnessPiece, row)) this.#witnesses.add(atom, number);
    }
    return number;
  }
}
