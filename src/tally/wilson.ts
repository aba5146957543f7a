/** The 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The 95 % score interval of a proportion (Wilson 1927, without continuity correction).
 *
 * @param share the observed proportion, 0 to 1
 * @param n the sample size, above 0; not a whole number where it is an effective sample size
 * @returns `[lower, upper]`, both within 0 to 1
 */
export function wilson(share: number, n: number): [lower: number, upper: number] {
  const z2 = Z * Z;
  const centre = share + z2 / (2 * n);
  const margin = Z * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  // At a share of 0 or 1 one bound is exactly that; rounding must not move it.
  return [
    share === 0 ? 0 : Math.max(0, (centre - margin) / scale),
    share === 1 ? 1 : Math.min(1, (centre + margin) / scale),
  ];
}
