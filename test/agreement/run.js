// npm run agreement: how far the classifier agrees with coders, beside natural's LogisticRegressionClassifier.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from '../../scripts/bundle.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const file = join(root, 'node_modules', '.cache', 'agreement', 'agreement.cjs');
await bundle({
  input: 'test/agreement/agreement.ts',
  // A native module that natural does without where it is absent, as here.
  external: ['webworker-threads'],
  logLevel: 'warn',
  output: { file, format: 'cjs', codeSplitting: false },
});
const { main } = createRequire(import.meta.url)(file);
await main(process.argv.slice(2));
