import { describe, expect, test } from 'vitest';
import { Matrix, Vector } from './matrix.js';

const numbers = (vector: Vector) => [...vector.elements];
const matrix = Matrix.create([
  [1, 0, 2],
  [0, 3, 0],
]);

describe('a matrix', () => {
  test('has rows and columns, counted from 1, and multiplies vectors from both sides', () => {
    expect(matrix.rows()).toBe(2);
    expect(numbers(matrix.row(1))).toEqual([1, 0, 2]);
    expect(numbers(matrix.column(2))).toEqual([0, 3]);
    expect(numbers(matrix.x(Vector.create([1, 10, 100])))).toEqual([201, 30]);
    expect(numbers(matrix.transpose().x(Vector.create([1, 10])))).toEqual([1, 30, 2]);
  });

  test('takes another one behind its own columns', () => {
    const wide = Matrix.One(2, 1).augment(matrix);
    expect(numbers(wide.row(1))).toEqual([1, 1, 0, 2]);
    expect(numbers(wide.row(2))).toEqual([1, 0, 3, 0]);
  });
});

test('a vector does what sylvester’s does', () => {
  const vector = Vector.create([1, 2, 3]);
  expect(numbers(vector.x(2).subtract(Vector.One(3)))).toEqual([1, 3, 5]);
  expect(numbers(vector.elementMultiply(vector).map((x) => x + 1))).toEqual([2, 5, 10]);
  expect(vector.dot(Vector.create([1, 10, 100]))).toBe(321);
  expect(vector.sum()).toBe(6);
  expect(numbers(vector.augment([4]).chomp(1))).toEqual([2, 3, 4]);
  expect(numbers(Vector.create([1]).log())).toEqual([0]);
});
