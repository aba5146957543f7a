import { checkProfile } from '../../../profile/check.js';
import { type ProfileProblem, problemLine } from '../../../profile/problem.js';
import { read } from '../../../read/read.js';
import type { Define } from '../../commands.js';
import { Exit } from '../../exit.js';
import { openOutput } from '../../output.js';

interface CheckOptions {
  readonly json?: true;
}

const HELP = `
A line for each problem: file:line:column: what is wrong: how to mend it. Warnings do not keep a profile
from being used. Exit codes: 0 no errors, 1 errors, 2 wrong usage.`;

export const defineCheck: Define = (command, shell, done) => {
  command
    .argument('<FILE...>', 'profiles, YAML or JSON')
    .option('--json', 'print the problems as JSON')
    .addHelpText('after', HELP)
    .action(async (files: string[], { json }: CheckOptions) => {
      const checked: Checked[] = [];
      for (const source of files) {
        const { text } = await read(source, { format: 'text' });
        checked.push({ source, problems: checkProfile(text).problems });
      }
      const output = openOutput(undefined, shell);
      await output.write(json ? asJson(checked) : asText(checked));
      const failed = checked.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
      done(failed ? Exit.Failed : Exit.Done);
    });
};

interface Checked {
  readonly source: string;
  readonly problems: readonly ProfileProblem[];
}

function asText(checked: readonly Checked[]): string {
  const lines = checked.flatMap(({ source, problems }) =>
    problems.length === 0
      ? [`${source}: no problems`]
      : [...problems.map((problem) => problemLine(source, problem)), account(source, problems)],
  );
  return `${lines.join('\n')}\n`;
}

function account(source: string, problems: readonly ProfileProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${source}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
}

function asJson(checked: readonly Checked[]): string {
  const all = checked.flatMap(({ source, problems }) => problems.map((problem) => ({ source, ...problem })));
  return `${JSON.stringify(all, null, 2)}\n`;
}
