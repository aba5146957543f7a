import { build } from 'rolldown';
import { DATA, dataModule } from './data.js';

/**
 * Bundles TypeScript for Node. `options` are rolldown's; what all our bundles have in common is put in here.
 * `isPacked`: the data is compressed.
 */
export function bundle({ plugins = [], isPacked = false, ...options }) {
  const data = {
    name: 'data',
    load: {
      filter: { id: DATA },
      handler: (path) => ({ code: dataModule(path, isPacked), moduleType: 'js' }),
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
