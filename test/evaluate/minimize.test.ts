import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimize, type Objective } from '../../src/evaluate/minimize.js';

/** Half the weighted squared distance from a point, and its gradient. */
function distance(to: readonly number[], weights: readonly number[]): Objective {
  return (point, gradient) =>
    to.reduce((sum, centre, i) => {
      const off = (point[i] as number) - centre;
      gradient[i] = (weights[i] as number) * off;
      return sum + 0.5 * (weights[i] as number) * off * off;
    }, 0);
}

const FREE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

describe('the minimum', () => {
  it('of a bowl is its bottom, however stretched it is', () => {
    const point = minimize(distance([3, -2, 0.5], [1, 100, 0.1]), [0, 0, 0], [FREE, FREE, FREE]);
    [3, -2, 0.5].forEach((centre, i) => {
      expect(point[i]).toBeCloseTo(centre, 1);
    });
  });

  it('inside bounds is the nearest point of a round bowl that they allow, and a bound that leaves no choice is kept', () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 6 }),
        (axes) => {
          const bounds = axes.map(([, a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
          const point = minimize(
            distance(
              axes.map(([centre]) => centre),
              axes.map(() => 1),
            ),
            bounds.map(([least]) => least),
            bounds,
          );
          axes.forEach(([centre], i) => {
            const [least, most] = bounds[i] as readonly [number, number];
            expect(point[i]).toBeCloseTo(Math.min(Math.max(centre, least), most), 2);
          });
        },
      ),
    );
    expect([...minimize(distance([9], [1]), [2], [[2, 2]])]).toEqual([2]);
  });

  it('is not taken to be where an accelerated step ends at a bound and gains nothing', () => {
    const point = minimize(
      distance([0, -2.2e-162, 0], [1, 1, 1]),
      [-0.494, 0, 0],
      [
        [-0.494, 0.005],
        [0, 0],
        [0, 0],
      ],
    );
    expect(point[0]).toBeCloseTo(0, 4);
  });

  it('of a negative log-likelihood is the log-odds of what was seen (30 of 40)', () => {
    const point = minimize(
      ([x = 0], gradient) => {
        const chance = 1 / (1 + Math.exp(-x));
        gradient[0] = 40 * chance - 30;
        return -(30 * Math.log(chance) + 10 * Math.log(1 - chance));
      },
      [0],
      [FREE],
    );
    expect(point[0]).toBeCloseTo(Math.log(3), 2);
  });

  it('of least squares that hang together solves the normal equations', () => {
    // 2a + b = 5, a + 3b = 10, and the gradient is the matrix times what is off.
    const point = minimize(
      ([a = 0, b = 0], gradient) => {
        gradient[0] = 2 * a + b - 5;
        gradient[1] = a + 3 * b - 10;
        return a * a + a * b + 1.5 * b * b - 5 * a - 10 * b;
      },
      [0, 0],
      [FREE, FREE],
    );
    expect(point[0]).toBeCloseTo(1, 2);
    expect(point[1]).toBeCloseTo(3, 2);
  });
});
