import { defineConfig } from 'vitest/config';
import { DATA, dataModule } from '../.ci/data.js';

export default defineConfig({
  plugins: [
    {
      name: 'data',
      enforce: 'pre',
      load: (id: string) => (DATA.test(id) ? dataModule(id) : undefined),
    },
  ],
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 20_000,
    // The command is tried in processes of its own, and what is tried in ours keeps nothing.
    isolate: false,
    maxWorkers: '100%',
  },
});
