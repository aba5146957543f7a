/** The middle value; the mean of the two in the middle where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** How time grows with size. */
export interface Growth {
  /** The slope of a line fitted by least squares to log time over log size: 1 is linear, 2 is quadratic. */
  readonly slope: number;
  /** How far a time is from the line of slope 1 that fits best, at most, as a share of it. */
  readonly deviation: number;
}

export function growthOf(points: readonly { readonly size: number; readonly time: number }[]): Growth {
  const logs = points.map(({ size, time }) => ({ x: Math.log(size), y: Math.log(time) }));
  const x = mean(logs.map((log) => log.x));
  const y = mean(logs.map((log) => log.y));
  const covariance = mean(logs.map((log) => (log.x - x) * (log.y - y)));
  const variance = mean(logs.map((log) => (log.x - x) ** 2));
  const offs = logs.map((log) => Math.abs(Math.expm1(log.y - log.x - (y - x))));
  return { slope: covariance / variance, deviation: Math.max(...offs) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
