import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { parse } from 'yaml';

export default defineConfig({
  plugins: [
    {
      name: 'yaml-as-json',
      enforce: 'pre',
      load: (id: string) =>
        id.endsWith('.yaml')
          ? `export default ${JSON.stringify(parse(readFileSync(id, 'utf8')))}`
          : undefined,
    },
  ],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 20_000,
  },
});
