import type { Routes } from './json-server.ts';

/** An application as Discord describes it to its bot. */
export const application = {
  id: '123456789012345678',
  name: 'Easel',
  bot_require_code_grant: false,
  interactions_endpoint_url: null,
  owner: { id: '223456789012345678', username: 'painter' },
  team: null,
};

/** What a healthy Discord answers, in the order in which it is asked. */
export const discordRoutes: Routes = {
  '/api/v10/users/@me': { body: { id: '123456789012345678', username: 'easel-bot' } },
  '/api/v10/applications/@me': { body: application },
  '/api/v10/gateway/bot': {
    body: {
      url: 'wss://gateway.discord.gg',
      shards: 2,
      session_start_limit: {
        total: 1000,
        remaining: 998,
        reset_after: 3_600_000,
        max_concurrency: 1,
      },
    },
  },
};
