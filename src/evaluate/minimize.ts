/** Value of a function at a point; writes its gradient there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const MOST_STEPS = 400;
const TOLERANCE = 1e-7;

/**
 * The minimum of a smooth convex function inside bounds, by the projected
 * gradient method with acceleration and a backtracked step (Beck & Teboulle
 * 2009, FISTA). Deterministic.
 *
 * @param bounds for each coordinate, its least and greatest value.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  bounds: readonly (readonly [least: number, greatest: number])[],
): Float64Array {
  let point = Float64Array.from(start);
  let ahead = Float64Array.from(start);
  const gradient = new Float64Array(start.length);
  const spare = new Float64Array(start.length);
  let step = 1;
  let momentum = 1;
  let plain = true;
  let last = objective(point, gradient);
  for (let count = 0; count < MOST_STEPS; count++) {
    const value = objective(ahead, gradient);
    let next = point;
    let nextValue = value;
    for (;;) {
      next = ahead.map((x, index) =>
        clamp(x - step * (gradient[index] as number), bounds[index] as readonly [number, number]),
      );
      nextValue = objective(next, spare);
      if (nextValue <= value + model(next, ahead, gradient, step) || step < 1e-12) break;
      step /= 2;
    }
    // An accelerated step that ends at a bound may gain nothing short of the minimum: only a plain one ends the search.
    const stalled = last - nextValue <= TOLERANCE * Math.abs(last);
    const done = stalled && plain;
    // Where the acceleration overshoots, it begins anew (O'Donoghue & Candès 2015).
    const nextMomentum = stalled ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = stalled ? 0 : (momentum - 1) / nextMomentum;
    ahead = next.map((x, index) => x + push * (x - (point[index] as number)));
    [point, momentum, last, plain] = [next, nextMomentum, nextValue, push === 0];
    if (done) break;
  }
  return point;
}

/** The quadratic model that the step must not exceed, less the value at its centre. */
function model(next: Float64Array, from: Float64Array, gradient: Float64Array, step: number): number {
  let total = 0;
  for (let index = 0; index < next.length; index++) {
    const move = (next[index] as number) - (from[index] as number);
    total += (gradient[index] as number) * move + (move * move) / (2 * step);
  }
  return total;
}

const clamp = (x: number, [least, greatest]: readonly [number, number]) =>
  Math.min(Math.max(x, least), greatest);
