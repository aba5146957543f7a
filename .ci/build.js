// Bundles the command and the library into dist/, so that a user's install brings no other package.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { minify } from 'terser';
import { bundle } from './bundle.js';
import { packedModule } from './data.js';
import { commonEntities } from './entities.js';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

// Built beside dist/ and moved there at the end, so that a build that fails leaves the last one whole.
const target = `dist.${process.pid}.tmp`;
process.on('exit', () => rmSync(target, { recursive: true, force: true }));

/** An encoding that is never found. */
const NO_ENCODING = 'class None { name() { return ""; } match() { return null; } }';

const [{ UNUSED_CONSTRUCTS }, { builtinPlan }, { profileSchema }] = await modules(
  'parse/markdown-unused',
  'profile/builtin',
  'profile/schema',
);

/** What packages load and we have no use for: [importer, what it loads, what it gets]. */
const UNUSED = [
  // For commands that are programs of their own; slow to load.
  [/node_modules.commander/, 'node:child_process', 'export default {};'],
  // Our progress bar is one, and ASCII.
  [/node_modules.cli-progress/, 'string-width', 'module.exports = (text) => text.length;'],
  [/node_modules.cli-progress/, './lib/multi-bar', 'module.exports = {};'],
  // The cues are English: what is neither Unicode nor Windows-1252 is in no language that can be read here.
  ...['mbcs', 'sbcs', 'iso2022'].map((kind) => [
    /node_modules.chardet/,
    `./encoding/${kind}`,
    `${NO_ENCODING} module.exports = new Proxy({}, { get: () => None });`,
  ]),
  // Words are stemmed one by one.
  [/natural.lib.natural.stemmers/, '../util/stopwords', 'export default {};'],
  [/natural.lib.natural.stemmers/, '../tokenizers/aggressive_tokenizer', 'export default class {}'],
  ...UNUSED_CONSTRUCTS.map((name) => [
    /node_modules.micromark-core-commonmark/,
    `./lib/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.js`,
    `export const ${name} = { name: '${name}', tokenize: (_, __, nok) => nok };`,
  ]),
  // What named characters mean is read off the tokens.
  [
    /node_modules.htmlparser2/,
    'entities/decode',
    'export const DecodingMode = {}, htmlDecodeTree = null, xmlDecodeTree = null; export class EntityDecoder {}',
  ],
  // The delimiter of labels is always given.
  [
    /node_modules.csv-parse/,
    '../utils/delimiter_discover.js',
    'export const delimiter_discover = undefined;',
  ],
];

const withoutUnused = {
  name: 'without-unused',
  resolveId(id, importer = '') {
    const index = UNUSED.findIndex(([by, what]) => what === id && by.test(importer));
    return index < 0 ? null : `\0unused-${index}`;
  },
  load: (id) => (id.startsWith('\0unused-') ? UNUSED[Number(id.slice(8))][2] : null),
};

/** What makes something that is left out where nothing uses it. */
const PURE = '/* @__PURE__ */ ';

/** The table of HTML's named characters, without the rarest, compressed like our own data. */
const packedEntities = {
  name: 'packed-entities',
  transform: {
    filter: { id: /node_modules.entities.dist.generated.decode-data-html/ },
    async handler(_, id) {
      const { htmlDecodeData } = await import(pathToFileURL(id).href);
      // Other packages' older ones are not used.
      if (htmlDecodeData === undefined) return null;
      return { code: packedModule(commonEntities(htmlDecodeData), 'htmlDecodeData'), moduleType: 'js' };
    },
  },
};

/** What a profile's keys mean is told by its JSON schema; the check does without. */
const withoutDescriptions = {
  name: 'without-descriptions',
  transform: {
    filter: { id: /src.profile.(?:schema|shape)\.ts$/ },
    handler: (code) => code.replace(/,?\s*v\.description\(\s*'(?:\\.|[^'\\])*',?\s*\)/g, ''),
  },
};

