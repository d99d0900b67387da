import { defineConfig } from 'vitest/config';

/** The proofs that take minutes: kept out of `npm test`, run side by side by `npm run proofs`, as each waits a lot. */
export default defineConfig({
  test: {
    include: ['test/**/*.proof.ts'],
    setupFiles: ['test/support/setup.ts'],
    maxWorkers: 3,
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
});
