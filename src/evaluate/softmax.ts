/** Penalised maximum likelihood of a softmax over values. */

import { minimize } from './minimize.js';

/** One observation: what of it speaks for which value, and the value that is right. */
export interface Observation {
  /** Index of a value, index of a parameter, and what a parameter of 1 weighs. */
  readonly weighs: readonly (readonly [value: number, parameter: number, factor: number])[];
  /** Weight by value that no parameter changes. */
  readonly fixed: readonly number[];
  readonly right: number;
}

/** A parameter's range, what the penalty draws it to, and how strongly. */
export interface Parameter {
  readonly start: number;
  readonly least: number;
  readonly most: number;
  readonly centre: number;
  readonly penalty: number;
}

/**
 * The parameters that make the right values most likely, less a quadratic penalty for each parameter's distance
 * from its centre. The chance of a value is a softmax over the values' weights.
 *
 * @param values how many values there are; every observation has a fixed weight for each.
 */
export function fitSoftmax(
  values: number,
  parameters: readonly Parameter[],
  observations: readonly Observation[],
): Float64Array {
  const entries = observations.flatMap(({ weighs }) => weighs);
  const ends = new Int32Array(observations.length);
  let end = 0;
  for (const [row, { weighs }] of observations.entries()) {
    end += weighs.length;
    ends[row] = end;
  }
  // What is held firmly is moved in small units, so that one length of step suits all.
  const units = parameters.map(({ penalty }) => 1 / Math.sqrt(Math.max(penalty, 1)));
  // Flat, since the objective is asked for some hundred times.
  const placeOf = Int32Array.from(entries, ([value]) => value);
  const parameterOf = Int32Array.from(entries, ([, parameter]) => parameter);
  const factorOf = Float64Array.from(
    entries,
    ([, parameter, factor]) => factor * (units[parameter] as number),
  );
  const fixed = Float64Array.from(observations.flatMap((observation) => observation.fixed));
  const right = Int32Array.from(observations, (observation) => observation.right);
  const shares = new Float64Array(values);

  const objective = (point: Float64Array, gradient: Float64Array): number => {
    let loss = 0;
    for (const [index, { centre, penalty }] of parameters.entries()) {
      const unit = units[index] as number;
      const off = (point[index] as number) * unit - centre;
      loss += 0.5 * penalty * off * off;
      gradient[index] = penalty * off * unit;
    }
    let from = 0;
    for (let row = 0; row < ends.length; row++) {
      const to = ends[row] as number;
      for (let value = 0; value < values; value++) shares[value] = fixed[row * values + value] as number;
      for (let entry = from; entry < to; entry++) {
        const value = placeOf[entry] as number;
        shares[value] = (shares[value] as number) + weightOf(entry, point);
      }
      const correct = right[row] as number;
      loss -= toShares(shares, correct);
      for (let entry = from; entry < to; entry++) {
        const value = placeOf[entry] as number;
        const error = (shares[value] as number) - (value === correct ? 1 : 0);
        const parameter = parameterOf[entry] as number;
        gradient[parameter] = (gradient[parameter] as number) + error * (factorOf[entry] as number);
      }
      from = to;
    }
    return loss;
  };
  const weightOf = (entry: number, point: Float64Array): number =>
    (factorOf[entry] as number) * (point[parameterOf[entry] as number] as number);

  const inUnits = (value: number, index: number) => value / (units[index] as number);
  const point = minimize(
    objective,
    parameters.map(({ start }, index) => inUnits(start, index)),
    parameters.map(({ least, most }, index) => [inUnits(least, index), inUnits(most, index)] as const),
  );
  return point.map((value, index) => value * (units[index] as number));
}

/** Makes shares of weights, in place; gives the logarithm of the right value's. */
function toShares(weights: Float64Array, right: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const weight of weights) top = Math.max(top, weight);
  const correct = (weights[right] as number) - top;
  let total = 0;
  for (let value = 0; value < weights.length; value++) {
    weights[value] = Math.exp((weights[value] as number) - top);
    total += weights[value] as number;
  }
  for (let value = 0; value < weights.length; value++) weights[value] = (weights[value] as number) / total;
  return correct - Math.log(total);
}
