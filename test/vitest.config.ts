import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/{unit,pages,contract,house}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
    sequence: { shuffle: true },
    restoreMocks: true,
  },
});
