import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * A Markdown text whose console blocks hold, below each line that begins with `$ `, what its command prints
 * on standard output. Commands run in bash, in a folder of their own that has the fixtures.
 */
export function printed(markdown) {
  const folder = mkdtempSync(join(tmpdir(), 'botox-consensus-'));
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
  try {
    return markdown.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block) => {
      const commands = block.split('\n').filter((line) => line.startsWith('$ '));
      return `\`\`\`console\n${commands.map((line) => `${line}\n${output(line.slice(2), folder)}`).join('')}\`\`\``;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(command, cwd) {
  const define = `botox-consensus() { '${process.execPath}' '${join(root, 'bin/botox-consensus.js')}' "$@"; }`;
  const { PATH, HOME } = process.env;
  return execFileSync('bash', ['--norc', '-c', `${define}; ${command}`], {
    cwd,
    env: { PATH, HOME, LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
