import { z } from 'zod';
import { wireChannel } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../errors.ts';
import { wireUser } from '../users.ts';
import type { Routes } from './context.ts';

const recipient = z.object({ recipient_id: z.string() });

/** The routes a bot asks who and where it is. */
export function identityRoutes(core: Core, sessionStartsLeft: () => number): Routes {
  const application = () => ({
    id: core.applicationId,
    name: core.world.bot.displayName,
    icon: null,
    description: '',
    type: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    bot_public: true,
    bot_require_code_grant: false,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: wireUser(
      [...core.world.users.values()].find(({ displayName }) => displayName === 'Owner') ??
        core.world.bot,
    ),
    approximate_guild_count: core.world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  });
  const gatewayUrl = (): string => `${core.origin().replace('http', 'ws')}/gateway`;
  const bot = { config: { auth: 'bot' } } as const;

  return (app) => {
    app.get('/gateway', async () => ({ url: gatewayUrl() }));
    app.get('/gateway/bot', { config: { auth: 'bot', answer: 'gateway-bot' } }, async () => ({
      url: gatewayUrl(),
      shards: core.settings.shards,
      session_start_limit: {
        total: core.settings.sessionStarts,
        remaining: sessionStartsLeft(),
        reset_after: 86_400_000,
        max_concurrency: core.settings.maxConcurrency,
      },
    }));
    app.get('/users/@me', bot, async () => ({
      ...wireUser(core.world.bot),
      mfa_enabled: true,
      locale: 'en-US',
    }));
    app.get<{ Params: { user: string } }>('/users/:user', bot, async ({ params }) => {
      const user = core.world.users.get(params.user);
      if (user === undefined) throw refuse.unknownUser();
      return wireUser(user);
    });
    app.post('/users/@me/channels', bot, async ({ body }) => {
      const user = core.world.users.get(recipient.parse(body).recipient_id);
      if (user === undefined) throw refuse.unknownUser();
      if (user.bot) throw refuse.cannotWriteTo();
      return wireChannel(core, core.world.directMessages(user), user);
    });
    app.get('/applications/@me', bot, async () => application());
    app.get('/oauth2/applications/@me', bot, async () => application());
  };
}
