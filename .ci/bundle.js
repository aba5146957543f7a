import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'rolldown';
import { DATA, dataModule, packedData } from './data.js';

const PACKED = '\0packed.data';

/**
 * Bundles TypeScript for Node. `options` are rolldown's; what all our bundles have in common is put in here.
 * `isPacked`: the data is compressed, all of it together.
 */
export function bundle({ plugins = [], isPacked = false, ...options }) {
  const paths = readdirSync('src', { recursive: true })
    .map((path) => join(process.cwd(), 'src', path))
    .filter((path) => DATA.test(path))
    .sort();
  const one = (path) => `import { all } from '${PACKED}'; export default all[${paths.indexOf(path)}];`;
  const data = {
    name: 'data',
    resolveId: (id) => (id === PACKED ? id : null),
    load: {
      filter: { id: [DATA, /packed\.data$/] },
      handler: (id) => {
        const code = id === PACKED ? packedData(paths) : isPacked ? one(id) : dataModule(id);
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
