import { readFileSync } from 'node:fs';
import { build } from 'rolldown';
import { parse } from 'yaml';

/** Bundles TypeScript for Node. `options` are rolldown's; what all our bundles have in common is put in here. */
export function bundle({ plugins = [], ...options }) {
  return build({
    platform: 'node',
    moduleTypes: { '.txt': 'text' },
    ...options,
    plugins: [yamlAsJson, ...plugins],
    transform: { target: 'node20.19', ...options.transform },
  });
}

/**
 * YAML data becomes JSON, so that the command reads no YAML unless the user hands it some. It is parsed from
 * a string, which V8 does faster than it reads the same data as code.
 */
const yamlAsJson = {
  name: 'yaml-as-json',
  load: {
    filter: { id: /\.yaml$/ },
    handler: (path) => ({
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(parse(readFileSync(path, 'utf8'))))})`,
      moduleType: 'js',
    }),
  },
};
