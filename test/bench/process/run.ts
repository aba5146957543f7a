import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../statistics.js';
import type { Task } from './tasks.js';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));
const PEAK = join(process.cwd(), 'test/bench/process/peak.cjs');

export interface Ran {
  /** Milliseconds from the start of the process to its end. */
  readonly time: number;
  /** The most memory it had, in bytes; 0 where it was not asked for. */
  readonly peak: number;
  readonly stdout: string;
}

export interface RunOptions {
  /** Whether the peak of its memory is wanted, which costs a little time. */
  readonly peak?: boolean;
  /** Whether what it prints is wanted; otherwise it goes to the null device. */
  readonly output?: boolean;
}

/** Runs node with these arguments. @throws Error where it fails. */
export function runNode(
  args: readonly string[],
  { peak = false, output = false }: RunOptions = {},
): Promise<Ran> {
  const file = join(tmpdir(), `botox-consensus-bench-${process.pid}.peak`);
  const preload = peak ? ['--require', PEAK] : [];
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [...preload, ...args], {
      env: { ...process.env, NO_COLOR: '1', BENCH_PEAK: file },
      stdio: ['ignore', output ? 'pipe' : 'ignore', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    let time = 0;
    child.on('exit', () => {
      time = performance.now() - begun;
    });
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`node ${args.join(' ')}: exit code ${code}\n${stderr}`));
      const most = peak ? Number(readFileSync(file, 'utf8')) : 0;
      rmSync(file, { force: true });
      resolve({ time, peak: most, stdout });
    });
  });
}

/** What a child process measures: the figures of its task, and its memory. */
export async function measure(
  task: Task,
): Promise<{ readonly figures: readonly number[]; readonly peak: number }> {
  const { stdout, peak } = await runNode([CHILD, JSON.stringify(task)], { peak: true, output: true });
  return { figures: JSON.parse(stdout), peak };
}

/** Bytes a second, and bytes. */
export interface Pass {
  readonly speed: number;
  readonly peak: number;
}

/** How fast a contestant is. */
export async function throughputOf(task: Omit<Task & { kind: 'throughput' }, 'kind'>): Promise<Pass> {
  const { figures, peak } = await measure({ kind: 'throughput', ...task });
  return { speed: figures[0] ?? Number.NaN, peak };
}

/** The middle one of several speeds, and the highest peak. */
export function middle(passes: readonly Pass[]): Pass {
  return {
    speed: median(passes.map(({ speed }) => speed)),
    peak: Math.max(...passes.map(({ peak }) => peak)),
  };
}
