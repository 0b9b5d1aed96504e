import { defineConfig } from 'vitest/config';

/** `SHARED` (a folder) adds the acceptance runs against the team's material; `.ci/run` sets it. */
const acceptance = process.env.SHARED ? ['test/acceptance/**/*.test.ts'] : [];

/**
 * Where the processor has memory protection keys, V8 of Node 24 now and then ends a process when a thread in it ends
 * ("Check failed: jit_page.has_value()", seen once here; archestra-ai/archestra#6177). The program starts no threads; what
 * runs the tests may. The flag exists on Linux x64 only.
 */
const keyed = process.platform === 'linux' && process.arch === 'x64';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: acceptance.length > 0 ? [] : ['test/acceptance/**'],
    reporters: ['default', './test/support/last-line.ts'],
    testTimeout: 30_000,
    execArgv: keyed ? ['--no-memory-protection-keys'] : [],
  },
});
