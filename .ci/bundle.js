import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { DATA, dataModule, dataOf, packed } from './data.js';

const PACKED = '\0packed.data';
const PLAN = /builtin-plan\.ts$/;

/**
 * Bundles TypeScript for Node. `options` are rolldown's; what all our bundles have in common is put in here.
 * `plan`: that of the built-in profile; with it the data is compressed, all of it together.
 */
export function bundle({ plugins = [], plan, ...options }) {
  const paths = readdirSync('src', { recursive: true })
    .map((path) => join(process.cwd(), 'src', path))
    .filter((path) => DATA.test(path))
    // Patterns take less room beside patterns.
    .sort((a, b) => Number(a.endsWith('.csv')) - Number(b.endsWith('.csv')) || (a < b ? -1 : 1));
  const one = (index, name) => `import { all } from '${PACKED}'; export ${name} all[${index}];`;
  const data = {
    name: 'data',
    resolveId: (id) => (id === PACKED ? id : null),
    load: {
      filter: { id: [DATA, PLAN, /packed\.data$/] },
      handler(id) {
        if (plan === undefined) return DATA.test(id) ? { code: dataModule(id), moduleType: 'js' } : null;
        const code =
          id === PACKED
            ? dataFile(this, packed([...paths.map(dataOf), plan]), 'all')
            : PLAN.test(id)
              ? one(paths.length, 'const plan =')
              : one(paths.indexOf(id), 'default');
        return { code, moduleType: 'js' };
      },
    },
  };
  return build({
    platform: 'node',
    moduleTypes: { '.txt': 'text' },
    ...options,
    plugins: [data, ...plugins],
    transform: { target: 'node20.19', ...options.transform },
  });
}

/** A module that has its data in a file beside it: as text in the code it would take more room. */
function dataFile(context, source, name) {
  context.emitFile({ type: 'asset', fileName: 'data.br', source });
  return `import { readFileSync } from 'node:fs';
    import { brotliDecompressSync } from 'node:zlib';
    export const ${name} = JSON.parse(brotliDecompressSync(readFileSync(__dirname + '/data.br')).toString());`;
}
