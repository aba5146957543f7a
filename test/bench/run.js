// npm run bench: installs the peers, bundles the benchmark and runs it from the top of the project.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from '../../.ci/bundle.js';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(join(here, '..', '..'));
const dir = join(here, 'node_modules', '.cache', 'bench');

installPeers();
await bundle({
  input: { bench: join(here, 'bench.ts'), child: join(here, 'process', 'child.ts') },
  // The peers stay as they were installed.
  external: [/^(?:compromise|natural|vader-sentiment|wink-)/],
  logLevel: 'warn',
  output: { dir, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
});
const { main } = await import(pathToFileURL(join(dir, 'bench.mjs')).href);
await main(process.argv.slice(2));

/** Once for each lock file, a copy of which is kept beside what it brought. */
function installPeers() {
  const lock = join(here, 'package-lock.json');
  const installed = join(here, 'node_modules', '.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return;
  process.stderr.write('bench: installing the peers\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, args, { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('npm ci in test/bench failed: it needs the npm registry');
  copyFileSync(lock, installed);
}
