import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Folders whose tests share nothing that one of them could leave changed: they may share their modules, which saves minutes. */
const SHARING = [
  'commands',
  'credits',
  'discord',
  'image-files',
  'moderation',
  'painting',
  'pictures',
  'playground/discord/people',
  'playground/discord/rules',
  'playground/page/app',
  'queue',
  'reviews',
  'server/engine',
  'settings',
  'tastes',
  'telling',
  'words',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    // Many tests wait for a bot in another process: with one worker a core, a core idles for a quarter of the time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: SHARING } },
    ],
    setupFiles: ['test/support/setup.ts'],
    // How long something may take says nothing of whether it is right.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
