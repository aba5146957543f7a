/** Something in a profile that is wrong (`error`: it cannot be used) or that will surprise (`warning`). */
export interface ProfileProblem {
  readonly severity: 'error' | 'warning';
  /** 1-based, in the file. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly mend: string;
}

/** "profile.yaml:3:7: what is wrong: how to mend it". */
export function problemLine(
  source: string,
  { severity, line, column, problem, mend }: ProfileProblem,
): string {
  return `${source}:${line}:${column}: ${severity === 'warning' ? 'warning: ' : ''}${problem}: ${mend}`;
}
