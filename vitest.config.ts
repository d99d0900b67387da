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
    // Many tests wait for a bot in another process: a core need not be left free for that.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { extends: true, test: { name: 'sharing', include: SHARING, isolate: false } },
      { extends: true, test: { name: 'apart', include: ['test/**/*.test.ts'], exclude: SHARING } },
    ],
    setupFiles: ['test/support/setup.ts'],
    // How long something may take says nothing of whether it is right.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
