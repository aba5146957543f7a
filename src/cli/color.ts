/** chalk's levels: none, 16 colours, 256, all. */
export type ColorLevel = 0 | 1 | 2 | 3;

/**
 * Decides colours: `--color` and `--no-color` first, then `NO_COLOR` and `FORCE_COLOR`, then whether the
 * output is a terminal that has them, which chalk knows. chalk is loaded only where there may be colours.
 * @param flag what `--color` says; undefined where neither it nor `--no-color` is given.
 * @param terminal whether the output is a terminal.
 */
export async function colorLevel(flag: boolean | undefined, terminal: boolean): Promise<ColorLevel> {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (flag === false || (flag === undefined && NO_COLOR)) return 0;
  if (flag === undefined && FORCE_COLOR === undefined && !terminal) return 0;
  const { supportsColor } = await import('chalk');
  const level = supportsColor ? supportsColor.level : 0;
  return flag && level === 0 ? 1 : level;
}
