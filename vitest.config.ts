import { defineConfig } from 'vitest/config';

/** `SHARED` (a folder) adds the acceptance runs against the team's material; `.ci/run` sets it. */
const acceptance = process.env.SHARED ? ['test/acceptance/**/*.test.ts'] : [];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: acceptance.length > 0 ? [] : ['test/acceptance/**'],
    reporters: ['default', './test/support/last-line.ts'],
    testTimeout: 30_000,
  },
});
