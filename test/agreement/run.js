// npm run agreement, npm run fit: bundles a program beside this one and runs it from the top of the project.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../../.ci/bundle.js';

const [program, ...args] = process.argv.slice(2);
const flags = program === 'agreement' ? { ours: { type: 'boolean' } } : {};
const usage = `Usage: npm run ${program}${Object.keys(flags).map((name) => ` [-- --${name}]`)}\n`;
try {
  const { values } = parseArgs({ args, options: { ...flags, help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(usage);
    process.exit();
  }
} catch (error) {
  process.stderr.write(`${error.message.split('. ')[0]}\n${usage}`);
  process.exit(2);
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const file = join(root, 'node_modules', '.cache', 'agreement', `${program}.cjs`);

/** natural's classifier gets matrices that know how empty they are. */
const sparseMatrices = {
  name: 'sparse-matrices',
  resolveId: (id) => (id === 'sylvester' ? join(root, 'test/agreement/matrix.ts') : null),
};

await bundle({
  input: `test/agreement/${program}.ts`,
  // A native module that natural does without where it is absent, as here.
  external: ['webworker-threads'],
  logLevel: 'warn',
  plugins: [sparseMatrices],
  output: { file, format: 'cjs', codeSplitting: false },
});
const { main } = createRequire(import.meta.url)(file);
await main(args);
