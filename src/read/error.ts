/** What cannot be shown on one line of a terminal is shown as its escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a name must not bring to a terminal
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function printable(name: string): string {
  return name.replace(UNPRINTABLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * An input that cannot be used. `message` is one whole line, ready to print:
 * `source: what is wrong: how to mend`.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** The input as it was named: a path, `-`, or `path#n` for the n-th line of an NDJSON file. */
  readonly source: string;
  /** What is wrong, in a few words. */
  readonly problem: string;
  /** How to mend it, in a few words. */
  readonly mend: string;

  constructor(source: string, problem: string, mend: string) {
    super(`${source === '-' ? 'standard input' : printable(source)}: ${problem}: ${mend}`);
    this.source = source;
    this.problem = problem;
    this.mend = mend;
  }
}

/** An input with nothing to read in it: empty, blank or binary. In a folder it is left out with a note. */
export class NotText extends InputError {}

/** What went wrong, as a user would say it, and the mend; by the system's error code. */
const PROBLEMS: Readonly<Record<string, readonly [problem: string, mend: string]>> = {
  ENOENT: ['no such file', 'check the name, or put a pattern between quotes'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'check the path'],
  EACCES: ['not allowed to read it', 'change its permissions, for example with chmod +r'],
  EPERM: ['not allowed to read it', 'change its permissions, for example with chmod +r'],
  ELOOP: ['its links lead round in a circle', 'name the file that is meant'],
  EISDIR: ['it is a folder', 'name a file in it'],
  ENXIO: ['it is a socket or a device without a file behind it', 'save its content as a file first'],
  ENAMETOOLONG: ['the name is too long', 'check the name'],
  EMFILE: ['too many files are open', 'close other programs, or raise the limit with ulimit -n'],
  EIO: ['the disk could not read it', 'copy the file again'],
};

/**
 * The `InputError` of a failed system call on `source`.
 * @param listed whether its folder named it a moment ago, so that a missing one has vanished.
 */
export function systemError(source: string, error: unknown, listed = false): InputError {
  if (error instanceof InputError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && listed) {
    return new InputError(
      source,
      'vanished while its folder was read',
      'run again when nothing changes the folder',
    );
  }
  const [problem, mend] = PROBLEMS[code ?? ''] ?? [
    `could not be read (${code ?? message})`,
    'check that it is a readable file',
  ];
  return new InputError(source, problem, mend);
}
