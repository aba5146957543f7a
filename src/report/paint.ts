import type { Verdict } from '../model.js';

export type Style = Verdict | 'heading' | 'faint' | 'bar' | 'counted' | 'discounted' | 'cue' | 'uncertain';

/** Colours text; without colours it gives the text back. */
export type Paint = (style: Style, text: string) => string;

/** The sixteen colours that every theme, light or dark, keeps legible. chalk is loaded only for colours. */
export async function painter(level: 0 | 1 | 2 | 3): Promise<Paint> {
  if (level === 0) return (_, text) => text;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level });
  const styles: Record<Style, (text: string) => string> = {
    consensus: chalk.bold.green,
    majority: chalk.bold.yellow,
    split: chalk.bold.magenta,
    insufficient: chalk.bold,
    heading: chalk.bold,
    faint: chalk.dim,
    bar: chalk.cyan,
    counted: chalk.bold.green,
    discounted: chalk.dim.strikethrough,
    cue: chalk.yellow.underline,
    uncertain: chalk.yellow,
  };
  return (style, text) => (text === '' ? '' : styles[style](text));
}
