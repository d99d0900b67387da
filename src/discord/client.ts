import { setTimeout as wait } from 'node:timers/promises';
import { Client, DiscordAPIError, Options, REST, RESTEvents, Routes, Status } from 'discord.js';
import type { Logger } from 'pino';

const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Discord will not let this bot in, and trying again would not help. */
export class LoginRefusedError extends Error {
  override readonly name = 'LoginRefusedError';
}

/** A client without intents and without caches: interactions are all it is sent. */
export function createClient(apiUrl: string, log: Logger): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: (it) => it.id === it.client.user.id },
      MessageManager: 0,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      StageInstanceManager: 0,
      GuildScheduledEventManager: 0,
      AutoModerationRuleManager: 0,
      GuildEmojiManager: 0,
      BaseGuildEmojiManager: 0,
      GuildStickerManager: 0,
      ApplicationCommandManager: 0,
      EntitlementManager: 0,
    }),
    rest: { api: apiUrl, timeout: 60_000, invalidRequestWarningInterval: 500 },
  });
  client.on('error', (err) => log.error({ err }, 'discord client error'));
  client.on('shardError', (err, shard) => log.warn({ err, shard }, 'shard error'));
  client.on('shardDisconnect', ({ code }, shard) => log.warn({ code, shard }, 'shard lost'));
  client.on('shardReconnecting', (shard) => log.info({ shard }, 'shard reconnecting'));
  client.on('shardResume', (shard, replayed) => log.info({ shard, replayed }, 'shard resumed'));
  client.on('shardReady', (shard) => log.info({ shard }, 'shard ready'));
  client.on('debug', (message) => log.trace({ message }, 'discord'));
  client.rest.on('invalidRequestWarning', (data) => log.warn(data, 'many invalid requests'));
  return client;
}

/** How long the gateway may take to close, in milliseconds; `ws` itself would wait for 30 s. */
const LEAVE_MS = 3_000;

/** Leaves Discord: no further interaction comes. A connection that does not answer is let go. */
export async function leave(client: Pick<Client, 'destroy'>): Promise<void> {
  const late = new AbortController();
  try {
    await Promise.race([client.destroy(), wait(LEAVE_MS, undefined, late)]);
  } finally {
    late.abort();
  }
}

/** Runs once when Discord closes a shard for good, as it does when the token was reset. */
export function onShutOut(client: Client, act: (code: number) => void): void {
  client.once('shardDisconnect', ({ code }) => act(code));
}

/** Whether every shard is ready. */
export const isReady = (client: Client): boolean => client.ws.status === Status.Ready;

/** Seconds that the gateway takes to answer a heartbeat; undefined before the first. */
export const latency = (client: Client): number | undefined =>
  client.ws.ping < 0 ? undefined : client.ws.ping / 1000;

/** What it takes to go online. */
export interface Entrance {
  readonly apiUrl: string;
  readonly token: string;
  readonly log: Logger;
  /** Ends the waiting for a Discord that cannot be reached. */
  readonly signal: AbortSignal;
}

/**
 * Waits until Discord can be reached, saying so, and checks the token on the way. Answers by how many
 * milliseconds Discord's clock is ahead of the host's, which may be wrong by hours.
 * @throws LoginRefusedError for a token that Discord does not take; the signal's reason when aborted.
 */
export async function awaitDiscord({ apiUrl, token, log, signal }: Entrance): Promise<number> {
  const rest = new REST({ api: apiUrl, retries: 0, timeout: 10_000 }).setToken(token);
  let aheadMs = 0;
  rest.on(RESTEvents.Response, (_, { headers }) => {
    const ahead = Date.parse(headers.get('date') ?? '') - Date.now();
    if (Number.isFinite(ahead)) aheadMs = ahead;
  });
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      await rest.get(Routes.gatewayBot(), { signal });
      return aheadMs;
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof DiscordAPIError && cause.status === 401) {
        throw new LoginRefusedError('Discord does not accept DISCORD_TOKEN.', { cause });
      }
      const inMs = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0;
      log.warn({ err: cause, seconds: inMs / 1000 }, 'Discord cannot be reached; trying again');
      await wait(inMs, undefined, { signal });
    }
  }
}

/**
 * Opens the gateway and waits until every shard is ready.
 * @throws LoginRefusedError when Discord refuses. After a failed login discord.js may keep
 * connecting in the background, so the process must end.
 */
export async function login(client: Client, token: string): Promise<Client<true>> {
  const ready = Promise.withResolvers<Client<true>>();
  client.once('clientReady', ready.resolve);
  client.once('invalidated', () => ready.reject(new LoginRefusedError('Discord ended the login.')));
  try {
    await client.login(token);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown reason';
    throw new LoginRefusedError(`Discord did not let the bot in: ${reason}`, { cause });
  }
  return ready.promise;
}