/** js-yaml makes every schema and every tag of them, of which we use few, and the patterns of its writer. */
const usedSchemas = {
  name: 'used-schemas',
  transform: {
    filter: { id: /node_modules.js-yaml/ },
    handler: (code) =>
      code
        .replace(/(?<=^var \w+ = )(?=define\w+Tag\(|new Schema\(|\w+\.withTags\(|Object\.keys\()/gm, PURE)
        .replace(/(?<=^var \w+ = )(`[^`]*`|new RegExp\(.*\)|\{\n[\s\S]*?\n\});$/gm, `${PURE}(() => ($1))();`),
  },
};

/** Modules that are loaded when they are used, and would each be a file of some hundred bytes. */
const SMALL =
  /src.(?:report.(?:ndjson|markdown|blocks|merge)|cli.(?:pool|show-blocks|commands.merge)|evaluate.(?:match|mend)|profile.names|parse.flat)\.ts$/;

/** What reads JSON, and pieces of pages. */
const PAGES = /src.parse.(?:json|html)[\w-]*\.ts$|node_modules.(?:htmlparser2|entities)/;

/** Where the words of a licence begin that many packages share; above stand its title and whose it is. */
const GRANT = 'Permission is hereby granted';

/** Reading a property or a global does nothing else. */
const TREESHAKE = { propertyReadSideEffects: false, unknownGlobalSideEffects: false };

// CommonJS, since Node starts it faster. What the command and the library always need is one file each and
// one between them; formats and commands that are used now and then are files of their own.
const { output } = await bundle({
  input: { cli: 'src/cli/main.ts', index: 'src/index.ts', worker: 'src/cli/worker.ts' },
  transform: { define: { VERSION: JSON.stringify(version) } },
  plugins: [withoutUnused, withoutDescriptions, usedSchemas, packedEntities],
  plan: builtinPlan(),
  treeshake: TREESHAKE,
  output: {
    dir: target,
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    minify: {
      compress: { treeshake: TREESHAKE },
      mangle: true,
    },
    comments: false,
    codeSplitting: {
      groups: [
        { name: 'core', tags: ['$initial'], test: isCore, priority: 1 },
        { name: 'core', test: /rolldown.runtime/, priority: 1 },
        { name: 'command', tags: ['$initial'], test: (id) => !id.endsWith('worker.ts') },
        // Small ones that are loaded now and then: each file of a package has its price.
        { name: 'more', test: SMALL },
        // A page may hold JSON, and JSON pieces of pages.
        { name: 'pages', test: PAGES },
      ],
    },
  },
});

/** Node asks after each document how much memory a thread has, which takes long; it matters only to a limit, and we set none. */
const unmeasured = {
  name: 'unmeasured',
  transform: {
    filter: { id: /tinypool/ },
    handler: (code) => code.replace('process.memoryUsage.bind(process)', '() => ({ heapUsed: 0 })'),
  },
};

// The pool library looks for its part of a worker thread in a file beside its own.
const poolWorker = await bundle({
  input: 'node_modules/tinypool/dist/entry/worker.js',
  plugins: [unmeasured],
  output: { file: join(target, 'entry', 'worker.js'), minify: true, comments: false },
});

// A second minifier finds a hundredth more; the package has to be small.
await Promise.all(
  readdirSync(target)
    .filter((file) => file.endsWith('.cjs'))
    .map(async (file) => {
      const path = join(target, file);
      const options = { ecma: 2022, toplevel: true, compress: { passes: 2 } };
      writeFileSync(path, (await minify(readFileSync(path, 'utf8'), options)).code);
    }),
);

writeFileSync(join(target, 'index.js'), esModule(output.find(({ name }) => name === 'index').exports));
writeFileSync(
  join(target, 'THIRD-PARTY-NOTICES.txt'),
  notices([...output, ...poolWorker.output].flatMap((file) => file.moduleIds ?? [])),
);
declareTypes();
mkdirSync(join(target, 'schema'));
for (const file of readdirSync('src/report/schema')) {
  // That of the reports is for people, too.
  const told =
    file === 'report.schema.json' ? undefined : (key, part) => (isTold(key, part) ? undefined : part);
  writeJson(file, JSON.parse(readFileSync(join('src/report/schema', file), 'utf8'), told));
}
writeJson('profile.schema.json', profileJsonSchema());
rmSync('dist', { recursive: true, force: true });
renameSync(target, 'dist');

/** Whether a module is part of the library, too. */
function isCore(id) {
  return !/[\\/](?:src[\\/]cli|node_modules[\\/]commander)[\\/]/.test(id);
}

/** The library for `import`, around the same code. */
function esModule(names) {
  return `import library from './index.cjs';\nexport const { ${names.join(', ')} } = library;\n`;
}

/** The compiler keeps what it knows between builds, which takes most of a build's time else. */
function declareTypes() {
  const cache = join('node_modules', '.cache', 'botox-consensus');
  const options = [
    '--noEmit',
    'false',
    '--emitDeclarationOnly',
    '--removeComments',
    '--stripInternal',
    '--outDir',
    join(cache, 'types'),
  ];
  const incremental = ['--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...options, ...incremental], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const file of reachable(join(cache, 'types', 'index.d.ts'))) {
    cpSync(file, join(target, 'types', relative(join(cache, 'types'), file)));
  }
}

/** The declarations that one imports, and so on: those of the command are of no use to anybody. */
function reachable(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
    reachable(join(dirname(file), `${path}.d.ts`), found);
  }
  return found;
}

/** For editors: the form of a profile file, made from the schema that the command checks it with. */
function profileJsonSchema() {
  const { $schema, ...schema } = toJsonSchema(profileSchema, { target: 'draft-2020-12' });
  const head = { $schema, $id: 'urn:botox-consensus:profile:1', title: 'A profile of botox-consensus' };
  return { ...head, ...schema };
}

/** Whether a part of a schema only says what another is. */
function isTold(key, part) {
  return key === 'description' && typeof part === 'string';
}

/** Schemas are read by machines. */
function writeJson(file, schema) {
  writeFileSync(join(target, 'schema', file), JSON.stringify(schema));
}

/** Modules of `src`, loaded. */
async function modules(...names) {
  const dir = join('node_modules', '.cache', 'botox-consensus', 'build');
  const input = Object.fromEntries(names.map((name) => [name, `src/${name}.ts`]));
  await bundle({ input, output: { dir, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } });
  const fresh = `?${process.pid}`;
  return Promise.all(names.map((name) => import(pathToFileURL(join(dir, `${name}.mjs`)).href + fresh)));
}

/** The licences of the packages whose code is in the bundle, each text once, below all who grant it. */
function notices(moduleIds) {
  const folders = moduleIds
    .map((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.split(sep).join('/'))?.[0])
    .filter(Boolean);
  const licences = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenceText(folder, name);
    const at = Math.max(text.indexOf(GRANT), 0);
    const owner = text
      .slice(0, at)
      .replace(/^\W*(?:the )?MIT licen[cs]e.*$/im, '')
      .trim();
    // Texts are the same where they differ in their line ends, quotation marks and capitals.
    const words = text.slice(at);
    const key = words
      .replace(/\s+/g, ' ')
      .replace(/['"\u2018-\u201d]/g, '')
      .toLowerCase();
    const licence = licences.get(key) ?? { words, owners: new Map() };
    const named = licence.owners.get(owner) ?? [];
    licence.owners.set(owner, [...named, `${name} ${version} (${license})`]);
    licences.set(key, licence);
  }
  return [...licences.values()]
    .map(({ words, owners }) => {
      const granting = [...owners].map(([owner, names]) => `${names.join(', ')}\n${owner}`.trim());
      return `${granting.join('\n\n')}\n\n${words}\n`;
    })
    .join(`\n${'-'.repeat(78)}\n\n`);
}

function licenceText(folder, name) {
  const files = readdirSync(folder).filter((file) => /^licen[cs]e/i.test(file));
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  throw new Error(
    `${name} is bundled, but no licence file lies in ${folder}: name its licence in .ci/build.js`,
  );
}
