// npm run agreement: how far the classifier agrees with coders, beside natural's LogisticRegressionClassifier.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);
const outfile = join(root, 'node_modules', '.cache', 'agreement.mjs');
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: ['test/agreement/agreement.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outfile,
  logLevel: 'warning',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  plugins: [
    {
      name: 'yaml-as-json',
      setup: (b) =>
        b.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
          contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
          loader: 'json',
        })),
    },
  ],
});
const { main } = await import(pathToFileURL(outfile).href);
await main(process.argv.slice(2));
