import { defineConfig } from 'vitest/config';

/** The proofs that take minutes: kept out of `npm test`, run one after another by `npm run proofs`. */
export default defineConfig({
  test: {
    include: ['test/**/*.proof.ts'],
    setupFiles: ['test/support/setup.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
  },
});
