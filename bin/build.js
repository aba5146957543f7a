// Bundles the command and the library into dist/, so that a user's install brings no other package.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { build } from 'esbuild';
import { parse } from 'yaml';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Built beside dist/ and moved there at the end, so that a build that fails leaves the last one whole.
const target = `dist.${process.pid}.tmp`;
process.on('exit', () => rmSync(target, { recursive: true, force: true }));

/** YAML data becomes a JSON module: the command reads no YAML unless the user hands it some. */
const yamlAsJson = {
  name: 'yaml-as-json',
  setup(b) {
    b.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({
      contents: JSON.stringify(parse(readFileSync(path, 'utf8'))),
      loader: 'json',
    }));
  },
};

/** commander loads `node:child_process` for commands that are programs of their own: we have none, and it is slow to load. */
const noChildProcess = {
  name: 'no-child-process',
  setup(b) {
    b.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules.commander/.test(importer) ? { path: 'none', namespace: 'empty' } : null,
    );
    b.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const { metafile } = await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outdir: target,
  minify: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  define: { VERSION: JSON.stringify(version) },
  plugins: [yamlAsJson, noChildProcess],
  // Bundled CommonJS packages ask for Node's own modules by require.
  banner: {
    js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  },
});

writeFileSync(join(target, 'THIRD-PARTY-NOTICES.txt'), notices(metafile));
execFileSync(
  process.execPath,
  [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--outDir',
    join(target, 'types'),
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
mkdirSync(join(target, 'schema'));
cpSync('src/report/schema', join(target, 'schema'), { recursive: true });
writeFileSync(join(target, 'schema', 'profile.schema.json'), await profileJsonSchema());
rmSync('dist', { recursive: true, force: true });
renameSync(target, 'dist');

/** For editors: the form of a profile file, made from the schema that the command checks it with. */
async function profileJsonSchema() {
  const { outputFiles } = await build({
    entryPoints: ['src/profile/schema.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { profileSchema } = await import(`data:text/javascript;base64,${code}`);
  const { $schema, ...schema } = toJsonSchema(profileSchema, { target: 'draft-2020-12' });
  const head = { $schema, $id: 'urn:botox-consensus:profile:1', title: 'A profile of botox-consensus' };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}

/** The licences of the packages whose code is in the bundle. */
function notices({ inputs }) {
  const folders = Object.keys(inputs)
    .map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
    .filter(Boolean);
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return `${name} ${version} (${license})\n\n${licenceText(folder, name)}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function licenceText(folder, name) {
  for (const file of ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'license', 'LICENCE', 'license.md']) {
    try {
      return readFileSync(join(folder, file), 'utf8').trim();
    } catch {}
  }
  throw new Error(`${name} is bundled but has no licence file in ${folder}: name it in bin/build.js`);
}
