/**
 * What natural's classifier asks of its matrix package (sylvester), for matrices of which most is naught: the
 * package multiplies every zero of a bag of words, so that what takes seconds here takes an hour there. The
 * sums are made in the same order, so the figures are the same to the last bit.
 */

export class Vector {
  constructor(readonly elements: Float64Array) {}

  static readonly create = (elements: ArrayLike<number>): Vector => new Vector(Float64Array.from(elements));
  static readonly Zero = (length: number): Vector => new Vector(new Float64Array(length));
  static readonly One = (length: number): Vector => new Vector(new Float64Array(length).fill(1));

  map(change: (element: number) => number): Vector {
    return new Vector(this.elements.map((element) => change(element)));
  }

  log(): Vector {
    return this.map(Math.log);
  }

  // Loops of their own, since most of the time goes here.
  x(factor: number): Vector {
    const elements = this.elements.slice();
    for (let index = 0; index < elements.length; index++)
      elements[index] = (elements[index] as number) * factor;
    return new Vector(elements);
  }

  subtract({ elements: others }: Vector): Vector {
    const elements = this.elements.slice();
    for (let index = 0; index < elements.length; index++)
      elements[index] = (elements[index] as number) - (others[index] as number);
    return new Vector(elements);
  }

  elementMultiply({ elements: others }: Vector): Vector {
    const elements = this.elements.slice();
    for (let index = 0; index < elements.length; index++)
      elements[index] = (elements[index] as number) * (others[index] as number);
    return new Vector(elements);
  }

  sum(): number {
    let total = 0;
    for (const element of this.elements) total += element;
    return total;
  }

  dot({ elements }: Vector): number {
    return this.elementMultiply(new Vector(elements)).sum();
  }

  augment(more: readonly number[]): Vector {
    return Vector.create([...this.elements, ...more]);
  }

  /** Without its first elements. */
  chomp(count: number): Vector {
    return new Vector(this.elements.slice(count));
  }
}

/** Row by row, the elements that are not 0. */
interface Sparse {
  /** Where each row ends. */
  readonly ends: Int32Array;
  readonly columns: Int32Array;
  readonly elements: Float64Array;
}

export class Matrix {
  private constructor(
    private readonly sparse: Sparse,
    private readonly width: number,
    private readonly transposed = false,
  ) {}

  static readonly create = (rows: readonly (readonly number[])[]): Matrix => {
    const width = rows[0]?.length ?? 0;
    const ends: number[] = [];
    const columns: number[] = [];
    const elements: number[] = [];
    for (const row of rows) {
      for (let column = 0; column < width; column++) {
        if (row[column] === 0) continue;
        columns.push(column);
        elements.push(row[column] as number);
      }
      ends.push(columns.length);
    }
    return Matrix.of({ ends, columns, elements }, width);
  };
  static readonly One = (height: number, width: number): Matrix =>
    Matrix.create(Array.from({ length: height }, () => new Array<number>(width).fill(1)));

  private static of(sparse: { readonly [K in keyof Sparse]: readonly number[] }, width: number): Matrix {
    const { ends, columns, elements } = sparse;
    return new Matrix(
      {
        ends: Int32Array.from(ends),
        columns: Int32Array.from(columns),
        elements: Float64Array.from(elements),
      },
      width,
    );
  }

  rows(): number {
    return this.sparse.ends.length;
  }

  /** @param number counted from 1. */
  row(number: number): Vector {
    const row = new Float64Array(this.width);
    this.each((at, column, element) => {
      if (at === number - 1) row[column] = element;
    });
    return new Vector(row);
  }

  /** @param number counted from 1. */
  column(number: number): Vector {
    const rows = new Float64Array(this.rows());
    this.each((row, column, element) => {
      if (column === number - 1) rows[row] = element;
    });
    return new Vector(rows);
  }

  /** The other matrix's columns behind its own. */
  augment(other: Matrix): Matrix {
    const entries: [number, number][][] = Array.from({ length: this.rows() }, () => []);
    this.each((row, column, element) => entries[row]?.push([column, element]));
    other.each((row, column, element) => entries[row]?.push([this.width + column, element]));
    let end = 0;
    const ends = entries.map(({ length }) => {
      end += length;
      return end;
    });
    const all = entries.flat();
    return Matrix.of(
      { ends, columns: all.map(([column]) => column), elements: all.map(([, element]) => element) },
      this.width + other.width,
    );
  }

  transpose(): Matrix {
    return new Matrix(this.sparse, this.width, !this.transposed);
  }

  x({ elements: factors }: Vector): Vector {
    const { ends, columns, elements } = this.sparse;
    const product = new Float64Array(this.transposed ? this.width : ends.length);
    for (let row = 0, at = 0; row < ends.length; row++) {
      const end = ends[row] as number;
      if (this.transposed) {
        const factor = factors[row] as number;
        for (; at < end; at++) {
          const column = columns[at] as number;
          product[column] = (product[column] as number) + (elements[at] as number) * factor;
        }
      } else {
        let total = 0;
        for (; at < end; at++) total += (elements[at] as number) * (factors[columns[at] as number] as number);
        product[row] = total;
      }
    }
    return new Vector(product);
  }

  private each(visit: (row: number, column: number, element: number) => void): void {
    const { ends, columns, elements } = this.sparse;
    for (let row = 0, at = 0; row < ends.length; row++) {
      for (; at < (ends[row] as number); at++) visit(row, columns[at] as number, elements[at] as number);
    }
  }
}

// The package has these two for everybody.
Object.assign(globalThis, { $M: Matrix.create, $V: Vector.create });
