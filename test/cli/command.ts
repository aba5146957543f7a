import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = join(import.meta.dirname, '../..');
export const BIN = process.env.BOTOX_CONSENSUS_BIN ?? join(ROOT, 'bin/botox-consensus.js');

/** A fixture's path. */
export function fixture(name: string): string {
  return join(ROOT, 'fixtures', name);
}

export interface Options {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a command did, as one value. */
export interface Result {
  readonly code: number | null;
  readonly stderr: string;
  readonly stdout: string;
}

/** Runs the built command as a process, with colours off and standard input empty unless given. */
export function run(args: readonly string[], options: Options = {}): Promise<Result> {
  return execute(process.execPath, [BIN, ...args], options);
}

/** Runs a line of shell in which `botox-consensus` is the built command; bash reads ~/.bashrc where its input is a socket. */
export function shell(line: string, options: Options = {}): Promise<Result> {
  const command = `botox-consensus() { '${process.execPath}' '${BIN}' "$@"; }; set -o pipefail; ${line}`;
  return execute('bash', ['--norc', '-c', command], options);
}

export function execute(
  file: string,
  args: readonly string[],
  { input = '', cwd = ROOT, env }: Options,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (bytes) => out.push(bytes));
    child.stderr.on('data', (bytes) => err.push(bytes));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stderr: Buffer.concat(err).toString(), stdout: Buffer.concat(out).toString() }),
    );
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A folder of a test's own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'botox-consensus-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether a program can be run here. */
export async function has(program: string): Promise<boolean> {
  return (await execute('bash', ['-c', `command -v ${program}`], {})).code === 0;
}
